"""Imports of many messages: long conversations, other programs beside, indexes kept in order."""

import random
import threading
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from hypothesis import given, settings

from convonote.conversation.records import Kind
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.incoming.gathering import gathered
from convonote.store.incoming.postponing import LONG
from convonote.store.incoming.receiving import Receiving
from convonote.store.search import finding
from convonote.store.writing import saying
from tests.store.canonical import canonical, differences
from tests.store.mail import ANA, BOB, MYSELF, NOW, message, one, opened, receive, rows
from tests.store.mailboxes import mailboxes


def long_thread(messages: int) -> list[Incoming]:
    """A conversation in which each message answers one of the last few before it."""
    random_ = random.Random(4)
    thread = []
    for number in range(messages):
        parent = max(0, number - random_.randint(1, 9))
        thread.append(
            message(
                f"<{number}>",
                "Which week suits you?" if number % 3 else "The first one.",
                author=(ANA, MYSELF, BOB)[number % 3],
                to=((MYSELF,), (ANA, BOB), (MYSELF, ANA))[number % 3],
                after=["<0>", f"<{parent}>"] if number else [],
                days=100 - number / 50,
                place=number,
            )
        )
    return thread


def say(base: Base, name: str) -> None:
    """Note that the user said something in the conversation of a message."""
    conversation = one(base, "SELECT conversation FROM exchange WHERE message_id = ?", name)
    assert isinstance(conversation, int)
    saying.say(
        base,
        saying.Saying(
            text="By phone.",
            conversation=conversation,
            topic="",
            kind=Kind.SAID,
            channel="phone",
            author=None,
            to=(),
            cc=(),
            speakers=(),
            at=NOW,
            offset=None,
            answers=None,
            everyone=False,
            no_answer=False,
            queued=False,
            turn=None,
            turn_everyone=True,
            turn_reason="",
            draft=None,
        ),
    )


def shuffled(messages: Sequence[Incoming]) -> list[Incoming]:
    return random.Random(5).sample(messages, len(messages))


@settings(max_examples=60, deadline=None, database=None)
@given(mailboxes())
def test_gathering_keeps_all_and_brings_together_what_shares_a_name(
    messages: list[Incoming],
) -> None:
    together = gathered(messages)
    assert sorted(map(id, together)) == sorted(map(id, messages))
    groups: list[set[str]] = []
    for each in messages:
        names = {name for name in (each.name, each.replies_to, each.chat, *each.references) if name}
        touching = [group for group in groups if group & names]
        groups = [group for group in groups if not group & names] + [names.union(*touching)]
    order = [next(n for n, group in enumerate(groups) if each.name in group) for each in together]
    assert len([number for number, _ in groupby(order)]) == len(set(order))


def test_a_long_conversation_in_no_order_becomes_what_it_is_in_order(tmp_path: Path) -> None:
    thread = long_thread(LONG + 300)
    with opened(tmp_path / "in order.db") as base:
        receive(base, thread, batch=2_000)
        expected = canonical(base)
    with opened(tmp_path / "in none.db") as base:
        receive(base, shuffled(thread), batch=60)
        assert doctor(base) == []
        assert differences(canonical(base), expected) == ""


def test_what_was_put_off_when_an_import_broke_off_is_done_when_it_is_opened(
    tmp_path: Path,
) -> None:
    thread = shuffled(long_thread(LONG + 300))
    path = tmp_path / "notebook.db"
    with opened(path) as base:
        into = Receiving(base, "test", pause=0)
        into.add(thread[:LONG])
        for start in range(LONG, LONG + 120, 30):
            into.add(thread[start : start + 30])
        # Nothing ends it: the program was killed here.
        assert one(base, "SELECT folded_to FROM conversation") == ""
    with opened(path) as base:
        assert one(base, "SELECT exchanges FROM conversation") == LONG + 120
        assert doctor(base) == []


def test_somebody_who_adds_to_what_was_put_off_folds_all_of_it(tmp_path: Path) -> None:
    thread = shuffled(long_thread(LONG + 200))
    with opened(tmp_path / "notebook.db") as base:
        with Receiving(base, "test", pause=0) as into:
            into.add(thread[:LONG])
            into.add(thread[LONG : LONG + 100])
            say(base, thread[0].name)
            into.add(thread[LONG + 100 :])
        assert doctor(base) == []


def test_what_is_saved_beside_an_import_is_kept_and_the_import_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    messages = [message(f"<{number}>", days=number / 9) for number in range(400)]
    with opened(path) as base:
        receive(base, messages[:1])
        done = threading.Event()
        saved = []

        def save() -> None:
            with opened(path, known=False) as other:
                while not done.is_set():
                    say(other, "<0>")
                    saved.append(1)

        beside = threading.Thread(target=save)
        beside.start()
        try:
            added = receive(base, messages, batch=40).added
        finally:
            done.set()
            beside.join()
        assert added == 399
        (count,) = rows(base, "SELECT count(*) FROM exchange WHERE made_by = 'user'")[0]
        assert count == len(saved)
        assert doctor(base) == []


def test_the_indexes_are_searched_during_an_import_and_left_as_they_were(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook.db") as base:
        with Receiving(base, "test", pause=0) as into:
            for number in range(60):
                into.add([message(f"<{number}>", f"word{number} kites", days=1 + number)])
            with base.reading():
                assert len(finding.search(base, "kites", limit=100).hits) == 60
        with base.reading():
            assert len(finding.search(base, "kites", limit=100).hits) == 60
            assert len(finding.search(base, "word7", limit=100).hits) == 1
        left = rows(base, "SELECT k, v FROM search_config WHERE k LIKE '%merge' ORDER BY k")
        assert left == [("automerge", 4), ("crisismerge", 16), ("usermerge", 4)]
        assert doctor(base) == []
