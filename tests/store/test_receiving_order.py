"""Whatever the order and the batches in which messages come in, the notebook is the same."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.records import Incoming
from tests.store.mail import ANA, BOB, MYSELF, message, opened, partition, receive, rows, timelines

_PEOPLE = (ANA, BOB, MYSELF)


@st.composite
def mailboxes(draw: st.DrawFn) -> list[Incoming]:
    """Messages that refer to each other, to absent ones and round in circles."""
    count = draw(st.integers(1, 9))
    names = [f"<{number}@x>" for number in range(count)]
    known = [*names, "<absent1@x>", "<absent2@x>"]
    messages = []
    for place, name in enumerate(names):
        author = draw(st.sampled_from(_PEOPLE))
        references = draw(st.lists(st.sampled_from(known), max_size=2, unique=True))
        messages.append(
            message(
                name,
                author=author,
                to=[each for each in _PEOPLE if each != author],
                after=references,
                days=draw(st.integers(1, 5)),
                asks=draw(st.booleans()),
                place=place,
                topic=f"Topic {place}",
            )
        )
    return messages


def union(messages: Sequence[Incoming]) -> set[frozenset[str]]:
    """What belongs together by all names, found in the plainest way."""
    groups: list[tuple[set[str], set[str]]] = []
    for each in messages:
        names, own = {each.name, *each.references}, {each.name}
        apart = []
        for group, members in groups:
            if group & names:
                names |= group
                own |= members
            else:
                apart.append((group, members))
        groups = [*apart, (names, own)]
    return {frozenset(members) for _, members in groups}


def told(messages: Sequence[Incoming], batch: int) -> tuple[object, ...]:
    """What the notebook makes of messages in an order, without its own keys."""
    with TemporaryDirectory() as folder, opened(Path(folder) / "n.db") as base:
        receive(base, messages, batch=batch)
        turns = rows(
            base,
            "SELECT e.message_id, c.section, c.turn, c.topic, c.exchanges, c.last_at, c.changes_at"
            " FROM exchange AS e JOIN conversation AS c ON c.id = e.conversation"
            " ORDER BY e.message_id",
        )
        answers = rows(
            base,
            "SELECT e.message_id, p.message_id FROM exchange AS e"
            " JOIN exchange AS p ON p.id = e.answers ORDER BY 1",
        )
        return partition(base), timelines(base), turns, answers


@settings(max_examples=40, deadline=None)
@given(messages=mailboxes(), data=st.data())
def test_any_order_and_any_split_give_the_same(
    messages: list[Incoming], data: st.DataObject
) -> None:
    expected = told(messages, 100)
    assert expected[0] == union(messages)
    shuffled = data.draw(st.permutations(messages))
    again = data.draw(st.lists(st.sampled_from(messages), max_size=3))
    batch = data.draw(st.integers(1, 4))
    assert told([*shuffled, *again], batch) == expected
