"""Somebody who is listened to: what was written to her and noted of her."""

from datetime import UTC, datetime

from convonote.conversation.records import Kind
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person


def wrote(
    notebook: Notebook, to: Person, text: str = "Which week suits you?", **rest: object
) -> int:
    """Something I said; the conversation it is in."""
    return notebook.say(text, to=[to.id], channel="email", **rest).conversation  # type: ignore[arg-type]  # by name


def noted(notebook: Notebook, conversation: int, text: str) -> int:
    """A private note; its exchange."""
    said = notebook.say(text, conversation=conversation, kind=Kind.NOTE, channel="other")
    return said.exchange


def at(words: str) -> int:
    """A moment in UTC."""
    return int(datetime.fromisoformat(words).replace(tzinfo=UTC).timestamp()) * 1_000_000
