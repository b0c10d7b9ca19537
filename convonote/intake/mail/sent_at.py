"""When a message was said, from its headers."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from convonote.conversation.records import SECOND
from convonote.intake.mail.headers import Headers

_USUAL = re.compile(
    r"(?:[A-Za-z]{2,9},?\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([+-])(\d{2})(\d{2})\b"
)
_NUMBERED = re.compile(r"(\d{1,2})\D(\d{1,2})\D((?:19|20)\d\d),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?")
_DAY = re.compile(
    r"(\d{1,2})[-.\s]{1,3}(?:de\s)?([^\W\d_]{3,12})\.?[-\s]{1,3}(?:de\s)?(\d{2,4})\b(.*)"
)
_COMMENT = re.compile(r"\([^()]*+\)")
_ZONE = re.compile(r"(?<=\d)\s*(?:GMT|UTC?)?([+-]\d\d):?(\d\d)(?=\s*\Z)")
_HALF_DAY = re.compile(r"(?<!\d)(\d{1,2})[:.]\d\d(?:[:.]\d\d)?(\s*([ap])\.?m\b\.?)", re.I)
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d\d)[/.](\d\d)\b")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?", re.I)
_OFFSET = re.compile(r"(?:\s|\d|GMT|UTC?)([+-])(\d{2}):?(\d{2})\b")
_NAMED_MONTH = {
    # The beginnings of months, as programs that speak the language of their owner write them.
    "jan": 1, "ene": 1, "gen": 1, "sty": 1, "янв": 1, "led": 1, "oca": 1, "tam": 1,
    "feb": 2, "fev": 2, "fév": 2, "lut": 2, "фев": 2, "úno": 2, "şub": 2, "hel": 2,
    "mar": 3, "mär": 3, "mrz": 3, "maa": 3, "mrt": 3, "мар": 3, "bře": 3,
    "apr": 4, "abr": 4, "avr": 4, "kwi": 4, "апр": 4, "dub": 4, "nis": 4, "huh": 4,
    "may": 5, "mai": 5, "mag": 5, "maj": 5, "mei": 5, "мая": 5, "май": 5, "kvě": 5, "tou": 5,
    "jun": 6, "giu": 6, "cze": 6, "июн": 6, "haz": 6, "kes": 6, "juin": 6,
    "jul": 7, "lug": 7, "lip": 7, "июл": 7, "tem": 7, "hei": 7, "juil": 7,
    "aug": 8, "ago": 8, "aoû": 8, "sie": 8, "авг": 8, "srp": 8, "ağu": 8, "elo": 8, "aou": 8,
    "sep": 9, "set": 9, "wrz": 9, "сен": 9, "zář": 9, "eyl": 9, "syy": 9,
    "oct": 10, "okt": 10, "ott": 10, "out": 10, "paź": 10, "окт": 10, "říj": 10, "eki": 10,
    "nov": 11, "noi": 11, "marr": 11, "lis": 11, "ноя": 11, "kas": 11,
    "dec": 12, "dez": 12, "dic": 12, "déc": 12, "gru": 12, "дек": 12, "pro": 12, "ara": 12,
    "jou": 12,
}  # fmt: skip
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAY = re.compile(rb" (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? ")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 100
_FIRST_YEAR = 1971
"""There was no mail before; such dates come from clocks that were never set."""
_LAST_YEAR = 2200
_GREATEST_OFFSET = 14 * 60


def said_at(headers: Headers) -> tuple[int, int] | None:
    """UTC microseconds and minutes east of UTC, by the header that is there for it."""
    for date in headers.all("date"):
        if (moment := read_date(date)) is not None:
            return moment
    return None


def received_at(headers: Headers) -> tuple[int, int] | None:
    """The same by the newest stamp of a server that passed the message on."""
    for name in ("received", "delivery-date", "x-received", "resent-date"):
        for value in headers.all(name):
            if (moment := read_date(value.rpartition(";")[2])) is not None:
                return moment
    return None


def separated_at(separator: bytes) -> tuple[int, int] | None:
    """The same by the `From ` line of an mbox, which tells when the message arrived there."""
    found = _WEEKDAY.search(separator)
    return read_date(separator[found.start() :].decode("ascii", "replace")) if found else None


def read_date(text: str) -> tuple[int, int] | None:
    """A date of mail as (UTC microseconds, minutes east of UTC); None where it is none."""
    text = text[:_LONGEST].strip()
    usual = _USUAL.match(text)
    try:
        if usual is not None and usual[2].lower() in _MONTHS:
            offset = int(usual[8]) * 60 + int(usual[9])
            return _moment(
                (int(usual[3]), _MONTHS[usual[2].lower()], int(usual[1])),
                (int(usual[4]), int(usual[5]), int(usual[6] or 0)),
                -offset if usual[7] == "-" else offset,
            )
        return _odd(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None  # The standard library raises each of these on one broken date or another.


def _odd(text: str) -> tuple[int, int] | None:
    """What is not written as mail does today: named zones, short years, ISO dates, other words."""
    text = _ZONE.sub(r" \1\2", _COMMENT.sub(" ", text)).strip()
    half = _HALF_DAY.search(text)
    if half is None:
        return _whole_day(text)
    moment = _whole_day(f"{text[: half.start(2)]} {text[half.end() :]}".strip())
    hour = int(half[1]) if moment else 24
    if moment is None or hour > 12:
        return moment
    turned = hour % 12 + (12 if half[3].lower() == "p" else 0)
    return moment[0] + (turned - hour) * 3600 * SECOND, moment[1]


def _whole_day(text: str) -> tuple[int, int] | None:
    """The same with a clock of twenty-four hours."""
    parsed = parsedate_tz(text)
    if parsed is not None:
        year, month, day, hour, minute, second = parsed[:6]
        if 100 <= year < 1000:
            year += 1900  # Programs that count from 1900 write 2026 as 126.
        return _moment((year, month, day), (hour, minute, second), (parsed[9] or 0) // 60)
    if (worded := _worded(text)) is not None:
        return worded
    if (numbered := _NUMBERED.match(text)) is not None:
        first, second, year = int(numbered[1]), int(numbered[2]), int(numbered[3])
        # Day or month first cannot be told, unless one is beyond all months.
        day, month = (second, first) if second > 12 else (first, second)
        clock = (int(numbered[4]), int(numbered[5]), int(numbered[6] or 0))
        return _moment((year, month, day), clock, _offset(text[numbered.end() - 1 :]))
    text = _YEAR_FIRST.sub(r"\1-\2-\3", text)
    said = datetime.fromisoformat(text.replace(" UTC", "Z").replace(" +", "+").replace(" -", "-"))
    offset = (said.utcoffset() or timedelta()) // timedelta(minutes=1)
    return _moment((said.year, said.month, said.day), (said.hour, said.minute, said.second), offset)


def _worded(text: str) -> tuple[int, int] | None:
    """A date with the month in another language."""
    found = _DAY.search(text)
    name = found[2].lower() if found else ""
    month = _NAMED_MONTH.get(name[:4]) or _NAMED_MONTH.get(name[:3])
    clock = _CLOCK.search(found[4]) if found else None
    if found is None or month is None or clock is None:
        return None
    year = int(found[3])
    if year < 1000:
        year += 1900 if year >= 69 else 2000
    said = (int(clock[1]), int(clock[2]), int(clock[3] or 0))
    return _moment((year, month, int(found[1])), said, _offset(found[4][clock.end() - 1 :]))


def _offset(text: str) -> int:
    """Minutes east of UTC as written behind a clock."""
    found = _OFFSET.search(text)
    if found is None:
        return 0
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def _moment(
    day: tuple[int, int, int], clock: tuple[int, int, int], offset: int
) -> tuple[int, int] | None:
    if not _FIRST_YEAR <= day[0] <= _LAST_YEAR:
        return None
    if abs(offset) > _GREATEST_OFFSET:
        offset = 0
    hour, minute, second = clock
    ended = clock == (24, 0, 0)  # The midnight with which a day ends.
    zone = timezone(timedelta(minutes=offset))
    # Leap seconds are written as 60, which no clock here knows.
    said = datetime(*day, 0 if ended else hour, minute, min(second, 59), tzinfo=zone)
    return ((said - _EPOCH) // timedelta(seconds=1) + ended * 86_400) * SECOND, offset
