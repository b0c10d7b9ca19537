"""`backup`, `restore` and `export DIR` through the real command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def said(begin: Begin) -> None:
    """One thing said."""
    begin(("log", "+Ana < phone: Could you send the quote? #roof"))


@pytest.mark.usefixtures("said")
def test_a_backup_says_where_it_is_and_how_much_is_in_it(run: Run, notebook: Path) -> None:
    ran = run("backup")
    assert (ran.code, ran.err) == (0, "")
    (copy,) = (notebook.parent / "backups").iterdir()
    assert ran.out.startswith(f"{copy}: 1 exchange in 1 conversation, 2 people, ")
    assert ran.out.endswith(", checked\n")
    there = json.loads(run("backup", "--json").out)
    assert there["exchanges"] == 1
    assert there["bytes"] == Path(there["path"]).stat().st_size


@pytest.mark.usefixtures("said")
def test_backups_stay_until_something_else_is_said(run: Run, notebook: Path) -> None:
    for _ in range(3):
        run("backup")
    assert "copies there now: 4; --keep N removes older ones" in run("backup").out
    assert "removed the 3 oldest; copies there now: 2" in run("backup", "--keep", "2").out
    assert len(list((notebook.parent / "backups").iterdir())) == 2


@pytest.mark.usefixtures("said")
def test_restore_says_what_it_did_and_how_to_go_back(run: Run, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy")
    run("log", "Ana > phone: On Friday. #roof")
    ran = run("restore", tmp_path / "copy")
    assert (ran.code, ran.err) == (0, "")
    first, _, back = ran.out.splitlines()
    assert first.endswith("1 exchange in 1 conversation, 2 people")
    assert run("turns", "--count").out == "1\n"
    assert run(*back.split()[1:]).code == 0
    assert run("turns", "--count").out == "0\n"


@pytest.mark.usefixtures("said")
def test_restore_waits_for_the_screens_to_be_left(run: Run, notebook: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy")
    keeping_open = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('SELECT * FROM meta').fetchall(); print(flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", keeping_open, notebook],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        ran = run("restore", tmp_path / "copy")
        other.communicate(b"")
    assert (ran.code, ran.out) == (3, "")
    assert "is open in another program; leave that one, then restore again" in ran.err
    assert run("restore", tmp_path / "copy").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["backup"], 3, "there is no notebook at"),
        (["backup", "--keep", "0"], 2, "--keep: needs a number from 1"),
        (["backup", "x", "--keep", "1"], 2, "leave FILE out"),
        (["restore", "nothing"], 1, "there is no file"),
        (["restore"], 2, "the following arguments are required: FILE"),
        (["export"], 2, "name a folder, or --json"),
        (["export", "a", "--json"], 2, "name a folder, or --json"),
        (["export", "/dev/null"], 1, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, arguments: list[str], code: int, said: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("said")
def test_a_folder_of_pages_says_what_it_wrote_and_what_it_left(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    assert run("export", folder).out == f"wrote 2, unchanged 0 in {folder}\n"
    (page,) = folder.glob("*/*.md")
    page.write_text("mine")
    ran = run("export", folder)
    assert (ran.code, ran.out) == (1, f"wrote 0, unchanged 1 in {folder}\n")
    assert f"{page} is not as it was written; it was left alone" in ran.err
