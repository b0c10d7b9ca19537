"""`rhythm` and `show --picture`: what is set and printed."""

import json

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def talks(run: Run, begin: Begin) -> Run:
    """Two people, with whom the user spoke a while ago."""
    begin(
        ("log", "+Ana Lima > phone 40 days ago: asked about the fence #Fence"),
        ("log", "+Bob < email 3 days ago: the bike is fine #Bike"),
    )
    return run


def test_without_a_rhythm_the_verb_says_how_to_set_one(run: Run) -> None:
    assert "convonote rhythm NAME 3w" in run("rhythm").out


def test_a_rhythm_is_set_shown_listed_and_undone(talks: Run) -> None:
    done = talks("rhythm", "ana", "3w")
    assert done.code == 0
    assert done.out.startswith("Ana Lima: every 3 weeks; last in touch on ")
    assert done.out.endswith("by phone\ndue now\n")
    assert "next on" in talks("rhythm", "Bob", "monthly").out
    listed = talks("rhythm").out.splitlines()
    assert listed[0] == "REACH OUT 1"
    assert "Ana Lima" in listed[1]
    assert listed[2] == "IN TOUCH 1"
    assert "Bob" in listed[3]
    assert "REACH OUT 1" in talks("turns").out
    assert talks("turns", "--reach-out", "--count").out == "1\n"
    assert talks("undo").code == 0
    assert talks("rhythm", "Bob").out == "Bob: no rhythm\n"


def test_the_queue_has_a_row_for_each_person_in_json(talks: Run) -> None:
    talks("rhythm", "Ana", "3w")
    (row,) = [
        row for row in json.loads(talks("turns", "--json").out) if row["section"] == "reach out"
    ]
    assert row["conversation"] is None
    assert row["people"][0]["name"] == "Ana Lima"
    assert row["turn"] == "nobody"
    assert row["channels"] == ["phone"]
    assert row["why"].startswith("every 3 weeks")


def test_a_group_has_a_rhythm_and_somebody_is_taken_out_of_it(talks: Run) -> None:
    done = talks("rhythm", "#family", "2w")
    assert done.out == "#family: every 2 weeks\n"
    assert "nobody has the tag family yet" in done.err
    assert (
        talks("rhythm", "#family", "--json").out == '{"tag": "family", "days": 14, "people": 0}\n'
    )
    assert talks("rhythm", "#family", "off").out == "#family: no rhythm\n"


def test_a_quiet_time_is_said_with_its_reason(talks: Run) -> None:
    talks("rhythm", "Ana", "3w")
    done = talks("rhythm", "Ana", "--not-before", "2099-01-01", "--reason", "on leave")
    assert "not before Thu 1 Jan 2099: on leave" in done.out
    found = json.loads(talks("rhythm", "Ana", "--json").out)
    assert (found["not_before"], found["reason"], found["overdue"] < 0) == (
        "2099-01-01",
        "on leave",
        True,
    )
    assert "REACH OUT 0" in talks("turns").out
    assert "due now" in talks("rhythm", "Ana", "--not-before", "off").out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["Ana", "often"], 2, '"often" is no rhythm; write 3w'),
        (["Ana", "--not-before", "soon"], 2, '"soon" is no date'),
        (["#family", "--not-before", "fri"], 2, "--not-before is for a person"),
        (["Nobody", "3w"], 1, "nobody is called 'Nobody'"),
        (["#", "3w"], 1, "needs its tag"),
    ],
)
def test_bad_input_is_one_line_and_changes_nothing(
    talks: Run, arguments: list[str], code: int, says: str
) -> None:
    done = talks("rhythm", *arguments)
    assert done.code == code
    assert says in done.err
    assert len(done.err.splitlines()) == 1
    assert "no rhythm" in talks("rhythm", "Ana").out


def test_a_picture_is_as_wide_as_the_terminal_and_ascii_where_it_must_be(talks: Run) -> None:
    wide = talks("show", "Fence", "--picture", env={"COLUMNS": "140"}).out
    assert " Who spoke when" in wide
    assert "me 1 time" in wide
    assert 100 < max(map(len, wide.splitlines())) <= 140
    narrow = talks("show", "Ana", "--picture", env={"COLUMNS": "60"}).out
    assert max(map(len, narrow.splitlines())) <= 60
    console = talks("show", "Ana", "--picture", env={"TERM": "linux"}).out
    assert console.isascii()
    assert talks("show", "Ana", "--picture", "--json").code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--not-before", "yesterday"], "is not after today"),
        (["--reason", "on leave"], "--not-before DATE"),
        (["--not-before", "off", "--reason", "on leave"], "--not-before DATE"),
    ],
)
def test_a_quiet_time_needs_a_day_to_come(talks: Run, options: list[str], said: str) -> None:
    ran = talks("rhythm", "Ana", *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_a_picture_is_plain_where_the_locale_is_that_of_c(talks: Run) -> None:
    assert talks("show", "Fence", "--picture", env={"LC_ALL": "C"}).out.isascii()
    assert not talks("show", "Fence", "--picture", env={"LC_ALL": "C.UTF-8"}).out.isascii()


@pytest.mark.parametrize("words", ["not before January", "January", "until 1 jan"])
def test_a_quiet_time_is_said_as_one_says_it(talks: Run, words: str) -> None:
    talks("rhythm", "Ana", "3w", "--not-before", words)
    said = json.loads(talks("rhythm", "Ana", "--json").out)
    assert said["not_before"].endswith("-01-01")
    assert said["reason"] == ""
    assert talks("rhythm", "Ana", "--not-before", "OFF").code == 0
    assert json.loads(talks("rhythm", "Ana", "--json").out)["not_before"] is None


def test_the_words_beside_the_day_are_the_reason_unless_one_is_given(talks: Run) -> None:
    talks("rhythm", "Ana", "--not-before", "on leave until 2030-01-05")
    brief = json.loads(talks("show", "Ana", "--brief", "--json").out)
    assert brief["quiet"] == {"until": "2030-01-05", "reason": "on leave"}
    assert "not before Sat 5 Jan 2030: on leave" in talks("show", "Ana", "--brief").out
    talks("rhythm", "Ana", "--not-before", "on leave until 2030-01-05", "--reason", "a baby")
    assert talks("rhythm", "Ana").out.startswith(
        "Ana Lima: no rhythm; not before Sat 5 Jan 2030: a baby\n"
    )
