"""Writing things down: the composer, driven by keys on a real notebook."""

import pytest
from textual.widgets import TextArea

from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.turn_records import Turn
from convonote.screens.writing.sending import SendingQuestion
from convonote.store.records import Said
from convonote.widgets.page import Page
from convonote.writing.compose_request import Mode
from tests.screens.composing_host import Desk, composer, finish, line, settle, told


async def test_an_answer_is_saved_and_the_turn_passes(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, SendingQuestion)
        await pilot.press("s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    said = desk.last()
    assert (said.text, said.channel, said.author.name) == ("April 10", "email", "Jo Doe")
    assert [one.name for one in said.to] == ["Ana Lima"]
    conversation = desk.notebook.conversation(desk.conversation)
    assert conversation is not None
    assert conversation.turn is Turn.THEM
    assert desk.notebook.drafts() == []


async def test_what_is_answered_is_in_view_and_the_text_has_the_focus(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.focused, TextArea)
        quoted = app.screen.query_one("#quoted", Page)
        shown = "\n".join(quoted.render_line(y).text for y in range(quoted.size.height))
        assert "Ana Lima" in shown
        assert "Which week suits you?" in shown


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 45), (40, 10), (1, 1), (30, 5)])
async def test_opens_and_saves_at_every_size(desk: Desk, size: tuple[int, int]) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(*"ok", "ctrl+s")
        await finish(pilot)
    assert desk.last().text == "ok"


async def test_letters_typed_before_it_is_ready_are_not_lost(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"quick", "ctrl+s")
        await finish(pilot)
    assert desk.last().text == "quick"


async def test_what_they_said_comes_from_the_first_of_them_to_me(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, people=(desk.bob.id, desk.ana.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello", "ctrl+s")
        await finish(pilot)
    said = desk.last()
    assert said.author.name == "Bob"
    assert {one.name for one in said.to} == {"Jo Doe", "Ana Lima"}


async def test_a_talk_has_everybody_as_speakers(desk: Desk) -> None:
    app = desk.composer(Mode.TALK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"We talked", "ctrl+s")
        await finish(pilot)
    said = desk.last()
    assert said.kind is Kind.TALK
    assert {one.name for one in said.speakers} == {"Jo Doe", "Ana Lima"}


async def test_a_note_is_private_and_moves_no_turn(desk: Desk) -> None:
    before = desk.notebook.conversation(desk.conversation)
    app = desk.composer(Mode.NOTE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"she prefers mornings", "ctrl+s")
        await finish(pilot)
    after = desk.notebook.conversation(desk.conversation)
    assert desk.last().kind is Kind.NOTE
    assert before is not None
    assert after is not None
    assert (after.turn, after.section) == (before.turn, before.section)


async def test_ctrl_t_goes_through_who_speaks(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for shown in ("[I said]", "[they said]", "[we talked]", "[I said]"):
            assert shown in line(app.shown, "#mode")
            await pilot.press("ctrl+t")


async def test_keep_as_draft_passes_no_turn(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hi", "ctrl+s")
        await settle(pilot)
        await pilot.press("k")
        await finish(pilot)
    assert desk.last().id == desk.asked
    draft = desk.notebook.drafts()[0]
    assert (draft.text, draft.answers, draft.people) == ("Hi", desk.asked, (desk.ana.id,))


async def test_an_empty_text_is_not_saved(desk: Desk) -> None:
    app = desk.composer(Mode.NOTE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", "ctrl+s")
        await finish(pilot)
        assert "nothing to save" in told(app)
    assert desk.last().id == desk.asked


async def test_words_and_promises_are_found_after_a_rest_and_filed_on_save(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"- [ ] send the list by fri")
        composer(app).look_through()
        await settle(pilot)
        assert "send the list" in told(app)
        assert "words" in told(app)
        await pilot.press("ctrl+s")
        await finish(pilot)
    promises = desk.last().promises
    assert [(one.what, one.state) for one in promises] == [("send the list", PromiseState.OPEN)]


async def test_what_is_answered_cannot_drive_the_terminal_nor_be_read_as_markup(desk: Desk) -> None:
    asked = desk.notebook.say(
        "[red]x[/red] \x1b]52;c;eA==\x07 \u202edog",
        conversation=desk.conversation,
        channel="email",
        author=desk.ana.id,
        to=[desk.me.id],
    )
    app = desk.composer(answers=asked.exchange)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        quoted = app.screen.query_one("#quoted", Page)
        shown = "\n".join(quoted.render_line(y).text for y in range(quoted.size.height))
        assert "[red]x[/red]" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


@pytest.mark.parametrize("size", [(80, 12), (80, 10), (60, 11), (60, 12), (40, 10)])
async def test_there_is_room_for_text_on_few_rows(desk: Desk, size: tuple[int, int]) -> None:
    app = desk.answer()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert composer(app).editor.region.height >= 2
        assert composer(app).editor.region.bottom <= size[1]


async def test_a_note_comes_round_to_a_note_again(desk: Desk) -> None:
    app = desk.composer(Mode.NOTE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for shown in ("[note]", "[I said]", "[they said]", "[we talked]", "[note]"):
            assert shown in line(app.shown, "#mode")
            await pilot.press("ctrl+t")
