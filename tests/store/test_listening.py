"""What people asked for and told: filed from notes, warned of, used up, undone, passed on."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Kind, Section
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.wishes import Against
from convonote.store.exporting.restore import read_lines
from convonote.store.notebook import Notebook
from convonote.store.records import NotebookError, Person
from tests.store.conftest import Clock


@pytest.fixture
def ana(notebook: Notebook) -> Person:
    return notebook.add_person("Ana Lima", [("email", "ana@example.org")])


def wrote(
    notebook: Notebook, to: Person, text: str = "Which week suits you?", **rest: object
) -> int:
    """Something I said; the conversation it is in."""
    return notebook.say(text, to=[to.id], channel="email", **rest).conversation  # type: ignore[arg-type]  # by name


def noted(notebook: Notebook, conversation: int, text: str) -> int:
    """A private note; its exchange."""
    said = notebook.say(text, conversation=conversation, kind=Kind.NOTE, channel="other")
    return said.exchange


def at(words: str) -> int:
    return int(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp()) * 1_000_000


def test_a_note_files_what_they_told_asked_for_and_what_is_for_next_time(
    notebook: Notebook, ana: Person
) -> None:
    conversation = wrote(notebook, ana)
    note = noted(
        notebook,
        conversation,
        "! grows tomatoes\n! no calls until 1 Dec\n? Ana: the knee in 2 weeks",
    )
    told = [(one.kind, one.text, one.due) for one in notebook.remarks(ana.id)]
    assert told == [
        (RemarkKind.NEXT_TIME, "the knee", date(2026, 11, 16)),
        (RemarkKind.VOLUNTEERED, "grows tomatoes", None),
    ]
    (wish,) = notebook.wishes(ana.id)
    assert (wish.text, wish.until, wish.exchange) == (
        "no calls until 1 Dec",
        date(2026, 12, 1),
        note,
    )


def test_a_line_in_what_was_said_to_somebody_is_no_remark(notebook: Notebook, ana: Person) -> None:
    wrote(notebook, ana, "? Ana: really\n! yes")
    assert notebook.remarks(ana.id) == []


def test_among_several_a_line_is_of_whom_it_names_and_else_of_all(
    notebook: Notebook, ana: Person
) -> None:
    bob = notebook.add_person("Bob")
    chi = notebook.add_person("Chi")
    said = notebook.say("Hello", to=[ana.id, bob.id], channel="email", topic="Roof")
    noted(notebook, said.conversation, "! Ana: sings\n! both garden\n? Chi: say hello")
    assert [one.text for one in notebook.remarks(ana.id)] == ["both garden", "sings"]
    assert [one.text for one in notebook.remarks(bob.id)] == ["both garden"]
    assert [one.text for one in notebook.remarks(chi.id)] == ["say hello"]


def test_editing_a_note_edits_what_it_files_and_what_was_used_up_stays_so(
    notebook: Notebook, ana: Person
) -> None:
    note = noted(notebook, wrote(notebook, ana), "! one\n! two")
    notebook.use_remark(notebook.remarks(ana.id)[-1].id)
    notebook.edit(note, "! one\n! two and more\n! three")
    assert {one.text for one in notebook.remarks(ana.id)} == {"two and more", "three"}
    assert [one.text for one in notebook.remarks(ana.id, used=True)] == ["one"]
    notebook.edit(note, "nothing")
    assert notebook.remarks(ana.id) == notebook.remarks(ana.id, used=True) == []
    notebook.undo()
    notebook.undo()
    assert {one.text for one in notebook.remarks(ana.id)} == {"two"}


def test_a_deleted_note_and_a_deleted_conversation_tell_nothing(
    notebook: Notebook, ana: Person
) -> None:
    conversation = wrote(notebook, ana)
    note = noted(notebook, conversation, "! one")
    notebook.delete(exchange=note)
    assert notebook.remarks(ana.id) == []
    notebook.undo()
    notebook.delete(conversation=conversation)
    assert notebook.remarks(ana.id) == []
    notebook.undo()
    assert [one.text for one in notebook.remarks(ana.id)] == ["one"]


def test_a_wish_from_the_card_is_kept_warned_of_and_taken_away(
    notebook: Notebook, ana: Person
) -> None:
    wish = notebook.add_wish(ana.id, "  no calls  until 1 Dec ")
    (warning,) = notebook.warnings([ana.id], "phone", at("2026-11-20 10:00"), 0)
    assert (warning.text, warning.against, warning.said_at) == (
        "no calls until 1 Dec",
        Against.CHANNEL,
        wish.said_at,
    )
    assert notebook.warnings([ana.id], "email", at("2026-11-20 10:00"), 0) == ()
    assert notebook.warnings([ana.id], "phone", at("2026-12-01 10:00"), 0) == ()
    notebook.remove_wish(wish.id)
    assert notebook.wishes(ana.id) == []
    notebook.undo()
    assert notebook.wishes(ana.id) == [wish]
    with pytest.raises(NotebookError, match="write what they asked for"):
        notebook.add_wish(ana.id, " ")


def test_a_wish_that_holds_no_more_stands_last_and_warns_of_nothing(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    notebook.add_wish(ana.id, "mornings only")
    notebook.add_wish(ana.id, "no calls until 5 Nov")
    clock.pass_days(3)
    assert [(one.text, one.over) for one in notebook.wishes(ana.id)] == [
        ("mornings only", False),
        ("no calls until 5 Nov", True),
    ]
    assert notebook.warnings([ana.id], "phone", at("2026-11-05 09:00"), 0) == ()


def test_the_time_that_counts_is_that_on_the_clock_of_whoever_writes(
    notebook: Notebook, ana: Person
) -> None:
    notebook.add_wish(ana.id, "mornings only")
    assert notebook.warnings([ana.id], "phone", at("2026-11-20 11:30"), 0) == ()
    assert notebook.warnings([ana.id], "phone", at("2026-11-20 11:30"), 60) != ()


def test_the_preferred_channel_of_the_card_is_warned_of_but_not_in_an_answer(
    notebook: Notebook, ana: Person
) -> None:
    notebook.add_detail(ana.id, DetailKind.PREFERS, "phone")
    asked = notebook.say("Hm?", author=ana.id, channel="email", topic="Roof")
    (warning,) = notebook.warnings([ana.id], "email", notebook.now(), 0)
    assert (warning.text, warning.said_at) == ("prefers phone", None)
    assert notebook.warnings([ana.id], "phone", notebook.now(), 0) == ()
    assert notebook.warnings([ana.id], "email", notebook.now(), 0, answers=asked.exchange) == ()


def test_before_writing_stand_the_facts_and_the_questions_both_ways(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    conversation = wrote(notebook, ana, "It was lovely. Which week suits you?")
    notebook.say("Could you send the list?", author=ana.id, channel="email", topic="Other")
    clock.pass_days(1)
    wrote(notebook, ana, "Any news?", conversation=conversation)
    before = notebook.before_writing([ana.id], conversation)
    assert [fact.text for fact in before.facts] == ["you wrote to Ana Lima today by email"]
    wrote(notebook, ana, "Hello?", conversation=conversation)
    clock.pass_days(1)
    before = notebook.before_writing([ana.id], conversation)
    assert [fact.text for fact in before.facts] == [
        "your last 2 to Ana Lima went unanswered",
        "you wrote to Ana Lima yesterday by email",
    ]
    assert [one.text for one in before.mine] == ["Which week suits you?"]
    assert [one.text for one in before.theirs] == ["Could you send the list?"]


def test_unanswered_is_only_what_still_waits_for_an_answer(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    asked = notebook.say("Which week suits you?", author=ana.id, channel="email", topic="Kyoto")
    clock.pass_days(1)
    wrote(notebook, ana, "The second one.", conversation=asked.conversation)
    wrote(notebook, ana, "Thanks, and good night!", conversation=asked.conversation)
    notebook.say("For your files.", to=[ana.id], channel="email", topic="Files", no_answer=True)
    wrote_today = "you wrote to Ana Lima today by email"
    assert told(notebook, ana) == [wrote_today]
    wrote(notebook, ana, "Could you send the list?")
    assert told(notebook, ana) == [wrote_today]
    clock.pass_days(1)
    wrote(notebook, ana, "Could you send the key?")
    assert told(notebook, ana) == ["your last 2 to Ana Lima went unanswered", wrote_today]


def told(notebook: Notebook, ana: Person) -> list[str]:
    return [fact.text for fact in notebook.before_writing([ana.id]).facts]


def test_after_a_talk_nothing_is_unanswered(notebook: Notebook, ana: Person) -> None:
    conversation = wrote(notebook, ana)
    notebook.say("", kind=Kind.TALK, channel="phone", conversation=conversation, to=[ana.id])
    assert notebook.before_writing([ana.id]).facts == ()


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
