"""The room of promises, and what is promised in the queue and in a timeline."""

from pathlib import Path

from convonote.conversation.records import DAY, Kind, PromiseState
from tests.screens.showing import (
    NOW,
    World,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    type_words,
    world,
)


def owing(folder: Path) -> World:
    """I owe a list since Friday, Ana a quote on Wednesday, and a note suggests tiles."""
    made = world(folder)
    ana = made.person("Ana Lima")
    said = made.notebook.say(
        "Let us do it so:\n\n- [ ] send the list by 2026-11-20\n- [ ] @Ana sends the quote by wed",
        topic="Roof",
        channel="email",
        to=[ana.id],
        at=NOW - 4 * DAY,
    )
    made.notebook.say(
        "- [ ] buy tiles",
        conversation=said.conversation,
        kind=Kind.NOTE,
        channel="other",
        at=NOW - DAY,
    )
    return made


def states(made: World) -> dict[str, str]:
    every = made.notebook.promises(states=tuple(PromiseState))
    return {promise.what: promise.state.value for promise in every}


async def test_the_room_shows_what_is_owed_both_ways_with_the_overdue_first(tmp_path: Path) -> None:
    async with showing(owing(tmp_path)) as pilot:
        await press(pilot, "3")
        lines = screen_text(pilot)
        assert lines[0].startswith(" Promises  2 owed, mine and theirs")
        assert lines[1] == " OVERDUE 1"
        assert selected_line(pilot).startswith("▌! you         send the list")
        assert "2d over" in lines[2]
        assert "Roof · Ana Lima" in lines[2]
        assert lines[3] == " DUE 1"
        assert "Ana Lima    sends the quote" in lines[4]
        assert " SUGGESTED 1 +" in lines
        assert shows(pilot, "Wed 18 Nov: you promised · due Fri 20 Nov")


async def test_keeping_letting_go_and_undoing_from_the_room(tmp_path: Path) -> None:
    made = owing(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "3", "x")
        assert states(made)["send the list"] == "kept"
        assert shows(pilot, "“send the list” kept; u takes it back")
        await press(pilot, "g", "X")
        assert states(made)["sends the quote"] == "let go"
        await press(pilot, "z")
        assert shows(pilot, "x you         send the list")
        assert shows(pilot, "- Ana Lima    sends the quote")
        await press(pilot, "u", "u")
        assert shows(pilot, "2 owed")


async def test_suggestions_are_taken_and_dismissed_by_a_key(tmp_path: Path) -> None:
    made = owing(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "3", "G", "k", "k", "enter", "j")
        assert selected_line(pilot).startswith("▌? you         buy tiles")
        await press(pilot, ".")
        assert states(made)["buy tiles"] == "open"
        await press(pilot, "u", "1", "comma")
        assert states(made)["buy tiles"] == "dismissed"
        await press(pilot, ".")
        assert shows(pilot, "Nothing is suggested here")


async def test_one_key_goes_through_mine_and_theirs(tmp_path: Path) -> None:
    async with showing(owing(tmp_path)) as pilot:
        await press(pilot, "3", "tab")
        assert shows(pilot, "1 owed, mine")
        assert not shows(pilot, "sends the quote")
        await press(pilot, "tab")
        assert shows(pilot, "1 owed, theirs")
        assert not shows(pilot, "send the list")


async def test_a_filter_narrows_the_list_as_one_types(tmp_path: Path) -> None:
    async with showing(owing(tmp_path)) as pilot:
        await press(pilot, "3", "f")
        await type_words(pilot, "quote")
        await press(pilot, "enter")
        assert shows(pilot, "filter: quote")
        assert not shows(pilot, "send the list")
        await press(pilot, "q")
        assert shows(pilot, "send the list")


async def test_enter_opens_the_timeline_where_it_was_promised(tmp_path: Path) -> None:
    async with showing(owing(tmp_path)) as pilot:
        await press(pilot, "3", "enter")
        assert shows(pilot, "── you owe: “send the list”  2d over")
        assert shows(pilot, "── Ana Lima owes: “sends the quote”  wed")
        assert shows(pilot, "── you may owe: “buy tiles”  . take  , no")
        await press(pilot, "q")
        assert shows(pilot, "Promises")


