"""What imported mail promises in words: suggestions, only lately and only where I take part."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import Kind, Origin, PromiseState
from convonote.intake.records import Party
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.changes import IMPORT
from convonote.store.doctor import doctor
from convonote.store.incoming.taking_back import undo_import
from convonote.store.promises import filing, listing, promises, settling
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


def test_ticked_boxes_that_come_in_are_text_and_no_promises(base: Base) -> None:
    checklist = "Please look.\n- [x] tests pass\n- [ ] changelog\n- [x] @me agreed"
    receive(base, [message("<a>", checklist)])
    assert rows(base, "SELECT what, state FROM promise WHERE found IS NULL") == [
        ("changelog", "suggested")
    ]
    assert rows(base, "SELECT id FROM settling") == []
    exchange = one(base, "SELECT id FROM exchange")
    assert isinstance(exchange, int)
    with base.reading():
        assert filing.drawn(base, exchange, checklist) == checklist


def test_a_copy_in_which_a_box_is_ticked_suggests_that_what_was_taken_is_kept(base: Base) -> None:
    receive(base, [message("<a>", "- [ ] changelog\n- [ ] tests")])
    taken = one(base, "SELECT id FROM promise WHERE what = 'changelog'")
    exchange = one(base, "SELECT id FROM exchange")
    assert isinstance(taken, int)
    assert isinstance(exchange, int)
    settling.settle(base, taken, PromiseState.OPEN)
    setting = filing.Setting(Kind.SAID, None, base.me, base.now(), 0, {}, imported=True)
    texts = ("- [ ] changelog\n- [ ] tests", "- [x] changelog\n- [x] tests")
    with base.writing(IMPORT, "a copy") as recording:
        filing.refile(base, recording, exchange, texts, setting)
    with base.reading():
        (report,) = promises.reports_of(base, [taken])
        assert filing.drawn(base, exchange, texts[1]) == "- [ ] changelog\n- [x] tests"
    assert report.state is PromiseState.KEPT
    assert rows(base, "SELECT state FROM promise ORDER BY id") == [("open",), ("dismissed",)]


def test_what_was_taken_on_a_report_is_the_users_word_once_its_import_is_undone(
    base: Base,
) -> None:
    receive(base, [message("<a>", "I'll send you the map.")])
    promise = one(base, "SELECT id FROM promise")
    assert isinstance(promise, int)
    settling.settle(base, promise, PromiseState.OPEN)
    mail = message("<b>", "Here is the map.", after=["<a>"], days=0.5)
    receive(base, [mail])
    with base.reading():
        (report,) = promises.reports_of(base, [promise])
    settling.take_report(base, report.id)
    undo_import(base)

    def settled() -> list[tuple[object, ...]]:
        return rows(
            base,
            "SELECT p.state, s.person, s.exchange FROM promise AS p JOIN settling AS s"
            " ON s.promise = p.id WHERE s.state = 'kept' AND s.deleted_at IS NULL",
        )

    assert settled() == [("kept", base.me, None)]
    receive(base, [mail])
    assert settled() == [("kept", base.me, None)]
    assert doctor(base) == []


def listed(base: Base) -> list[tuple[str, int]]:
    """What the list of suggestions has, with when it was said."""
    with base.reading():
        section = listing.in_section(base, PromiseSection.SUGGESTED, listing.Filter())
        assert listing.counts(base, listing.Filter())[PromiseSection.SUGGESTED] == len(section)
    return [(each.what, each.said_at) for each in section]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("decided", [PromiseState.OPEN, PromiseState.DISMISSED])
def test_what_is_promised_in_the_same_words_again_is_listed_and_decided_once(
    base: Base, turned: bool, decided: PromiseState
) -> None:
    first = message("<a>", "I'll send you the map.", days=2)
    again = message("<b>", "As I said, I'll send you the map!", after=["<a>"], days=1)
    for each in (again, first) if turned else (first, again):
        receive(base, [each])
    assert len(suggested(base)) == 2
    assert listed(base) == [("send you the map", first.at)]
    last = one(base, "SELECT id FROM promise ORDER BY said_at DESC LIMIT 1")
    assert isinstance(last, int)
    settling.settle(base, last, decided)
    states = rows(base, "SELECT state FROM promise ORDER BY said_at")
    assert states == [("dismissed",), (str(decided),)]
    assert listed(base) == []
    undoing.undo(base)
    assert listed(base) == [("send you the map", first.at)]
    assert doctor(base) == []
