"""Notes in a line of `log`: what they are filed as is echoed, with whom and from which day."""

import json

from tests.cli.conftest import Run


def test_what_a_note_was_filed_as_is_echoed_with_whom(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    out = run("log", "Ana > note: ! no calls until 1 Dec 2099; ! sings; ? the knee 2099-01-03").out
    assert "asked for by Ana Lima: no calls until 1 Dec 2099\n" in out
    assert "told by Ana Lima: sings\n" in out
    assert "next time with Ana Lima: the knee (from Sat 3 Jan 2099)\n" in out


def test_a_name_that_nobody_has_stays_in_the_line_and_shows_whom_it_went_to(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    assert (
        "next time with Ana Lima: Zed: the roof\n" in run("log", "Ana > note: ? Zed: the roof").out
    )


def test_among_several_a_line_without_a_name_is_of_all(run: Run) -> None:
    run("log", "+Ana Lima, +Bob > phone: hello")
    assert "told by everybody here: sing\n" in run("log", "Ana, Bob > note: ! sing").out


def test_json_has_what_the_note_was_filed_as(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    ran = run("log", "--json", "Ana > note: ? the knee 2099-01-03")
    (remark,) = json.loads(ran.out)["remarks"]
    assert remark.pop("uid")
    assert remark == {
        "kind": "next time",
        "person": "Ana Lima",
        "text": "the knee",
        "due": "2099-01-03",
    }
    assert json.loads(run("log", "--json", "Ana > phone: hi").out)["remarks"] == []


def test_what_they_asked_for_in_passing_is_told_before_anything_is_written(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    run("log", "Ana < mail: Which week? No calls please until 1 Dec 2099.")
    ran = run("log", "--json", "Ana > phone: hello")
    assert (ran.code, ran.out) == (1, "")
    assert "No calls please until 1 Dec 2099." in ran.err
    assert "--anyway" in ran.err
    assert run("log", "--anyway", "Ana > phone: hello").code == 0


def test_a_briefing_says_from_which_day_to_bring_something_up(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    run("log", "Ana > note: ? the roof 2099-01-03; ? the knee")
    brief = run("show", "Ana", "--brief").out
    assert "the roof (from Sat 3 Jan 2099)" in brief
    assert brief.index("the knee") < brief.index("the roof")


def test_who_is_good_for_what_is_echoed_with_who_said_so(run: Run) -> None:
    run("log", "+Ana Lima, +Marek > phone: hello")
    out = run("log", "Ana, Marek > note: % plumber: Marek (recommended by Ana Lima)").out
    assert "good for plumber: Marek, Ana Lima says\n" in out


def test_who_is_good_for_something_and_is_nobody_known_is_told_to_be_filed_nowhere(
    run: Run,
) -> None:
    run("log", "+Ana Lima > phone: hello")
    line = "Ana > note: % plumber: Marek (recommended by Ana Lima)"
    assert "good for plumber: nobody is called Marek, so nothing was filed" in run("log", line).out
    assert json.loads(run("who", "plumber", "--json").out)["people"] == []
    (told,) = json.loads(run("log", "--json", line).out)["recommended"]
    assert told == {"topic": "plumber", "name": "Marek", "person": None, "by": "Ana Lima"}
