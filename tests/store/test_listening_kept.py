"""Remarks and wishes through merging and export, and reminders on their day."""

import json
from datetime import UTC, date
from pathlib import Path

import pytest

from convonote.conversation.records import Kind
from convonote.conversation.turn_records import Section
from convonote.store.exporting.restore import read_lines
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from tests.store.conftest import Clock
from tests.store.listening import at, noted, wrote


@pytest.fixture
def ana(notebook: Notebook) -> Person:
    return notebook.add_person("Ana Lima", [("email", "ana@example.org")])


def test_who_is_merged_takes_wishes_and_remarks_along(notebook: Notebook, ana: Person) -> None:
    other = notebook.add_person("Ana")
    notebook.add_wish(other.id, "mornings only")
    notebook.merge_people(ana.id, other.id)
    assert [one.text for one in notebook.wishes(ana.id)] == ["mornings only"]
    notebook.undo()
    assert notebook.wishes(ana.id) == []
    assert [one.text for one in notebook.wishes(other.id)] == ["mornings only"]


def test_all_of_it_goes_into_an_export_and_comes_back(
    notebook: Notebook, ana: Person, tmp_path: Path, clock: Clock
) -> None:
    conversation = wrote(notebook, ana, remind=at("2026-11-20 00:00"))
    note = noted(notebook, conversation, "! one\n? two in 2 weeks")
    notebook.add_wish(ana.id, "mornings only")
    notebook.use_remark(notebook.remarks(ana.id)[0].id)
    draft = notebook.save_draft(
        None,
        conversation=conversation,
        answers=None,
        kind=Kind.NOTE,
        channel="other",
        author=None,
        people=[],
        topic="",
        text="! one more",
        edits=note,
        cc=[ana.id],
        words='{"when": "yesterday"}',
    )
    assert notebook.drafts() == [draft]
    lines = [json.dumps(record).encode() for record in notebook.export()]
    with Notebook(tmp_path / "other.db", clock=clock, zone=UTC) as other:
        other.restore(read_lines(lines))
        assert [json.dumps(record).encode() for record in other.export()][1:] == lines[1:]
        (there,) = other.turns()
        assert there.section is Section.THEIRS
        clock.at = at("2026-11-20 00:00")
        other.settle()
        assert other.counts()[Section.NUDGE] == 1


def test_an_export_from_before_there_were_remarks_is_still_restored(
    notebook: Notebook, ana: Person, tmp_path: Path, clock: Clock
) -> None:
    wrote(notebook, ana)
    notebook.save_draft(
        None, conversation=None, answers=None, kind=Kind.SAID, channel="email", author=None,
        people=[ana.id], topic="", text="Hello",
    )  # fmt: skip
    lines = []
    for record in notebook.export():
        for added in ("remind_at", "edits", "cc", "words"):
            if record.get("record") in ("exchange", "draft") and (
                added != "cc" or record["record"] == "draft"
            ):
                record.pop(added, None)
        lines.append(json.dumps(record).encode())
    with Notebook(tmp_path / "other.db", clock=clock, zone=UTC) as other:
        refused: list[object] = []
        other.restore(read_lines(lines), refused=refused.append)
        assert refused == []
        assert [one.text for one in other.drafts()] == ["Hello"]


def test_a_reminder_comes_on_its_day_in_the_users_zone_and_an_answer_cancels_it(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    conversation = wrote(notebook, ana, remind=at("2026-11-06 00:00"))
    clock.pass_days(3)
    notebook.settle()
    assert notebook.counts()[Section.THEIRS] == 1
    clock.pass_days(1)
    notebook.settle()
    (nudged,) = notebook.turns(Section.NUDGE)
    assert nudged.holders[0].why.endswith("you wanted to be reminded on Fri 6 Nov")
    notebook.say("Yes!", author=ana.id, channel="phone", conversation=conversation)
    assert notebook.counts()[Section.NUDGE] == 0
    assert notebook.doctor() == []


def test_who_is_to_be_left_alone_is_warned_of_until_that_day(
    notebook: Notebook, ana: Person
) -> None:
    notebook.set_quiet_until(ana.id, date(2026, 11, 20), "on leave")
    (warning,) = notebook.warnings([ana.id], "email", at("2026-11-19 10:00"), 0)
    assert warning.text == "is to be left alone until 2026-11-20: on leave"
    assert notebook.warnings([ana.id], "email", at("2026-11-20 10:00"), 0) == ()


def test_what_was_said_before_they_asked_goes_against_nothing(
    notebook: Notebook, ana: Person
) -> None:
    notebook.add_wish(ana.id, "write, don't call")
    bob = notebook.add_person("Bob")
    notebook.set_quiet_until(bob.id, date(2026, 12, 1))
    both, now = [ana.id, bob.id], notebook.now()
    assert notebook.warnings(both, "phone", at("2026-10-20T12:00"), 0) == ()
    assert len(notebook.warnings(both, "phone", now, 0)) == 2
