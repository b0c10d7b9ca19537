"""The last import is taken back, and can be imported again."""

import pytest

from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.errors import UndoError
from convonote.store.incoming.receiving import undo_import
from convonote.store.incoming.records import Received
from convonote.store.writing import editing
from tests.store.mail import (
    ANA,
    BOB,
    MYSELF,
    logged,
    message,
    one,
    over_list,
    partition,
    person,
    receive,
    rows,
)


def test_it_takes_out_what_the_last_import_added(base: Base) -> None:
    receive(base, [message("<a>")])
    receive(base, [message("<b>", after=["<a>"]), message("<c>", author=BOB)])
    assert undo_import(base) == "taken back: imported test"
    assert partition(base) == {frozenset({"<a>"})}
    assert rows(base, "SELECT name FROM person WHERE deleted_at IS NULL AND me = 0") == [
        ("Ana Lima",)
    ]
    assert doctor(base) == []


def test_what_was_taken_back_can_be_imported_again(base: Base) -> None:
    messages = [
        message("<a>", "- [ ] do it"),
        message("<b>", after=["<a>"], author=MYSELF, to=[ANA, BOB]),
        message("<d>", author=MYSELF, to=[BOB], draft=True),
    ]
    first = receive(base, messages)
    undo_import(base)
    assert receive(base, messages) == first
    assert partition(base) == {frozenset({"<a>", "<b>"})}
    assert doctor(base) == []


def test_each_call_takes_back_one_more_import_until_there_is_none(base: Base) -> None:
    receive(base, [message("<a>")])
    receive(base, [message("<b>")])
    undo_import(base)
    undo_import(base)
    assert partition(base) == set()
    with pytest.raises(UndoError, match="no import"):
        undo_import(base)


def test_conversations_that_it_joined_are_two_again(base: Base) -> None:
    apart = [message("<a>", after=["<x>"]), message("<b>", after=["<y>"])]
    receive(base, apart)
    before = partition(base)
    bridge = [message("<c>", after=["<x>", "<y>"])]
    receive(base, bridge)
    assert len(partition(base)) == 1
    undo_import(base)
    assert partition(base) == before
    # Absent names went back too, so later mail still tells the two apart.
    receive(base, [message("<d>", after=["<y>"])])
    assert partition(base) == {frozenset({"<a>"}), frozenset({"<b>", "<d>"})}
    receive(base, bridge)
    assert partition(base) == {frozenset({"<a>", "<b>", "<c>", "<d>"})}
    assert doctor(base) == []


def test_what_the_user_deleted_before_stays_deleted_after(base: Base) -> None:
    messages = [message("<a>"), message("<b>", after=["<a>"])]
    receive(base, messages)
    editing.delete(base, exchange=1, conversation=None)
    undo_import(base)
    # Its conversation and Ana wait for it, as the user touched them; neither is new.
    assert receive(base, messages) == Received(added=1, already=1)
    assert partition(base) == {frozenset({"<b>"})}


def test_what_the_user_said_since_stays_with_its_conversation_and_people(base: Base) -> None:
    receive(base, [message("<a>", "Which?", asks=True)])
    ana = person(base, "ana@example.org")
    said = logged(base, "The blue one.", ana)
    with base.transaction():
        base.run("UPDATE exchange SET conversation = 1 WHERE id = ?", (said.exchange,))
    undo_import(base)
    assert one(base, "SELECT deleted_at FROM conversation WHERE id = 1") is None
    assert one(base, "SELECT deleted_at FROM person WHERE id = ?", ana) is None
    assert one(base, "SELECT exchanges FROM conversation WHERE id = 1") == 1


def test_what_was_logged_by_hand_is_as_it_was_before(base: Base) -> None:
    receive(base, [message("<a>")])
    said = logged(base, "Yes.", person(base, "ana@example.org"), queued=True)
    receive(base, [message("<b>", "Yes.", author=MYSELF, to=[ANA], after=["<a>"])])
    undo_import(base)
    found = rows(base, "SELECT message_id, queued FROM exchange WHERE id = ?", said.exchange)
    assert found == [(None, 1)]
    assert one(base, "SELECT conversation FROM exchange WHERE id = ?", said.exchange) == 2
    assert doctor(base) == []


def test_a_copy_that_won_over_the_lists_is_taken_back_too(base: Base) -> None:
    receive(base, [over_list(message("<a>", "From the list."))])
    receive(base, [message("<a>", "Sent to me.")])
    undo_import(base)
    assert rows(base, "SELECT via_list, text FROM exchange") == [(1, "From the list.")]


def test_an_answer_is_tied_again_after_its_parent_went_and_came(base: Base) -> None:
    receive(base, [message("<b>", after=["<a>"])])
    receive(base, [message("<a>", days=5)])
    undo_import(base)
    assert one(base, "SELECT answers FROM exchange WHERE message_id = '<b>'") is None
    receive(base, [message("<a>", days=5)])
    assert one(base, "SELECT answers FROM exchange WHERE message_id = '<b>'") is not None


def test_an_address_that_was_guessed_to_be_mine_is_nobodys_again(base: Base) -> None:
    receive(base, [message("<a>", author=ANA, to=[BOB], mine=True)])
    undo_import(base)
    receive(base, [message("<b>", author=ANA)])
    assert one(base, "SELECT author FROM exchange WHERE message_id = '<b>'") != base.me
