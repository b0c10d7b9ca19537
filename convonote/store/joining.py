"""Which conversation a message belongs to, by the names it refers to.

Every name counts: the message's own, what it replies to and all its references, whether those
messages are there or not. Messages that share a name are one conversation, so the result is the
partition that a union over all names gives, in whatever order they come.

What the user did stands against it: a deleted conversation takes no part in joining. A message
whose parent is in it goes there, and so stays out of sight; one whose parent is elsewhere joins
what it joins without it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from convonote.intake.records import Incoming
from convonote.store import naming, searching
from convonote.store.base import Base
from convonote.store.changes import Recording

NAMES = "names"
"""The field of a change that holds the names of messages which moved when it joined two."""
_AT_ONCE = 500
"""Names looked up in one statement."""


def names_of(incoming: Incoming) -> list[str]:
    """Every name that a message belongs to, the nearest first: its parent, its line, itself."""
    near = () if incoming.replies_to is None else (incoming.replies_to,)
    return list(dict.fromkeys((*near, *reversed(incoming.references), incoming.name)))


@dataclass(slots=True)
class Home:
    """A conversation while a batch is planned; it may not exist yet."""

    age: tuple[int, str | int]
    """The smaller stays when two are joined: those that exist by uid, then new ones as made."""
    id: int | None = None
    deleted: bool = False
    into: "Home | None" = None

    def root(self) -> "Home":
        home = self
        while home.into is not None:
            home = home.into
        return home


class Plan:
    """Where the messages of a batch belong, found before anything is written."""

    def __init__(self, base: Base, messages: Iterable[Incoming]) -> None:
        """Look up all names of the messages."""
        self._base = base
        self._by_id: dict[int, Home] = {}
        self._made: list[Home] = []
        self._homes: dict[str, Home] = {}
        self._new: dict[str, Home] = {}
        wanted = list(dict.fromkeys(name for each in messages for name in names_of(each)))
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for name, *known in base.rows(
                "SELECT m.name, c.id, c.uid, c.deleted_at FROM message AS m"
                f" JOIN conversation AS c ON c.id = m.conversation WHERE m.name IN ({marks})",
                some,
            ):
                self._homes[name] = self._existing(*known)

    def add(self, incoming: Incoming, logged_in: int | None = None) -> Home:
        """Join what a message joins; `logged_in` is the conversation where it was logged."""
        names = names_of(incoming)
        found = [self._homes[name].root() for name in names if name in self._homes]
        if logged_in is not None:
            row = self._base.row(
                "SELECT id, uid, deleted_at FROM conversation WHERE id = ?", (logged_in,)
            )
            assert row is not None
            found.insert(0, self._existing(*row).root())
        home = self._joined(found) if found else self._fresh()
        for name in names:
            if name not in self._homes:
                self._homes[name] = self._new[name] = home
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

    def _existing(self, id: int, uid: str, deleted_at: int | None) -> Home:
        if id not in self._by_id:
            self._by_id[id] = Home((0, uid), id, deleted_at is not None)
        return self._by_id[id]

    def _fresh(self) -> Home:
        home = Home((1, len(self._made)))
        self._made.append(home)
        return home

    def _joined(self, found: Sequence[Home]) -> Home:
        """One home of several; the first found is the parent's, where that has one."""
        if found[0].deleted:
            return found[0]
        alive = {id(home): home for home in found if not home.deleted}
        kept = min(alive.values(), key=lambda home: home.age)
        for home in alive.values():
            if home is not kept:
                home.into = kept
        return kept


def join(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """Move all of one conversation into another, to which its uid then leads.

    The caller folds the one that stays again.
    """
    moved = [id for (id,) in base.rows("SELECT id FROM exchange WHERE conversation = ?", (gone,))]
    searching.unindex(base, moved)
    for table in ("exchange", "promise", "choice", "draft"):
        for (id,) in base.rows(f"SELECT id FROM {table} WHERE conversation = ?", (gone,)):
            recording.set(table, id, "conversation", kept)
    searching.index(base, moved)
    names = base.rows("SELECT name FROM message WHERE conversation = ? ORDER BY name", (gone,))
    recording.wrote("conversation", gone, NAMES, [name for (name,) in names], None)
    base.run("UPDATE message SET conversation = ? WHERE conversation = ?", (kept, gone))
    base.run(
        "INSERT OR IGNORE INTO participant (conversation, person)"
        " SELECT ?, person FROM participant WHERE conversation = ?",
        (kept, gone),
    )
    base.run("DELETE FROM participant WHERE conversation = ?", (gone,))
    base.run("UPDATE answer SET conversation = ? WHERE conversation = ?", (kept, gone))
    _keep_topic(base, recording, kept, gone)
    for (id,) in base.rows("SELECT id FROM conversation WHERE merged_into = ?", (gone,)):
        recording.set("conversation", id, "merged_into", kept)
    recording.set("conversation", gone, "merged_into", kept)
    naming.index_conversation(base, gone)


def _keep_topic(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """A topic that the user wrote outlives one that came with the mail."""
    topic, by = base.row("SELECT topic, topic_by FROM conversation WHERE id = ?", (gone,)) or (
        "",
        "",
    )
    kept_by = base.value("SELECT topic_by FROM conversation WHERE id = ?", (kept,))
    if by == "user" and kept_by != "user":
        recording.set("conversation", kept, "topic", topic)
        recording.set("conversation", kept, "topic_by", "user")
        naming.index_conversation(base, kept)
