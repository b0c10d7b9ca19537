"""The Rhythm room, *Reach out* in the queue, and pictures, in the real app."""

from datetime import date
from pathlib import Path

import pytest

from convonote.app import Convonote
from convonote.conversation.records import DAY
from convonote.screens.people.briefing import BriefingScreen
from convonote.screens.rhythm.rhythm import RhythmRoom
from convonote.screens.timelines.pictures import Pictures
from convonote.screens.writing.composer import Composer
from convonote.store.people.person_records import Person
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


@pytest.fixture
def made(tmp_path: Path) -> World:
    """A small world in which it is time to reach out to Marek, and not yet to Ana."""
    made = small_world(tmp_path)
    found = made.notebook.people("Marek") + made.notebook.people("Ana")
    made.notebook.set_rhythm(found[0].id, 1)
    made.notebook.set_rhythm(found[1].id, 30)
    return made


def ana(made: World) -> Person:
    return made.notebook.people("Ana")[0]


async def to_marek(pilot: Driver) -> None:
    """Select him where he stands under *Reach out*."""
    for _ in range(12):
        if "~ Marek" in selected_line(pilot):
            return
        await press(pilot, "j")
    raise AssertionError(screen_text(pilot))


async def test_the_heading_always_stands_in_the_queue(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        assert shows(pilot, "REACH OUT 0")


async def test_somebody_to_reach_out_to_stands_in_the_queue_with_the_reason(made: World) -> None:
    async with showing(made) as pilot:
        assert shows(pilot, "REACH OUT 1")
        await to_marek(pilot)
        await rest(pilot)
        assert shows(pilot, "Marek  every day; last in touch on Sat 21 Nov by")
        assert shows(pilot, "Could I borrow the bike?")


async def test_enter_opens_the_briefing_and_c_writes_to_them(made: World) -> None:
    async with showing(made) as pilot:
        await to_marek(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BriefingScreen)
        await press(pilot, "q", "c")
        assert isinstance(pilot.app.screen, Composer)


async def test_later_leaves_a_person_alone_and_undo_takes_it_back(made: World) -> None:
    async with showing(made) as pilot:
        await to_marek(pilot)
        await press(pilot, "s")
        await type_words(pilot, "3d")
        await press(pilot, "enter")
        assert shows(pilot, "REACH OUT 0")
        assert shows(pilot, "left alone until Wed 25 Nov")
        await press(pilot, "u")
        assert shows(pilot, "REACH OUT 1")


async def test_it_comes_at_midnight_without_a_key(made: World) -> None:
    made.notebook.set_rhythm(ana(made).id, 5)
    async with showing(made) as pilot:
        assert shows(pilot, "REACH OUT 1")
        made.now += DAY
        assert isinstance(pilot.app, Convonote)
        pilot.app.settle()
        await rest(pilot)
        assert shows(pilot, "REACH OUT 2")
        assert shows(pilot, "Mon 23 Nov")


async def test_the_room_has_who_is_due_first_and_pictures_beside(made: World) -> None:
    async with showing(made, size=(120, 40)) as pilot:
        await press(pilot, "5")
        assert isinstance(pilot.app.screen, RhythmRoom)
        assert "Marek" in selected_line(pilot)
        assert shows(pilot, "REACH OUT 1")
        assert shows(pilot, "IN TOUCH 1")
        assert shows(pilot, "Who spoke when")
        assert shows(pilot, "Everybody, week by week")
        await press(pilot, "j")
        assert "Ana Lima" in selected_line(pilot)
        assert shows(pilot, "every month; last in touch on Wed 18 Nov by email")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BriefingScreen)
        await press(pilot, "q", "1")
        assert shows(pilot, "YOUR TURN")


