"""What cannot be done, and what is not there, is said with its cause and a key."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from convonote import demo
from convonote.conversation.records import DAY, Kind
from convonote.host import host
from convonote.screens.people.people import People
from convonote.screens.prompt import Prompt
from convonote.widgets.editor import LONGEST_WRAPPED, MUCH, Editor
from tests.screens.showing import (
    NOW,
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


@pytest.fixture
def small(tmp_path: Path) -> World:
    return small_world(tmp_path)


@pytest.fixture
def sample(tmp_path: Path) -> World:
    """The sample notebook."""
    made = world(tmp_path)
    made.notebook.close()
    made.path.unlink()
    demo.build(made.path, NOW, made.notebook.zone)
    return world(tmp_path)


def quiet(tmp_path: Path) -> World:
    """One conversation in which nobody waits for me, and is long at rest."""
    made = world(tmp_path)
    made.hear(made.person("Ana Lima"), "Thanks!", "Roof", days=90)
    return made


# What stands beside the queue


async def test_nobody_waits_is_said_only_where_nobody_does(small: World) -> None:
    async with showing(small) as pilot:
        assert not shows(pilot, "Nobody is waiting")
        await press(pilot, "G")
        assert selected_line(pilot).startswith("▌CLOSED 0")
        assert shows(pilot, "CLOSED: nothing stands there")
        assert not shows(pilot, "Nobody is waiting")
        await press(pilot, "k")
        assert shows(pilot, "Enter shows them")
        await press(pilot, "g", "g")
        assert not shows(pilot, "shows them")


async def test_where_nobody_waits_that_is_said_with_what_is_selected(tmp_path: Path) -> None:
    async with showing(quiet(tmp_path)) as pilot:
        assert shows(pilot, "Nobody is waiting for you.")
        assert shows(pilot, "RESTING: 1. Enter shows")


async def test_a_filter_that_leaves_nothing_does_not_say_that_nobody_waits(small: World) -> None:
    async with showing(small) as pilot:
        await press(pilot, "f", *"zebra", "enter")
        assert shows(pilot, "Nothing fits “zebra”")
        assert not shows(pilot, "Nobody is waiting")


# Keys that cannot act


@pytest.mark.parametrize("key", ["m", "c", "s", "w", "x", "D"])
async def test_a_key_on_a_heading_says_what_it_needs(small: World, key: str) -> None:
    async with showing(small) as pilot:
        await press(pilot, "G", key)
        assert shows(pilot, "no conversation is selected; j and k select one")


async def test_a_key_in_an_empty_room_says_what_it_needs(tmp_path: Path) -> None:
    async with showing(quiet(tmp_path)) as pilot:
        await press(pilot, "3", "P")
        assert shows(pilot, "a promise belongs to a conversation; 1 leads to them")
        await press(pilot, "x")
        assert shows(pilot, "no promise is selected")


async def test_the_palette_says_why_a_command_cannot_be_done(small: World) -> None:
    async with showing(small) as pilot:
        await press(pilot, "G", "colon")
        await type_words(pilot, "delete")
        assert shows(pilot, "no conversation is selected")
        await press(pilot, "enter")
        assert shows(pilot, "Delete: no conversation is selected")


# Questions


@pytest.mark.parametrize(
    "keys",
    [
        ("2", "R"),
        ("2", "L"),
        ("2", "colon", *"person", "space", "comma", "enter"),
        ("2", "colon", *"import", "space", "slash", *"nonexist", "enter"),
    ],
)
async def test_a_question_stands_above_the_room_it_was_asked_in(
    sample: World, keys: tuple[str, ...]
) -> None:
    async with showing(sample) as pilot:
        await pilot.press(*keys)
        await rest(pilot)
        assert shows(pilot, " People  12")
        assert shows(pilot, "▌Ana Lima")


async def test_a_name_that_is_known_already_is_said_while_it_is_typed(small: World) -> None:
    small.notebook.add_address(small.notebook.people("Ana")[0].id, "email", "ana@example.org")
    async with showing(small) as pilot:
        await press(pilot, "2", "p")
        await type_words(pilot, "Ana Lima")
        assert shows(pilot, "Ana Lima (ana@example.org) is known already · another = Ana Lima")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, People)
    assert [one.name for one in small.notebook.people("Ana")] == ["Ana Lima", "Ana Lima"]


async def test_namesakes_are_offered_with_what_tells_them_apart(small: World) -> None:
    first = small.notebook.people("Ana")[0]
    small.notebook.add_address(first.id, "email", "ana@example.org")
    small.hear(small.person("Ana Lima"), "Hi", "Choir", days=3)
    async with showing(small, (120, 30)) as pilot:
        await press(pilot, "colon", *"new", "space", *"conv", "enter", "shift+tab")
        for _ in range(6):
            if pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "to":
                break
            await press(pilot, "shift+tab")
        await type_words(pilot, "Ana")
        assert shows(pilot, "Ana Lima (ana@example.org)")
        assert shows(pilot, "Ana Lima (last 3d ago)")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("phone +34 600 foo@@", "is no number"), ("email ana at home", "is no address for mail")],
)
async def test_what_is_no_address_is_refused_while_it_is_typed(
    small: World, typed: str, reason: str
) -> None:
    async with showing(small) as pilot:
        await press(pilot, "2", "p")
        pilot.app.screen.query_one("#line", Input).value = f"Rosa, {typed}"
        await rest(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Prompt)
        assert shows(pilot, reason)


# People who go and come back


async def test_who_was_deleted_and_comes_back_is_selected(sample: World) -> None:
    async with showing(sample) as pilot:
        await press(pilot, "2", "j", "D")
        assert shows(pilot, "now on José Núñez")
        assert selected_line(pilot).startswith("▌José Núñez")
        await press(pilot, "j", "j", "u")
        assert selected_line(pilot).startswith("▌Jose Nunez")


# Nothing there


async def test_nothing_that_anybody_knows_is_said_with_what_to_do(small: World) -> None:
    async with showing(small) as pilot:
        await press(pilot, "colon", *"who", "space", *"zithers", "enter")
        text = " ".join(" ".join(screen_text(pilot)).split())
        assert "no card says so, and nobody was recommended for it" in text
        assert "Nothing was said with these words" in text


async def test_an_empty_list_of_people_never_parts_a_key_from_its_word(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.notebook.say("note", topic="Alone", channel="other", kind=Kind.NOTE, at=NOW - DAY)
    async with showing(made) as pilot:
        await press(pilot, "2")
        assert any("p\u00a0new\u00a0person" in line for line in screen_text(pilot))


async def test_the_beginning_of_a_theme_is_enough(small: World) -> None:
    async with showing(small) as pilot:
        await press(pilot, "colon", *"theme", "space", *"dar", "enter")
        assert shows(pilot, "Theme: dark")


# Drafts and pastes


async def test_a_draft_is_seen_in_the_queue_and_in_the_title(small: World) -> None:
    async with showing(small) as pilot:
        assert not shows(pilot, "…Ana")
        await press(pilot, "c", *"Hello", "ctrl+g")
        assert selected_line(pilot).startswith("▌> …Ana")
        assert shows(pilot, "draft  > 4d")


async def test_a_very_large_paste_is_told_and_its_lines_are_broken_between_words(
    small: World,
) -> None:
    text = "word " * (MUCH // 4)
    async with showing(small) as pilot:
        await press(pilot, "c")
        editor = pilot.app.screen.query_one("#text", Editor)
        pilot.app.post_message(Paste(text))
        await pilot.press("Z")
        await rest(pilot)
        assert editor.text.replace("\n", " ") == f"{text}Z"
        assert max(map(len, editor.text.split("\n"))) <= LONGEST_WRAPPED
        assert any(told.text.startswith("pasting ") for told in host(pilot.app).messages)


# Sizes


async def test_pictures_outlive_a_terminal_of_three_columns(sample: World) -> None:
    async with showing(sample) as pilot:
        await press(pilot, "v")
        for size in ((3, 40), (1, 24), (12, 30), (80, 24)):
            await pilot.resize_terminal(*size)
            await rest(pilot)
        assert shows(pilot, "Who spoke when")
