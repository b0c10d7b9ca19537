"""Bad input gets one plain line and the right exit code."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from convonote.cli import main
from tests.cli.conftest import Ran, Run
from tests.cli.mail import ME, some


def one_line(ran: Ran, code: int, *says: str) -> None:
    assert ran.code == code
    (line,) = ran.err.splitlines()
    assert line.startswith("convonote: ")
    assert all(word in line for word in says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["turnss"], "did you mean turns?"),
        (["--mine"], "no option '--mine'"),
        (["turns", "--min"], "convonote turns --help"),
        (["show"], "WHAT"),
        (["import"], "name what to import"),
        (["import", "x", "--undo"], "stand alone"),
        (["import", "x", "--me", "12"], "no address"),
        (["turns", "--notebook"], "--notebook needs"),
        (["log", "Ana hello"], "for example"),
        (["log", "+Ana > phone 31 feb: hello"], "31 feb"),
        (["log", "+Ana > phone fro: hello"], "fro"),
        (["find", "x", "--limit", "0"], "--limit"),
        (["find", "x", "--limit", "9" * 20], "--limit"),
        (["who", "x", "--limit", "-1"], "--limit"),
        (["who", "x", "--limit", "9" * 20], "--limit"),
        (["backup", "--keep", "9" * 20], "--keep"),
        (["log", "+Jos\udce9 > mail: caf\udce9?"], "'+Jos? > mail: caf??' is not UTF-8"),
        (["turn", "K", "them", "--reason", "caf\udce9"], "'caf?' is not UTF-8"),
        (["split", "K", "caf\udce9"], "convonote split --help"),
        (["import", "--me", "jos\udce9@example.org"], "is not UTF-8"),
        (["export"], "--json"),
        (["export", "--json", "folder"], "name a folder, or --json"),
        (["log", "+Ana > phone 0001-01-01: hi"], "before 1900"),
        ([], "a terminal"),
        (["demo"], "a terminal"),
    ],
)
def test_wrong_usage(
    arguments: list[str],
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CONVONOTE_NOTEBOOK", str(tmp_path / "notebook"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code = main(arguments)
    ran = Ran(code, *capsys.readouterr())
    one_line(ran, 2, says)
    assert ran.out == ""


def test_no_such_file(run: Run, tmp_path: Path) -> None:
    one_line(run("import", tmp_path / "no.mbox", "--me", ME), 1, "no.mbox", "no such file")


def test_a_folder_without_mail(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "notes.txt").write_text("milk, eggs\n")
    one_line(run("import", folder, "--me", ME), 1, "no mail in", str(folder))


def test_a_pdf(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    one_line(run("import", path, "--me", ME), 1, "letter.pdf", "a PDF")


def test_an_mbox_cut_short_keeps_what_is_whole(run: Run, tmp_path: Path) -> None:
    path = some(tmp_path / "mail.mbox")
    path.write_bytes(path.read_bytes()[:-10])
    ran = run("import", path, "--me", ME)
    assert ran.code in (0, 1)
    assert "read 3, " in ran.out
    assert "Traceback" not in ran.err
    assert run("turns", "--count").out == "1\n"


def test_a_notebook_that_is_not_sqlite(run: Run, notebook: Path) -> None:
    notebook.parent.mkdir()
    notebook.write_text("dear diary\n" * 100)
    for arguments in (["turns"], ["turns", "--count"], ["log", "+Ana > phone: hi"]):
        one_line(run(*arguments), 3, str(notebook), "not an SQLite file")
    assert notebook.read_text().startswith("dear diary")


def test_a_database_of_another_program(run: Run, notebook: Path) -> None:
    notebook.parent.mkdir()
    with sqlite3.connect(notebook) as database:
        database.execute("CREATE TABLE songs (name TEXT)")
    database.close()
    one_line(run("turns"), 3, str(notebook), "another program")


def test_a_notebook_of_a_newer_schema(run: Run, notebook: Path) -> None:
    run("log", "+Ana > phone: hello")
    with sqlite3.connect(notebook) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    for arguments in (["turns"], ["turns", "--count"], ["export", "--json"]):
        one_line(run(*arguments), 3, str(notebook), "newer")


def test_a_folder_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "notebook"
    one_line(run("--notebook", path, "turns"), 3, str(path))
    one_line(run("turns", "--notebook=/proc/none/notebook"), 3, "/proc/none/notebook")


def test_a_folder_in_place_of_a_notebook(run: Run, tmp_path: Path) -> None:
    one_line(run("--notebook", tmp_path, "turns"), 3, "folder")


def test_an_error_in_the_settings_is_a_line_and_the_rest_counts(
    run: Run, tmp_path: Path, settings: Callable[[str], Path]
) -> None:
    path = settings(f'[me]\nname = 7\naddresses = ["{ME}"]\n')
    ran = run("import", some(tmp_path / "mail.mbox"))
    one_line(ran, 0, f"{path}:2: me.name must be text")
    assert run("turns", "--mine", "--count").out == "1\n"


def test_an_mbox_cut_in_its_last_headers_is_one_line_and_is_whole_later(
    run: Run, tmp_path: Path
) -> None:
    path = some(tmp_path / "mail.mbox")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"Message-ID")])
    ran = run("import", path, "--me", ME)
    one_line(ran, 1, f"{path}:3: the message is cut short: its headers never end; read the file")
    assert "read 3, added 2, already there 0, refused 1" in ran.out
    path.write_bytes(whole)
    again = run("import", path)
    assert (again.code, again.err) == (0, "")
    assert "read 1, added 1, already there 0, refused 0" in again.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["turn", "Fence", "Eva"],
        ["merge", "Fence", "Fence"],
        ["link", "Fence", "Fence"],
        ["people", "merge", "Ana", "Ana"],
        ["backup", "/dev/null"],
        ["backup", "/nowhere/at/all"],
        ["restore", "/nowhere/at/all"],
    ],
)
def test_what_cannot_be_done_is_no_trouble_of_the_notebook(run: Run, arguments: list[str]) -> None:
    run("log", "+Ana > phone: hello #Fence")
    run("log", "+Eva > phone: hello #Roof")
    one_line(run(*arguments), 1)


def test_a_word_that_is_nothing_like_a_verb_is_no_other_verb(run: Run) -> None:
    assert "did you mean" not in run("bogus").err
    assert "did you mean turns" in run("trns").err
