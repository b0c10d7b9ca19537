"""Taking in an export: how far it is is told, and it may be stopped and gone on with."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from convonote.importing.exports import restore_file
from convonote.importing.result import ImportResult, Stopped, described
from convonote.store.notebook import Notebook

TALKS = 300


def _export(tmp_path: Path) -> Path:
    """An export of more lines than are told at once."""
    with Notebook(tmp_path / "from.convonote") as book:
        ana = book.add_person("Ana", [("email", "ana@example.org")]).id
        with book.from_the_start():
            for number in range(TALKS):
                book.say("Do you come?", topic=f"Day {number}", channel="email", to=[ana])
        lines = [json.dumps(record) for record in book.export()]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_how_far_it_is_is_told_up_to_its_end(tmp_path: Path, packed: bool) -> None:
    path = _export(tmp_path)
    if packed:
        whole = path.read_bytes()
        path = path.with_suffix(".jsonl.gz")
        path.write_bytes(gzip.compress(whole))
    seen: list[tuple[int, float | None]] = []
    told: list[str] = []

    def look(result: ImportResult) -> None:
        seen.append((result.progress.messages, result.progress.share))
        told.append(described(result))

    with Notebook(tmp_path / "into.convonote") as book:
        result = restore_file(book, path, on_progress=look)
    assert result.received.added == TALKS
    assert not result.stopped
    assert seen == sorted(seen)
    assert seen[0][0] == 200
    assert all("lines read" in line for line in told)
    assert result.progress.share == 1.0


def _stop(after: int) -> Callable[[ImportResult], None]:
    def look(result: ImportResult) -> None:
        if result.progress.messages >= after:
            raise Stopped

    return look


def test_what_came_before_it_was_stopped_stays_and_the_rest_comes_next_time(
    tmp_path: Path,
) -> None:
    path = _export(tmp_path)
    with Notebook(tmp_path / "into.convonote") as book:
        assert restore_file(book, path, on_progress=_stop(400)).stopped
        assert 0 < book.totals().exchanges < TALKS
        assert not [found for found in book.doctor() if not found.mended]
        assert not restore_file(book, path).stopped
        again = [json.dumps(record) for record in book.export()]
    # The first line says when it was made.
    assert again[1:] == path.read_text().splitlines()[1:]


def test_stopped_in_a_notebook_with_something_in_it_it_can_be_taken_back(tmp_path: Path) -> None:
    path = _export(tmp_path)
    with Notebook(tmp_path / "into.convonote") as book:
        book.say("Mine alone", topic="Mine", channel="email", to=[book.add_person("Bo").id])
        assert restore_file(book, path, on_progress=_stop(400)).stopped
        assert book.totals().conversations > 1
        book.undo_import()
        assert book.totals().conversations == 1
