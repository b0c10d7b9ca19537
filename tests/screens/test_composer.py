"""Writing things down: the composer, driven by keys on a real notebook."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from convonote.config import Config
from convonote.conversation.records import Kind, PromiseState, Turn
from convonote.screens.writing.composer import Composer
from convonote.screens.writing.sending import SendingQuestion
from convonote.store.records import Said
from convonote.widgets.cycle import Cycle
from convonote.widgets.fields import Fields
from convonote.widgets.one_line import OneLine
from convonote.widgets.page import Page
from convonote.writing.compose_request import Mode
from convonote.writing.composing import After
from tests.screens.composing_host import PENDING, Desk, Host, line


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "notebook.db")
    yield made
    made.notebook.close()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more."""
    await pilot.pause()
    # Saving waits for an answer, so it is not waited for here.
    if under_way := [worker for worker in pilot.app.workers if worker.group != "save"]:
        await pilot.app.workers.wait_for_complete(under_way)
    await pilot.pause()


async def finish(pilot: Pilot[None]) -> None:
    """Wait until saving has ended, too."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def composer(app: Host) -> Composer:
    assert isinstance(app.shown, Composer)
    return app.shown


def told(app: Host) -> str:
    return line(app.shown, "#told")


async def type_in(pilot: Pilot[None], selector: str, words: str) -> None:
    """Put words into a field as typing does."""
    field = pilot.app.screen.query_one(selector, OneLine)
    field.focus()
    await pilot.pause()
    field.value = words
    await settle(pilot)


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


async def test_a_channel_that_stays_here_asks_nothing(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#channel", Cycle).value = "phone"
        await pilot.press(*"Told her", "ctrl+s")
        await finish(pilot)
    assert desk.last().channel == "phone"


async def test_the_question_can_be_left_back_to_the_text(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hi", "ctrl+s")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await finish(pilot)
        assert app.result is PENDING
        assert composer(app).editor.text == "Hi"
        assert desk.last().id == desk.asked


async def test_arrows_and_enter_answer_the_question(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hi", "ctrl+s")
        await settle(pilot)
        await pilot.press("down", "down", "enter")  # keep as draft
        await finish(pilot)
    assert app.result is None
    assert [draft.text for draft in desk.notebook.drafts()] == ["Hi"]


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


async def test_handing_over_gives_the_message_to_the_command(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    desk.config = Config(send=f"sh -c 'cat > {taken}'")
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
    message = taken.read_text()
    assert "To: Ana Lima <ana@example.org>\n" in message
    assert "From: Jo Doe <jo@example.org>\n" in message
    assert "Subject: Re: Kyoto trip\n" in message
    assert message.endswith("\n\nApril 10\n")
    assert desk.last().queued
    assert "Handed over" in app.message
    assert desk.notebook.drafts() == []


async def test_a_command_that_fails_leaves_the_text_and_says_why(desk: Desk) -> None:
    desk.config = Config(send="sh -c 'cat >/dev/null; echo no route; exit 75'")
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
        assert app.result is PENDING
        assert "no route" in told(app)
        assert composer(app).editor.text == "April 10"
    assert desk.last().id == desk.asked


async def test_without_a_command_handing_over_copies(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
        assert app.clipboard == "April 10"
    assert desk.last().queued
    assert "clipboard" in app.message


async def test_a_draft_is_kept_while_one_types_and_goes_with_the_save(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Half a sen")
        composer(app).keep_draft()
        await settle(pilot)
        assert [draft.text for draft in desk.notebook.drafts()] == ["Half a sen"]
        await pilot.press(*"tence", "ctrl+s")
        await finish(pilot)
    assert desk.last().text == "Half a sentence"
    assert desk.notebook.drafts() == []


async def test_the_draft_is_on_disk_at_once_when_the_program_must_end(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Line drops")
        composer(app).save_now()
        assert [draft.text for draft in desk.notebook.drafts()] == ["Line drops"]


async def test_leaving_keeps_the_draft_and_opening_it_restores_all_fields(desk: Desk) -> None:
    app = desk.composer(conversation=None, people=(desk.bob.id, desk.ana.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_in(pilot, "#topic", "Bike")
        app.shown.query_one("#channel", Cycle).value = "sms"
        app.shown.query_one("#text").focus()
        await pilot.press(*"Is it", "escape")
        await finish(pilot)
    assert app.result is None
    assert "draft" in app.message
    draft = desk.notebook.drafts()[0]
    again = desk.composer(Mode.TALK, conversation=None, draft=draft)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        sketch = composer(again).sketch
        assert sketch.mode is Mode.SAID
        assert (sketch.topic, sketch.channel, sketch.text) == ("Bike", "sms", "Is it")
        assert sketch.people == (desk.bob.id, desk.ana.id)


async def test_leaving_with_nothing_written_leaves_no_draft(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"ab", "backspace", "backspace", "ctrl+g")
        await finish(pilot)
    assert app.result is None
    assert desk.notebook.drafts() == []


async def test_a_new_conversation_takes_its_topic_from_the_text(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None, people=(desk.bob.id,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"The bike is broken", "ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    made = desk.notebook.conversation(app.result.conversation)
    assert made is not None
    assert made.topic == "The bike is broken"


async def test_names_are_completed_as_one_types(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#to").focus()
        await pilot.press(*"an")
        await settle(pilot)
        assert "▸Ana Lima" in line(app.shown, "#offers")
        assert "+an new person" in line(app.shown, "#offers")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"bo")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert composer(app).fields.to.value == "Ana Lima, Bob, "
        assert composer(app).sketch.people == (desk.ana.id, desk.bob.id)


async def test_a_new_person_is_made_with_a_plus(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_in(pilot, "#to", "+Marek, Bob")
        app.shown.query_one("#text").focus()
        await pilot.press(*"Hello", "ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    entry = desk.notebook.entry(app.result.exchange)
    assert entry is not None
    assert entry.author == replace(
        desk.person("Marek"), addresses=entry.author.addresses if entry.author else ()
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [("Anna", "+Anna"), ("", "whom"), ("[red]x[/]", "+[red]x[/]")],
)
async def test_a_name_that_is_nobodys_is_told_and_the_text_stays(
    desk: Desk, typed: str, says: str
) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#to", typed)
        await pilot.press("ctrl+s")
        await finish(pilot)
        assert says in told(app)
        assert app.focused is composer(app).fields.to
        assert composer(app).editor.text == "Hello"
    assert app.result is None or app.result is PENDING


async def test_a_moment_in_words_is_echoed_and_used(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#when", "yesterday 20:40")
        assert "= Sat 21 Nov 2026 20:40" in line(app.shown, "#moment")
        await pilot.press("ctrl+s")
        await finish(pilot)
    entry = desk.last()
    assert entry.text == "Hello"
    assert desk.now - entry.at > 8 * 3600 * 1_000_000


@pytest.mark.parametrize("words", ["nonsense", "2099-01-01"])
async def test_a_moment_that_is_none_is_told_and_the_text_stays(desk: Desk, words: str) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#when", words)
        await pilot.press("ctrl+s")
        await finish(pilot)
        assert told(app)
        assert app.result is PENDING
        assert app.focused is composer(app).fields.when


async def test_an_empty_text_is_not_saved(desk: Desk) -> None:
    app = desk.composer(Mode.NOTE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("space", "ctrl+s")
        await finish(pilot)
        assert "nothing to save" in told(app)
    assert desk.last().id == desk.asked


@pytest.mark.parametrize(
    ("after", "turn"), [(After.ME, Turn.ME), (After.THEM, Turn.THEM), (After.NOBODY, Turn.NOBODY)]
)
async def test_the_turn_after_can_be_chosen(desk: Desk, after: After, turn: Turn) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#after", Cycle).value = after
        await pilot.press(*"Hello", "ctrl+s")
        await finish(pilot)
    conversation = desk.notebook.conversation(desk.conversation)
    assert conversation is not None
    assert conversation.turn is turn


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


async def test_undo_and_redo_of_the_text(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"one", "enter", *"two", "ctrl+z")
        assert composer(app).editor.text != "one\ntwo"
        await pilot.press("ctrl+y")
        assert composer(app).editor.text == "one\ntwo"


async def test_undo_in_a_field_undoes_that_field(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"text")
        app.shown.query_one("#when").focus()
        await pilot.press(*"fri", "ctrl+z")
        assert composer(app).fields.when.value == "fr"
        await pilot.press("ctrl+y")
        assert composer(app).fields.when.value == "fri"
        assert composer(app).editor.text == "text"


async def test_a_large_paste_is_text_and_nothing_else(desk: Desk) -> None:
    pasted = "jkdu\x13\x1b[2J? word\n" * 70_000
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.post_message(events.Paste(pasted))
        await settle(pilot)
        assert app.result is PENDING
        assert len(composer(app).editor.text) >= 1_000_000
        shown = "".join(composer(app).editor.render_line(y).text for y in range(5))
        assert "\x1b" not in shown
        await pilot.press("ctrl+z")
        assert composer(app).editor.text == ""


async def test_a_pasted_line_without_end_is_kept_whole(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        composer(app).editor.insert("x" * 1_000_000)
        await pilot.press("y")
        await settle(pilot)
        assert composer(app).editor.text == "x" * 1_000_000 + "y"


async def test_the_preview_shows_where_there_is_room_and_folds_away(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(140, 45)) as pilot:
        await settle(pilot)
        assert app.shown.query_one("#preview").display
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not app.shown.query_one("#preview").display
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert app.shown.query_one("#preview").display


async def test_the_users_editor_changes_the_text_and_undo_brings_it_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "from outside\\n" > "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"before", "ctrl+o")
        await settle(pilot)
        assert composer(app).editor.text == "from outside"
        await pilot.press("ctrl+z")
        assert composer(app).editor.text == "before"


async def test_an_editor_that_fails_leaves_the_text_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "false")
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"before", "ctrl+o")
        assert composer(app).editor.text == "before"
        assert "as it was" in told(app)


@contextmanager
def full_disk(notebook: Path) -> Iterator[None]:
    """Let no file grow: what the system then answers is what it answers on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    sizes = (file.stat().st_size for file in notebook.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_on_a_full_disk_the_text_stays_and_can_be_saved_later(
    desk: Desk, tmp_path: Path
) -> None:
    text = "A long story. " * 20_000
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        composer(app).editor.load_text(text)
        with full_disk(tmp_path / "notebook.db"):
            await pilot.press("ctrl+s")
            await finish(pilot)
            assert app.result is PENDING
            assert "Not saved" in told(app)
            await pilot.press("ctrl+g")
            await finish(pilot)
            assert app.result is PENDING
            assert "not saved" in told(app)
        assert composer(app).editor.text == text
        await pilot.press("ctrl+s")
        await finish(pilot)
    assert desk.last().text == text


async def test_keys_of_the_terminal_are_not_taken(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        taken = {
            key
            for screen in (app.shown, app.shown.query_one("#text"), app.shown.query_one(Fields).to)
            for key in screen._bindings.key_to_bindings
        }
        forbidden = {f"ctrl+{key}" for key in ("a", "b", "h", "i", "j", "m", "space")}
        assert not taken & (forbidden | {"f10", "f11", "shift+enter"})
        assert not [key for key in taken if key.startswith("alt+")]


async def test_a_draft_keeps_names_that_were_typed_in_full(desk: Desk) -> None:
    app = desk.composer(conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#to").focus()
        await pilot.press(*"bob", "tab", "tab")
        await settle(pilot)
        app.shown.query_one("#text").focus()
        await pilot.press(*"Hi", "ctrl+g")
        await finish(pilot)
    assert [draft.people for draft in desk.notebook.drafts()] == [(desk.bob.id,)]


async def test_a_group_is_answered_with_those_in_copy_in_copy(desk: Desk) -> None:
    asked = desk.notebook.say(
        "Who comes?",
        conversation=desk.conversation,
        channel="email",
        author=desk.ana.id,
        to=[desk.me.id],
        cc=[desk.bob.id],
    )
    app = desk.composer(answers=asked.exchange)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"I do", "ctrl+s")
        await settle(pilot)
        await pilot.press("s")
        await finish(pilot)
    said = desk.last()
    assert [one.name for one in said.to] == ["Ana Lima"]
    assert [one.name for one in said.cc] == ["Bob"]


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
