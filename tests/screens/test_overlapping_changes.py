"""What is done while a change is being written is done to what is seen, and loses nothing."""

import asyncio
from pathlib import Path

import pytest

from convonote.app import Convonote
from convonote.config import Config
from convonote.conversation.records import DAY
from convonote.screens.around.ending import Ending
from convonote.screens.writing.composer import Composer
from convonote.store.errors import NotebookError
from convonote.writing.compose_request import ComposeRequest
from tests.screens.gated import gate, reached
from tests.screens.overlapping import app_of, closed_topics, home_of, messages_of, several
from tests.screens.showing import NOW, ended, press, rest, showing


async def test_leaving_waits_for_what_was_asked_for(tmp_path: Path) -> None:
    made = several(tmp_path)
    app = Convonote(made.notebook, Config())
    async with app.run_test() as pilot:
        await rest(pilot)
        with gate(made, "set_closed") as at:
            await pilot.press("a", "j", "a")
            home = home_of(pilot)
            home.action_close()
            await reached(pilot, at)
            app.leave()
            assert "finishing …" in messages_of(pilot)
            assert app.is_running
            at.open()
            await app.workers.wait_for_complete(app.under_way("leaving"))
        assert await ended(pilot)
    assert closed_topics(made) == {"T0", "T1"}


async def test_what_is_done_twice_by_a_quick_hand_is_done_to_the_next(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "delete", "counts") as at:
            await pilot.press("D", "D")
            await reached(pilot, at)
            at.open()
            await rest(pilot)
        assert made.topics([one.id for one in made.notebook.turns()]) == ["T2", "T3"]
        assert not [told for told in messages_of(pilot) if "no longer" in told]
        await press(pilot, "u")
        assert [one.topic for one in made.notebook.turns()] == ["T1", "T2", "T3"]


async def test_keys_behind_one_that_waits_are_obeyed_in_their_order(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "counts") as at:
            await pilot.press("a", "a", "j", "a")
            await reached(pilot, at)
            at.open()
            await rest(pilot)
        assert closed_topics(made) == {"T0", "T1", "T3"}


@pytest.mark.parametrize("what", ["closed", "later", "turn", "left"])
def test_what_changes_nothing_is_no_step_of_undo(tmp_path: Path, what: str) -> None:
    made = several(tmp_path)
    notebook = made.notebook
    one = notebook.turns()[0]
    them = [person.id for person in one.people]

    def choose() -> None:
        made.now += DAY
        if what == "closed":
            notebook.set_closed(one.id, True)
        elif what == "later":
            notebook.set_later(one.id, NOW + 9 * DAY)
        elif what == "turn":
            notebook.set_turn(one.id, them)
        else:
            notebook.set_left(one.id, them)

    before = notebook.conversation(one.id)
    choose()
    choose()
    notebook.undo()
    after = notebook.conversation(one.id)
    assert before is not None
    assert after is not None
    assert (after.section, after.turn) == (before.section, before.turn)
    # What was opened again is closed again by the same word.
    choose()
    changed = notebook.conversation(one.id)
    assert changed is not None
    assert (changed.section, changed.turn) != (before.section, before.turn)


def test_a_turn_that_a_promise_took_is_set_again(tmp_path: Path) -> None:
    made = several(tmp_path)
    notebook = made.notebook
    one = notebook.turns()[0]
    notebook.set_turn(one.id, ())
    promise = notebook.add_promise(one.id, "send it")
    assert promise.what == "send it"
    notebook.set_turn(one.id, [notebook.me.id])
    notebook.set_turn(one.id, ())
    now = notebook.conversation(one.id)
    assert now is not None
    assert now.holders == ()


async def test_marks_made_during_a_change_stay(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        home = home_of(pilot)
        home.action_mark_row()
        with gate(made, "set_closed") as at:
            home.action_close()
            await reached(pilot, at)
            await pilot.press("j", "asterisk")
            at.open()
            await rest(pilot)
        assert [one.topic for one in home.marked] == ["T2"]
        assert closed_topics(made) == {"T0"}


async def test_a_draft_is_put_on_disk_by_a_thread_that_touches_no_widget(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        app = app_of(pilot)
        assert isinstance(app, Ending)
        await app.push_screen(Composer(ComposeRequest()))
        await rest(pilot)
        composer = app.screen
        assert isinstance(composer, Composer)
        composer.editor.text = "Half a sentence"
        save = composer.to_save()
        composer.editor.text = "Something else"
        await asyncio.to_thread(save)
        assert [draft.text for draft in made.notebook.drafts()] == ["Half a sentence"]
        with gate(made, "save_draft", fails=True), pytest.raises(NotebookError):
            await asyncio.to_thread(composer.to_save())
