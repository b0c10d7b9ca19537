"""What a verb does where its output cannot be written: a full disk, or closed by the shell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

SAVED = "the change is in the notebook all the same"


def shell(notebook: Path, line: str) -> Ran:
    """Run `convonote` with what the shell does to its streams."""
    ran = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m convonote --notebook "$1" {line}', sys.executable, notebook],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize("verb", ["log '+Bob > mail: hi'", "turns", "--help", "paths --json", ""])
def test_with_a_closed_output_nothing_is_done(run: Run, notebook: Path, verb: str) -> None:
    ran = shell(notebook, f"{verb} >&-")
    assert ran == Ran(
        1, "", "convonote: the output cannot be written: it is closed; nothing was done\n"
    )
    assert json.loads(run("people", "--json").out) == []


@pytest.mark.parametrize(
    "verb", ["log 'Ana > mail: again'", "close Roof", "undo", "redo", "turn Roof me --json"]
)
def test_a_change_that_cannot_be_told_is_said_to_be_made(
    run: Run, notebook: Path, verb: str
) -> None:
    run("log", "+Ana > mail: hi #Roof")
    if verb == "redo":
        run("undo")
    ran = shell(notebook, f"{verb} >/dev/full")
    assert ran.code == 1
    (line,) = ran.err.splitlines()
    assert "No space left" in line
    assert SAVED in line


@pytest.mark.parametrize("verb", ["turns", "show Roof", "find hi", "people"])
def test_what_changed_nothing_does_not_say_so(run: Run, notebook: Path, verb: str) -> None:
    run("log", "+Ana > mail: hi #Roof")
    ran = shell(notebook, f"{verb} >/dev/full")
    assert ran.code == 1
    assert SAVED not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_error_behind_a_closed_stderr_does_not_end_in_the_output(notebook: Path) -> None:
    assert shell(notebook, "turnss 2>&-") == Ran(2, "", "")


def test_a_closed_input_has_no_message_in_it(notebook: Path) -> None:
    ran = shell(notebook, "import - --me jo@example.net <&-")
    assert ran.code == 1
    assert "something went wrong" not in ran.err
