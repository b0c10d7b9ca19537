"""Chats: which lines are one's, and who hears them."""

from convonote.store.base import Base

PAIR = 2
"""People in a chat that is no group."""
KEY = len("chat:") + 12
"""The letters of a chat's key, with which the names of its lines begin."""


def chat_of(name: str | None) -> str:
    """The key of the chat that a line with this name is in; empty for what is no line."""
    if name is None or not name.startswith("chat:") or name[KEY : KEY + 1] != ":":
        return ""
    return name[:KEY]


def members(base: Base, chat: str) -> frozenset[int]:
    """Everybody in a chat, as whom they count today."""
    rows = base.rows(
        "SELECT coalesce(p.merged_into, p.id) FROM member AS m JOIN person AS p"
        " ON p.id = m.person WHERE m.chat = ?"
        " AND (p.deleted_at IS NULL OR p.merged_into IS NOT NULL)",
        (chat,),
    )
    return frozenset(id for (id,) in rows)


class Hearers:
    """Who hears the lines of chats, looked up once for each chat."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._members: dict[str, frozenset[int]] = {}
        self._others: dict[tuple[str, int | None], tuple[int, ...]] = {}

    def of(self, name: str | None, author: int | None) -> tuple[int, ...]:
        """Everybody but the author; nobody where the name is none of a chat's."""
        chat = chat_of(name)
        if not chat:
            return ()
        key = chat, author
        if key not in self._others:
            if chat not in self._members:
                self._members[chat] = members(self._base, chat)
            self._others[key] = tuple(sorted(self._members[chat] - {author}))
        return self._others[key]
