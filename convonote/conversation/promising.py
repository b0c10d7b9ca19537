"""Where promises stand in their list: what is owed, what was kept, what was let go."""

from datetime import date
from enum import StrEnum

from .records import PromiseState


class PromiseSection(StrEnum):
    """A part of the list of promises, in its order."""

    OVERDUE = "overdue"
    DUE = "due"
    """Due today or later."""
    OPEN = "open"
    """Open, without a due date."""
    SUGGESTED = "suggested"
    KEPT = "kept"
    LET_GO = "let go"


def section_of(state: PromiseState, due: date | None, today: date) -> PromiseSection | None:
    """The section in which a promise stands; None for a suggestion that was dismissed."""
    if state is PromiseState.OPEN:
        if due is None:
            return PromiseSection.OPEN
        return PromiseSection.OVERDUE if due < today else PromiseSection.DUE
    return None if state is PromiseState.DISMISSED else PromiseSection(state.value)
