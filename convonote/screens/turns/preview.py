"""`Preview`: what stands beside the queue."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Window
from convonote.store.rhythm.records import ReachOut


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands beside the queue."""

    conversation: Conversation | None
    window: Window | None = None
    people: Sequence[Person] = ()
    """Those in it, with addresses."""
    reaching: ReachOut | None = None
    """Whom to reach out to; then the conversation is the one in which one last was in touch."""
