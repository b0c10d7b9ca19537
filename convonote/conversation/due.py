"""The due date at the end of a line."""

import re
from datetime import date, timedelta

from .calendar_words import NotADay, a_day, plain
from .clock_words import CLOCK

AT_MOST = 60
"""Characters at the end of a line in which a due date is looked for."""

_BRACKETED = re.compile(
    r"[(\[](?:(?:due|by|until|till|before|on)\b:? *)*([^()\[\]]{1,40})[)\]]\Z", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:\A|(?<=[\s,;:(–—-]))(by|until|till|before|due|on)(?:[: ] *(?:by|on|until|"
    r"before)\b)?(?::\s*|\s+)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:\A|(?<=\s))([0-9]{4}-[0-9]{2}-[0-9]{2}|tomorrow|in (?:[0-9]{1,3}|an?|two|three) (?:day|"
    r"week|month)s?)\Z",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"[0-9]+ ?(?:d|w|mo|y)\Z|[0-9]+\.[0-9]+\Z", re.IGNORECASE)
"""What may be a length or a number as well as a date, and so is no date behind `on`."""
_AT_ONCE = timedelta(0)
_INTO = {(word, "next week"): timedelta(4) for word in ("by", "due")}
"""How far into a time is meant: `by next week` leaves until its Friday, `until` does not."""
_TIMED = re.compile(rf"(?:(?P<day>.*?),? (?:at )?|\A){CLOCK}\Z")


def split_due(text: str, today: date) -> tuple[str, date | None]:
    """A line without the due date at its end, and that date; None where there is none.

    A time of day is not dropped: `by fri 14:00` gives the date and stays in the line.
    """
    whole = text.rstrip()
    bare = whole.rstrip(".!;, ")
    start = max(0, len(bare) - AT_MOST)
    if found := _BRACKETED.search(bare, start):
        return _split(whole, bare[: found.start()], found[1], today)
    for found in _BEFORE.finditer(bare, start):
        named = bare[found.end() :]
        if found[1].lower() == "on" and _LENGTH.match(named):
            continue
        kept, due = _split(whole, bare[: found.start()], named, today)
        if due:
            return kept, due + _INTO.get((found[1].lower(), plain(named)), _AT_ONCE)
    if found := _ALONE.search(bare, start):
        return _split(whole, bare[: found.start()], found[1], today)
    return whole, None


def _split(whole: str, before: str, words: str, today: date) -> tuple[str, date | None]:
    named = plain(words)
    if due := _day(named, today):
        # A line that is nothing but a date keeps its words.
        return before.rstrip(" \t,;:–—-") or whole, due
    if timed := _TIMED.match(named):
        return whole, _day(timed["day"], today) if timed["day"] else today
    return whole, None


def _day(words: str, today: date) -> date | None:
    try:
        return a_day(words, today, past=False)
    except NotADay:
        return None
