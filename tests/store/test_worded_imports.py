"""What imported mail promises in words: suggestions, only lately and only where I take part."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.conversation.records import Origin, PromiseState
from convonote.intake.records import Party
from convonote.store.base import Base
from convonote.store.promises import promises, settling
from tests.store.mail import message, one, opened, over_list, person, receive, rows

BOB = Party("email", "bob@example.org", "Bob")


@pytest.fixture
def base(path: Path) -> Iterator[Base]:
    with opened(path) as made:
        yield made


def suggested(base: Base) -> list[tuple[object, ...]]:
    return rows(base, "SELECT what, due, state, found FROM promise WHERE deleted_at IS NULL")


def test_a_recent_mail_to_me_suggests_what_it_promises(base: Base) -> None:
    receive(base, [message("<a>", "Hi,\n\nI'll send you the map by 2030-01-31.\n\n> I'll sing")])
    assert suggested(base) == [("send you the map", "2030-01-31", "suggested", "wording")]


def test_old_mail_mail_among_others_and_machines_suggest_nothing(base: Base) -> None:
    receive(
        base,
        [
            message("<old>", "I'll send you the map.", days=120, topic="Old"),
            message("<others>", "I'll send you the map.", to=(BOB,), topic="Others"),
            message(
                "<robot>", "Please send us the form.", origin=Origin.MACHINE, topic="Your parcel"
            ),
            over_list(message("<list>", "I'll send you the map.", to=(), topic="List")),
        ],
    )
    assert suggested(base) == []


def test_the_same_mail_again_suggests_nothing_twice(base: Base) -> None:
    mail = message("<a>", "I'll send you the map.")
    receive(base, [mail])
    settle = one(base, "SELECT id FROM promise")
    assert isinstance(settle, int)
    settling.settle(base, settle, PromiseState.DISMISSED)
    receive(base, [mail])
    assert suggested(base) == [("send you the map", None, "dismissed", "wording")]


def test_what_comes_in_reports_a_promise_that_was_taken(base: Base) -> None:
    receive(base, [message("<a>", "I'll send you the map.")])
    promise = one(base, "SELECT id FROM promise")
    assert isinstance(promise, int)
    settling.settle(base, promise, PromiseState.OPEN)
    receive(base, [message("<b>", "Here is the map.", after=["<a>"], days=0.5)])
    with base.reading():
        (report,) = promises.reports_of(base, [promise])
    assert report.person.id == person(base, "ana@example.org")
    assert report.state is PromiseState.KEPT
