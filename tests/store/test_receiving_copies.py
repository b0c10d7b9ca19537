"""Copies of one message are one: from lists, from folders of sent mail, and logged by hand."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from convonote.conversation.records import Origin
from convonote.intake.records import Party
from convonote.store.base import Base
from convonote.store.incoming.records import Received
from convonote.store.writing.editing import edit
from convonote.store.writing.originals import original
from tests.store.mail import (
    ANA,
    BOB,
    KITES,
    MYSELF,
    logged,
    message,
    one,
    opened,
    over_list,
    partition,
    person,
    receive,
    rows,
)


@pytest.mark.parametrize("list_first", [True, False])
def test_the_copy_sent_directly_wins_over_the_lists(base: Base, list_first: bool) -> None:
    direct = message("<a>", "Shall we?", asks=True, cc=[KITES])
    listed = over_list(message("<a>", "Shall we?\n\nlist footer", cc=[KITES]))
    copies = [listed, direct] if list_first else [direct, listed]
    for copy in copies:
        receive(base, [copy])
    assert rows(base, "SELECT via_list, text, asks FROM exchange") == [(0, "Shall we?", 1)]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_copies_weigh_the_same_in_any_order(
    tmp_path: Path, order: tuple[int, ...], together: bool
) -> None:
    copies = [
        over_list(message("<a>", "list")),
        message("<a>", "machine", origin=Origin.MACHINE),
        message("<a>", "machine", origin=Origin.PERSON),
    ]
    with opened(tmp_path / "n.db") as base:
        mixed = [copies[index] for index in order]
        receive(base, mixed, batch=3 if together else 1)
        found = rows(base, "SELECT via_list, origin, text FROM exchange")
    assert found == [(0, "person", "machine")]


OPS = Party("ops@lists.example.org", "Ops")
COPIES = (
    message("<a>", "Friday?", topic="Plan", original="Friday?\n> When?"),
    message("<a>", "CAUTION: external\nFriday?", topic="[EXT] Plan", original="Friday?\nCAUTION"),
    message("<a>", "Friday?", topic="Plan", original="Friday?\n> When?\n> Soon?"),
    over_list(message("<a>", "Friday?\nKites", topic="Plan")),
    replace(message("<a>", "Friday?\nfor ops only", topic="Plan for ops"), lists=(OPS,)),
)


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("over_lists_only", [True, False])
def test_of_copies_that_came_the_same_way_the_plainest_counts_in_any_order(
    tmp_path: Path, over_lists_only: bool, together: bool
) -> None:
    copies = COPIES[3:] if over_lists_only else COPIES
    plainest = ("Plan", "Friday?", "Friday?\n> When?")
    expected = ("Plan", "Friday?\nKites", None) if over_lists_only else plainest
    for number, order in enumerate(permutations(copies)):
        if number % 7:
            continue
        with opened(tmp_path / f"{number}.db") as base:
            receive(base, order, batch=len(order) if together else 1)
            ((exchange, *found),) = rows(base, "SELECT id, subject, text FROM exchange")
            assert isinstance(exchange, int)
            with base.reading():
                whole = original(base, exchange)
        assert (*found, whole) == expected


def test_a_copy_that_says_the_same_again_writes_nothing(base: Base) -> None:
    receive(base, COPIES)
    parts = rows(base, "SELECT count(*) FROM part")
    receive(base, COPIES[::-1])
    assert rows(base, "SELECT count(*) FROM part") == parts


def test_what_the_user_edited_stays_whatever_copy_comes(base: Base) -> None:
    receive(base, [COPIES[1]])
    edit(base, 1, "As I put it.")
    receive(base, [COPIES[4], COPIES[0]])
    assert rows(base, "SELECT subject, text FROM exchange") == [("Plan", "As I put it.")]


def test_what_comes_in_of_what_was_logged_leaves_it_as_the_user_wrote_it(base: Base) -> None:
    receive(base, [message("<a>", days=3)])
    logged(base, "Yes,  Friday.", person(base, "ana@example.org"))
    sent = message("<b>", "Yes, Friday.", author=MYSELF, to=[ANA], days=0, topic="X")
    receive(base, [sent])
    receive(base, [sent])
    sql = "SELECT text FROM exchange WHERE message_id = '<b>'"
    assert rows(base, sql) == [("Yes,  Friday.",)]


def test_what_came_only_over_lists_is_known_to_have(base: Base) -> None:
    receive(base, [over_list(message("<a>", to=[KITES])), over_list(message("<a>", to=[KITES]))])
    assert one(base, "SELECT via_list FROM exchange") == 1
    assert one(base, "SELECT kind FROM person WHERE name = 'Kites'") == "list"


def test_somebody_who_turns_out_to_be_a_list_is_nobody_any_more(base: Base) -> None:
    asked = message("<a>", "Who has wind?", author=MYSELF, to=[KITES], asks=True, days=3)
    receive(base, [asked])
    assert one(base, "SELECT kind FROM person WHERE name = 'Kites'") == "person"
    receive(base, [over_list(message("<b>", to=[KITES], days=1))])
    assert one(base, "SELECT kind FROM person WHERE name = 'Kites'") == "list"
    # Nobody counts a list among the people of a conversation.
    assert one(base, "SELECT people FROM conversation WHERE id = 1") == ""


def test_mail_that_was_logged_by_hand_becomes_what_was_logged(base: Base) -> None:
    receive(base, [message("<a>", "Which week?", asks=True, days=3)])
    said = logged(base, "The  second week.\n", person(base, "ana@example.org"), queued=True)
    sent = message("<b>", "The second week.", author=MYSELF, to=[ANA], after=["<a>"], days=2)
    assert receive(base, [sent]) == Received(added=0, already=1)
    found = rows(
        base, "SELECT message_id, queued, conversation FROM exchange WHERE id = ?", said.exchange
    )
    # Both are one conversation now, under the topic that the user wrote.
    assert found == [("<b>", 0, 1)]
    assert rows(base, "SELECT topic FROM conversation WHERE merged_into IS NULL") == [("By hand",)]
    assert receive(base, [sent]) == Received(added=0, already=1)


@pytest.mark.parametrize(
    ("text", "to", "days"),
    [("Another text.", ANA, 1), ("Yes.", BOB, 1), ("Yes.", ANA, 9)],
    ids=["another text", "other people", "too long ago"],
)
def test_mail_that_only_looks_like_what_was_logged_is_added(
    base: Base, text: str, to: Party, days: float
) -> None:
    receive(base, [message("<a>", days=3)])
    logged(base, "Yes.", person(base, "ana@example.org"))
    got = receive(base, [message("<b>", text, author=MYSELF, to=[to], days=days)])
    assert (got.added, got.already) == (1, 0)


def test_a_draft_is_kept_as_a_draft_once(base: Base) -> None:
    receive(base, [message("<a>")])
    draft = message("<d>", "Dear Ana,", author=MYSELF, to=[ANA], after=["<a>"], draft=True)
    assert receive(base, [draft]).added == 1
    assert receive(base, [draft]) == Received(added=0, already=1)
    assert rows(base, "SELECT conversation, answers, text FROM draft") == [(1, 1, "Dear Ana,")]
    assert partition(base) == {frozenset({"<a>"})}


def test_a_draft_that_was_sent_is_one_no_longer(base: Base) -> None:
    draft = message("<d>", "Dear Ana,", author=MYSELF, to=[ANA], draft=True)
    receive(base, [draft])
    receive(base, [message("<d>", "Dear Ana,", author=MYSELF, to=[ANA])])
    assert one(base, "SELECT count(*) FROM draft WHERE deleted_at IS NULL") == 0


def test_an_empty_draft_is_nothing(base: Base) -> None:
    assert receive(base, [message("<d>", " ", draft=True)]) == Received(added=0, already=1)


def test_what_the_source_calls_mine_is_mine_and_so_is_its_address(base: Base) -> None:
    other = Party("m@work.example", "M. Myself")
    receive(base, [message("<a>", author=other, to=[ANA], mine=True)])
    assert one(base, "SELECT author FROM exchange") == base.me
    receive(base, [message("<b>", author=other, to=[ANA])])
    assert one(base, "SELECT author FROM exchange WHERE message_id = '<b>'") == base.me


def test_the_copy_in_the_sent_folder_tells_that_it_is_mine(base: Base) -> None:
    alias = Party("alias@example.org", "Alias")
    receive(base, [message("<a>", author=alias, to=[ANA], asks=True)])
    assert one(base, "SELECT author FROM exchange") != base.me
    receive(base, [message("<a>", author=alias, to=[ANA], asks=True, mine=True)])
    assert one(base, "SELECT author FROM exchange") == base.me
    assert one(base, "SELECT turn FROM conversation") == "them"
