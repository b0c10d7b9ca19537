"""Until when something is promised in words."""

import re
from datetime import date
from functools import cache

from .calendar_words import NotADay, a_day, plain
from .due import split_due

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    r"(?<!\w)(?P<lead>(?:by |before |until |on |till |this |am |due )*)"
    r"(?P<day>(?P<near>tomorrow|today|tonight)|"
    r"(?:(?:next|this|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:the )?end of (?:the |this |next )?(?:week|month|year|day)|"
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}(?!\w)(?:,? [0-9]{{4}}(?!\w))?|"
    rf"{_MONTHS} [0-9]{{1,2}}(?:st|nd|rd|th)?(?!\w)(?:,? [0-9]{{4}}(?!\w))?|"
    r"in (?:[0-9]{1,2}|a|two|three) (?:day|week)s?)"
    r"(?: (?:morning|afternoon|evening|night))?(?!\w)"
)
_WITHIN = r"(?<!\w)(?:by|before|until|till|due)(?!\w)"
"""What makes a day a due date, wherever it stands."""
_OF_A_THING = (
    r"(?:(?<!\w)(?:from|of|since|last|for) (?:the )?\Z)|"
    r"(?<!\w)(?:that|which|who|whom|where|when|as|after|regarding|about|concerning|leaving|"
    r"returning|arriving|prior to|discussing) "
)
"""What makes a day that of something else: `the notes from Tuesday`."""
_TOLD = (
    r"(?<!\w)(?:we|you|i|he|she|they) (?:\w+ed|met|spoke|had|saw|said|sent|made|drew|took)(?!\w)"
)


def split_spoken_due(
    shown: str, before: str, behind: str, said_on: date
) -> tuple[str, date | None]:
    """What is promised without the day until when, and that day.

    `before` and `behind` are what stands before it and from it on, as it is compared.
    """
    what, due = split_due(shown, said_on)
    if due is not None:
        return (what, due) if due >= said_on and not _is_told(behind) else (shown, None)
    for part in (behind, before):
        for day in _compiled(_DAY).finditer(part):
            if not _is_due(part[: day.start()], day):
                continue
            bare = re.sub(rf"(?:^|\s+){re.escape(day[0])}\Z", "", what, flags=re.IGNORECASE)
            return bare or what, _day(day["day"], said_on)
    return what, None


def _is_due(before: str, day: re.Match[str]) -> bool:
    """Whether a day is that of the promise, and not of something that is spoken of."""
    if _compiled(_WITHIN).search(day["lead"]):
        return True
    told = _compiled(_OF_A_THING).search(before) or _compiled(_TOLD).search(before)
    return day["near"] is not None or not told


def _is_told(behind: str) -> bool:
    """Whether the day at the end is that of something that was: `when we talked on Friday`."""
    if _compiled(_WITHIN).search(behind):
        return False
    return _compiled(_TOLD).search(behind) is not None


def _day(words: str, said_on: date) -> date | None:
    """The day, None where it was before the words were said."""
    try:
        day = a_day(plain(words), said_on, past=False)
    except NotADay:
        return None
    return day if day >= said_on else None


@cache
def _compiled(words: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed."""
    return re.compile(words)
