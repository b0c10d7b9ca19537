from datetime import UTC
from pathlib import Path

from convonote.conversation.records import Kind
from convonote.store.notebook import Notebook
from convonote.store.records import Draft
from tests.store.conftest import Clock


def save(notebook: Notebook, draft: Draft | None, text: str) -> Draft:
    return notebook.save_draft(
        draft,
        conversation=None,
        answers=None,
        kind=Kind.SAID,
        channel="email",
        author=None,
        people=[1],
        topic="Kyoto",
        text=text,
    )


def test_a_draft_is_there_for_whoever_opens_the_notebook_next(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        draft = save(notebook, save(notebook, None, "Hel"), "Hello")
        with Notebook(path, clock=clock, zone=UTC) as other:
            assert other.drafts() == [draft]
    assert (draft.text, draft.people, draft.topic) == ("Hello", (1,), "Kyoto")


def test_the_latest_draft_is_first(notebook: Notebook) -> None:
    first, second = save(notebook, None, "a"), save(notebook, None, "b")
    assert [draft.id for draft in notebook.drafts()] == [second.id, first.id]
    save(notebook, first, "c")
    assert [draft.text for draft in notebook.drafts()] == ["c", "b"]


def test_a_draft_thrown_away_comes_back_by_undo(notebook: Notebook) -> None:
    draft = save(notebook, None, "a")
    notebook.drop_draft(draft.id)
    assert notebook.drafts() == []
    notebook.undo()
    assert notebook.drafts() == [draft]


def test_what_is_written_on_after_the_draft_was_dropped_elsewhere_is_kept(
    notebook: Notebook,
) -> None:
    draft = save(notebook, None, "a")
    notebook.drop_draft(draft.id)
    assert save(notebook, draft, "ab").id != draft.id
    assert [each.text for each in notebook.drafts()] == ["ab"]
