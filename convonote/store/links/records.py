"""What is handed out about conversations that have to do with each other."""

from dataclasses import dataclass

from convonote.store.records import Conversation


@dataclass(frozen=True, slots=True)
class Likely:
    """A conversation that may be one with another."""

    conversation: Conversation
    reason: str
    """In words, such as `same people, 2 days apart`."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A conversation that is linked to another."""

    id: int
    """The key of the link."""
    conversation: Conversation
    created_at: int
