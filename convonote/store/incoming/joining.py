"""Which conversation a message belongs to, by the names it refers to.

Every name counts: the message's own, what it replies to and all its references, whether those
messages are there or not. Messages that share a name are one conversation, so the result is the
partition that a union over all names gives, in whatever order they come.

What the user did stands against it. A deleted conversation takes no part in joining: a message
whose parent is in it goes there, and so stays out of sight; one whose parent is elsewhere joins
what it joins without it. Conversations that the user took apart are never joined again: a message
that refers to both goes to the side of the nearest name it refers to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.incoming.chat_lines import Neighbours
from convonote.store.links.apart import taken_apart

_AT_ONCE = 500
"""Names looked up in one statement."""


def names_of(incoming: Incoming) -> list[str]:
    """Every name that a message belongs to, the nearest first: itself, its parent, its line."""
    near = () if incoming.replies_to is None else (incoming.replies_to,)
    return list(dict.fromkeys((incoming.name, *near, *reversed(incoming.references))))


@dataclass(slots=True)
class Home:
    """A conversation while a batch is planned; it may not exist yet."""

    age: tuple[int, str | int]
    """The smaller stays when two are joined: those that exist by uid, then new ones as made."""
    id: int | None = None
    deleted: bool = False
    taken_back: bool = False
    """Its import was taken back; it comes back with the first message."""
    ids: set[int] = field(default_factory=set)
    """All that it is made of."""
    shuns: set[int] = field(default_factory=set)
    """Those from which the user took one of these apart."""
    used: bool = False
    """A message of the batch belongs to it."""
    into: "Home | None" = None

    def root(self) -> "Home":
        """The one that it was joined to in the end."""
        home = self
        while home.into is not None:
            home = home.into
        return home


class Plan:
    """Where the messages of a batch belong, found before anything is written."""

    def __init__(self, base: Base, messages: Iterable[Incoming]) -> None:
        """Look up all names of the messages."""
        self._base = base
        self._apart = taken_apart(base)
        self._by_id: dict[int, Home] = {}
        self._made: list[Home] = []
        self._homes: dict[str, Home] = {}
        self._new: dict[str, Home] = {}
        self._strayed: list[tuple[str, Home, Home]] = []
        self._chats = Neighbours(base)
        wanted = list(dict.fromkeys(name for each in messages for name in names_of(each)))
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for name, *known in base.rows(
                "SELECT m.name, c.id, c.uid, c.deleted_at, c.taken_back FROM message AS m"
                f" JOIN conversation AS c ON c.id = m.conversation WHERE m.name IN ({marks})",
                some,
            ):
                self._homes[name] = self._existing(*known)

    def add(self, incoming: Incoming, inside: int | None = None) -> Home:
        """Join what a message joins; `inside` is the conversation in which it is already."""
        names = names_of(incoming)
        found = [self._homes[name] for name in names if name in self._homes]
        if inside is not None:
            row = self._base.row(
                "SELECT id, uid, deleted_at, taken_back FROM conversation WHERE id = ?", (inside,)
            )
            assert row is not None
            found.insert(0, self._existing(*row))
        elif incoming.chat:
            found += self._beside(incoming)
        home = self._joined(found) if found else self._fresh()
        home.used = True
        for name in names:
            if name not in self._homes:
                self._homes[name] = self._new[name] = home
        self._follow(incoming.name, home)
        return home

    def joins(self) -> list[tuple[int, int]]:
        """(the conversation that stays, the one that joins it), of those that exist."""
        return [
            (kept.id, home.id)
            for home in self._by_id.values()
            if home.into is not None and home.id is not None and (kept := home.root()).id
        ]

    def fresh(self) -> list[Home]:
        """The conversations to be made, in order."""
        return [home for home in self._made if home.into is None]

    def names(self) -> list[tuple[str, int]]:
        """The names not known before, with their conversations, once those are made."""
        return [(name, id) for name, home in self._new.items() if (id := home.root().id)]

    def strayed(self) -> list[tuple[str, int, int]]:
        """(name, where it was expected, where its message is), once all are made and joined."""
        return [
            (name, was, id)
            for name, before, home in self._strayed
            if (was := before.root().id) and (id := home.root().id)
        ]

    def revived(self) -> list[int]:
        """The conversations that come back because one of their messages does."""
        return [
            home.id
            for home in self._by_id.values()
            if home.id is not None and home.taken_back and home.used and home.into is None
        ]

    def _beside(self, line: Incoming) -> Iterator[Home]:
        """Where the lines before and behind one of a chat are; what was deleted takes none in."""
        for near in self._chats.of(line):
            if not isinstance(near, str):
                name, id, uid, deleted_at, taken_back = near
                near = name
                known = self._existing(id, uid, deleted_at, taken_back)
                self._homes.setdefault(name, known)
            if not (home := self._homes[near]).root().deleted:
                yield home

    def _follow(self, name: str, home: Home) -> None:
        """Answers to a message go where it is, wherever answers to it were expected before."""
        before = self._homes[name].root()
        if before is home:
            return
        if name in self._new:
            self._new[name] = home
        else:
            self._strayed.append((name, before, home))
        self._homes[name] = home

    def _existing(self, id: int, uid: str, deleted_at: int | None, taken_back: int) -> Home:
        if id not in self._by_id:
            self._by_id[id] = Home(
                age=(0, uid),
                id=id,
                deleted=deleted_at is not None and not taken_back,
                taken_back=bool(taken_back),
                ids={id},
                shuns=set(self._apart.get(id, ())),
            )
        return self._by_id[id]

    def _fresh(self) -> Home:
        home = Home((1, len(self._made)))
        self._made.append(home)
        return home

    def _joined(self, found: Sequence[Home]) -> Home:
        """One home of several, as far as they may be joined; the first is the nearest."""
        kept = found[0].root()
        if kept.deleted:
            return kept
        for other in found[1:]:
            home = other.root()
            if home is kept or home.deleted or kept.shuns & home.ids:
                continue
            kept, home = sorted((kept, home), key=lambda each: each.age)
            home.into = kept
            kept.used |= home.used
            kept.ids |= home.ids
            kept.shuns |= home.shuns
        return kept
