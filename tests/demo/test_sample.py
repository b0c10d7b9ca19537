"""The sample notebook shows each thing that a notebook can show."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote import demo
from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.turn_records import Section
from convonote.store.errors import UndoError
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation

NOW = int(datetime(2027, 3, 1, 9, 30, tzinfo=UTC).timestamp()) * 1_000_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    path = tmp_path_factory.mktemp("sample") / "demo.db"
    demo.build(path, NOW, UTC)
    with Notebook(path, clock=lambda: NOW, zone=UTC) as notebook:
        yield notebook


def called(sample: Notebook, topic: str) -> Conversation:
    """The conversation of a topic."""
    (one,) = [one for section in Section for one in sample.turns(section) if one.topic == topic]
    return one


def test_every_section_has_somebody(sample: Notebook) -> None:
    counts = sample.counts()
    assert all(counts[section] for section in Section)
    assert 3 <= counts[Section.MINE] <= 7


def test_it_is_small_enough_to_be_read(sample: Notebook) -> None:
    assert 10 <= len(sample.people()) <= 14
    total = sum(one.exchanges for section in Section for one in sample.turns(section))
    assert 100 <= total <= 130


def test_promises_stand_in_every_section_with_a_report(sample: Notebook) -> None:
    counts = sample.promise_counts()
    assert all(counts[section] for section in PromiseSection)
    assert sample.turns(Section.MINE)[0].topic == "Kyoto trip"
    assert any(one.overdue and one.owner.me for one in called(sample, "Kyoto trip").promises)
    suggested = sample.promises(states=(PromiseState.SUGGESTED,))
    assert {one.owner.me for one in suggested} == {True, False}
    (report,) = sample.reports(conversation=called(sample, "Flatbread").id)
    assert report.state is PromiseState.KEPT


def test_several_hold_the_turn_each_and_any_one_of_them(sample: Notebook) -> None:
    van, choir = called(sample, "A van for the shed"), called(sample, "Choir")
    assert {(one.person.name, one.together, one.everyone) for one in van.holders} == {
        ("陈伟", 2, True),
        ("Li Na", 2, True),
    }
    assert {(one.person.me, one.together, one.everyone) for one in choir.holders} == {
        (True, 2, False),
        (False, 2, False),
    }


def test_the_turn_was_handed_to_one_and_one_has_left(sample: Notebook) -> None:
    allotment, roof = called(sample, "Allotment"), called(sample, "Roof")
    assert [one.person.name for one in allotment.holders] == ["Priya Nair"]
    assert "by hand" in allotment.holders[0].why
    assert [one.person.me for one in roof.holders] == [True]


def test_somebody_prefers_a_channel_and_the_fullest_briefing_has_every_part(
    sample: Notebook,
) -> None:
    people = {person.name: person.id for person in sample.people()}
    contact = sample.contact(people["José Núñez"])
    assert contact is not None
    assert ("prefers", "email") in {(one.kind, one.value) for one in contact.details}
    briefing = sample.briefing(people["Ana Lima"])
    assert briefing is not None
    assert {one.owner.me for one in briefing.promises} == {True, False}
    assert all((briefing.conversations, briefing.wishes, briefing.next_time, briefing.last))
    assert all((briefing.volunteered, briefing.rhythm, briefing.pace))


def test_a_call_to_somebody_goes_against_what_they_asked_for(sample: Notebook) -> None:
    rosa = next(one.id for one in sample.people() if one.name == "Rosa Meyer")
    (warning,) = sample.warnings([rosa], "phone", NOW, 0)
    assert warning.text.startswith("no calls until")
    assert warning.said_at is not None


def test_somebody_asked_for_something_in_the_midst_of_a_mail(sample: Notebook) -> None:
    li = next(one.id for one in sample.people() if one.name == "Li Na")
    briefing = sample.briefing(li)
    assert briefing is not None
    (wish,) = briefing.wishes
    assert wish.id is None
    assert wish.text.endswith("please write, don't call.")
    assert [one.text for one in sample.warnings([li], "phone", NOW, 0)] == [wish.text]
    assert [one.text for one in sample.before_writing([li]).wishes] == [wish.text]


def test_some_are_nudged_by_their_pace_and_some_by_a_day(sample: Notebook) -> None:
    why = {one.topic: one.holders[0].why for one in sample.turns(Section.NUDGE)}
    assert set(why) == {"Lease", "Roof, the price"}
    assert "reminded" in why["Roof, the price"]
    assert "reminded" not in why["Lease"]


def test_rhythms_are_due_by_oneself_and_by_a_tag_with_a_birthday_and_a_quiet_time(
    sample: Notebook,
) -> None:
    due = {one.person.name: one for one in sample.reach_out()}
    assert due["Rosa Meyer"].tag == "family"
    assert due["Priya Nair"].tag == ""
    assert due["נועה לוי"].birthday is not None
    assert {one.person.name for one in sample.in_touch() if one.quiet} == {"Marek Dąbrowski"}


def test_they_asked_for_things_told_things_and_there_is_something_for_next_time(
    sample: Notebook,
) -> None:
    people = {person.name: person.id for person in sample.people()}
    assert [one.text for one in sample.wishes(people["Priya Nair"])] == ["write, don't call"]
    (wish,) = sample.wishes(people["Marek Dąbrowski"])
    assert wish.text.startswith("no calls until")
    kinds = {one.kind for one in sample.remarks(people["Rosa Meyer"])}
    assert kinds == {RemarkKind.VOLUNTEERED, RemarkKind.NEXT_TIME}


def test_who_knows_what_comes_with_who_said_so(sample: Notebook) -> None:
    (knower,) = [one for one in sample.who_knows("roofs") if one.person.name == "Zieliński"]
    assert "Marek Dąbrowski" in {
        known.recommendation.by.name
        for known in knower.knows
        if known.recommendation and known.recommendation.by
    }


def test_one_conversation_goes_over_many_channels_with_what_was_joined_and_linked(
    sample: Notebook,
) -> None:
    bread = called(sample, "Flatbread")
    assert {"web", "email", "video", "chat"} <= set(bread.channels)
    picture = sample.picture(conversation=bread.id)
    assert picture is not None
    assert any("bread.example" in move.place for move in picture.moves)
    assert [each.conversation.topic for each in sample.linked(called(sample, "Roof").id)] == [
        "Roof, the price"
    ]


def test_one_who_stands_there_twice_is_noticed(sample: Notebook) -> None:
    (pair,) = sample.duplicates()
    assert {pair.one.name, pair.other.name} == {"José Núñez", "Jose Nunez"}


@pytest.mark.parametrize("words", ["תודה", "عزيزتي", "顺便去拿书", "Щедрик", "🫓"])
def test_it_is_written_in_many_scripts(sample: Notebook, words: str) -> None:
    assert any(
        words in entry.text
        for section in Section
        for one in sample.turns(section)
        for entry in sample.timeline(one.id, start=0, limit=60).entries
    )


def test_nothing_of_it_is_undone_and_nothing_is_amiss(tmp_path: Path) -> None:
    demo.build(tmp_path / "demo.db", NOW, UTC)
    with Notebook(tmp_path / "demo.db", clock=lambda: NOW, zone=UTC) as notebook:
        with pytest.raises(UndoError):
            notebook.undo()
        assert notebook.doctor() == []


def test_it_is_the_same_on_any_day_and_in_any_zone(tmp_path: Path) -> None:
    counts = set()
    for number, (now, zone) in enumerate(
        [(NOW, "UTC"), (NOW + 10**12 * 17, "Asia/Tokyo"), (NOW + 10**12 * 31, "America/Lima")]
    ):
        path = tmp_path / f"{number}.db"
        demo.build(path, now, ZoneInfo(zone))
        with Notebook(path, clock=partial(int, now), zone=ZoneInfo(zone)) as notebook:
            told = (notebook.counts().items(), notebook.promise_counts().items())
            counts.add(tuple(tuple(sorted(some)) for some in told))
    assert len(counts) == 1
