"""Promises: who owes what, where each stands, and that all of it is undone and exported."""

from datetime import date
from pathlib import Path

import pytest

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.conversation.turn_records import Section
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.promises.records import PromiseRow
from tests.store.conftest import Clock

OPEN, KEPT, LET_GO = PromiseState.OPEN, PromiseState.KEPT, PromiseState.LET_GO
EVERY = tuple(PromiseState)


@pytest.fixture
def roof(notebook: Notebook, ana: int) -> int:
    """A conversation in which I promised the list and Ana the quote."""
    return notebook.say(
        "- [ ] send the list by fri\n- [ ] @Ana sends the quote",
        topic="Roof",
        channel="email",
        to=[ana],
    ).conversation


def owed(notebook: Notebook) -> list[str]:
    return [promise.what for promise in notebook.promises()]


def first(notebook: Notebook) -> PromiseRow:
    return notebook.promises()[0]


def test_promises_are_listed_by_whose_they_are_those_due_first(
    notebook: Notebook, ana: int, roof: int
) -> None:
    assert owed(notebook) == ["send the list", "sends the quote"]
    assert [p.what for p in notebook.promises("mine")] == ["send the list"]
    assert [p.what for p in notebook.promises("theirs")] == ["sends the quote"]
    bob = notebook.add_person("Bob").id
    assert notebook.promises(person=bob) == []
    assert len(notebook.promises(person=ana, conversation=roof)) == 2
    assert [p.what for p in notebook.promises(offset=1, limit=1)] == ["sends the quote"]
    row = first(notebook)
    assert (row.topic, [person.name for person in row.people]) == ("Roof", ["Ana Lima"])


def test_a_promise_moves_through_its_sections_as_days_pass(
    notebook: Notebook, roof: int, clock: Clock
) -> None:
    def sections() -> dict[str, int]:
        counts = notebook.promise_counts()
        return {section.value: count for section, count in counts.items() if count}

    assert sections() == {"due": 1, "open": 1}
    clock.pass_days(5)
    assert sections() == {"overdue": 1, "open": 1}
    (late,) = notebook.promises_in(PromiseSection.OVERDUE)
    assert late.overdue
    notebook.set_promise(late.id, KEPT)
    assert sections() == {"open": 1, "kept": 1}
    assert notebook.place_of_promise(late.id) == (PromiseSection.KEPT, 0)


def test_every_promise_stands_in_the_section_that_counts_it(
    notebook: Notebook, roof: int, clock: Clock
) -> None:
    notebook.set_promise(first(notebook).id, LET_GO)
    for days in (0, 4, 1):
        clock.pass_days(days)
        for section, count in notebook.promise_counts().items():
            rows = notebook.promises_in(section)
            assert len(rows) == count
            for place, row in enumerate(rows):
                assert notebook.place_of_promise(row.id) == (section, place)
                assert row.overdue is (section is PromiseSection.OVERDUE)


def test_a_filter_asks_for_each_word_in_what_whose_or_where(notebook: Notebook, roof: int) -> None:
    def fitting(words: str) -> list[str]:
        found = (notebook.promises_in(section, "all", words) for section in PromiseSection)
        return [promise.what for some in found for promise in some]

    assert fitting("LIST roof") == ["send the list"]
    assert fitting("lima") == ["sends the quote"]
    assert fitting("me") == ["send the list"]
    assert fitting("nothing of the kind") == []
    assert notebook.promise_counts("all", "quote")[PromiseSection.OPEN] == 1


def test_settling_says_who_when_and_is_undone_in_one_step(
    notebook: Notebook, roof: int, clock: Clock
) -> None:
    promise = first(notebook)
    notebook.set_promise(promise.id, KEPT)
    (kept,) = notebook.promises(states=[KEPT])
    assert kept.settled is not None
    assert (kept.settled.person.me, kept.settled.exchange) == (True, None)
    assert kept.settled.at <= clock.at
    assert notebook.undo() == "kept: send the list"
    assert notebook.promises(states=[KEPT]) == []
    assert first(notebook).settled is None
    notebook.redo()
    assert [p.settled for p in notebook.promises(states=[KEPT])] == [kept.settled]


def test_settling_what_stands_so_already_changes_nothing(notebook: Notebook, roof: int) -> None:
    promise = first(notebook)
    notebook.set_promise(promise.id, KEPT)
    notebook.set_promise(promise.id, KEPT)
    assert notebook.undo() == "kept: send the list"
    assert notebook.undo().startswith("said to Ana Lima")


