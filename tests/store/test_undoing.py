from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.turn_records import Section
from convonote.store.errors import UndoError
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from convonote.store.people import naming
from tests.store.conftest import Clock
from tests.store.mail import NOW


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(notebook: Notebook) -> None:
    with pytest.raises(UndoError, match="nothing to undo"):
        notebook.undo()
    with pytest.raises(UndoError, match="nothing to redo"):
        notebook.redo()


def test_a_chain_is_undone_and_redone_one_by_one(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    notebook.rename(said.conversation, "Kyoto in April")
    notebook.set_turn(said.conversation, [], reason="enough")
    states = []

    def state() -> tuple[object, ...]:
        row = notebook.conversation(said.conversation)
        return (None,) if row is None else (row.topic, row.section, row.holders)

    states.append(state())
    for _ in range(3):
        notebook.undo()
        states.append(state())
    assert [each[0] for each in states] == ["Kyoto in April", "Kyoto in April", "Kyoto", None]
    for before in reversed(states[:-1]):
        notebook.redo()
        assert state() == before
    with pytest.raises(UndoError, match="nothing to redo"):
        notebook.redo()


def test_undo_is_not_in_memory(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        ana = notebook.add_person("Ana Lima")
        said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
        notebook.set_closed(said.conversation)
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert notebook.undo() == "closed Kyoto"
        assert notebook.counts()[Section.THEIRS] == 1
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert notebook.redo() == "closed Kyoto"
        assert notebook.counts()[Section.CLOSED] == 1


def test_after_a_new_change_nothing_is_redone(notebook: Notebook) -> None:
    said = notebook.say("Hello.", topic="Kyoto", channel="email")
    notebook.rename(said.conversation, "A")
    notebook.undo()
    notebook.rename(said.conversation, "B")
    with pytest.raises(UndoError, match="nothing to redo"):
        notebook.redo()


def test_what_was_undone_last_is_redone_not_what_was_undone_before_something_new(
    notebook: Notebook,
) -> None:
    ana = notebook.add_person("Ana")
    for topic in ("one", "two"):
        notebook.say("Hello.", topic=topic, channel="phone", to=[ana.id])
        notebook.undo()
    assert notebook.redo() == "said to Ana in two"
    with pytest.raises(UndoError, match="nothing to redo"):
        notebook.redo()


def test_what_something_new_left_behind_is_not_redone_among_older_changes(
    notebook: Notebook,
) -> None:
    for topic in ("one", "two"):
        notebook.add_person(topic)
    notebook.undo()
    notebook.add_person("three")
    notebook.undo()
    notebook.undo()
    assert [notebook.redo(), notebook.redo()] == ["added one", "added three"]


@settings(max_examples=25, deadline=None, database=None)
@given(st.lists(st.sampled_from(["do", "do", "undo", "undo", "redo", "restart"]), max_size=14))
def test_undo_and_redo_are_one_line_of_steps_though_no_time_passes(steps: list[str]) -> None:
    done, undone = list[str](), list[str]()
    with TemporaryDirectory() as folder:

        def opened() -> Notebook:
            return Notebook(Path(folder) / "notebook.db", clock=lambda: NOW, zone=UTC)

        notebook = opened()
        for number, step in enumerate(steps):
            if step == "restart":
                notebook.close()
                notebook = opened()
            elif step == "do":
                notebook.add_person(f"P{number:02}")
                done, undone = [*done, f"P{number:02}"], []
            else:
                back = step == "undo"
                source, into = (done, undone) if back else (undone, done)
                take = notebook.undo if back else notebook.redo
                if source:
                    into.append(source.pop())
                    assert take() == f"added {into[-1]}"
                else:
                    with pytest.raises(UndoError, match=f"nothing to {step}"):
                        take()
            assert [person.name for person in notebook.people()] == sorted(done)
        assert notebook.doctor() == []
        notebook.close()


def changed_by_import(path: Path, clock: Clock, conversation: int, topic: str) -> None:
    base = open_base(path, clock=clock, zone=UTC, create=False)
    with base.writing("import", "imported") as recording:
        recording.set("conversation", conversation, "topic", topic)
        naming.index_conversation(base, conversation)
    base.close()


def test_what_cannot_be_undone_is_told_once_and_passed_over(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        notebook.add_person("Ana Lima")
        said = notebook.say("Hello.", topic="Kyoto", channel="email")
        notebook.set_closed(said.conversation)
        notebook.rename(said.conversation, "Nara")
        changed_by_import(path, clock, said.conversation, "Osaka")
        with pytest.raises(UndoError) as told:
            notebook.undo()
        assert str(told.value) == (
            "renamed Kyoto was changed since, so it was not undone;"
            " undo again takes what was done before it"
        )
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert notebook.undo() == "closed Kyoto"
        with pytest.raises(UndoError, match="was changed since"):
            notebook.undo()
        assert notebook.undo() == "added Ana Lima"
        assert notebook.redo() == "added Ana Lima"
        assert notebook.redo() == "closed Kyoto"
        with pytest.raises(UndoError, match="nothing to redo"):
            notebook.redo()
        assert notebook.doctor() == []


def test_what_cannot_be_redone_is_told_once_and_passed_over(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        said = notebook.say("Hello.", topic="Kyoto", channel="email")
        notebook.rename(said.conversation, "Nara")
        notebook.add_person("Ana Lima")
        notebook.undo()
        notebook.undo()
        changed_by_import(path, clock, said.conversation, "Osaka")
        with pytest.raises(UndoError, match="was not done again; redo again takes what was undone"):
            notebook.redo()
        assert notebook.redo() == "added Ana Lima"
        assert notebook.undo() == "added Ana Lima"
        row = notebook.conversation(said.conversation)
        assert row is not None
        assert row.topic == "Osaka"


def test_what_has_changed_since_is_not_undone(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        said = notebook.say("Hello.", topic="Kyoto", channel="email")
        notebook.rename(said.conversation, "Kyoto in April")
        base = open_base(path, clock=clock, zone=UTC, create=False)
        with base.writing("import", "imported") as recording:
            recording.set("conversation", said.conversation, "topic", "Kyoto in May")
        base.close()
        with pytest.raises(UndoError, match="changed since"):
            notebook.undo()
        row = notebook.conversation(said.conversation)
        assert row is not None
        assert row.topic == "Kyoto in May"


def test_a_conversation_that_somebody_answered_by_import_is_not_undone_away(
    path: Path, clock: Clock
) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        ana = notebook.add_person("Ana Lima")
        said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
        base = open_base(path, clock=clock, zone=UTC, create=False)
        with base.writing("import", "imported") as recording:
            recording.insert(
                "exchange",
                conversation=said.conversation,
                kind="said",
                channel="email",
                author=ana.id,
                at=clock(),
                text="April",
                sorted_at=clock(),
                search_id=1,
                made_by="import",
            )
        base.close()
        with pytest.raises(UndoError, match="changed since"):
            notebook.undo()
        assert notebook.conversation(said.conversation) is not None


def test_an_import_is_never_what_undo_takes(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        notebook.add_person("Bob")
        base = open_base(path, clock=clock, zone=UTC, create=False)
        with base.writing("import", "imported") as recording:
            recording.insert("person", name="Ana Lima", created_at=clock())
        base.close()
        assert notebook.undo() == "added Bob"
        assert [person.name for person in notebook.people()] == ["Ana Lima"]
        with pytest.raises(UndoError):
            notebook.undo()


def test_saving_drafts_is_nothing_to_undo_but_the_draft_of_an_undone_saying_is_back(
    notebook: Notebook,
) -> None:
    draft = notebook.save_draft(
        None,
        conversation=None,
        answers=None,
        kind=Kind.SAID,
        channel="email",
        author=None,
        people=(),
        topic="Kyoto",
        text="Hel",
    )
    with pytest.raises(UndoError):
        notebook.undo()
    notebook.say("Hello.", topic="Kyoto", channel="email", draft=draft.id)
    assert notebook.drafts() == []
    notebook.undo()
    assert [each.text for each in notebook.drafts()] == ["Hel"]


def test_a_promise_kept_is_open_again_when_undone(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("- [ ] send the list", topic="Kyoto", channel="email", to=[ana.id])
    notebook.set_promise(said.promises[0].id, PromiseState.KEPT)
    row = notebook.conversation(said.conversation)
    assert row is not None
    assert row.promises == ()
    assert notebook.undo() == "kept: send the list"
    row = notebook.conversation(said.conversation)
    assert row is not None
    assert [promise.what for promise in row.promises] == ["send the list"]


def test_a_person_added_and_undone_can_be_added_again(notebook: Notebook) -> None:
    notebook.add_person("Ana Lima", [("email", "ana@example.org")])
    notebook.undo()
    assert notebook.people() == []
    assert notebook.match("ana") == []
    notebook.add_person("Ana Lima", [("email", "ana@example.org")])
    assert len(notebook.people()) == 1
