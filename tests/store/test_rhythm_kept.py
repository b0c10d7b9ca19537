"""Rhythms through merging, export, older notebooks and doctor."""

from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock
from tests.store.reaching import reaching


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
