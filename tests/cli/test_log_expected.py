"""Whose answer is waited for, as a line of `log` says it."""

import json

from tests.cli.conftest import Run


def holders(run: Run) -> set[str]:
    (row,) = json.loads(run("turns", "--all", "--json").out)
    return {holder["person"] for holder in row["holders"]}


def test_each_of_them_is_waited_for(run: Run) -> None:
    ran = run("log", "+Ana, +Bob > mail everyone: Which week? #Kyoto")
    assert ran.out.splitlines()[0].endswith("; each of them is to answer:")
    run("log", "Bob, Ana < phone: In April. #Kyoto")
    assert holders(run) >= {"Ana"}
    assert "Bob" not in holders(run)


def test_without_a_word_the_first_answer_is_enough(run: Run) -> None:
    run("log", "+Ana, +Bob > mail: Which week? #Kyoto")
    run("log", "Bob, Ana < phone no answer: In April. #Kyoto")
    assert holders(run) == set()


def test_what_needs_no_answer_waits_for_nobody(run: Run) -> None:
    ran = run("log", "+Ana > mail no answer: Could you look at it some day? #Roof")
    assert ran.out.splitlines()[0].endswith("; no answer needed:")
    assert holders(run) == set()
