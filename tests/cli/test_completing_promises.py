"""Completion of what is promised, as `kept` takes it."""

from convonote.cli.grammar import Kind, of
from tests.cli.conftest import Run


def offered(run: Run, typed: str) -> list[str]:
    return run("completions", "--offer", "promises", "--", typed).out.splitlines()


def test_promises_are_offered_by_how_they_begin(run: Run) -> None:
    run("log", "+Ana > phone: the roof; - [ ] send the plan; - [ ] sénd it; - [ ] pay by fri")
    assert offered(run, "") == ["pay", "send the plan", "sénd it"]
    assert offered(run, "SEN") == ["send the plan", "sénd it"]
    assert offered(run, "plan") == []


def test_what_is_settled_is_offered_once_it_is_begun(run: Run) -> None:
    run("log", "+Ana > phone: the roof; - [ ] send the plan; - [x] send the bill")
    assert offered(run, "") == ["send the plan"]
    assert offered(run, "send") == ["send the plan", "send the bill"]


def test_what_is_offered_names_the_promise(run: Run) -> None:
    run("log", "+Ana > phone: the roof; - [ ] send the plan; - [ ] send the plan B")
    both = offered(run, "send")
    assert both == ["send the plan", "send the plan B"]
    for what in both:
        assert run("kept", what).out == f"kept: you: {what}\n"


def test_the_verb_says_that_a_promise_stands_there() -> None:
    (word,) = of("kept").words
    assert word.kind is Kind.PROMISES
