"""What is done while something is being read or written acts on what is seen, and loses nothing."""

import asyncio
from pathlib import Path

import pytest

from convonote.app import Convonote
from convonote.config import Config
from convonote.conversation.records import DAY, Section
from convonote.screens.around.ending import Ending
from convonote.screens.finding.find import Find
from convonote.screens.people.merging import Merging
from convonote.screens.people.people import People
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.screens.writing.composer import Composer
from convonote.store.records import NotebookError
from convonote.widgets.people_field import PeopleField
from convonote.writing.compose_request import ComposeRequest
from tests.screens.gated import gate, gated_world, reached
from tests.screens.showing import NOW, Driver, World, press, rest, showing


def _several(folder: Path, count: int = 4) -> World:
    """So many conversations where it is my turn, `T0` above."""
    made = gated_world(folder)
    for number in range(count):
        who = made.person(f"Person {number}")
        made.hear(who, f"Question {number}?", f"T{number}", days=(count - number) / 10)
    return made


def _app(pilot: Driver) -> Convonote:
    assert isinstance(pilot.app, Convonote)
    return pilot.app


def _home(pilot: Driver) -> Home:
    screen = pilot.app.screen
    assert isinstance(screen, Home)
    return screen


def _selected(pilot: Driver) -> str:
    conversation = _home(pilot).conversation
    return conversation.topic if conversation else ""


def _closed(made: World) -> set[str]:
    return {one.topic for one in made.notebook.turns(Section.CLOSED)}


def _told(pilot: Driver) -> list[str]:
    return [one.text for one in _app(pilot).messages]


# The selection


async def test_who_is_merged_is_who_was_asked_about(tmp_path: Path) -> None:
    made = gated_world(tmp_path)
    ana, bob, zoe = (made.person(name) for name in ("Ana Lima", "Bob Stone", "Zoe Day"))
    async with showing(made) as pilot:
        await press(pilot, "2")
        people = pilot.app.screen
        assert isinstance(people, People)
        people.chosen(ana)
        await rest(pilot)
        people.action_merge_person()
        await rest(pilot)
        assert isinstance(pilot.app.screen, Merging)
        people.contacts.select(people.contacts.ids.index(zoe.id))
        pilot.app.screen.dismiss(bob)
        await rest(pilot)
        told = _told(pilot)[-1]
    assert "Ana Lima" in told
    assert "Bob Stone" in told


async def test_a_move_during_a_reload_stays(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "counts") as at:
            _home(pilot).reload()
            await reached(pilot, at)
            await pilot.press("j", "j")
            at.open()
            await rest(pilot)
        assert _selected(pilot) == "T2"


async def test_a_far_move_during_a_reload_stays_where_the_list_has_grown(tmp_path: Path) -> None:
    made = _several(tmp_path, 130)
    async with showing(made) as pilot:
        made.hear(made.person("Early"), "Me first?", "Early", days=20)
        with gate(made, "counts") as at:
            _home(pilot).reload()
            await reached(pilot, at)
            _home(pilot).queue.reveal((Section.MINE, 120))
            before = _selected(pilot)
            at.open()
            await rest(pilot)
        assert _selected(pilot) == before != ""


@pytest.mark.parametrize(
    ("room", "method"), [("2", "contact_ids"), ("3", "promise_counts"), ("5", "rhythm_counts")]
)
async def test_a_move_during_a_reload_stays_in_every_room(
    tmp_path: Path, room: str, method: str
) -> None:
    made = _several(tmp_path)
    for one in made.notebook.turns():
        made.notebook.add_promise(one.id, f"see to {one.topic}")
        made.notebook.set_rhythm(one.people[0].id, 1)
    async with showing(made, size=(60, 20)) as pilot:
        await press(pilot, room)
        with gate(made, method) as at:
            _app(pilot).reload()
            await reached(pilot, at)
            await pilot.press("j", "j")
            before = pilot.app.cursor_position
            at.open()
            await rest(pilot)
        assert pilot.app.cursor_position == before


async def test_who_was_chosen_is_selected_though_another_reload_comes_between(
    tmp_path: Path,
) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2")
        people = pilot.app.screen
        assert isinstance(people, People)
        late = made.person("Zoe Day")
        with gate(made, "contact_ids") as at:
            people.chosen(late)
            await reached(pilot, at)
            people.reload()
            at.open()
            await rest(pilot)
        assert people.person == late


# Names


async def _to(pilot: Driver) -> PeopleField:
    await pilot.app.push_screen(Composer(ComposeRequest()))
    await rest(pilot)
    field = pilot.app.screen.query_one("#to", PeopleField)
    field.focus()
    await rest(pilot)
    return field


async def test_enter_takes_nobody_who_was_offered_for_other_letters(tmp_path: Path) -> None:
    made = _several(tmp_path)
    made.person("Ana Lima")
    anatol = made.person("Anatol Berg")
    async with showing(made) as pilot:
        field = await _to(pilot)
        await press(pilot, *"Ana")
        with gate(made, "people") as at:
            await pilot.press(*"tol")
            await reached(pilot, at)
            await pilot.press("enter")
            assert field.value == "Anatol"
            at.open()
            await rest(pilot)
        assert field.people == (anatol.id,)


