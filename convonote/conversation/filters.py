"""What is typed into find, taken apart: words, and filters such as `from:ana` or `after:2026-01`.

Pure: whom a name means is for whoever knows the people. A colon after any other word is a part of
what is sought, as in an address of the web or a time of day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convonote.conversation.dates import DateError, day


class Field(StrEnum):
    """What a filter is about."""

    FROM = "from"
    TO = "to"
    WITH = "with"
    ON = "on"
    IN = "in"
    AFTER = "after"
    BEFORE = "before"
    TURN = "turn"
    HAS = "has"


PEOPLE = (Field.FROM, Field.TO, Field.WITH)
"""Filters by people: who said it, to whom, or either."""
TURNS = ("me", "them", "nobody")
KINDS = ("promise", "attachment")
"""What an exchange may have."""

_FIELDS = "|".join(Field)
_PIECE = re.compile(rf'(?P<field>(?ai:{_FIELDS})):(?P<value>"[^"]*"?|\S*)|"[^"]*"|\S+')
_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2}))?\Z")


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as it was typed."""

    field: Field
    value: str
    """Without quotes, never empty."""

    @property
    def typed(self) -> str:
        """As one types it."""
        return f'{self.field}:"{self.value}"' if " " in self.value else f"{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to find."""

    words: str
    """Without the filters; phrases keep their quotes."""
    filters: tuple[Filter, ...] = ()


@dataclass(frozen=True, slots=True)
class Typing:
    """The filter in which somebody is typing."""

    field: Field
    value: str
    """What stands there so far, without quotes."""
    start: int
    end: int
    """Where the whole filter stands in the line."""


def read(line: str) -> Asked:
    """Take a line apart; any line can be."""
    words: list[str] = []
    filters: list[Filter] = []
    for piece in _PIECE.finditer(line):
        if not piece["field"]:
            words.append(piece[0])
        elif value := _bare(piece["value"]):
            filters.append(Filter(Field(piece["field"].lower()), value))
    return Asked(" ".join(words), tuple(filters))


def typing(line: str, cursor: int) -> Typing | None:
    """The filter at whose end the cursor stands; None where it stands elsewhere."""
    for piece in _PIECE.finditer(line):
        if piece["field"] and piece.start("value") <= cursor == piece.end():
            field = Field(piece["field"].lower())
            return Typing(field, _bare(piece["value"]), piece.start(), piece.end())
    return None


def completed(line: str, at: Typing, value: str) -> tuple[str, int]:
    """The line with a filter filled in and a space behind it, and where the cursor goes."""
    before = line[: at.start] + Filter(at.field, value).typed + " "
    return before + line[at.end :].lstrip(), len(before)


def joined(arguments: Iterable[str]) -> str:
    """The line that arguments of a shell make, which has taken the quotes off them."""
    line = []
    for argument in arguments:
        field, colon, value = argument.partition(":")
        quoted = colon and field.lower() in tuple(Field) and " " in value and '"' not in value
        line.append(f'{field}:"{value}"' if quoted else argument)
    return " ".join(line)


def first_day(words: str, today: date) -> date:
    """The day that `after:` and `before:` name: of a year or month, its first; else DateError."""
    period = _PERIOD.match(words.strip())
    if period is None:
        return day(words, today, past=True)
    try:
        return date(int(period["year"]), int(period["month"] or 1), 1)
    except ValueError:
        raise DateError(f'"{words}" is no month; write 2026-01, 2026 or 2026-01-31') from None


def _bare(value: str) -> str:
    return " ".join(value.replace('"', " ").split())
