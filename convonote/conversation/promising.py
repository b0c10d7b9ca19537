"""Where promises stand in their list: what is owed, what was kept, what was let go."""

from enum import StrEnum


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
