"""`show` and `find` through the real command."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Begin, Run
from tests.cli.mail import ME, mbox, message


@pytest.fixture(autouse=True)
def _mail(begin: Begin, mail_file: Path) -> None:
    begin(("import", mail_file, "--me", ME))


def test_a_conversation_is_shown_from_its_beginning(run: Run) -> None:
    ran = run("show", "fence")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["Fence", "Bob Ray"]
    assert lines[2].startswith("Their turn: ")
    assert [line.strip() for line in lines if "?" in line] == [
        "Could you paint the fence?",
        "Done. When do you pay?",
    ]


def test_a_person_is_shown_with_addresses_and_conversations(run: Run) -> None:
    out = run("show", "ana").out
    assert "email  ana@example.org" in out
    assert "Kyoto trip" in out
    card = json.loads(run("show", "ana", "--json").out)
    assert (card["name"], [row["topic"] for row in card["conversations"]]) == (
        "Ana Lima",
        ["Kyoto trip"],
    )


def test_the_original_holds_what_was_quoted(run: Run, tmp_path: Path) -> None:
    quoted = "On Mon, 2 Nov 2026 at 10:00, Ana Lima wrote:\n> Which week suits you?\n"
    answer = message(
        f"The first one.\n\n{quoted}", number=4, author=f"Jo <{ME}>", to="ana@example.org",
        answers=1, days=0.5,
    )  # fmt: skip
    run("import", mbox(tmp_path / "more.mbox", answer))
    shown, whole = (
        json.loads(run("show", "Kyoto trip", "--json", *flags).out)["exchanges"][-1]["text"]
        for flags in ((), ("--original",))
    )
    assert "Which week" not in shown
    assert "Which week" in whole
    assert "> Which week" in run("show", "Kyoto trip", "--original").out


def test_a_name_that_fits_several_lists_them(run: Run) -> None:
    run("log", "Bob = phone: the other fence #Fences")
    run("log", "Bob = phone: yet another #Fenced")
    ran = run("show", "fenc")
    assert (ran.code, ran.out) == (2, "")
    first, *choices = ran.err.splitlines()
    assert "fits several" in first
    assert len(choices) == 3
    uid = choices[0].split()[-1]
    assert run("show", uid).code == 0


def test_a_name_that_fits_nothing_offers_the_nearest(run: Run) -> None:
    ran = run("show", "Kioto trip")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "convonote: nobody and nothing is called 'Kioto trip'; nearest: Kyoto trip\n"


def test_what_was_said_is_found_newest_first(run: Run) -> None:
    run("log", "Ana > phone: asked about the FENCE")
    ran = run("find", "fence")
    assert ran.code == 0
    hits = json.loads(run("find", "--json", "fence").out)
    assert [hit["channel"] for hit in hits] == ["phone", "email"]
    assert set(hits[0]) == {
        "conversation", "topic", "author", "at", "channel", "snippet", "exchange",
    }  # fmt: skip


def test_nothing_found_is_one_line_and_code_1(run: Run) -> None:
    ran = run("find", "zebra")
    assert (ran.code, ran.out, ran.err) == (1, "", "convonote: nothing was said with 'zebra'\n")


@pytest.mark.parametrize("words", ['"', "AND NOT", "a* (b", "-x"])
def test_any_text_can_be_looked_for(run: Run, words: str) -> None:
    assert run("find", "--", words).code in (0, 1)


def test_one_way_of_showing_at_a_time(run: Run) -> None:
    run("log", "+Ana > phone: hi #Fence")
    ran = run("show", "Ana", "--picture", "--brief")
    assert (ran.code, ran.out) == (2, "")
    assert "give one of them" in ran.err


def test_a_briefing_on_a_conversation_names_those_in_it(run: Run) -> None:
    run("log", "+Ana, +Bob > phone: hi #Shed")
    ran = run("show", "shed", "--brief")
    assert (ran.code, ran.out) == (2, "")
    first, *people = ran.err.splitlines()
    assert first == "convonote: --brief is for people, and 'Shed' is a conversation; with:"
    assert sorted(line.strip() for line in people) == ["Ana", "Bob"]


def test_me_means_me(run: Run) -> None:
    run("log", "+Meg > phone: hi #Merger")
    assert run("show", "me").out.splitlines()[0].endswith(" (you)")
    left = run("turn", "Merger", "--left", "me")
    assert (left.code, left.out) == (1, "")
    assert "you are always in it" in left.err
