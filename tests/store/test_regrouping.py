"""Conversations put together and taken apart by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from convonote.intake.records import Incoming
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.errors import NotebookError, UndoError
from convonote.store.incoming.taking_back import undo_import
from convonote.store.records import Conversation
from convonote.store.search import finding
from convonote.store.turns import choices, queue
from convonote.store.writing import editing, regrouping
from tests.store.canonical import canonical, differences
from tests.store.mail import (
    ANA,
    BOB,
    MYSELF,
    NOW,
    logged,
    message,
    opened,
    partition,
    person,
    receive,
    rows,
)
from tests.store.mailboxes import mailboxes
from tests.store.test_import_laws import law, notebook


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with opened(tmp_path / "notebook.db") as base:
        yield base
        assert doctor(base) == []


def exchange(base: Base, name: str) -> int:
    [(id,)] = rows(base, "SELECT id FROM exchange WHERE message_id = ?", name)
    assert isinstance(id, int)
    return id


def conversation(base: Base, name: str) -> int:
    [(id,)] = rows(base, "SELECT conversation FROM exchange WHERE message_id = ?", name)
    assert isinstance(id, int)
    return id


def shown(base: Base, id: int) -> Conversation:
    with base.reading():
        found = queue.conversation(base, id)
    assert found is not None
    return found


def thread() -> list[Incoming]:
    """A question, two answers to it, and an answer to one of these."""
    return [
        message("a@x", "Which week?", asks=True, days=5, topic="Kyoto"),
        message("b@x", "And the roof?", author=BOB, after=["a@x"], asks=True, days=4, topic=""),
        message("c@x", "April.", author=MYSELF, to=[ANA], after=["a@x"], days=3, topic=""),
        message("d@x", "New tiles.", after=["a@x", "b@x"], days=2, topic=""),
    ]


def test_merged_conversations_are_one_with_the_older_uid_and_the_other_leads_to_it(
    base: Base,
) -> None:
    receive(base, [message("a@x"), message("b@x", author=BOB, topic="Roof")])
    first, second = conversation(base, "a@x"), conversation(base, "b@x")
    merged = regrouping.merge(base, second, first)
    assert merged.uid == shown(base, second).uid == shown(base, first).uid
    assert merged.id == min(first, second)
    assert {each.name for each in merged.people} == {"Ana Lima", "Bob Stone"}
    assert partition(base) == {frozenset({"a@x", "b@x"})}


@pytest.mark.parametrize(
    ("named", "topic"),
    [("", "Roof"), ("a", "Roof"), ("b", "Mine"), ("ab", "Mine too")],
)
def test_what_the_other_becomes_part_of_keeps_its_topic(base: Base, named: str, topic: str) -> None:
    receive(base, [message("a@x", days=3), message("b@x", topic="Roof")])
    for name, called in zip(named, ("Mine", "Mine too"), strict=False):
        editing.rename(base, conversation(base, f"{name}@x"), called)
    merged = regrouping.merge(base, conversation(base, "b@x"), conversation(base, "a@x"))
    assert merged.topic == topic
    receive(base, [message("c@x", after=["a@x"], days=9, topic="Before")])
    assert shown(base, merged.id).topic == topic


def test_what_has_no_topic_takes_the_others(base: Base) -> None:
    receive(base, [message("a@x", days=3), message("b@x", "", topic="")])
    merged = regrouping.merge(base, conversation(base, "b@x"), conversation(base, "a@x"))
    assert merged.topic == "Kyoto"


def test_what_was_set_promised_and_drafted_goes_along_when_two_are_merged(base: Base) -> None:
    receive(
        base,
        [
            message("a@x", "Which week?", asks=True),
            message("b@x", "- [ ] call", author=BOB),
            message("e@x", "Dear Bob", author=MYSELF, to=[BOB], after=["b@x"], draft=True),
        ],
    )
    kept, gone = conversation(base, "a@x"), conversation(base, "b@x")
    choices.set_turn(base, gone, [base.me], everyone=True, reason="I offered")
    merged = regrouping.merge(base, kept, gone)
    for table in ("promise", "choice", "draft"):
        assert rows(base, f"SELECT conversation FROM {table}") == [(merged.id,)]
    [holder] = merged.holders
    assert holder.why == "you set the turn by hand on Sat 22 Nov: I offered"


def test_an_exchange_is_split_off_with_all_that_answers_it(base: Base) -> None:
    receive(base, thread())
    split = regrouping.split(base, exchange(base, "b@x"), with_answers=True, topic="Roof")
    assert partition(base) == {frozenset({"a@x", "c@x"}), frozenset({"b@x", "d@x"})}
    assert (split.topic, split.exchanges) == ("Roof", 2)
    left = shown(base, conversation(base, "a@x"))
    assert (left.topic, left.exchanges) == ("Kyoto", 2)
    with base.reading():
        found = finding.search(base, "tiles").hits
    assert [hit.topic for hit in found] == ["Roof"]


def test_an_exchange_is_split_off_alone(base: Base) -> None:
    receive(base, thread())
    split = regrouping.split(base, exchange(base, "b@x"), with_answers=False, topic="")
    assert partition(base) == {frozenset({"a@x", "c@x", "d@x"}), frozenset({"b@x"})}
    assert split.topic == "And the roof?"


def test_all_of_a_conversation_is_not_split_off(base: Base) -> None:
    receive(base, thread())
    with pytest.raises(NotebookError, match="nothing to split off"):
        regrouping.split(base, exchange(base, "a@x"), with_answers=True, topic="")


def test_some_exchanges_move_and_an_emptied_conversation_becomes_part_of_the_other(
    base: Base,
) -> None:
    receive(base, [*thread(), message("z@x", author=BOB, topic="Roof")])
    roof, kyoto = conversation(base, "z@x"), conversation(base, "a@x")
    moved = [exchange(base, name) for name in ("b@x", "d@x")]
    assert regrouping.move(base, moved, roof).exchanges == 3
    assert partition(base) == {frozenset({"a@x", "c@x"}), frozenset({"b@x", "d@x", "z@x"})}
    rest = [exchange(base, name) for name in ("a@x", "c@x")]
    assert regrouping.move(base, rest, roof).exchanges == 5
    assert shown(base, roof).uid == shown(base, kyoto).uid
    with pytest.raises(NotebookError, match="nothing to move"):
        regrouping.move(base, moved, roof)


def test_after_a_split_replies_follow_what_they_answer_and_join_nothing(base: Base) -> None:
    receive(base, thread())
    regrouping.split(base, exchange(base, "b@x"), with_answers=True, topic="Roof")
    receive(
        base,
        [
            message("e@x", after=["a@x", "b@x", "d@x"]),
            message("f@x", after=["b@x", "a@x"]),
            message("g@x", after=["a@x", "b@x", "gone@x"]),
            message("gone@x", after=["a@x"]),
            *thread(),
        ],
        batch=1,
    )
    assert partition(base) == {
        frozenset({"a@x", "c@x", "f@x"}),
        frozenset({"b@x", "d@x", "e@x", "g@x", "gone@x"}),
    }


def test_a_late_ancestor_of_both_sides_does_not_undo_a_split(base: Base) -> None:
    receive(base, [message("b@x", after=["root@x"]), message("c@x", after=["root@x", "b@x"])])
    regrouping.split(base, exchange(base, "c@x"), with_answers=True, topic="")
    receive(base, [message("root@x", days=9)])
    assert partition(base) == {frozenset({"root@x", "b@x"}), frozenset({"c@x"})}


def test_what_was_split_twice_stays_in_three(base: Base) -> None:
    chain = ["a@x", "b@x", "c@x"]
    mail = [message(name, after=chain[:place]) for place, name in enumerate(chain)]
    receive(base, mail)
    regrouping.split(base, exchange(base, "c@x"), with_answers=True, topic="")
    regrouping.split(base, exchange(base, "b@x"), with_answers=True, topic="")
    receive(base, mail)
    assert partition(base) == {frozenset({name}) for name in chain}


def test_what_was_split_and_merged_again_is_one_for_later_mail_too(base: Base) -> None:
    receive(base, thread())
    split = regrouping.split(base, exchange(base, "b@x"), with_answers=True, topic="")
    regrouping.merge(base, conversation(base, "a@x"), split.id)
    receive(base, [message("e@x", after=["a@x", "b@x"])])
    assert len(partition(base)) == 1


def test_merging_and_splitting_are_undone_and_redone_in_one_step(base: Base) -> None:
    receive(base, [*thread(), message("z@x", author=BOB, topic="Roof")])
    states = [canonical(base)]
    regrouping.merge(base, conversation(base, "a@x"), conversation(base, "z@x"))
    states.append(canonical(base))
    regrouping.split(base, exchange(base, "d@x"), with_answers=True, topic="Tiles")
    states.append(canonical(base))
    assert undoing.undo(base) == "split Tiles off Kyoto"
    assert differences(canonical(base), states[1]) == ""
    assert undoing.undo(base) == "merged Roof into Kyoto"
    assert differences(canonical(base), states[0]) == ""
    undoing.redo(base)
    undoing.redo(base)
    assert differences(canonical(base), states[2]) == ""


@pytest.mark.parametrize("late", [["a@x", "z@x"], ["z@x"]])
def test_a_merge_on_which_later_mail_was_built_is_not_undone(base: Base, late: list[str]) -> None:
    receive(base, [message("a@x"), message("z@x", author=BOB, topic="Roof")])
    regrouping.merge(base, conversation(base, "a@x"), conversation(base, "z@x"))
    receive(base, [message("e@x", after=late)])
    with pytest.raises(UndoError, match="changed since"):
        undoing.undo(base)
    assert len(partition(base)) == 1


def test_undo_never_takes_the_import_that_came_after(base: Base) -> None:
    receive(base, [message("a@x"), message("z@x", author=BOB, topic="Roof")])
    regrouping.merge(base, conversation(base, "a@x"), conversation(base, "z@x"))
    receive(base, [message("other@x", topic="Other")])
    assert undoing.undo(base).startswith("merged")
    assert len(partition(base)) == 3


def test_what_the_user_did_holds_when_an_import_is_taken_back_and_comes_again(base: Base) -> None:
    mail = [*thread(), message("z@x", "- [ ] call", author=BOB, topic="Roof")]
    receive(base, mail)
    kyoto = conversation(base, "a@x")
    regrouping.merge(base, kyoto, conversation(base, "z@x"))
    regrouping.split(base, exchange(base, "b@x"), with_answers=True, topic="Tiles")
    editing.rename(base, kyoto, "Spring")
    choices.set_later(base, kyoto, NOW + 10**12)
    editing.edit(base, exchange(base, "c@x"), "May.")
    before, uid = canonical(base), shown(base, kyoto).uid
    undo_import(base)
    assert partition(base) == set()
    with base.reading():
        assert queue.conversation(base, kyoto) is None
    receive(base, mail[::-1])
    assert differences(canonical(base), before) == ""
    assert shown(base, kyoto).uid == uid
    undo_import(base)
    assert partition(base) == set()


def test_what_was_logged_in_a_conversation_goes_along(base: Base) -> None:
    receive(base, [message("a@x")])
    said = logged(base, "By phone.", person(base, "ana@example.org"))
    merged = regrouping.merge(base, conversation(base, "a@x"), said.conversation)
    assert merged.topic == "Kyoto"
    assert merged.exchanges == 2


@law
@given(messages=mailboxes(), data=st.data())
def test_whatever_comes_in_later_what_was_regrouped_stays_so(
    messages: list[Incoming], data: st.DataObject
) -> None:
    half = data.draw(st.integers(1, len(messages)))
    with notebook() as base:
        receive(base, messages[:half])
        together = [sorted(group) for group in partition(base) if len(group) > 1]
        assume(together)
        first, second = data.draw(st.permutations(data.draw(st.sampled_from(together))))[:2]
        regrouping.split(base, exchange(base, second), with_answers=False, topic="")
        others = sorted(set().union(*partition(base)) - {first, second})
        if others:
            third = data.draw(st.sampled_from(others))
            split = conversation(base, second)
            if conversation(base, third) not in (split, conversation(base, first)):
                regrouping.merge(base, split, conversation(base, third))
                assert conversation(base, third) == conversation(base, second)
        kept = {name: conversation(base, name) for name in {first, second, *others}}
        rest = data.draw(st.permutations(messages))
        receive(base, rest, batch=data.draw(st.integers(1, 4)))
        assert doctor(base) == []
        assert conversation(base, first) != conversation(base, second)
        for name, was in kept.items():
            assert shown(base, was).id == conversation(base, name)
