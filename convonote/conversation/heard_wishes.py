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
from .wished_phrasing import begins_with
from .wishes import LONGEST, Wish, wish_in

TALKING = CALL | {Channel.IN_PERSON}
"""What takes two at one time."""
WORDS = (
    *("call", "calls", "calling", "phone", "ring", "email", "emails", "mail", "mails", "e"),
    *("text", "texts", "message", "messages", "write", "sms", "whatsapp", "signal", "telegram"),
    *("letter", "letters", "video", "zoom", "visit", "visits", "visitors", "disturb", "reach"),
    *("reached", "contact", "talk", "available", "morning", "mornings", "afternoon", "afternoons"),
    *("evening", "evenings", "weekend", "weekends", "weekdays", "sundays", "saturdays", "mondays"),
    *("fridays", "hours", "until", "address", "prefer", "prefers", "prefered", "preferred"),
)
"""Words of which a text holds one that says a wish: what an index is asked for."""
SENTENCES = 60
"""Sentences of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that asks for something."""

    text: str
    wish: Wish


_END = re.compile(r"(?<=[.!?…])\s+|\n\s*\n|\n(?=\s*[-*+] )")
_SIGNS = "-*+ \t"
_REMARK = re.compile(r"[ \t]*(?:[-*+][ \t]+)?[!?][ \t]")
_ANY = re.compile(rf"\b(?:{'|'.join(WORDS)})\b")
_REFUSES = re.compile(
    r"\b(?:no|not|don't|dont|never|can't|cannot|only|prefers?|preferred|rather|instead|best"
    r"|better|hates?|avoids?|doesn't|use|away|leave|travell?ing|abroad|holidays?|vacation"
    r"|offline|unavailable)\b|\bout of (?:the )?office\b"
)
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
    for sentence in _sentences(own_words(text)):
        small = sentence.casefold().replace("\u2019", "'")
        plain = _ANY.search(small) and _REFUSES.search(small) and _MINE.search(small)
        if plain and not _OTHERS.search(small) and not _ONCE.search(small):
            yield from _heard(sentence, said_on)


def noted_in(text: str, said_on: date, who: str) -> Iterator[Heard]:
    """The wishes of somebody that a private note tells of by name, as in "Ana prefers email"."""
    told = "\n".join(line for line in text.split("\n") if not _REMARK.match(line))
    for sentence in _sentences(told):
        small = sentence.casefold()
        if begins_with(small, who) and "?" not in small and _ANY.search(small):
            yield from _heard(sentence, said_on, who)


def _heard(sentence: str, said_on: date, who: str = "") -> Iterator[Heard]:
    wish = wish_in(sentence, said_on, who, english=True)
    if wish is not None:
        yield Heard(sentence, _as_heard(wish))


def _as_heard(wish: Wish) -> Wish:
    """A wish whose times concern only what takes two."""
    if wish.quiet:
        return replace(wish, quiet=False, unwelcome=TALKING)
    times = tuple(each if each.channels else replace(each, channels=TALKING) for each in wish.times)
    return replace(wish, times=times)


def _sentences(text: str) -> Iterator[str]:
    for part in _END.split(text, SENTENCES)[:SENTENCES]:
        if len(part) <= LONGEST:
            yield part.strip().lstrip(_SIGNS)
