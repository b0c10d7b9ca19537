"""Promises told from wording: suggestions only, for anybody may have meant anything by them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from .calendar_words import NotADay, a_day, plain
from .commitments import TONGUES, Tongue
from .due import split_due
from .own_words import own_words
from .wording import APOSTROPHE, EMPHASIS, WRAPPED

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"you", "me", "us", "them", "the", "a", "an", "your", "my", "our"})
MOST = 4
"""Promises that are suggested from one text; who lists more, writes a list."""
LONGEST = 160
"""Characters of a sentence that is looked at for what it promises; longer ones tell stories."""
SHOWN = 100
"""Characters that are kept of what is promised."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that words promise, or ask for."""

    own: bool
    """The author will do it; else who is addressed is asked to."""
    what: str
    due: date | None


_SENTENCE = re.compile(r"[^.!?;\n…。！？]+(?:\.(?=\w)[^.!?;\n…。！？]+)*[.!?;…。！？]*")
_CONDITIONAL = (
    r"(?<!\w)(?:if|unless|in case|whether|maybe|perhaps|might|probably|dont think|doubt|not sure|"
    r"would be|used to|wenn|falls|vielleicht|ob|si|peut-être|quizás|tal vez|se|talvez|forse|"
    r"jeśli|jeżeli|gdyby|może|czy ja|whenever|when(?:ever)? you|when im|in (?:the )?future|"
    r"any ?time|"
    r"feel free|for (?:more |further )?(?:details|information|info)|always|never|as needed|"
    r"immer|toujours|siempre|sempre|zawsze)(?!\w)"
)
_WISHED = (
    r"(?<!\w)(?:abrazos?|besos?|saludos|recuerdos|abra[çc]os?|beijos?|beijinhos?|abbracc[io]o?|"
    r"bac[io]o?|saluti|bises|bisous|condolences|love|regards|greetings|hugs?|kiss(?:es)?|"
    r"best wishes|gr[üu](?:ß|ss)e?|kuss|pozdrowienia|buziaki?)(?!\w)"
)
"""What one sends in words alone."""
_REPORTED = (
    r"(?:(?<!\w)(?:said|says|told|thought|hope|wish|promised|when|until|after|before|once|that|"
    r"who|which|what|how|why|where|so that|dass|que|che|że) (?:\S+ ){0,2})\Z"
)
"""What makes of a promise a part of something that is told."""
_CUT = (
    r",? (?:because|since|so that|so you|and then|but|as i|which|weil|parce que|porque|"
    r"perché|bo|ponieważ)(?!\w)|\s[-–—(]|: "
)
_DAY = (
    r"(?<!\w)(?:by |before |until |on |till |this |am |due )*"
    r"(?P<day>(?:(?:next|this|coming) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|"
    r"tonight|(?:the )?end of (?:the |this )?(?:week|month|year|day)|"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|"
    r"jul|aug|"
    r"sept?|oct|nov|dec)[a-z]*|(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december) [0-9]{1,2}(?:st|nd|rd|th)?|in (?:[0-9]{1,2}|a|two|three) "
    r"(?:day|week)s?)(?: (?:morning|afternoon|evening|night))?(?!\w)"
)


def spoken(text: str, said_on: date) -> tuple[Spoken, ...]:
    """What a text promises and asks for in words; days are read as on the day it was said."""
    likely = _likely(text, TONGUES)
    if not likely:
        return ()
    found: dict[str, Spoken] = {}
    for sentence in _sentences(own_words(text)):
        tongues = _likely(sentence, likely)
        if not tongues or len(sentence) > LONGEST:
            continue
        low = _compared(sentence)
        if _compiled(_CONDITIONAL).search(low):
            continue
        for tongue in tongues:
            asked = tongue.requests.search(low)
            own = None if asked or low.endswith("?") else tongue.commits.search(low)
            match = asked or own
            if match is None or not _is_meant(tongue, low, match):
                continue
            what, due = _what(sentence, low, match, said_on)
            if " " in what:
                found.setdefault(what.casefold(), Spoken(own is not None, what, due))
            break
        if len(found) == MOST:
            break
    return tuple(found.values())


def essence(what: str) -> frozenset[str]:
    """The words by which two wordings of a promise are the same."""
    words = frozenset(_WORD.findall(_compared(what)))
    return words - _SMALL or words


def is_reworded(what: str, before: str) -> bool:
    """Whether it is most likely the same promise in other words."""
    now, then = essence(what), essence(before)
    return 2 * len(now & then) >= max(len(now), len(then))


def _likely(text: str, tongues: Collection[Tongue]) -> list[Tongue]:
    """The languages in which a text may promise something; most texts do in none."""
    low = f" {text.lower()} "
    return [tongue for tongue in tongues if any(word in low for word in tongue.triggers)]


@cache
def _compiled(words: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed."""
    return re.compile(words)


def _compared(text: str) -> str:
    return EMPHASIS.sub("", APOSTROPHE.sub("", text.lower()))


def _sentences(own: str) -> Iterator[str]:
    """The sentences of a text, wrapped lines joined."""
    lines = own.split("\n")
    joined = ""
    for line in lines:
        joined += " ".join(line.split()) + (" " if len(line) > WRAPPED else "\n")
    for found in _SENTENCE.finditer(joined):
        if sentence := found[0].strip():
            yield sentence


def _is_meant(tongue: Tongue, low: str, match: re.Match[str]) -> bool:
    """Whether what fits is neither told of somebody, nor denied, nor a mere greeting."""
    before, behind = low[: match.start()], low[_begin(match) :]
    if _compiled(_REPORTED).search(before):
        return False
    before, behind = re.split(r"[,:;]", before)[-1], re.split(r"[,:;]", behind)[0]
    denied = tongue.denies.search(before) or tongue.denies.search(behind)
    return not denied and not _compiled(_WISHED).search(behind)


def _begin(match: re.Match[str]) -> int:
    """Where in a sentence that begins which is promised."""
    return next(begin for name in match.groupdict() if (begin := match.start(name)) >= 0)


def _what(sentence: str, low: str, match: re.Match[str], said_on: date) -> tuple[str, date | None]:
    """What is promised, in the author's own letters where they are as many, and its due date."""
    start = _begin(match)
    bare = EMPHASIS.sub("", sentence)
    # Apostrophes are gone from what is compared, so that places differ by their number.
    shown = _from(bare, start) if len(_compared(bare)) == len(low) else low[start:]
    if cut := _compiled(_CUT).search(shown):
        shown = shown[: cut.start()]
    shown = shown.rstrip(" .!?;,…")
    what, due = split_due(shown, said_on)
    if due is None and (day := _compiled(_DAY).search(_compared(sentence))):
        due = _day(day["day"], said_on)
        what = re.sub(rf"(?:^|\s+){re.escape(day[0])}\Z", "", what, flags=re.IGNORECASE) or what
    if len(what) > SHOWN:
        what = what[:SHOWN].rsplit(" ", 1)[0] + "…"
    return what.strip(" ,"), due


def _from(bare: str, start: int) -> str:
    """The sentence from a place in its compared form on."""
    gone = [found.start() for found in APOSTROPHE.finditer(bare)]
    at = start
    for place in gone:
        if place < at:
            at += 1
    return bare[at:]


def _day(words: str, said_on: date) -> date | None:
    try:
        return a_day(plain(words), said_on, past=False)
    except NotADay:
        return None
