"""Whom to reach out to (T12): in the right order and from the right day, whatever happens."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.records import DAY, Kind
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock
from tests.store.reaching import at, reaching
from tests.store.rewritten import rewrite


def test_somebody_appears_when_the_last_contact_is_older_than_the_rhythm(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.say("Hello", topic="Roof", channel="phone", to=[ana])
    notebook.set_rhythm(ana, 21)
    assert reaching(notebook) == []
    assert notebook.counts()[Section.REACH_OUT] == 0
    clock.pass_days(20)
    assert reaching(notebook) == []
    clock.pass_days(1)
    assert reaching(notebook) == ["Ana Lima"]
    assert notebook.counts()[Section.REACH_OUT] == 1
    (row,) = notebook.reach_out()
    assert row.why == "every 3 weeks; last in touch on Mon 2 Nov by phone"
    assert (row.overdue, row.channel) == (0, "phone")


def test_with_nobody_on_record_it_is_due_at_once(notebook: Notebook, ana: int) -> None:
    notebook.set_rhythm(ana, 30)
    (row,) = notebook.reach_out()
    assert row.why == "every month; never in touch so far"


def test_any_exchange_on_any_channel_in_any_conversation_resets_it(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    bob = notebook.add_person("Bob").id
    notebook.set_rhythm(ana, 7)
    notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    sayings: list[Callable[[], object]] = [
        lambda: notebook.say("Hi", topic="Bike", channel="letter", author=ana),
        lambda: notebook.say(
            "Hi",
            topic="Choir",
            channel="phone",
            kind=Kind.TALK,
            speakers=[notebook.me.id, ana, bob],
        ),
        lambda: notebook.say("Hi", topic="Choir", channel="sms", to=[ana]),
    ]
    for say in sayings:
        clock.pass_days(8)
        assert reaching(notebook) == ["Ana Lima"]
        say()
        assert reaching(notebook) == []


def test_a_private_note_and_what_is_only_queued_reset_nothing(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    said = notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    notebook.set_rhythm(ana, 7)
    clock.pass_days(8)
    notebook.say("she is away", conversation=said.conversation, kind=Kind.NOTE, channel="other")
    queued = notebook.say("Hi", topic="New", channel="email", to=[ana], queued=True)
    assert reaching(notebook) == ["Ana Lima"]
    notebook.sent(queued.exchange)
    assert reaching(notebook) == []


def test_what_bears_a_date_to_come_puts_off_nothing_until_then(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    first = notebook.say("Hi", topic="Roof", channel="phone", to=[ana])
    clock.pass_days(8)
    future = clock.at + 1800 * DAY
    for topic, conversation in (("", first.conversation), ("Clock", None)):
        notebook.say(
            "Hello.", author=ana, channel="email", topic=topic, conversation=conversation, at=future
        )
    notebook.set_rhythm(ana, 7)
    (row,) = notebook.reach_out()
    assert row.why == "every week; last in touch on Mon 2 Nov by phone"
    assert (row.overdue, row.conversation) == (1, first.conversation)
    assert notebook.doctor() == []
    clock.pass_days(1800)
    assert reaching(notebook) == []


def test_deleting_editing_and_undoing_bring_back_what_was_before(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    notebook.set_rhythm(ana, 7)
    clock.pass_days(8)
    said = notebook.say("Hi again", topic="Bike", channel="email", to=[ana])
    assert reaching(notebook) == []
    notebook.delete(exchange=said.exchange)
    assert reaching(notebook) == ["Ana Lima"]
    notebook.undo()
    assert reaching(notebook) == []
    notebook.delete(conversation=said.conversation)
    assert reaching(notebook) == ["Ana Lima"]
    notebook.undo()
    notebook.undo()
    assert reaching(notebook) == ["Ana Lima"]
    notebook.redo()
    assert reaching(notebook) == []
    assert notebook.doctor() == []


def test_the_most_overdue_over_the_rhythm_comes_first(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    bob = notebook.add_person("Bob").id
    for person in (ana, bob):
        notebook.say("Hi", topic="Roof", channel="email", to=[person])
    notebook.set_rhythm(ana, 30)
    notebook.set_rhythm(bob, 7)
    clock.pass_days(35)
    assert reaching(notebook) == ["Bob", "Ana Lima"]
    clock.pass_days(0.01)
    assert [row.person.name for row in notebook.reach_out(offset=1, limit=1)] == ["Ana Lima"]


def test_the_shortest_of_several_tags_counts_and_ones_own_beats_them(
    notebook: Notebook, ana: int
) -> None:
    notebook.add_detail(ana, "tag", "Family")
    notebook.add_detail(ana, "tag", "Straße")
    notebook.set_group_rhythm("#family", 21)
    notebook.set_group_rhythm("STRASSE", 14)
    row = notebook.rhythm(ana)
    assert row is not None
    assert (row.days, row.tag) == (14, "STRASSE")
    notebook.set_rhythm(ana, 90)
    row = notebook.rhythm(ana)
    assert row is not None
    assert (row.days, row.tag) == (90, "")
    notebook.set_rhythm(ana, 0)
    assert notebook.rhythm(ana) is None
    notebook.set_rhythm(ana, None)
    notebook.set_group_rhythm("strasse", None)
    row = notebook.rhythm(ana)
    assert row is not None
    assert row.why.startswith("every 3 weeks (#family)")
    assert [(one.tag, one.people) for one in notebook.group_rhythms()] == [("family", 1)]


def test_a_tag_that_is_taken_away_takes_its_rhythm_along(notebook: Notebook, ana: int) -> None:
    tag = notebook.add_detail(ana, "tag", "family")
    notebook.set_group_rhythm("family", 21)
    rewrite(notebook, ana, details={tag.id: None})
    assert notebook.reach_out() == []
    notebook.undo()
    assert reaching(notebook) == ["Ana Lima"]


def test_quiet_times_are_respected_until_their_day(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.set_rhythm(ana, 7)
    notebook.set_quiet_until(ana, date(2026, 11, 9), "on leave")
    assert reaching(notebook) == []
    row = notebook.rhythm(ana)
    assert row is not None
    assert row.why.endswith("not before Mon 9 Nov: on leave")
    clock.pass_days(6.5)
    assert reaching(notebook) == []
    clock.pass_days(0.5)
    assert reaching(notebook) == ["Ana Lima"]
    assert notebook.quiet(ana) is None
    notebook.set_quiet_until(ana, date(2026, 12, 1))
    assert reaching(notebook) == []
    notebook.set_quiet_until(ana, None)
    assert reaching(notebook) == ["Ana Lima"]
    notebook.undo()
    assert reaching(notebook) == []


def test_a_birthday_is_mentioned_some_days_ahead_and_is_over_when_one_has_spoken(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    notebook.add_detail(ana, "birthday", "--11-12")
    notebook.set_rhythm(ana, 90)
    clock.pass_days(2)
    assert reaching(notebook) == []
    clock.pass_days(1)
    (row,) = notebook.reach_out()
    assert row.why.endswith("birthday on Thu 12 Nov")
    clock.pass_days(7)
    assert reaching(notebook) == ["Ana Lima"]
    notebook.say("Many happy returns!", topic="Birthday", channel="phone", to=[ana])
    assert reaching(notebook) == []


def test_a_birthday_of_somebody_without_rhythm_asks_for_nothing(
    notebook: Notebook, ana: int
) -> None:
    notebook.add_detail(ana, "birthday", "--11-03")
    assert notebook.reach_out() == []


@pytest.mark.parametrize(
    ("zone", "said", "before", "after"),
    [
        # Clocks go forward on 29 March 2026, and back on 25 October.
        ("Europe/Lisbon", (2026, 3, 28, 23, 30), (2026, 3, 29, 23, 59), (2026, 3, 30, 0, 0)),
        ("Europe/Berlin", (2026, 10, 24, 0, 10), (2026, 10, 25, 23, 59), (2026, 10, 26, 0, 0)),
        # Here the day itself begins at one o'clock.
        ("America/Santiago", (2026, 9, 4, 12, 0), (2026, 9, 5, 23, 59), (2026, 9, 6, 1, 0)),
        ("Pacific/Auckland", (2026, 9, 26, 12, 0), (2026, 9, 27, 23, 59), (2026, 9, 28, 0, 0)),
    ],
)
def test_it_comes_on_the_right_day_of_the_users_zone(
    tmp_path: Path,
    zone: str,
    said: tuple[int, ...],
    before: tuple[int, ...],
    after: tuple[int, ...],
) -> None:
    here = ZoneInfo(zone)
    now = [at(here, *said)]
    with Notebook(tmp_path / "n.db", clock=lambda: now[0], zone=here) as notebook:
        ana = notebook.add_person("Ana").id
        notebook.say("Hi", topic="Roof", channel="email", to=[ana])
        notebook.set_rhythm(ana, 2)
        now[0] = at(here, *before)
        assert reaching(notebook) == []
        now[0] = at(here, *after)
        assert reaching(notebook) == ["Ana"]
