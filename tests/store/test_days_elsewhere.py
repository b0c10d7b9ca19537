"""What was said keeps the day of where it was said; what is to come goes by where one is now."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.dates import day_begins
from convonote.conversation.records import Kind
from convonote.conversation.zones import day_at
from convonote.store.notebook import Notebook
from convonote.telling.briefed import parts
from tests.store.conftest import Clock

AUCKLAND = ZoneInfo("Pacific/Auckland")
LOS_ANGELES = ZoneInfo("America/Los_Angeles")
SAID = date(2026, 11, 2)
"""A Monday; in Los Angeles it was Sunday still."""
EIGHT = timedelta(hours=8)


@pytest.fixture
def at(path: Path, clock: Clock) -> Callable[[ZoneInfo], Notebook]:
    """Opens the notebook where one is."""
    return lambda zone: Notebook(path, clock=clock, zone=zone)


@pytest.fixture
def boat(at: Callable[[ZoneInfo], Notebook], clock: Clock) -> int:
    """Something that Carl said and asked in Auckland."""
    clock.at = day_begins(SAID, AUCKLAND) + EIGHT // timedelta(microseconds=1)
    with at(AUCKLAND) as notebook:
        carl = notebook.add_person("Carl").id
        said = notebook.say("The boat is ready.", topic="Boat", channel="phone", author=carl)
        clock.pass_days(0.1)
        asked = notebook.say(
            "Are you coming?", conversation=said.conversation, channel="phone", author=carl
        )
        notebook.say(
            "! Carl sails", conversation=said.conversation, kind=Kind.NOTE, channel="other"
        )
    clock.pass_days(3)
    return asked.conversation


def test_the_reason_names_the_day_of_where_it_was_said(
    at: Callable[[ZoneInfo], Notebook], boat: int
) -> None:
    for zone in (AUCKLAND, LOS_ANGELES):
        with at(zone) as notebook:
            found = notebook.conversation(boat)
            assert found is not None
            assert [one.why for one in found.holders] == [
                "Carl asked on Mon 2 Nov by phone; nothing went back since"
            ]


def test_since_when_it_is_open_is_a_day_of_where_it_was_said(
    at: Callable[[ZoneInfo], Notebook], clock: Clock, boat: int
) -> None:
    with at(LOS_ANGELES) as notebook:
        carl = notebook.match("Carl")[0].person
        assert carl is not None
        notebook.say("Yes.", conversation=boat, channel="phone", to=[carl.id])
        clock.at = day_begins(date(2026, 11, 9), LOS_ANGELES) + 20 * 3_600_000_000
        notebook.say("It is still ready.", conversation=boat, channel="phone", author=carl.id)
    clock.pass_days(1)
    with at(AUCKLAND) as notebook:
        notebook.say("So: are you coming?", conversation=boat, channel="phone", author=carl.id)
        found = notebook.conversation(boat)
    assert found is not None
    assert [one.why for one in found.holders] == [
        "Carl asked on Wed 11 Nov by phone; nothing went back since; open since Mon 9 Nov"
    ]


@pytest.mark.parametrize("zone", [AUCKLAND, LOS_ANGELES])
@pytest.mark.parametrize(
    ("line", "hits"),
    [
        ("after:2026-11-02 boat", 1),
        ("before:2026-11-02 boat", 0),
        ("before:2026-11-03 boat", 1),
        ("after:2026-11-03 boat", 0),
        ("after:2026-11-02 before:2026-11-03", 3),
        ("before:2026-11-02", 0),
    ],
)
def test_find_filters_by_the_day_that_it_shows(
    at: Callable[[ZoneInfo], Notebook], boat: int, zone: ZoneInfo, line: str, hits: int
) -> None:
    with at(zone) as notebook:
        found = notebook.find(line)
        assert len(found) == hits
        assert {day_at(hit.at, hit.offset) for hit in found} <= {SAID}
        inside = notebook.matching(line, boat)
        assert inside is not None
        assert len(inside) == hits


@pytest.mark.parametrize("zone", [AUCKLAND, LOS_ANGELES])
def test_one_goes_to_the_day_that_a_timeline_shows(
    at: Callable[[ZoneInfo], Notebook], boat: int, zone: ZoneInfo
) -> None:
    with at(zone) as notebook:
        assert notebook.place_on(boat, SAID) == 0
        assert notebook.place_on(boat, SAID + timedelta(1)) == 3


def test_a_briefing_dates_a_note_as_the_timeline_does(
    at: Callable[[ZoneInfo], Notebook], boat: int
) -> None:
    with at(LOS_ANGELES) as notebook:
        carl = notebook.match("Carl")[0].person
        assert carl is not None
        briefing = notebook.briefing(carl.id)
        assert briefing is not None
        found = parts(briefing, notebook.now(), LOS_ANGELES)
        told = [line for part in found for line in part.lines]
    assert "Carl sails  (Mon 2 Nov)" in told


def test_what_is_to_come_goes_by_where_one_is_now(
    at: Callable[[ZoneInfo], Notebook], boat: int
) -> None:
    due = date(2026, 11, 9)
    with at(AUCKLAND) as notebook:
        notebook.say("- [ ] bring the sail by 2026-11-09", conversation=boat, channel="phone")
    with at(LOS_ANGELES) as notebook:
        found = notebook.conversation(boat)
        assert found is not None
        assert [one.due for one in found.promises] == [due]
        assert notebook.next_change() == day_begins(due, LOS_ANGELES)
