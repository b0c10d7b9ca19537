"""What the composer is asked to open with; knows no Textual, so that anybody can make one."""

from dataclasses import dataclass
from enum import StrEnum

from convonote.conversation.records import Kind
from convonote.store.records import Draft


class Mode(StrEnum):
    """What is being written down."""

    SAID = "said"
    """Something I said."""
    THEIRS = "theirs"
    """Something they said."""
    TALK = "talk"
    """We talked."""
    NOTE = "note"
    """A private note."""


@dataclass(frozen=True, slots=True)
class ComposeRequest:
    """How a composer opens; with a draft, the draft's own fields come first."""

    mode: Mode = Mode.SAID
    conversation: int | None = None
    """None for a new one."""
    answers: int | None = None
    """The exchange that it answers."""
    people: tuple[int, ...] = ()
    """Whom it is with; empty for everybody in the conversation."""
    draft: Draft | None = None
    edits: int | None = None
    """The exchange that is to be edited."""
    text: str = ""
    """What stands there at first, where there is no draft."""


def mode_of(draft: Draft, me: int) -> Mode:
    """How a draft was being written."""
    if draft.kind is Kind.NOTE:
        return Mode.NOTE
    if draft.kind is Kind.TALK:
        return Mode.TALK
    return Mode.SAID if draft.author in (None, me) else Mode.THEIRS
