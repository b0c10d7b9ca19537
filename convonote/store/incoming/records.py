"""What an import did, and where things were imported from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """What an import did so far; `added`, `already` and `refused` together are what was read."""

    added: int = 0
    already: int = 0
    conversations: int = 0
    """New ones."""
    people: int = 0
    """New ones."""
    chats: int = 0
    """Chats of which lines were added."""
    cut: int = 0
    """New conversations into which pauses cut these."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somewhere that things were imported from."""

    path: str
    """Absolute."""
    kind: str
    """What it was when it was read last, such as `mbox` or `Maildir`."""
    read_at: int | None
    """When it was last read to its end."""
