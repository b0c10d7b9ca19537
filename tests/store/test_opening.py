import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from convonote.store import base as base_module
from convonote.store.base import Base
from convonote.store.errors import NotebookError
from convonote.store.glance import waiting
from convonote.store.migrations import MIGRATIONS
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base, present
from convonote.store.schema import NEWEST
from convonote.store.turns import placing


def opened(path: Path) -> Base:
    return open_base(path, clock=present, zone=UTC, create=True)


def refusal(path: Path, *, create: bool = True) -> str:
    """The one line with which opening is refused."""
    with pytest.raises(NotebookError) as refused:
        Notebook(path, create=create)
    line = str(refused.value)
    assert "\n" not in line
    assert str(path) in line
    return line


@pytest.fixture
def unprivileged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder, and a user to whom permissions apply; root is nobody meanwhile."""
    folder = tmp_path_factory.mktemp("unprivileged")
    if os.geteuid() != 0:
        yield folder
        return
    for parent in (folder, *folder.parents[:3]):
        parent.chmod(0o755)
    os.chown(folder, 65534, 65534)
    os.seteuid(65534)
    try:
        yield folder
    finally:
        os.seteuid(0)


def test_a_new_notebook_is_private_with_its_folder(path: Path) -> None:
    with Notebook(path) as notebook:
        notebook.add_person("Ana Lima")
        files = sorted(path.parent.iterdir())
        assert [file.name for file in files] == [
            "notebook.db",
            "notebook.db-shm",
            "notebook.db-wal",
        ]
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_is_private_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        Notebook(path).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_notebook_that_others_can_read_is_made_private(path: Path) -> None:
    Notebook(path).close()
    path.chmod(0o644)
    Notebook(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    with Notebook(path) as notebook:
        ana = notebook.add_person("Ana Lima", [("email", "Ana@Example.org")])
    with Notebook(path, create=False) as notebook:
        again = notebook.person(ana.id)
        assert again is not None
        assert (again.uid, again.name) == (ana.uid, "Ana Lima")
        assert again.addresses == (("email", "Ana@Example.org"),)


def test_the_pragmas_are_those_that_keep_what_was_acknowledged(path: Path) -> None:
    base = opened(path)
    with base.reading():
        got = {
            name: base.value(f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size", "cache_size")
        }
        assert base.value("PRAGMA busy_timeout") >= 5000
    base.close()
    assert got["journal_mode"] == "wal"
    assert got["synchronous"] == 2
    assert got["foreign_keys"] == 1
    assert not got["mmap_size"]
    assert -16_000 <= got["cache_size"] < 0


def test_a_text_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ana,\n" * 100)
    assert "not an SQLite file" in refusal(path)
    assert path.read_text() == "Dear Ana,\n" * 100


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipe (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_with_the_remedy(path: Path) -> None:
    Notebook(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer convonote" in refusal(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_where_there_is_no_notebook_none_is_made_unless_asked(path: Path) -> None:
    assert "there is no notebook" in refusal(path, create=False)
    assert not path.parent.exists()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be made" in refusal(tmp_path / "file" / "notebook.db")


def test_a_damaged_file_is_named_so(path: Path) -> None:
    with Notebook(path) as notebook:
        notebook.add_person("Ana Lima")
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)
    assert "damaged" in refusal(path)


def test_an_empty_file_becomes_a_notebook(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch(0o600)
    with Notebook(path) as notebook:
        assert notebook.me.name == "me"


def test_a_path_with_marks_that_mean_something_in_addresses_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20d.db"
    Notebook(path).close()
    assert path.exists()


def test_a_folder_that_cannot_be_written_is_refused(unprivileged: Path) -> None:
    unprivileged.chmod(0o500)
    assert "cannot be made" in refusal(unprivileged / "notebook.db")


def test_a_file_that_may_not_be_read_is_refused(unprivileged: Path) -> None:
    path = unprivileged / "notebook.db"
    Notebook(path).close()
    path.chmod(0)
    assert "cannot be read" in refusal(path)


def test_a_read_only_notebook_opens_and_writing_is_refused_plainly(unprivileged: Path) -> None:
    path = unprivileged / "notebook.db"
    with Notebook(path) as notebook:
        notebook.add_person("Ana Lima")
    path.chmod(0o400)
    unprivileged.chmod(0o500)
    with Notebook(path) as notebook:
        assert [person.name for person in notebook.people()] == ["Ana Lima"]
        assert notebook.settle() == 0
        with pytest.raises(NotebookError, match="read-only"):
            notebook.add_person("Bob")
    unprivileged.chmod(0o700)


def test_a_read_only_file_in_a_folder_that_can_be_written_opens(unprivileged: Path) -> None:
    path = unprivileged / "notebook.db"
    with Notebook(path) as notebook:
        notebook.add_person("Ana Lima")
    path.chmod(0o400)
    with Notebook(path) as notebook:
        assert len(notebook.people()) == 1
        with pytest.raises(NotebookError, match="read-only"):
            notebook.add_person("Bob")


def test_a_full_disk_is_told_and_nothing_is_half_written(path: Path) -> None:
    base = opened(path)
    with base.outside():
        base.run(f"PRAGMA max_page_count = {base.value('PRAGMA page_count')}")

    def write() -> None:
        with base.transaction():
            base.set_meta("first", "small")
            base.set_meta("second", "x" * 1_000_000)

    with pytest.raises(NotebookError, match="disk is full"):
        write()
    with base.reading():
        assert base.meta("first") is None
    base.close()


def test_another_program_that_writes_too_long_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Notebook(path).close()
    monkeypatch.setattr(base_module, "BUSY", 0)
    with Notebook(path) as notebook:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotebookError, match="another program"):
            notebook.add_person("Ana Lima")
        other.execute("COMMIT")
        other.close()
        assert notebook.add_person("Ana Lima").name == "Ana Lima"


START = """
import sys
from pathlib import Path
from convonote.store.glance import waiting
from convonote.store.migrations import MIGRATIONS
from convonote.store.notebook import Notebook
with Notebook(Path(sys.argv[1])) as notebook:
    for number in range(5):
        notebook.add_person(f"{sys.argv[2]} {number}")
"""


def test_first_starts_at_once_make_one_notebook_and_lose_nothing(path: Path) -> None:
    starts = [
        subprocess.Popen([sys.executable, "-c", START, str(path), f"P{number}"])
        for number in range(4)
    ]
    assert [start.wait() for start in starts] == [0, 0, 0, 0]
    with Notebook(path, create=False) as notebook:
        assert len(notebook.people()) == 20
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM person WHERE me = 1").fetchone() == (1,)
    connection.close()


def test_the_newest_version_has_a_migration_for_each_step() -> None:
    assert len(MIGRATIONS) == NEWEST


def test_two_notebooks_are_open_at_once_without_mixing(tmp_path: Path) -> None:
    with Notebook(tmp_path / "a.db") as first, Notebook(tmp_path / "b.db") as second:
        first.add_person("Ana Lima")
        second.add_person("Bob")
        assert [person.name for person in first.people()] == ["Ana Lima"]
        assert [person.name for person in second.people()] == ["Bob"]


def test_an_import_that_was_cut_short_is_finished_when_the_notebook_is_opened_next(
    path: Path,
) -> None:
    base = opened(path)
    with base.transaction():
        placing.begin_import(base)
    base.close()
    assert waiting(path, present()) is None
    Notebook(path).close()
    assert waiting(path, present()) == 0
