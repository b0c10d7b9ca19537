"""What is printed, wherever it goes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from convonote.cli import main
from convonote.cli.verbs import VERBS
from tests.cli.conftest import Run
from tests.cli.mail import ME, mbox, message

HOSTILE = "\x1b]52;c;aGk=\x07 \x9b31m \u202eevil\u2066 \x00"


def test_nothing_stored_can_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    hostile = (
        b"From: =?utf-8?Q?Ev=1B[31mil?= <eve@example.org>\nTo: jo@example.net\n"
        b"Message-ID: <1@example.org>\nDate: Sun, 15 Nov 2026 10:00:00 +0000\n"
        b"Subject: =?utf-8?Q?=1B]0;gone=07_=C2=9B2J_=E2=80=AEback?=\n"
        b"Content-Type: text/plain; charset=utf-8\n\n" + HOSTILE.encode() + b"?\n"
    )
    (folder / "1.eml").write_bytes(hostile)
    assert run("import", folder, "--me", ME).code == 0
    outputs = [
        run(*arguments)
        for arguments in (
            ["turns", "--all"],
            ["turns", "--all", "--json"],
            ["show", "eve@example.org"],
            ["find", "evil"],
            ["show", "gone"],
            ["show", "\x1b[31m"],
            ["export", "--json"],
        )
    ]
    for ran in outputs:
        printed = ran.out + ran.err
        assert printed
        assert not set(printed) & set("\x1b\x07\x9b\u202e\u2066\x00\x7f")
    rows = json.loads(outputs[1].out)
    assert "\x1b" in rows[0]["topic"] + rows[0]["people"][0]["name"]


def test_a_locale_without_the_characters_stops_nothing(run: Run, tmp_path: Path) -> None:
    path = mbox(tmp_path / "m", message("?", number=1, author="陈伟 <chen@example.org>"))
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    assert run("import", path, "--me", ME, env=ascii_only).code == 0
    assert "??" in run("turns", "--all", env=ascii_only).out
    row = json.loads(run("turns", "--all", "--json", env=ascii_only).out)[0]
    assert row["people"][0]["name"] == "陈伟"


def test_a_reader_that_leaves_early_is_no_error(run: Run, notebook: Path) -> None:
    for number in range(3):
        run("log", f"+Ana > phone: hello {'x' * 60_000} #talk{number}")
    pipe = subprocess.Popen(
        [sys.executable, "-m", "convonote", "--notebook", notebook, "export", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert pipe.stdout is not None
    assert pipe.stderr is not None
    pipe.stdout.read(1)
    pipe.stdout.close()
    assert pipe.stderr.read() == b""
    pipe.stderr.close()
    assert pipe.wait() == 141


@pytest.mark.parametrize("verb", [["paths"], ["export", "--json"], ["import", "--help"]])
def test_a_full_disk_behind_the_output_is_one_line(verb: list[str], notebook: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "convonote", "--notebook", notebook, *verb],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert len(ran.stderr.splitlines()) == 1
    assert "No space left" in ran.stderr
    assert ran.returncode == 1


def test_paths_says_what_is_there(run: Run, notebook: Path, home: Path) -> None:
    before = json.loads(run("paths", "--json").out)
    assert before["notebook"] == {"path": str(notebook), "exists": False}
    run("log", "+Ana > phone: hello")
    assert json.loads(run("paths", "--json").out)["notebook"]["exists"] is True
    usual = run("paths", "--json", env={"CONVONOTE_NOTEBOOK": ""})
    path = Path(json.loads(usual.out)["notebook"]["path"])
    assert path == home / "data" / "convonote" / "notebook.convonote"


def test_the_flag_wins_over_the_environment(run: Run, tmp_path: Path) -> None:
    ran = run("paths", "--json", "--notebook", tmp_path / "other")
    assert json.loads(ran.out)["notebook"]["path"] == str(tmp_path / "other")


def test_doctor_finds_nothing_wrong(run: Run, tmp_path: Path) -> None:
    run("log", "+Ana, +Bob > phone: - [ ] send the list by fri")
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(run("doctor", "--json").out) == []


def test_the_overview_lists_every_verb(run: Run) -> None:
    out = run("--help").out
    assert all(f"\n  {verb} " in out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_examples_and_exit_codes(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"examples:\n  convonote {verb}" in out
    assert "exit codes:\n  0  done\n" in out
    assert all(len(line) <= 100 for line in out.splitlines())
