"""What is told of a copy of the notebook."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a notebook, without what was deleted."""

    exchanges: int
    conversations: int
    people: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was checked: whole, and with as much in it as there was."""

    path: Path
    size: int
    """In bytes."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was erased for good."""

    exchanges: int
    conversations: int
    others: int
    """Drafts, promises, notes on people, reasons."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """What putting a copy back did."""

    counts: Counts
    """What is in the notebook now."""
    before: Copy | None
    """What was there before; None where there was nothing."""
    aside: Path | None = None
    """Where the file from before is, as it was, if it was too damaged to be copied."""