def test_a_promise_let_go_holds_nobody_and_open_again_holds_its_owner(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say(
        "Thanks!\n- [ ] send the list", topic="Roof", channel="email", to=[ana], no_answer=True
    )

    def section() -> Section:
        found = notebook.conversation(said.conversation)
        assert found is not None
        return found.section

    assert section() is Section.MINE
    notebook.set_promise(said.promises[0].id, LET_GO)
    assert section() is Section.RESTING
    notebook.set_promise(said.promises[0].id, OPEN)
    assert section() is Section.MINE


def test_ticking_the_box_and_keeping_the_promise_are_the_same(
    notebook: Notebook, roof: int
) -> None:
    promise = first(notebook)
    assert promise.exchange is not None
    before = notebook.entry(promise.exchange)
    assert before is not None
    notebook.edit(before.id, before.drawn.replace("[ ] send", "[x] send"))
    (kept,) = notebook.promises(states=[KEPT])
    assert kept.settled is not None
    assert (kept.id, kept.settled.exchange) == (promise.id, before.id)
    ticked = notebook.entry(before.id)
    assert ticked is not None
    notebook.edit(before.id, ticked.drawn.replace("[x] send", "[ ] send"))
    assert owed(notebook) == ["send the list", "sends the quote"]
    notebook.set_promise(promise.id, KEPT)
    drawn = notebook.entry(before.id)
    assert drawn is not None
    assert drawn.drawn.startswith("- [x] send the list")
    assert drawn.text.startswith("- [ ] send the list")
    notebook.edit(before.id, drawn.drawn.replace("[x]", "[ ]") + "\nmore")
    assert owed(notebook) == ["send the list", "sends the quote"]


def test_a_due_date_is_changed_taken_away_and_undone(notebook: Notebook, roof: int) -> None:
    promise = first(notebook)
    notebook.set_due(promise.id, date(2026, 12, 1))
    assert first(notebook).due == date(2026, 12, 1)
    notebook.set_due(promise.id, None)
    assert first(notebook).due is None
    notebook.undo()
    notebook.undo()
    assert first(notebook).due == date(2026, 11, 6)


def test_a_promise_added_by_hand_holds_its_owner_and_outlives_an_edit(
    notebook: Notebook, ana: int, roof: int
) -> None:
    entry = notebook.timeline(roof).entries[0]
    added = notebook.add_promise(
        roof, "  paints   the door ", owner=ana, due=date(2026, 12, 1), exchange=entry.id
    )
    assert (added.what, added.owner.name, added.found) == ("paints the door", "Ana Lima", "hand")
    notebook.edit(entry.id, "nothing any more")
    assert owed(notebook) == ["paints the door"]
    notebook.undo()
    notebook.undo()
    assert "paints the door" not in owed(notebook)


def test_what_cannot_be_a_promise_is_refused_in_one_line(notebook: Notebook, roof: int) -> None:
    bob = notebook.add_person("Bob").id
    with pytest.raises(NotebookError, match="say"):
        notebook.add_promise(roof, "   ")
    with pytest.raises(NotebookError, match="Bob is not in this conversation"):
        notebook.add_promise(roof, "paints", owner=bob)
    with pytest.raises(NotebookError, match="no longer there"):
        notebook.set_promise(999, KEPT)
    with pytest.raises(NotebookError, match="no longer there"):
        notebook.take_report(999)


def test_promises_of_a_deleted_conversation_are_not_owed(notebook: Notebook, roof: int) -> None:
    notebook.delete(conversation=roof)
    assert notebook.promises(states=EVERY) == []
    assert not any(notebook.promise_counts().values())


def test_who_settled_a_promise_survives_export_merging_and_undo(
    notebook: Notebook, ana: int, roof: int, tmp_path: Path
) -> None:
    entry = notebook.timeline(roof).entries[0]
    notebook.edit(entry.id, entry.drawn.replace("[ ]", "[x]"))
    other = notebook.add_person("Ana L.").id
    notebook.merge_people(other, ana)
    assert [p.owner.id for p in notebook.promises("theirs", [KEPT])] == [other]
    stream = list(notebook.export())
    with Notebook(tmp_path / "again.db") as again:
        again.restore(stream)
        assert list(again.export())[1:] == stream[1:]
        kept = again.promises(states=[KEPT])
        assert [(p.what, p.settled is not None) for p in kept] == [
            (p.what, True) for p in notebook.promises(states=[KEPT])
        ]
    assert notebook.doctor() == []


def test_an_older_export_without_settlings_still_restores(
    notebook: Notebook, roof: int, tmp_path: Path
) -> None:
    older = []
    for record in notebook.export():
        if record.get("record") == "settling":
            continue
        older.append({key: value for key, value in record.items() if key != "found"})
    with Notebook(tmp_path / "older.db") as restored:
        restored.restore(older)
        assert owed(restored) == owed(notebook)
