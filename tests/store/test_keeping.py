"""Copies of the notebook, and putting one back."""

import sqlite3
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest

from convonote.store.errors import NotebookError
from convonote.store.keeping.backup import backups, keep_newest
from convonote.store.keeping.putting_back import put_back
from convonote.store.notebook import Notebook
from convonote.store.schema import NEWEST
from tests.store.conftest import Clock


def say(notebook: Notebook, text: str) -> None:
    notebook.say(text, topic=text, channel="phone")


def topics(path: Path, clock: Clock) -> set[str]:
    with Notebook(path, clock=clock, zone=UTC, create=False) as book:
        assert book.doctor() == []
        return {one.topic for one in book.conversations()}


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_copy_holds_what_there_was_and_stands_alone(
    notebook: Notebook, path: Path, clock: Clock
) -> None:
    say(notebook, "one")
    copy = notebook.backup()
    say(notebook, "two")
    assert copy.path.parent == path.parent / "backups"
    assert copy.path.name.startswith("notebook-2026-11-02-09")
    assert (copy.counts.exchanges, copy.counts.conversations) == (1, 1)
    assert (mode(copy.path), mode(copy.path.parent)) == (0o600, 0o700)
    assert [each.name for each in copy.path.parent.iterdir()] == [copy.path.name]
    assert topics(copy.path, clock) == {"one"}


def test_a_copy_is_made_while_another_connection_writes(notebook: Notebook, path: Path) -> None:
    for number in range(3):
        say(notebook, f"talk {number} {'x' * 2_000_000}")
    with Notebook(path, zone=UTC) as other:
        copy = notebook.backup(progress=lambda done, total: say(other, f"said at {done}"))
        assert copy.counts.exchanges == 3
        assert len(other.conversations()) > 3


def test_no_file_is_written_over(notebook: Notebook, path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("dear")
    for target in (mine, path):
        with pytest.raises(NotebookError, match="is there already; name another file"):
            notebook.backup(target)
    assert mine.read_text() == "dear"
    with pytest.raises(NotebookError, match="cannot be made"):
        notebook.backup(tmp_path / "nowhere" / "copy")


def test_a_copy_that_is_cut_short_leaves_nothing(notebook: Notebook, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        notebook.backup(tmp_path / "copy", progress=stop)
    assert not [each for each in tmp_path.iterdir() if "copy" in each.name]
    say(notebook, "still works")


def test_only_the_newest_of_the_usual_place_are_kept(notebook: Notebook, path: Path) -> None:
    made = [notebook.backup().path for _ in range(3)]
    other = made[0].with_name("holiday.db")
    other.write_text("mine")
    assert backups(path) == made
    assert keep_newest(path, 2) == made[:1]
    assert (backups(path), other.exists()) == (made[1:], True)


def test_copies_of_one_second_stand_in_their_order(notebook: Notebook, path: Path) -> None:
    first = notebook.backup().path
    copies = [first, *(first.with_name(f"{first.stem}-{n}{first.suffix}") for n in (2, 10))]
    for each in copies[1:]:
        each.touch()
    assert backups(path) == copies


def test_putting_back_keeps_what_was_there(notebook: Notebook, path: Path, clock: Clock) -> None:
    say(notebook, "one")
    copy = notebook.backup().path
    say(notebook, "two")
    notebook.close()
    done = put_back(copy, path, clock(), UTC)
    assert topics(path, clock) == {"one"}
    assert done.before is not None
    assert (done.counts.exchanges, done.before.counts.exchanges) == (1, 2)
    put_back(done.before.path, path, clock(), UTC)
    assert topics(path, clock) == {"one", "two"}


def test_putting_back_makes_a_notebook_where_there_is_none(
    notebook: Notebook, tmp_path: Path, clock: Clock
) -> None:
    say(notebook, "one")
    copy = notebook.backup().path
    new = tmp_path / "new" / "notebook.db"
    assert put_back(copy, new, clock(), UTC).before is None
    assert (topics(new, clock), mode(new), mode(new.parent)) == ({"one"}, 0o600, 0o700)


def test_what_another_program_has_open_is_not_replaced(
    notebook: Notebook, path: Path, clock: Clock
) -> None:
    copy = notebook.backup().path
    say(notebook, "one")
    with pytest.raises(NotebookError, match="open in another program; leave that one"):
        put_back(copy, path, clock(), UTC)
    assert len(notebook.conversations()) == 1


def test_putting_back_that_is_cut_short_changes_nothing(
    notebook: Notebook, path: Path, clock: Clock
) -> None:
    for number in range(3):
        notebook.say("x" * 2_000_000, topic=str(number), channel="phone")
    copy = notebook.backup().path
    say(notebook, "one more")
    notebook.close()
    saved = False

    def stop(done: int, total: int) -> None:
        nonlocal saved
        if saved and done < total:
            raise KeyboardInterrupt
        saved = saved or done == total

    with pytest.raises(KeyboardInterrupt):
        put_back(copy, path, clock(), UTC, progress=stop)
    assert topics(path, clock) == {"0", "1", "2", "one more"}


def test_a_damaged_notebook_is_set_aside(notebook: Notebook, path: Path, clock: Clock) -> None:
    say(notebook, "one")
    copy = notebook.backup().path
    notebook.close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    spoilt = path.read_bytes()
    done = put_back(copy, path, clock(), UTC)
    assert done.before is None
    assert done.aside is not None
    assert done.aside.read_bytes()[100:] == spoilt[100:]
    assert topics(path, clock) == {"one"}


def test_what_is_no_whole_copy_is_refused_and_changes_nothing(
    notebook: Notebook, path: Path, tmp_path: Path, clock: Clock
) -> None:
    say(notebook, "one")
    copies = {name: notebook.backup(tmp_path / name).path for name in ("torn", "newer")}
    notebook.close()
    with copies["torn"].open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    with closing(sqlite3.connect(copies["newer"])) as newer:
        newer.execute(f"PRAGMA user_version = {NEWEST + 1}")
    with closing(sqlite3.connect(tmp_path / "others")) as other:
        other.execute("CREATE TABLE bookmarks (id)")
    (tmp_path / "export.jsonl").write_text('{"convonote": 1}\n')
    for name, said in (
        ("torn", "damaged"),
        ("newer", "made by a newer convonote"),
        ("others", "is no notebook"),
        ("export.jsonl", "restored by import"),
        ("nothing", "there is no file"),
    ):
        with pytest.raises(NotebookError, match=said):
            put_back(tmp_path / name, path, clock(), UTC)
    with pytest.raises(NotebookError, match="the notebook itself"):
        put_back(path, path, clock(), UTC)
    assert topics(path, clock) == {"one"}


def test_a_file_that_is_no_notebook_is_never_replaced(notebook: Notebook, tmp_path: Path) -> None:
    copy = notebook.backup().path
    mine = tmp_path / "letter.txt"
    mine.write_text("dear")
    with pytest.raises(NotebookError, match="move that file away"):
        put_back(copy, mine, 0, UTC)
    assert mine.read_text() == "dear"
