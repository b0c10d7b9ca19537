"""The composer beyond writing: drafts in full, reminders, wishes, what matters before, editing."""

import pytest

from convonote.conversation.records import DAY, Kind
from convonote.conversation.turn_records import Section
from convonote.screens.writing.beforehand import Beforehand
from convonote.screens.writing.composer import Composer
from convonote.screens.writing.sending import SendingQuestion
from convonote.store.records import Said
from convonote.widgets.cycle import Cycle
from convonote.widgets.fields import Fields
from convonote.widgets.text import ManyLines
from convonote.writing.compose_request import ComposeRequest, Mode
from convonote.writing.left_drafts import draft_for
from tests.screens.composing_host import (
    PENDING,
    Desk,
    Host,
    composer,
    finish,
    line,
    settle,
    told,
    type_in,
)


def again(desk: Desk, request: ComposeRequest) -> Host:
    """A composer with the draft that was left there, as a room opens it."""
    draft = draft_for(desk.notebook, request)
    assert draft is not None
    request = ComposeRequest(
        request.mode, request.conversation, request.answers, draft=draft, edits=request.edits
    )
    return Host(desk.notebook, Composer(request), desk.config)


async def test_a_draft_keeps_all_that_stood_in_the_fields(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_in(pilot, "#to", "Ana Lima, +Zoe")
        await type_in(pilot, "#cc", "Bob, +Yan")
        await type_in(pilot, "#when", "yesterday 20:40")
        await type_in(pilot, "#remind", "4d")
        app.screen.query_one("#after", Cycle).focus()
        await pilot.press("t")
        app.screen.query_one("#text").focus()
        await pilot.press("H", "i")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await finish(pilot)
    app = again(desk, ComposeRequest(Mode.SAID, desk.conversation))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        fields = app.shown.query_one(Fields)
        assert fields.to.value == "Ana Lima, +Zoe"
        assert fields.cc.value == "Bob, +Yan"
        assert (fields.when.value, fields.remind.value) == ("yesterday 20:40", "4d")
        assert fields.after == "them"
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.press("s")
        await finish(pilot)
    said = desk.last()
    assert [one.name for one in said.to] == ["Ana Lima", "Zoe"]
    assert [one.name for one in said.cc] == ["Bob", "Yan"]
    assert desk.notebook.drafts() == []
    # All of it, new people too, was one step.
    desk.notebook.undo()
    assert {one.name for one in desk.notebook.people()} == {"Ana Lima", "Bob"}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (80, 12), (140, 45)])
async def test_all_fields_are_reached_by_tab(desk: Desk, size: tuple[int, int]) -> None:
    app = desk.answer()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        found = []
        for _ in range(16):
            await pilot.press("tab")
            await pilot.pause()
            found.append(app.screen.focused.id if app.screen.focused else None)
        assert {"to", "cc", "channel", "after", "when", "remind", "text"} <= set(found)


