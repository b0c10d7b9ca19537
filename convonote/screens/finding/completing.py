"""Filling in the filter in which somebody types."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from convonote.conversation.filters import Field, Typing, completed, typing
from convonote.store.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Completing:
    """What was filled in, and what else fits."""

    before: str
    """The line as it was typed."""
    at: Typing
    values: Sequence[str]
    line: str
    """The line as it stands with one of them."""
    cursor: int
    place: int = 0

    def next(self) -> "Completing":
        """The same with the next that fits, round and round."""
        return _with(self.before, self.at, self.values, (self.place + 1) % len(self.values))

    def standing_as(self, line: str) -> "Completing":
        """The same as the field took it."""
        return replace(self, line=line)


def complete(notebook: Notebook, line: str, cursor: int) -> Completing | None:
    """Fill in the first that fits what stands before the cursor; None where nothing does."""
    at = typing(line, cursor)
    if at is None:
        return _field(line, cursor)
    values = notebook.completions(at.field, at.value) if at.value else ()
    return _with(line, at, values, 0) if values else None


def _with(line: str, at: Typing, values: Sequence[str], place: int) -> Completing:
    after, cursor = completed(line, at, values[place])
    return Completing(line, at, values, after, cursor, place)


def _field(line: str, cursor: int) -> Completing | None:
    """The name of a filter that was begun."""
    start = line.rfind(" ", 0, cursor) + 1
    begun = line[start:cursor].lower()
    fitting = [field for field in Field if begun and field.startswith(begun)]
    if not fitting:
        return None
    after = f"{line[:start]}{fitting[0]}:{line[cursor:]}"
    place = start + len(fitting[0]) + 1
    at = Typing(fitting[0], "", start, place)
    return Completing(line, at, (), after, place)
