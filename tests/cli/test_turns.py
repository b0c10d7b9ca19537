"""`turns` and `turn` through the real command."""

import json
from pathlib import Path

import pytest

from convonote.text.width import width
from tests.cli.conftest import Begin, Run
from tests.cli.mail import ME, mbox, message


@pytest.fixture
def mail(begin: Begin, mail_file: Path) -> Path:
    """What `some` holds, imported."""
    begin(("import", mail_file, "--me", ME))
    return mail_file


def test_an_empty_notebook_says_what_to_do(run: Run, notebook: Path) -> None:
    ran = run("turns")
    assert (ran.code, ran.err) == (0, "")
    assert str(notebook) in ran.out
    assert "convonote import" in ran.out
    assert (run("turns", "--json").out, run("turns", "--count").out) == ("[]\n", "0\n")


@pytest.mark.usefixtures("mail")
def test_the_queue_stands_in_its_sections(run: Run) -> None:
    lines = run("turns").out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["YOUR", "TURN"],
        [">", "Ana"],
        ["NUDGE", "0"],
        ["THEIR", "TURN"],
        ["<", "Bob"],
        ["LATER", "0"],
        ["REACH", "OUT"],
    ]
    assert lines[1].endswith("4d")


@pytest.mark.usefixtures("mail")
def test_a_row_says_who_holds_the_turn_and_why(run: Run) -> None:
    first, second = json.loads(run("turns", "--json").out)
    assert list(first) == [
        "conversation", "topic", "people", "turn", "section", "holders", "promises",
        "until", "last", "channels",
    ]  # fmt: skip
    assert (first["turn"], first["section"], first["channels"]) == ("me", "mine", ["email"])
    assert [person["name"] for person in first["people"]] == ["Ana Lima"]
    (holder,) = first["holders"]
    assert holder["me"] is True
    assert holder["since"].endswith("Z")
    assert "Ana Lima asked" in holder["why"]
    assert (second["turn"], second["holders"][0]["person"]) == ("them", "Bob Ray")


@pytest.mark.usefixtures("mail")
def test_flags_choose_sections_and_count_counts_them(run: Run) -> None:
    def topics(*flags: str) -> list[str]:
        return [row["topic"] for row in json.loads(run("turns", "--json", *flags).out)]

    assert topics("--mine") == ["Kyoto trip"]
    assert topics("--theirs") == ["Fence"]
    assert topics("--all") == ["Kyoto trip", "Fence"]
    assert run("turns", "--count").out == "1\n"
    assert run("turns", "--all", "--count").out == "2\n"


@pytest.mark.usefixtures("mail")
def test_the_turn_is_set_by_hand_and_taken_back(run: Run) -> None:
    assert run("turn", "kyoto", "nobody", "--reason", "told her").code == 0
    assert run("turns", "--count").out == "0\n"
    undone = run("undo")
    assert undone.out.startswith("undone: ")
    assert run("turns", "--count").out == "1\n"
    assert run("redo").code == 0
    assert run("turn", "Fence", "me", "Bob").code == 0
    (row,) = json.loads(run("turns", "--json").out)
    assert {holder["me"] for holder in row["holders"]} == {True, False}


def test_a_row_is_as_wide_as_the_terminal_in_any_script(run: Run, tmp_path: Path) -> None:
    path = mbox(
        tmp_path / "mail.mbox",
        message(
            "?", number=1, author="陈伟陈伟陈伟陈伟陈伟陈伟陈伟 <chen@example.org>", topic="书" * 60
        ),
        message("?", number=2, author="נועה לוי <noa@example.org>", topic="👩‍👩‍👧 e\u0301" * 20),
    )
    run("import", path, "--me", ME)
    for cells in (60, 80, 100):
        lines = run("turns", "--mine", env={"COLUMNS": str(cells)}).out.splitlines()
        assert [width(line) for line in lines[1:]] == [cells] * 2


@pytest.mark.usefixtures("mail")
def test_counts_for_another_program_name_each_section(run: Run) -> None:
    counts = json.loads(run("turns", "--count", "--json").out)
    assert (counts["mine"], counts["theirs"], counts["closed"]) == (1, 1, 0)
    assert json.loads(run("turns", "--mine", "--nudge", "--count", "--json").out) == {
        "mine": 1,
        "nudge": 0,
    }
