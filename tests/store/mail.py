"""Messages as intake hands them over, and a notebook's base to receive them, for tests."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from convonote.conversation.records import DAY, SECOND, Kind, Origin
from convonote.intake.records import Incoming, Party
from convonote.store.base import Base
from convonote.store.incoming.receiving import Receiving
from convonote.store.incoming.records import Received
from convonote.store.opening import open_base
from convonote.store.people.identity import set_me
from convonote.store.records import Said
from convonote.store.writing import saying

NOW = 1_763_800_000 * SECOND
"""Sat 22 Nov 2025, 08:26 UTC."""
ME = "me@example.org"
ANA = Party("ana@example.org", "Ana Lima")
BOB = Party("bob@example.org", "Bob Stone")
MYSELF = Party(ME, "Me Myself")
KITES = Party("kites@lists.example.org", "Kites")


@contextmanager
def opened(path: Path, *, mine: str = ME, known: bool = True) -> Iterator[Base]:
    """A notebook as of `NOW`, whose user has an address if `known`."""
    base = open_base(path, clock=lambda: NOW, zone=UTC, create=True)
    if known:
        set_me(base, "Me Myself", [("email", mine)])
    try:
        yield base
    finally:
        base.close()


def message(
    name: str,
    text: str = "Hello.",
    *,
    author: Party | None = ANA,
    to: Iterable[Party] = (MYSELF,),
    cc: Iterable[Party] = (),
    after: Iterable[str] = (),
    replies_to: str | None = None,
    days: float | None = 1,
    topic: str = "Kyoto",
    **more: object,
) -> Incoming:
    """A message said some days ago; `after` are its references."""
    references = tuple(after)
    parent = replies_to or (references[-1] if references else None)
    fields: dict[str, object] = {
        "source": f"test:{name}",
        "place": 0,
        "name": name,
        "references": references,
        "replies_to": parent,
        "author": author,
        "to": tuple(to),
        "cc": tuple(cc),
        "at": None if days is None else NOW - round(days * DAY),
        "offset": 60,
        "topic": topic,
        "text": text,
        **more,
    }
    return Incoming(**fields)  # type: ignore[arg-type]  # Fields by name, as a test gives them.


def over_list(incoming: Incoming, *, origin: Origin = Origin.PERSON) -> Incoming:
    """The same message as it came over a discussion list."""
    return replace(incoming, lists=(KITES,), origin=origin)


def receive(base: Base, messages: Iterable[Incoming], *, batch: int = 100) -> Received:
    """Import messages, some at a time."""
    everything = list(messages)
    with Receiving(base, "test", pause=0) as into:
        for start in range(0, len(everything), batch):
            into.add(everything[start : start + batch])
        return into.received


def partition(base: Base) -> set[frozenset[str]]:
    """Which messages are together, by their names."""
    with base.reading():
        groups: dict[int, set[str]] = {}
        for name, conversation in base.rows(
            "SELECT message_id, conversation FROM exchange WHERE deleted_at IS NULL"
        ):
            groups.setdefault(conversation, set()).add(name)
    return {frozenset(names) for names in groups.values()}


def timelines(base: Base) -> set[tuple[str, ...]]:
    """The names of each conversation's messages in their order."""
    with base.reading():
        groups: dict[int, list[str]] = {}
        for name, conversation in base.rows(
            "SELECT message_id, conversation FROM exchange WHERE deleted_at IS NULL"
            " ORDER BY conversation, sorted_at, place, id"
        ):
            groups.setdefault(conversation, []).append(name)
    return {tuple(names) for names in groups.values()}


def one(base: Base, sql: str, *parameters: object) -> object:
    """One value read by SQL, where no function hands it out."""
    with base.reading():
        value: object = base.value(sql, parameters)
    return value


def rows(base: Base, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """Rows read by SQL, where no function hands them out."""
    with base.reading():
        return base.rows(sql, parameters)


def logged(base: Base, text: str, to: int, *, days: float = 0, queued: bool = False) -> Said:
    """Something that the user wrote down by hand as sent."""
    return saying.say(
        base,
        saying.Saying(
            text=text,
            conversation=None,
            topic="By hand",
            kind=Kind.SAID,
            channel="email",
            author=None,
            to=(to,),
            cc=(),
            speakers=(),
            at=NOW - round(days * DAY),
            offset=None,
            answers=None,
            everyone=False,
            no_answer=False,
            queued=queued,
            turn=None,
            turn_everyone=True,
            turn_reason="",
            draft=None,
        ),
    )


def person(base: Base, address: str) -> int:
    """Whose address this is."""
    found = one(base, "SELECT person FROM address WHERE folded = ?", address)
    assert isinstance(found, int)
    return found
