"""Names of files that every system takes, the same for the same conversation."""

import re
import unicodedata
from datetime import date

LONGEST = 80
"""Bytes of a topic in a name; file systems take 255 for the whole."""
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]+')
_TAIL = 12
"""Digits of a uid that tell two conversations of one day and one topic apart: the random ones."""


def page_name(day: date, topic: str, uid: str, *, whole: bool = False) -> str:
    """Day, topic and the end of the uid; the whole of it where two would end alike."""
    tail = uid if whole else uid.replace("-", "")[-_TAIL:]
    return f"{day.isoformat()} {file_words(topic)} {tail}.md"


def file_words(topic: str) -> str:
    """A topic as part of a name: one line of what can be seen, cut to some length."""
    seen = "".join(
        " " if unicodedata.category(letter).startswith(("Z", "C")) else letter
        for letter in unicodedata.normalize("NFC", topic)
    )
    words = " ".join(_NOT_IN_NAMES.sub(" ", seen).split())
    short = words.encode()[:LONGEST].decode(errors="ignore")
    # A mark without its letter, or half of an emoji, is no name's end.
    while short != words and short and unicodedata.category(short[-1]).startswith("M"):
        short = short[:-1]
    return short.strip(" .") or "no topic"


def day_made(uid: str) -> date:
    """The day on which something got its uid, in UTC."""
    return date.fromordinal(
        date(1970, 1, 1).toordinal() + int(uid[:8] + uid[9:13], 16) // 86_400_000
    )
