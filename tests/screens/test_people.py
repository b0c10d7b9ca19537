"""The room of people through the real app: the list, the card, the form, the briefing."""

from pathlib import Path

import pytest

from convonote.commands import COMMANDS, Where, commands
from convonote.commands.people import PERSONS
from convonote.commands.talking import TALKING
from convonote.conversation.records import Kind
from convonote.screens.people.briefing import BriefingScreen
from convonote.screens.people.card_form import CardForm
from convonote.screens.people.people import People
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.screens.writing.composer import Composer
from convonote.widgets.fields import Fields
from convonote.widgets.people_field import PeopleField
from tests.screens.showing import (
    Driver,
    World,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
    world,
)


def _people(pilot: Driver) -> People:
    screen = pilot.app.screen
    assert isinstance(screen, People)
    return screen


def _contact(made: World, name: str) -> list[tuple[str, str]]:
    (one,) = made.notebook.contacts(name)
    return [(each.kind, each.value) for each in one.details]


async def test_the_contact_list_shows_the_card_and_the_conversations(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    ana = made.notebook.people("Ana")[0]
    made.notebook.add_detail(ana.id, "line", "paints moss")
    made.notebook.add_address(ana.id, "phone", "+48 600 1", preferred=True)
    kyoto = made.notebook.with_person(ana.id)[0].id
    note = "? Ana Lima: ask about the knee\n! walks far\n! no calls before noon"
    made.notebook.say(note, conversation=kyoto, channel="other", kind=Kind.NOTE)
    async with showing(made) as pilot:
        await press(pilot, "2")
        assert shows(pilot, "People  3")
        assert selected_line(pilot).startswith("▌Ana Lima")
        assert shows(pilot, "paints moss")
        assert shows(pilot, "phone        +48 600 1 (preferred)")
        assert shows(pilot, "next time    ask about the knee")
        assert shows(pilot, "told         walks far")
        assert shows(pilot, "asked for    no calls before noon")
        assert shows(pilot, "CONVERSATIONS 1")
        await press(pilot, "j")
        assert shows(pilot, "CONVERSATIONS 2")
        assert shows(pilot, "Nothing is written down yet: e edits the card.")
        await press(pilot, "enter", "j", "enter")
        assert isinstance(pilot.app.screen, Timeline)
        await press(pilot, "q", "h", "q")
        assert isinstance(pilot.app.screen, Home)


@pytest.mark.parametrize(
    ("size", "panes"), [((60, 20), (1, 0)), ((80, 24), (1, 1)), ((140, 45), (1, 1))]
)
async def test_panes_fold_with_the_width(
    tmp_path: Path, size: tuple[int, int], panes: tuple[int, int]
) -> None:
    async with showing(small_world(tmp_path), size) as pilot:
        await press(pilot, "2")
        seen = (shows(pilot, "▌Ana Lima"), shows(pilot, "CONVERSATIONS 1"))
        assert seen == tuple(map(bool, panes))
        await press(pilot, "enter")
        assert (shows(pilot, " Marek  "), shows(pilot, "CONVERSATIONS 1")) == (panes[1] == 1, True)
        assert shows(pilot, "Nothing is written down yet: e edits the card.")
        await press(pilot, "h")
        assert selected_line(pilot).startswith("▌Ana Lima")


async def test_the_filter_follows_each_letter_and_stays_until_it_is_taken_away(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "f")
        await type_words(pilot, "mar")
        assert shows(pilot, "▌Marek")
        assert not shows(pilot, "Ana Lima")
        await press(pilot, "enter")
        assert shows(pilot, "People  1   filter: mar")
        await press(pilot, "escape")
        assert shows(pilot, "People  3")
        assert selected_line(pilot).startswith("▌Marek")
        await press(pilot, "f", "x", "x")
        assert shows(pilot, "Nobody fits “xx”.")
        await press(pilot, "ctrl+g")
        assert shows(pilot, "People  3")


async def test_a_card_is_edited_field_by_field_and_saved_as_one_step(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "e")
        await type_words(pilot, " Maria")
        await press(pilot, "tab")
        await type_words(pilot, "paints")
        await press(pilot, "tab")
        await type_words(pilot, "ana@example.org *")
        await press(pilot, "enter")
        await type_words(pilot, "signal ana.12")
        await press(pilot, "ctrl+s")
        assert shows(pilot, "Ana Lima Maria: saved; u takes it back")
        (ana,) = made.notebook.contacts("Maria")
        assert ana.person.addresses == (("email", "ana@example.org"), ("signal", "ana.12"))
        assert ana.preferred == 1
        assert shows(pilot, "signal       ana.12")
        await press(pilot, "u")
        assert _contact(made, "Ana Lima") == []
        assert not shows(pilot, "ana.12")


async def test_what_is_wrong_on_a_card_is_said_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "e", "tab")
        await type_words(pilot, "paints")
        await press(pilot, "tab")
        await type_words(pilot, "nowhere")
        await press(pilot, "ctrl+s")
        assert shows(pilot, "“nowhere” is no address")
        assert isinstance(pilot.app.screen, CardForm)
        await press(pilot, "ctrl+g")
        assert shows(pilot, "Not saved: Ctrl+s saves it")
        assert shows(pilot, "paints")
        await press(pilot, "ctrl+u", "ctrl+s")
        assert _contact(made, "Ana") == [("line", "paints")]