async def test_a_rhythm_a_tag_and_a_quiet_time_are_set_in_the_room(made: World) -> None:
    made.notebook.add_detail(ana(made).id, "tag", "friends")
    async with showing(made) as pilot:
        await press(pilot, "5", "j", "e")
        await type_words(pilot, "2d")
        await press(pilot, "enter")
        assert shows(pilot, "REACH OUT 2")
        await press(pilot, "s")
        await type_words(pilot, "1w")
        await press(pilot, "enter")
        assert shows(pilot, "REACH OUT 1")
        await press(pilot, "e")
        await pilot.press("number_sign")
        await type_words(pilot, "friends 3w")
        await press(pilot, "enter")
        assert shows(pilot, "#friends every 3 weeks")
        assert made.notebook.group_rhythms()[0].days == 21
        await press(pilot, "u", "u", "u")
        assert made.notebook.group_rhythms() == []
        assert made.notebook.quiet(ana(made).id) is None


async def test_what_is_no_rhythm_is_said_and_not_taken(made: World) -> None:
    async with showing(made) as pilot:
        await press(pilot, "5", "e")
        await type_words(pilot, "often")
        assert shows(pilot, "is no rhythm; write 3w")
        await press(pilot, "enter", "escape")
        assert made.notebook.reach_out()[0].days == 1


async def test_an_empty_room_names_the_keys(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.person("Ana")
    async with showing(made) as pilot:
        await press(pilot, "5")
        assert shows(pilot, "REACH OUT 0")
        assert shows(pilot, "Nobody is selected. e says how often")


@pytest.mark.parametrize("size", [(60, 20), (140, 45)])
async def test_v_shows_the_pictures_of_what_is_selected(made: World, size: tuple[int, int]) -> None:
    async with showing(made, size=size) as pilot:
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, Pictures)
        assert shows(pilot, "Kyoto trip")
        assert shows(pilot, "Who spoke when")
        await press(pilot, "q", "enter", "v")
        assert isinstance(pilot.app.screen, Pictures)
        await press(pilot, "q", "2", "v")
        assert isinstance(pilot.app.screen, Pictures)
        assert shows(pilot, "Ana Lima")


async def test_why_says_how_long_they_usually_take_as_a_fact(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana")
    id = made.say(ana, "Could you come?", "Roof", days=40)
    for day in (38, 36, 34):
        at = made.now - day * DAY
        for words, author in (("Yes, when?", ana.id), ("Could you say when?", None)):
            made.notebook.say(words, conversation=id, channel="chat", author=author, at=at)
            at += 1
    async with showing(made) as pilot:
        assert shows(pilot, "NUDGE 1")
        await press(pilot, "w")
        assert shows(pilot, "Ana usually answers within 2 d")
        assert shows(pilot, "T13: ")


async def test_a_birthday_and_a_quiet_time_are_facts_in_the_room(made: World) -> None:
    made.notebook.add_detail(ana(made).id, "birthday", "--11-25")
    async with showing(made) as pilot:
        assert shows(pilot, "birthday wed")
        await press(pilot, "5")
        assert shows(pilot, "birthday wed")
        made.notebook.set_quiet_until(ana(made).id, date(2027, 1, 1), "on leave")
        await press(pilot, "1", "5")
        assert shows(pilot, "REACH OUT 1")


async def test_a_tag_of_several_words_has_a_rhythm_too(made: World) -> None:
    async with showing(made) as pilot:
        await press(pilot, "5", "e")
        await type_words(pilot, "#old friends every 2 months")
        assert shows(pilot, "= #old friends every 2 months")
        await press(pilot, "enter")
        await rest(pilot)
    (group,) = made.notebook.group_rhythms()
    assert (group.tag, group.days) == ("old friends", 60)


async def test_a_quiet_time_is_said_with_its_reason_in_one_breath(made: World) -> None:
    async with showing(made) as pilot:
        await press(pilot, "5", "s")
        await type_words(pilot, "On leave until 2030-01-05")
        await press(pilot, "enter")
        await rest(pilot)
    marek = made.notebook.people("Marek")[0]
    quiet = made.notebook.quiet(marek.id)
    assert quiet is not None
    assert (quiet.until, quiet.reason) == (date(2030, 1, 5), "On leave")
