"""Whom to reach out to (T12): in the right order and from the right day, whatever happens."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.records import DAY, Kind, Section
from convonote.store.notebook import Notebook
from convonote.store.records import NotebookError
from tests.store.conftest import Clock


def reaching(notebook: Notebook) -> list[str]:
    return [row.person.name for row in notebook.reach_out()]


def at(zone: ZoneInfo, *moment: int) -> int:
    return int(datetime(*moment, tzinfo=zone).timestamp()) * 1_000_000  # type: ignore[arg-type, misc]  # A moment is year to minute.


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return notebook.add_person("Ana Lima").id


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
    notebook.remove_detail(tag.id)
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


def test_merging_people_keeps_the_rhythm_of_the_one_who_stays_and_undo_parts_them(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    other = notebook.add_person("Ana L.").id
    notebook.set_rhythm(other, 7)
    notebook.set_quiet_until(other, date(2027, 1, 1))
    notebook.set_rhythm(ana, 30)
    notebook.say("Hi", topic="Roof", channel="email", to=[other])
    notebook.merge_people(ana, other)
    row = notebook.rhythm(ana)
    assert row is not None
    assert (row.days, row.last_at is not None) == (30, True)
    assert notebook.quiet(ana) is not None
    notebook.undo()
    assert notebook.quiet(ana) is None
    row = notebook.rhythm(other)
    assert row is not None
    assert row.days == 7
    notebook.redo()
    assert notebook.doctor() == []


def test_a_stream_holds_rhythms_and_quiet_times_and_what_is_there_stays(
    notebook: Notebook, ana: int, tmp_path: Path, clock: Clock
) -> None:
    notebook.add_address(ana, "email", "ana@example.org")
    notebook.set_rhythm(ana, 7)
    notebook.set_quiet_until(ana, date(2027, 1, 1), "on leave")
    notebook.set_group_rhythm("family", 21)
    stream = list(notebook.export())
    with Notebook(tmp_path / "other.db", clock=clock, zone=UTC) as other:
        other.restore(stream)
        assert list(other.export())[1:] == stream[1:]
    with Notebook(tmp_path / "third.db", clock=clock, zone=UTC) as third:
        here = third.add_person("Ana", [("email", "ana@example.org")]).id
        third.set_rhythm(here, 60)
        third.set_group_rhythm("Family", 5)
        third.restore(stream)
        row = third.rhythm(here)
        assert row is not None
        assert row.days == 60
        assert third.quiet(here) is not None
        assert [one.days for one in third.group_rhythms()] == [5]


def test_a_rhythm_in_a_stream_that_can_be_none_is_refused(notebook: Notebook, ana: int) -> None:
    refused: list[str] = []
    notebook.set_group_rhythm("family", 21)
    stream = [
        {**record, "uid": "0193a000-0000-7000-8000-000000000001", "days": -4}
        if record.get("record") == "rhythm"
        else record
        for record in notebook.export()
    ]
    notebook.restore(stream, refused=lambda one: refused.append(one.reason))
    assert refused == ["`days` is no rhythm"]


def test_a_notebook_from_before_is_filled_in_when_it_is_opened(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        ana = notebook.add_person("Ana").id
        notebook.say("Hi", topic="Roof", channel="email", to=[ana])
        notebook.set_rhythm(ana, 7)
        base = notebook._base
        with base.transaction():
            base.run("UPDATE participant SET touched_at = NULL")
            base.set_meta("touched to", "0")
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert reaching(notebook) == []
        assert notebook.doctor() == []


def test_doctor_mends_when_one_was_last_in_touch(notebook: Notebook, ana: int) -> None:
    notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    base = notebook._base
    with base.transaction():
        base.run("UPDATE participant SET touched_at = touched_at - 1")
    (found,) = notebook.doctor()
    assert "when you were last in touch" in found.what
    assert notebook.doctor() == []


def test_a_rhythm_needs_somebody_and_a_length(notebook: Notebook, ana: int) -> None:
    wrong: list[Callable[[], object]] = [
        lambda: notebook.set_rhythm(notebook.me.id, 7),
        lambda: notebook.set_rhythm(ana, -1),
        lambda: notebook.set_rhythm(ana, 99_999),
        lambda: notebook.set_group_rhythm(" # ", 7),
    ]
    for refused in wrong:
        with pytest.raises(NotebookError):
            refused()


def test_how_long_somebody_usually_takes_is_known_from_three_answers_on(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    said = notebook.say("Could you come?", topic="Roof", channel="email", to=[ana])
    for number in range(3):
        clock.pass_days(2)
        notebook.say(
            "Yes, but when exactly?", conversation=said.conversation, channel="email", author=ana
        )
        assert bool(notebook.usual_pace(ana)) is (number == 2)
        notebook.say("Could you say?", conversation=said.conversation, channel="email", to=[ana])
    usual, by_email = notebook.usual_pace(ana)
    assert (usual.channel, by_email.channel, usual.answers) == (None, "email", 3)
    assert round(usual.median / DAY) == 2