async def test_leaving_a_card_twice_leaves_it_as_it_was(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "e", "ctrl+g")
        assert isinstance(pilot.app.screen, People)
        await press(pilot, "e", "tab", "x", "ctrl+g", "ctrl+g")
        assert isinstance(pilot.app.screen, People)
        assert _contact(made, "Ana") == []


async def test_saying_something_to_who_is_selected_goes_where_it_belongs(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "c")
        assert isinstance(pilot.app.screen, Composer)
        assert shows(pilot, "Kyoto trip")
        await press(pilot, "ctrl+g", "r")
        assert isinstance(pilot.app.screen, Composer)
        assert shows(pilot, "Which week suits you?")
        await press(pilot, "ctrl+g", "o")
        assert isinstance(pilot.app.screen, Composer)
        fields = pilot.app.screen.query_one(Fields)
        assert fields.query_one("#to", PeopleField).value == "Ana Lima"


async def test_who_is_deleted_is_gone_without_a_question_and_undo_brings_them_back(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "D")
        assert shows(pilot, "Ana Lima deleted; what was said stays")
        assert shows(pilot, "People  2")
        await press(pilot, "u")
        assert shows(pilot, "▌Ana Lima")
        assert shows(pilot, "People  3")


async def test_two_people_are_merged_the_likely_one_proposed_first(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    other = made.person("Ana Lima")
    made.hear(other, "It is me.", "Roof")
    async with showing(made) as pilot:
        await press(pilot, "2", "L")
        assert shows(pilot, "Who else is Ana Lima?")
        assert shows(pilot, "Ana Lima  (the same full name)")
        await press(pilot, "enter")
        assert shows(pilot, "is Ana Lima now")
        assert shows(pilot, "CONVERSATIONS 2")
        await press(pilot, "u", "L")
        await type_words(pilot, "mar")
        assert shows(pilot, "▌ Marek")
        await press(pilot, "ctrl+g")
        assert shows(pilot, "People  4")


async def test_who_is_added_is_selected(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "p")
        await type_words(pilot, "Bo Chen, bo@example.org")
        await press(pilot, "enter")
        assert selected_line(pilot).startswith("▌Bo Chen")
        assert shows(pilot, "email        bo@example.org")


async def test_the_briefing_opens_from_the_queue_the_timeline_and_the_people(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        for keys in ((), ("enter",), ("2",)):
            await press(pilot, *keys, "b")
            assert isinstance(pilot.app.screen, BriefingScreen)
            assert shows(pilot, "Briefing: Ana Lima")
            assert shows(pilot, "> Kyoto trip 4d")
            assert shows(pilot, "SAID LAST")
            await press(pilot, "q")


async def test_with_several_in_a_conversation_it_is_asked_whom_to_be_briefed_on(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    ana, bob = made.person("Ana"), made.person("Bob")
    made.notebook.say("Hello?", topic="Fence", channel="chat", author=ana.id, to=[bob.id])
    async with showing(made) as pilot:
        await press(pilot, "b")
        assert shows(pilot, "Briefing on whom?")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BriefingScreen)


async def test_who_knows_about_something_is_asked_and_shown(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2", "j")
        await _people(pilot).run_action("recommend")
        await rest(pilot)
        await type_words(pilot, "bikes by Ana Lima")
        assert shows(pilot, "= bikes, as Ana Lima said")
        await press(pilot, "enter")
        assert shows(pilot, "recommended  bikes, by Ana Lima")
        await _people(pilot).run_action("who('bike')")
        await rest(pilot)
        await press(pilot, "enter")
        assert shows(pilot, "bikes, recommended by Ana Lima on Sun 22 Nov")
        assert shows(pilot, "Could I borrow the bike?")


async def test_many_people_are_read_as_they_come_into_view(tmp_path: Path) -> None:
    made = world(tmp_path)
    with made.notebook.together():
        for number in range(400):
            made.notebook.add_person(f"Person {number:03}")
    async with showing(made) as pilot:
        await press(pilot, "2", "G")
        assert selected_line(pilot).startswith("▌Person 399")
        assert not shows(pilot, "…")
        await press(pilot, "g", "ctrl+d")
        assert not shows(pilot, "…")


async def test_what_is_stored_of_people_cannot_drive_the_terminal(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    evil = made.person("Ev\x1b[2Jil \u202e[b]x")
    made.notebook.add_detail(evil.id, "line", "\x1b]52;c;x\x07 [red]y")
    made.notebook.add_address(evil.id, "email", "e\x1b[1mx@y")
    made.hear(evil, "\x1b[2J boo?", "[b]Topic\x1b[2J")
    async with showing(made) as pilot:
        await press(pilot, "2", "f")
        await type_words(pilot, "ev")
        await press(pilot, "enter")
        for key in ("e", "ctrl+g", "b", "q", "L", "ctrl+g", "D"):
            await press(pilot, key)
            assert not any("\x1b" in line or "\u202e" in line for line in screen_text(pilot))


@pytest.mark.parametrize("empty", [True, False])
@pytest.mark.parametrize(
    "id", [one.id for one in commands(Where.PEOPLE) if one in (*PERSONS, *TALKING)]
)
async def test_every_command_of_people_can_be_done_on_an_empty_and_on_a_small_notebook(
    tmp_path: Path, id: str, empty: bool
) -> None:
    (command,) = [command for command in COMMANDS if command.id == id]
    async with showing(world(tmp_path) if empty else small_world(tmp_path)) as pilot:
        await press(pilot, "2")
        people = _people(pilot)
        if people.check_action(command.action, ()):
            await people.run_action(command.action)
            await rest(pilot)
        assert pilot.app.is_running