async def test_a_reminder_is_echoed_and_stands_under_nudge_from_its_day(desk: Desk) -> None:
    app = desk.composer(people=(desk.ana.id,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#channel", Cycle).value = "phone"
        await type_in(pilot, "#remind", "yesterday")
        assert "not after today" in line(app.shown, "#reminder")
        await type_in(pilot, "#remind", "4d")
        assert "Thu 26 Nov" in line(app.shown, "#reminder")
        composer(app).editor.focus()
        await pilot.press(*"Which week suits you?", "ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    desk.now += 4 * DAY
    desk.notebook.settle()
    assert desk.notebook.counts()[Section.NUDGE] == 1


async def test_what_was_used_last_with_somebody_is_there_again(desk: Desk) -> None:
    desk.notebook.say("Hello", topic="Books", to=[desk.bob.id], channel="letter", no_answer=True)
    app = desk.composer(conversation=None, people=(desk.bob.id,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        fields = app.shown.query_one(Fields)
        assert (fields.channel, fields.after) == ("letter", "no answer needed")


async def test_what_goes_against_a_wish_is_told_first_and_the_same_key_goes_on(
    desk: Desk,
) -> None:
    desk.notebook.add_wish(desk.ana.id, "no calls until 1 Dec")
    app = desk.composer(people=(desk.ana.id,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not app.shown.query_one("#warned").display
        app.shown.query_one("#channel", Cycle).value = "phone"
        await pilot.press("H", "i")
        composer(app).look_through()
        await settle(pilot)
        assert "! Ana Lima said at" in line(app.shown, "#warned")
        await pilot.press("ctrl+s")
        await finish(pilot)
        assert app.result is PENDING
        assert "no calls until 1 Dec" in told(app)
        assert told(app).startswith("Ctrl+s again goes on all the same · Ana Lima said at")
        await pilot.press("ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_what_matters_before_writing_is_beside_or_above_and_used_up_by_a_key(
    desk: Desk, size: tuple[int, int]
) -> None:
    desk.notebook.say("Hm?", to=[desk.ana.id], channel="email", conversation=desk.conversation)
    desk.notebook.say(
        "? Ana Lima: the knee\n! grows [b]tomatoes[/b]",
        kind=Kind.NOTE,
        channel="other",
        conversation=desk.conversation,
    )
    app = desk.composer(people=(desk.ana.id,))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        wide = size[0] >= 100
        assert app.shown.query_one("#before-lines").display is wide
        if wide:
            beside = app.shown.query_one("#before-lines", ManyLines)
            shown = "\n".join("".join(span.text for span in each) for each in beside._lines)
            assert "the knee" in shown
            assert "[b]tomatoes[/b]" in shown
        else:
            assert "you wrote to Ana Lima today" in line(app.shown, "#before-line")
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, Beforehand)
        await pilot.press("enter")
        await finish(pilot)
        assert [one.text for one in desk.notebook.remarks(desk.ana.id)] == ["grows [b]tomatoes[/b]"]
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(app.screen, Composer)
    desk.notebook.undo()
    assert len(desk.notebook.remarks(desk.ana.id)) == 2


async def test_the_remarks_of_a_note_are_found_as_one_types(desk: Desk) -> None:
    app = desk.composer(Mode.NOTE)
    async with app.run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        composer(app).editor.load_text("? ask about the knee in 6 weeks\n! no calls until 1 Dec")
        composer(app).look_through()
        await settle(pilot)
        assert "next time: ask about the knee (3 Jan 2027)" in told(app)
        assert "asked for: no calls until 1 Dec" in told(app)


def editing(desk: Desk, exchange: int, mode: Mode = Mode.THEIRS) -> Host:
    entry = desk.notebook.entry(exchange)
    assert entry is not None
    return desk.composer(mode, edits=exchange, text=entry.drawn)


async def test_an_exchange_is_edited_in_place_in_one_step(desk: Desk) -> None:
    app = editing(desk, desk.asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        fields = app.shown.query_one(Fields)
        assert (fields.to.value, fields.channel) == ("Ana Lima", "email")
        assert "[edit: they said]" in line(app.shown, "#mode")
        composer(app).editor.load_text("Which month suits you?")
        app.shown.query_one("#channel", Cycle).value = "chat"
        await type_in(pilot, "#when", "yesterday 20:40")
        await pilot.press("ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    entry = desk.notebook.entry(desk.asked)
    assert entry is not None
    assert (entry.text, entry.channel, entry.edited) == ("Which month suits you?", "chat", True)
    assert desk.notebook.timeline(desk.conversation).total == 1
    desk.notebook.undo()
    entry = desk.notebook.entry(desk.asked)
    assert entry is not None
    assert (entry.channel, entry.edited) == ("email", False)


async def test_leaving_an_edit_untouched_leaves_no_draft_and_touched_keeps_one(desk: Desk) -> None:
    app = editing(desk, desk.asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+g")
        await finish(pilot)
    assert desk.notebook.drafts() == []
    app = editing(desk, desk.asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("X", "ctrl+g")
        await finish(pilot)
    app = again(desk, ComposeRequest(Mode.THEIRS, desk.conversation, edits=desk.asked))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert composer(app).editor.text.endswith("X")
        await pilot.press("ctrl+s")
        await finish(pilot)
    assert desk.notebook.drafts() == []
    entry = desk.notebook.entry(desk.asked)
    assert entry is not None
    assert entry.text.endswith("X")


async def test_editing_what_i_said_asks_not_again_whether_it_was_sent(desk: Desk) -> None:
    said = desk.notebook.say(
        "Hello there", to=[desk.ana.id], channel="email", conversation=desk.conversation
    )
    app = editing(desk, said.exchange, Mode.SAID)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("!", "ctrl+s")
        await finish(pilot)
        assert not isinstance(app.screen, SendingQuestion)
    assert isinstance(app.result, Said)
