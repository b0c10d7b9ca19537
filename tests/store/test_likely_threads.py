"""Of a real thread that fell in two, the other half is what is proposed first."""

from pathlib import Path

from convonote.importing import run_import
from convonote.store.notebook import Notebook
from tests.intake.corpora import corpus

FOUND_FIRST = 0.8
"""The share at least; two threads of the same people, day and name are as likely as a half."""


def test_the_other_half_of_a_thread_is_proposed_first(tmp_path: Path) -> None:
    first, tried = 0, 0
    with Notebook(tmp_path / "notebook.convonote") as notebook:
        sources = [corpus("threads"), corpus("mail")]
        run_import(notebook, sources, me=[("email", "me@example.org")])
        base = notebook._base
        with base.reading():
            threads = base.rows(
                "SELECT id, exchanges FROM conversation WHERE exchanges > 1"
                " AND deleted_at IS NULL AND merged_into IS NULL ORDER BY id"
            )
        for thread, exchanges in threads:
            entries = notebook.timeline(thread, start=0, limit=exchanges).entries
            middle, *later = entries[exchanges // 2 :]
            half = notebook.split(middle.id, with_answers=False).id
            if later:
                notebook.move([each.id for each in later], half)
            with base.transaction():
                # What the user takes apart is never proposed again; here nobody did.
                base.run("DELETE FROM apart")
            likely = [each.conversation.id for each in notebook.likely(half, limit=1)]
            first += likely == [thread]
            tried += 1
            notebook.merge(thread, half)
    assert tried >= 10
    assert first >= FOUND_FIRST * tried
