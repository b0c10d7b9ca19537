"""All that matters before writing: what is done with is used up, and a wish taken away."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from convonote.conversation.records import Kind
from convonote.screens.writing.beforehand import Beforehand
from convonote.screens.writing.looking_through import LookingThrough
from convonote.store.listening.records import Before
from convonote.widgets.choices import Choices
from convonote.widgets.desk import Desk as Fields
from convonote.writing.compose_request import Mode
from convonote.writing.composing import Sketch, Typed
from convonote.writing.heeding import occasion
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


async def test_what_is_to_be_heeded_is_not_asked_again_for_other_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Collection[int]] = []
    before_writing = desk.notebook.before_writing

    def counted(people: Collection[int], conversation: int | None = None) -> Before:
        asked.append(people)
        return before_writing(people, conversation)

    monkeypatch.setattr(desk.notebook, "before_writing", counted)
    app = desk.composer(people=(desk.ana.id,))
    async with app.run_test() as pilot:
        await settle(pilot)
        first = len(asked)
        assert first
        app.shown.query_one(Fields).editor.insert("Hello")
        assert isinstance(app.shown, LookingThrough)
        app.shown.look_through()
        await settle(pilot)
        assert len(asked) == first


def test_another_channel_person_or_time_is_another_occasion_to_heed(desk: Desk) -> None:
    sketch = Sketch(Mode.SAID, None, None, "email", (desk.ana.id,), "Roof", "Hello")
    here = occasion(desk.notebook, sketch)
    assert occasion(desk.notebook, replace(sketch, text="Hello again", topic="Tiles")) == here
    others = (
        replace(sketch, channel="phone"),
        replace(sketch, people=(desk.notebook.me.id,)),
        replace(sketch, cc=(desk.ana.id,)),
        replace(sketch, typed=Typed(when="mon 9:00")),
    )
    assert all(occasion(desk.notebook, other) != here for other in others)
