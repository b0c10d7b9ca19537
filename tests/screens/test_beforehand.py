"""All that matters before writing: what is done with is used up, and a wish taken away."""

import pytest

from convonote.conversation.records import Kind
from convonote.screens.writing.beforehand import Beforehand
from convonote.widgets.choices import Choices
from tests.screens.composing_host import Desk, finish, line, settle


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_wish_is_taken_away_and_brought_back_by_undo(
    desk: Desk, size: tuple[int, int]
) -> None:
    said = desk.notebook.say("Hello", to=[desk.ana.id], channel="email")
    desk.notebook.say(
        "! no calls until 1 Dec\n? the knee", conversation=said.conversation, kind=Kind.NOTE,
        channel="other",
    )  # fmt: skip
    desk.notebook.say(
        "I prefer email.", author=desk.ana.id, to=[desk.notebook.me.id], channel="email"
    )
    before = desk.notebook.wishes(desk.ana.id)
    assert len(before) == 2
    app = desk.composer(people=(desk.ana.id,))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert line(app.shown, "#before-line").strip().startswith("Ctrl+n")
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, Beforehand)
        shown = app.screen.query_one(Choices)
        assert shown.region.bottom < size[1]
        for left in (1, 0):
            await pilot.press("G", "enter")
            await finish(pilot)
            assert len(desk.notebook.wishes(desk.ana.id)) == left
        assert [one.text for one in desk.notebook.remarks(desk.ana.id)] == ["the knee"]
    desk.notebook.undo()
    desk.notebook.undo()
    assert desk.notebook.wishes(desk.ana.id) == before
