"""After how long waits go quiet (T14): as the user has set it, and again when that changes."""

from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

LONG = 1_200
"""Exchanges of a conversation that has checkpoints."""


@pytest.fixture
def three_weeks_later(path: Path, clock: Clock) -> Path:
    """Ana was told something and Bob was asked something, and three weeks went by."""
    with Notebook(path, clock=clock) as notebook:
        ana, bob = notebook.add_person("Ana “A” Lima"), notebook.add_person("Bob \\ Stone")
        notebook.say("The tiles are blue.", topic="Roof", channel="email", author=ana.id)
        notebook.say("Which week?", topic="Kyoto", channel="email", author=bob.id)
        clock.pass_days(21)
    return path


def opened(
    path: Path, clock: Clock, quiet_after: int | None = None, quiet_after_ask: int | None = None
) -> dict[str, Section]:
    """Where each conversation stands, in a notebook that doctor finds sound."""
    with Notebook(
        path, clock=clock, quiet_after=quiet_after, quiet_after_ask=quiet_after_ask
    ) as notebook:
        notebook.settle()
        sections = {
            row.topic: row.section
            for section in notebook.counts()
            for row in notebook.turns(section)
        }
        assert notebook.doctor() == []
        return sections


MINE, QUIET = Section.MINE, Section.QUIET


def test_two_weeks_after_what_asks_nothing_and_ninety_days_after_what_asks(
    three_weeks_later: Path, clock: Clock
) -> None:
    assert opened(three_weeks_later, clock) == {"Roof": QUIET, "Kyoto": MINE}
    clock.pass_days(70)
    assert opened(three_weeks_later, clock) == {"Roof": QUIET, "Kyoto": QUIET}


def test_with_a_longer_time_what_had_gone_quiet_comes_back(
    three_weeks_later: Path, clock: Clock
) -> None:
    opened(three_weeks_later, clock)
    longer = 30 * DAY
    assert opened(three_weeks_later, clock, longer) == {"Roof": MINE, "Kyoto": MINE}
    clock.pass_days(9)
    assert opened(three_weeks_later, clock, longer) == {"Roof": QUIET, "Kyoto": MINE}


def test_with_a_shorter_time_what_waits_goes_quiet(three_weeks_later: Path, clock: Clock) -> None:
    opened(three_weeks_later, clock)
    shorter = opened(three_weeks_later, clock, quiet_after_ask=20 * DAY)
    assert shorter == {"Roof": QUIET, "Kyoto": QUIET}


def test_who_names_no_length_finds_it_as_it_was_opened_before(
    three_weeks_later: Path, clock: Clock
) -> None:
    opened(three_weeks_later, clock, quiet_after=30 * DAY)
    assert opened(three_weeks_later, clock) == {"Roof": MINE, "Kyoto": MINE}


def test_one_that_can_only_be_read_stays_as_it_was_placed(
    three_weeks_later: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(three_weeks_later, clock)
    monkeypatch.setattr("convonote.store.opening.how_to_open", lambda _: "mode=ro")
    longer = opened(three_weeks_later, clock, quiet_after=30 * DAY)
    assert longer == {"Roof": QUIET, "Kyoto": MINE}


def test_what_is_said_later_goes_by_it_too(three_weeks_later: Path, clock: Clock) -> None:
    with Notebook(three_weeks_later, clock=clock, quiet_after=2 * DAY) as notebook:
        notebook.say(
            "They are tiles.", topic="Floor", channel="email", author=notebook.people("Ana")[0].id
        )
        clock.pass_days(2)
        notebook.settle()
        assert notebook.counts()[MINE] == 1
        assert notebook.doctor() == []


def test_the_checkpoints_of_a_long_conversation_follow(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock) as notebook:
        ana = notebook.add_person("Ana").id
        where = notebook.say("Hello.", topic="Long", channel="email", to=[ana]).conversation
        with notebook.together():
            for _ in range(LONG):
                clock.pass_days(0.001)
                notebook.say("Hello.", conversation=where, channel="email", to=[ana])
    assert opened(path, clock, quiet_after=30 * DAY) == {"Long": Section.THEIRS}


def test_one_that_is_open_already_goes_by_what_another_program_sets(
    path: Path, clock: Clock
) -> None:
    with Notebook(path, clock=clock) as first:
        ana = first.add_person("Ana").id
        said = first.say("It rained.", topic="Roof", channel="email", to=[ana])
        with Notebook(path, clock=clock, quiet_after=3 * DAY, quiet_after_ask=10 * DAY) as second:
            first.say("It snowed.", topic="Snow", channel="email", to=[ana])
            first.edit(said.exchange, "It poured.")
            assert first.doctor() == []
            assert second.doctor() == []
            clock.pass_days(5)
            first.settle()
            assert first.counts()[QUIET] == 2