async def test_in_a_timeline_keeping_ticks_the_box_and_leaves_the_text(tmp_path: Path) -> None:
    made = owing(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "3", "enter", "x")
        assert shows(pilot, "Which promise?")
        await press(pilot, "enter")
        assert shows(pilot, "[x] send the list")
        assert shows(pilot, "── you kept: “send the list”  Sun 22 Nov")
        entry = made.notebook.timeline(1).entries[0]
        assert "- [ ] send the list" in entry.text


async def test_a_due_date_is_changed_and_taken_away(tmp_path: Path) -> None:
    made = owing(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "3", "d", "ctrl+u")
        await type_words(pilot, "fri")
        assert shows(pilot, "= Fri 27 Nov, in 5 days")
        await press(pilot, "enter")
        assert shows(pilot, "“send the list” due Fri 27 Nov")
        await press(pilot, "d", "ctrl+u")
        await type_words(pilot, "none")
        await press(pilot, "enter")
        assert [p.due for p in made.notebook.promises("mine")] == [None]


async def test_a_promise_is_added_by_hand_for_oneself_and_for_others(tmp_path: Path) -> None:
    made = owing(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "P")
        await type_words(pilot, "paint the door by fri")
        assert shows(pilot, "= you owe: paint the door, due Fri 27 Nov")
        await press(pilot, "enter", "P")
        await pilot.press(*"ana", "colon", "space", *"rings")
        await rest(pilot)
        assert shows(pilot, "= Ana Lima owes: rings, no due date")
        await press(pilot, "enter")
        owed = {(p.owner.name, p.what) for p in made.notebook.promises()}
        assert {("me", "paint the door"), ("Ana Lima", "rings")} <= owed


async def test_an_empty_notebook_says_how_a_promise_comes_about(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.say(made.person("Ana"), "Hello", "Roof")
    async with showing(made, size=(60, 20)) as pilot:
        await press(pilot, "3", "x", "X", ".", "comma", "d", "enter", "z", "tab")
        assert shows(pilot, "Nothing is promised.")


async def test_what_was_promised_cannot_drive_the_terminal(tmp_path: Path) -> None:
    made = owing(tmp_path)
    made.notebook.add_promise(1, "wipe \x1b[2J [red]it[/red]")
    async with showing(made, size=(140, 45)) as pilot:
        await press(pilot, "3")
        assert shows(pilot, "[red]it[/red]")
        assert not any("\x1b" in line for line in screen_text(pilot))


async def test_what_somebody_says_of_a_promise_is_taken_in_the_timeline(tmp_path: Path) -> None:
    made = owing(tmp_path)
    ana = made.notebook.people("Ana")[0]
    made.notebook.say(
        "Here is the quote.", conversation=1, channel="email", author=ana.id, at=NOW - DAY // 2
    )
    async with showing(made) as pilot:
        await press(pilot, "3")
        assert shows(pilot, "sends the quote  kept?")
        await press(pilot, "1", "enter", "G")
        assert shows(pilot, "── Ana Lima says it is done: “sends the quote”  . kept  , no")
        await press(pilot, "comma")
        assert shows(pilot, "“sends the quote” still open; u takes it back")
        await press(pilot, "u", ".")
        assert states(made)["sends the quote"] == "kept"
        assert shows(pilot, "“sends the quote” kept; u takes it back")


async def test_in_the_queue_a_key_asks_which_of_several_suggestions(tmp_path: Path) -> None:
    made = owing(tmp_path)
    ana = made.notebook.people("Ana")[0]
    made.notebook.say(
        "Here is the quote. I'll bring the keys.",
        conversation=1,
        channel="email",
        author=ana.id,
        at=NOW - DAY // 2,
    )
    async with showing(made) as pilot:
        await press(pilot, ".")
        assert shows(pilot, "Which suggestion?")
        assert shows(pilot, "Ana Lima says it is done: sends the quote")
        await press(pilot, "j", "enter")
        assert "open" in {states(made)["buy tiles"], states(made)["bring the keys"]}


async def test_undoing_selects_what_stands_again_as_it_stood(tmp_path: Path) -> None:
    async with showing(owing(tmp_path)) as pilot:
        await press(pilot, "3", "g", "j")
        before = selected_line(pilot)
        await press(pilot, "x", "g")
        assert selected_line(pilot) != before
        await press(pilot, "u")
        assert selected_line(pilot) == before
