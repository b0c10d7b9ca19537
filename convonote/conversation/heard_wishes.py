"""How and when somebody wants to be reached, where they say so in the midst of what they say.

In a line that the user marked a few words do; here a sentence has to be plain: it refuses or
prefers, speaks of its author, and asks nothing. What is meant for one time ("call me tonight")
and what tells of others ("he prefers email") is no wish. Nobody who is away forbids a letter, so
times that name no channel concern what takes two at one time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .own_words import own_words
from .records import Channel
from .wished_channels import CALL
from .wished_days import period_in
from .wished_phrasing import begins_with, plainly
from .wished_words import words_in
from .wishes import LONGEST, Wish, wish_in

TALKING = CALL | {Channel.IN_PERSON}
"""What takes two at one time."""
ABSENT = (
    *("away", "leave", "holiday", "holidays", "vacation", "traveling", "travelling", "abroad"),
    *("offline", "unavailable", "office"),
)
"""Words of which a text holds one that tells of an absence."""
WORDS = (
    *("call", "calls", "calling", "phone", "ring", "email", "emails", "mail", "mails", "e"),
    *("text", "texts", "message", "messages", "write", "sms", "whatsapp", "signal", "telegram"),
    *("letter", "letters", "video", "zoom", "visit", "visits", "visitors", "disturb", "reach"),
    *("reached", "contact", "talk", "available", "morning", "mornings", "afternoon", "afternoons"),
    *("evening", "evenings", "weekend", "weekends", "weekdays", "sundays", "saturdays", "mondays"),
    *("fridays", "hours", "until", "address", "prefer", "prefers", "prefered", "preferred"),
    *ABSENT,
)
"""Words of which a sentence holds one that says a wish."""
REFUSING = (
    *("no", "not", "don't", "dont", "never", "can't", "cannot", "only", "prefer", "prefers"),
    *("preferred", "rather", "instead", "best", "better", "hate", "hates", "avoid", "avoids"),
    *("doesn't", "use", *ABSENT),
)
"""Words that refuse, prefer or tell of an absence: where somebody says a wish themselves, one of
these stands beside one of those above."""
SENTENCES = 60
"""Sentences of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that asks for something."""

    text: str
    wish: Wish


_ANY_DAY = date(2000, 1, 1)
"""A day from which to read dates, where none of them matters."""
_PART = re.compile(r"[,;:]\s+(?:(?:and|but|so)\s+)?|\s+[-\u2013\u2014]\s+| (?:and|but|so) ")
_END = re.compile(r"(?<=[.!?…])\s+|\n\s*\n|\n(?=\s*[-*+] )")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_NAMING, _TELLING = frozenset(WORDS), frozenset(REFUSING)
_SIGNS = "-*+ \t"
_REMARK = re.compile(r"[ \t]*(?:[-*+][ \t]+)?[!?][ \t]")
_REFUSES = re.compile(rf"\b(?:{'|'.join({*REFUSING} - {'office'})})\b|\bout of (?:the )?office\b")
_MINE = re.compile(
    r"\bplease\b|\bme\b|\bi\b|\bi'[dm]\b|^(?:only |just )?(?:(?:use|don't|do not|never) )"
    r"|^(?:email|mail|signal|texts?|mornings?|afternoons?|evenings?|weekdays?|write)\b.*\bonly\b"
    r"|^only (?:in the |on )?(?:mornings?|afternoons?|evenings?|weekdays?)\b"
    r"|^(?:(?:strongly|always) )?(?:prefers?|hates?|avoids?|doesn't)\b"
    r"|^no\b.*\b(?:until|till|before|after|while)\b|\bnot on \w+days\b"
)
_OTHERS = re.compile(r"\b(?:s?he|him|hers?|his|they|them|their|we|us|our)\b|\?")
_ONCE = re.compile(
    r"^not on \w+day\b|^no, |\bnow\b|\bif\b|\bunless\b|\bwould have\b"
    r"|\bi (?:only|never|don't|do not|avoid|can't|cannot|hate to)"
    r" (?:call|phone|ring|text|e?-?mail|write|visit)\b"
)
"""What is meant for one time, or depends on something, or tells what one does oneself."""


def heard_in(text: str, said_on: date) -> Iterator[Heard]:
    """The wishes in what somebody says of themselves."""
    if _may_wish(_small(text)):
        for sentence in _plain(own_words(text)):
            yield from _heard(sentence, said_on)


def _plain(own: str) -> Iterator[str]:
    """The sentences that refuse or prefer, speak of their author, and ask nothing."""
    for sentence in _sentences(own):
        small = _small(sentence)
        plain = _may_wish(small) and _REFUSES.search(small) and _MINE.search(small)
        if plain and not _OTHERS.search(small) and not _ONCE.search(small):
            yield sentence


def _small(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


def _may_wish(small: str) -> bool:
    """Whether a text in small letters has the words of a wish, which is told quickly."""
    words = _WORD.findall(small)
    return not (_NAMING.isdisjoint(words) or _TELLING.isdisjoint(words))


def without_wishes(own: str) -> str:
    """Somebody's own words without what is a wish in them, which asks for no answer.

    "Please send the list by mail, don't call" goes on asking for the list.
    """
    for sentence in _plain(own):
        if any(_heard(sentence, _ANY_DAY)):
            left = ", ".join(part for part in _PART.split(sentence) if not _is_of_a_wish(part))
            own = own.replace(sentence, left)
    return own


def is_wish(request: str) -> bool:
    """Whether a request such as "write, don't call" says nothing but how to reach somebody."""
    return not without_wishes(f"Please {request}").strip()


def _is_of_a_wish(part: str) -> bool:
    small = " ".join(part.casefold().split())
    rest, _ = period_in(small, _ANY_DAY)
    of_its_words = words_in(plainly(rest, "")) is not None
    return of_its_words or wish_in(part, _ANY_DAY, english=True) is not None


def noted_in(text: str, said_on: date, who: str) -> Iterator[Heard]:
    """The wishes of somebody that a private note tells of by name, as in "Ana prefers email"."""
    told = "\n".join(line for line in text.split("\n") if not _REMARK.match(line))
    for sentence in _sentences(told):
        small = sentence.casefold()
        named = begins_with(small, who) and "?" not in small
        if named and not _NAMING.isdisjoint(_WORD.findall(small)):
            yield from _heard(sentence, said_on, who)


def _heard(sentence: str, said_on: date, who: str = "") -> Iterator[Heard]:
    wish = wish_in(sentence, said_on, who, english=True)
    if wish is not None:
        yield Heard(" ".join(sentence.split()), _as_heard(wish))


def _as_heard(wish: Wish) -> Wish:
    """A wish whose times concern only what takes two."""
    if wish.quiet:
        return replace(wish, quiet=False, away=True, unwelcome=TALKING)
    times = tuple(each if each.channels else replace(each, channels=TALKING) for each in wish.times)
    return replace(wish, times=times)


def _sentences(text: str) -> Iterator[str]:
    for part in _END.split(text, SENTENCES)[:SENTENCES]:
        if len(part) <= LONGEST:
            yield part.strip().lstrip(_SIGNS)
