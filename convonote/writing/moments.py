"""Words for the moment at which something was said, and what is made of them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from convonote.conversation.dates import DateError, day, day_begins, day_of, moment
from convonote.conversation.records import SECOND
from convonote.store.notebook import Notebook
from convonote.text.times import long_day


class BadMoment(Exception):
    """The words are no moment at which something can have been said; one line says why."""


@dataclass(frozen=True, slots=True)
class Given:
    """A moment, or neither for now."""

    at: int | None = None
    offset: int | None = None


def moment_of(notebook: Notebook, words: str) -> Given:
    """The moment that words name, never one to come; nothing is now. Raises BadMoment."""
    if not words.strip():
        return Given()
    now = notebook.now()
    try:
        found = moment(words, now, notebook.zone, past=True)
    except DateError as error:
        raise BadMoment(str(error)) from None
    if found.at > now:
        raise BadMoment(f"{_shown(found.at, found.offset)} is still to come; when was it said?")
    return Given(found.at, found.offset)


def reminder_of(notebook: Notebook, words: str) -> int | None:
    """The beginning of the day on which to be reminded; None for never. Raises BadMoment."""
    # "4d", "in 4 days" and "4d if no answer" mean the same.
    named = words.strip().removesuffix("if no answer").strip()
    if not named:
        return None
    today = day_of(notebook.now(), notebook.zone)
    try:
        found = day(named, today)
    except DateError as error:
        raise BadMoment(str(error)) from None
    if found <= today:
        raise BadMoment(f"{long_day(found, today)} is not after today; remind me when?")
    return day_begins(found, notebook.zone)


def reminder_echo(notebook: Notebook, words: str) -> tuple[str, bool]:
    """What is shown beside the words for a reminder, and whether they are understood."""
    try:
        found = reminder_of(notebook, words)
    except BadMoment as error:
        return str(error), False
    if found is None:
        return "", True
    today = day_of(notebook.now(), notebook.zone)
    return f"= {long_day(day_of(found, notebook.zone), today)}, if no answer", True


def moment_echo(notebook: Notebook, words: str) -> tuple[str, bool]:
    """What is shown beside the words, and whether they are understood."""
    try:
        found = moment_of(notebook, words)
    except BadMoment as error:
        return str(error), False
    if found.at is None or found.offset is None:
        return "", True
    return f"= {_shown(found.at, found.offset)}", True


def _shown(at: int, offset: int) -> str:
    """A moment in full where it was said: an echo must leave no doubt."""
    there = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=at // SECOND, minutes=offset)
    return f"{there:%a} {there.day} {there:%b %Y %H:%M}"
