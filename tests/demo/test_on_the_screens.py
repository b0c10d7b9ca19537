"""Whoever looks around in the sample notebook comes across each thing that there is."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from convonote import demo
from convonote.store.notebook import Notebook
from tests.scenarios.stories.keyboard import Keyboard, sitting_at
from tests.screens.showing import NOW, World

WIDE = (140, 45)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[World]:
    path = tmp_path / "demo.convonote"
    demo.build(path, NOW, UTC)
    with Notebook(path, clock=lambda: NOW, zone=UTC) as notebook:
        yield World(notebook, path)


async def go_to(jo: Keyboard, topic: str) -> None:
    """Select a conversation of the queue."""
    await jo.press("g")
    while topic not in jo.selected:
        before = jo.selected
        await jo.press("j")
        assert jo.selected != before, topic


async def test_the_home_screen_fits_with_somebody_in_every_section(sample: World) -> None:
    async with sitting_at(sample) as jo:
        jo.sees("YOUR TURN 6", "NUDGE 2", "THEIR TURN 3", "LATER 1", "REACH OUT 3")
        jo.sees("QUIET 2", "RESTING 4", "CLOSED 1")
        assert jo.selected.startswith("▌>!Ana Lima")
        jo.sees("you owe: “send the flight list” 2d over")
        jo.sees("陈伟", "נועה לוי", "سلمى حداد", "Zieliński")


async def test_who_holds_the_turn_among_several_is_a_key_away(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await go_to(jo, "A van for")
        await jo.press("w")
        jo.sees("< Li Na since", "< 陈伟 since", "an answer by each of them")
        await jo.press("q")
        await go_to(jo, "Choir")
        await jo.press("w")
        jo.sees("> me since", "< Олена Коваль since", "the first answer by any of them is enough")
        await jo.press("q")
        await go_to(jo, "Roof, the price")
        await jo.press("w")
        jo.sees("you wanted to be reminded on Sat 21 Nov", "T13")
        await jo.press("q")
        await go_to(jo, "Lease")
        await jo.press("w")
        jo.sees("Li Na usually answers within", "T13")


async def test_promises_stand_in_all_states(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press("3", "z")
        jo.sees("OVERDUE 1", "DUE 3", "NO DUE DATE 1", "SUGGESTED 3", "KEPT 2", "LET GO 1")
        jo.sees("bring the chess clock", "today", "kept?", "lend him the long pump")


async def test_a_conversation_goes_over_many_channels_and_is_linked_to_another(
    sample: World,
) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await go_to(jo, "Flatbread")
        await jo.press("v")
        jo.sees("How it moved", "bread.example/flatbread", "video", "chat", "Rye")
        await jo.press("q")
        await go_to(jo, "Roof ")
        await jo.press("L")
        jo.sees("Go to “Roof, the price (Zieliński)”, which is linked")


async def test_rhythm_has_who_is_due_whose_birthday_it_is_and_who_is_left_alone(
    sample: World,
) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press("5")
        jo.sees("Rosa Meyer", "#family every 3 weeks", "Priya Nair", "every week")
        jo.sees("birthday fri", "until 12 Dec")


async def test_a_briefing_says_what_they_asked_for_told_and_what_to_bring_up(
    sample: World,
) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press("b")
        jo.sees("calls in the mornings only", "joined a second choir", "ask what the knee says")
        await jo.press("q", "c")
        jo.sees("BEFORE YOU WRITE", "NEXT TIME", "THEY TOLD")


async def test_the_fullest_briefing_is_one_screen_of_the_smallest_common_terminal(
    sample: World,
) -> None:
    async with sitting_at(sample, (80, 24)) as jo:
        await jo.press("b")
        jo.sees("Briefing: Ana Lima", "how we met", "WHOSE TURN", "Kyoto trip", "Choir")
        jo.sees("OWED", "you owe: send the flight list", "Ana Lima owes: finds out how cold")
        jo.sees("THEY ASKED FOR", "BRING UP", "THEY TOLD", "every month", "SAID LAST")


async def test_a_warning_stands_in_the_composer_before_anything_is_written(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press("5")
        assert "Rosa Meyer" in jo.selected
        await jo.press("c")
        jo.sees("no calls until 28 Nov")


async def test_what_somebody_asked_for_in_a_mail_stands_in_briefing_and_composer(
    sample: World,
) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await go_to(jo, "Lease")
        await jo.press("b")
        jo.sees("THEY ASKED FOR", "I am on some staircase all day")
        await jo.press("q", "c")
        jo.sees("ASKED FOR", "I am on some staircase all day")


async def test_the_turn_was_handed_to_one_and_another_is_out_of_it(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await go_to(jo, "Roof ")
        await jo.press("w")
        jo.sees("> me since")
        jo.sees_no("Marek Dąbrowski since")


async def test_who_knows_about_roofs_comes_with_who_said_so(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press(":")
        await jo.fill("who roofs")
        jo.sees("José Núñez", "Zieliński", "Marek Dąbrowski")


async def test_one_who_stands_in_the_list_twice_is_proposed_to_be_merged(sample: World) -> None:
    async with sitting_at(sample, WIDE) as jo:
        await jo.press("2", "f")
        await jo.fill("jose")
        await jo.press("L")
        jo.sees("the same full name")