async def test_letters_typed_behind_an_enter_that_waits_take_nobody(tmp_path: Path) -> None:
    made = _several(tmp_path)
    made.person("Ana Lima")
    async with showing(made) as pilot:
        field = await _to(pilot)
        with gate(made, "people") as at:
            await pilot.press(*"Ana")
            await reached(pilot, at)
            await pilot.press("enter", "x")
            at.open()
            await rest(pilot)
        assert (field.value, field.people) == ("Anax", ())


async def test_two_of_one_name_are_told_apart_and_trouble_ends_nothing(tmp_path: Path) -> None:
    made = _several(tmp_path)
    both = [
        made.notebook.add_person("Ana Lima", [("email", f"{name}@example.org")]).id
        for name in ("one", "two")
    ]
    async with showing(made) as pilot:
        with gate(made, "person") as at:
            at.open()
            field = await _to(pilot)
            await press(pilot, *"Ana", "enter")
            at.fails = True
            await press(pilot, *"Ana", "down", "enter")
            at.fails = False
        assert pilot.app.is_running
        assert len(field.people) == 1
        field.focus()
        await press(pilot, *["backspace"] * 5, *"Ana", "down", "enter")
        assert set(field.people) == set(both)
        assert "@example.org" in field.value


# Find


async def _found(made: World, pilot: Driver) -> Find:
    who = made.person("Xeno")
    for animal in ("zebra", "giraffe"):
        made.hear(who, f"Where is the {animal}?", animal.capitalize())
    await press(pilot, "/")
    screen = pilot.app.screen
    assert isinstance(screen, Find)
    return screen


async def test_enter_opens_a_hit_of_the_words_that_stand_there(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        await press(pilot, *"zebra")
        assert find.hits.selected is not None
        with gate(made, "search") as at:
            find.field.value = "giraffe"
            await reached(pilot, at)
            await pilot.press("enter")
            assert pilot.app.screen is find
            at.open()
            await rest(pilot)
        assert isinstance(pilot.app.screen, Timeline)
        assert pilot.app.screen.conversation is not None
        assert pilot.app.screen.conversation.topic == "Giraffe"


async def test_hits_for_words_that_were_taken_back_are_not_shown(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        with gate(made, "search") as at:
            await pilot.press(*"zeb")
            await reached(pilot, at)
            await pilot.press("backspace")
            at.open()
            await rest(pilot)
        assert find.hits.selected is None


async def test_more_hits_of_the_words_before_neither_join_others_nor_put_them_aside(
    tmp_path: Path,
) -> None:
    made = _several(tmp_path)
    who = made.person("Yan")
    for number in range(60):
        made.hear(who, f"boat number {number}", f"B{number}")
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        await press(pilot, *"boat")
        with gate(made, "find", "search") as at:
            find.field.value = "giraffe"
            await reached(pilot, at)
            find.hits.last()
            await pilot.pause()
            at.open()
            await rest(pilot)
        assert find.hits.selected is not None
        assert find.hits.selected.topic == "Giraffe"
        find.hits.last()
        assert find.hits.selected.topic == "Giraffe"


# Changes


async def test_leaving_waits_for_what_was_asked_for(tmp_path: Path) -> None:
    made = _several(tmp_path)
    app = Convonote(made.notebook, Config())
    async with app.run_test() as pilot:
        await rest(pilot)
        with gate(made, "set_closed") as at:
            await pilot.press("a", "j", "a")
            home = _home(pilot)
            home.action_close()
            await reached(pilot, at)
            app.leave()
            assert "finishing …" in _told(pilot)
            assert app.is_running
            at.open()
            await asyncio.to_thread(lambda: None)
            while app.is_running and app._exit is False:
                await asyncio.sleep(0)
    assert _closed(made) == {"T0", "T1"}


async def test_what_is_done_twice_by_a_quick_hand_is_done_to_the_next(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "delete", "counts") as at:
            await pilot.press("D", "D")
            await reached(pilot, at)
            at.open()
            await rest(pilot)
        assert made.topics([one.id for one in made.notebook.turns()]) == ["T2", "T3"]
        assert not [told for told in _told(pilot) if "no longer" in told]
        await press(pilot, "u")
        assert [one.topic for one in made.notebook.turns()] == ["T1", "T2", "T3"]


async def test_keys_behind_one_that_waits_are_obeyed_in_their_order(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "counts") as at:
            await pilot.press("a", "a", "j", "a")
            await reached(pilot, at)
            at.open()
            await rest(pilot)
        assert _closed(made) == {"T0", "T1", "T3"}


@pytest.mark.parametrize("what", ["closed", "later", "turn", "left"])
def test_what_changes_nothing_is_no_step_of_undo(tmp_path: Path, what: str) -> None:
    made = _several(tmp_path)
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
    made = _several(tmp_path)
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
    made = _several(tmp_path)
    async with showing(made) as pilot:
        home = _home(pilot)
        home.action_mark_row()
        with gate(made, "set_closed") as at:
            home.action_close()
            await reached(pilot, at)
            await pilot.press("j", "asterisk")
            at.open()
            await rest(pilot)
        assert [one.topic for one in home.marked] == ["T2"]
        assert _closed(made) == {"T0"}


async def test_a_draft_is_put_on_disk_by_a_thread_that_touches_no_widget(tmp_path: Path) -> None:
    made = _several(tmp_path)
    async with showing(made) as pilot:
        app = _app(pilot)
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
