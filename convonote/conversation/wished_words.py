"""The words of which a wish is made; a clause with any other word in it is not surely one."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from .wished_channels import CHANNEL
from .wished_times import PHRASE


class Sort(Enum):
    """What a word does in a wish."""

    NOT = auto()
    """What follows is not wanted."""
    INSTEAD = auto()
    """What follows is wanted less than what stands before."""
    ONLY = auto()
    """What is named is wanted, and alone."""
    PLEASE = auto()
    REACHED = auto()
    TALK = auto()
    """What takes two at one time, by telephone if nothing else is said."""
    CHANNEL = auto()
    TIME = auto()
    OR = auto()
    FILLING = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a few that belong together."""

    sort: Sort
    text: str
    time: re.Match[str] | None = None


_DOES_NOT = r"(?:doesn't|does not|doesnt|don't|do not|dont)"
_CANNOT = r"(?:can't|cannot|can not|cant)"
_IS_NOT = r"(?:isn't|is not|isnt|is no longer|am not|are not|aren't)"
_WHO = r"(?:she|he|they|i|we)"
_PATTERNS: dict[Sort, str] = {
    Sort.INSTEAD: r"rather than|instead of|(?:better|more) than|than",
    Sort.NOT: (
        rf"{_DOES_NOT} (?:like|want|wish|use|do|take|answer|have)|{_CANNOT} (?:use|do|take|answer)"
        rf"|{_CANNOT}(?= (?:be|talk|speak)\b)|{_IS_NOT}(?= (?:on|available|reachable|to be)\b)"
        r"|do not|don't|dont|no longer|no more|no|not|never|avoids?|hates?|dislikes?|has no|have no"
    ),
    Sort.CHANNEL: CHANNEL,
    Sort.ONLY: (
        r"only|prefers?|preferred|preferably|ideally|best|better|rather|just|use|asks? for"
        r"|asked for"
    ),
    Sort.PLEASE: r"please",
    Sort.REACHED: r"reach(?:ed|able)?|get hold of|contact(?:ed)?|available|disturb(?:ed)?",
    Sort.TALK: r"talk|speak|meet",
    Sort.OR: r"and|or|nor",
    Sort.FILLING: (
        rf"{_WHO}(?= (?:prefer|hate|dislike|do|can|is|am|are|has|have|would|want|ask"
        r"|only))"
        r"|wants?(?= (?:no|only)\b)"
        r"|can(?= (?:only|best|be)\b)"
        r"|would(?= (?:rather|prefer)\b)|(?:is|are|am)(?= (?:best|better|only)\b)"
        r"|(?:if|when|where|whenever) possible|any ?more|at all|to|by|via|on|in|at|of|over|the|an?"
        r"|any|me|her|him|them|us|be|ever|again|first|instead|during"
    ),
}
_WORD = re.compile(
    f"(?:{'|'.join(f'(?P<{sort.name}>{pattern})' for sort, pattern in _PATTERNS.items())})"
    r"(?![\w'-])"
)
_NOTHING = re.compile(r"[^\w\s]+(?= |$)|\s+")
"""Signs between words, which say nothing."""
_FACT = re.compile(r"\bon call\b|\?")
"""What tells, or asks, and wishes nothing."""


def words_in(clause: str) -> tuple[Word, ...] | None:
    """The words of a clause in small letters; None where one of them is no word of a wish."""
    if _FACT.search(clause):
        return None
    found: list[Word] = []
    place = 0
    while place < len(clause):
        if time := PHRASE.match(clause, place):
            found.append(Word(Sort.TIME, time[0], time))
            place = time.end()
        elif word := _WORD.match(clause, place):
            found.append(Word(Sort[word.lastgroup or ""], word[0]))
            place = word.end()
        elif nothing := _NOTHING.match(clause, place):
            place = nothing.end()
        else:
            return None
        if place < len(clause) and clause[place] == "-":
            return None
    return tuple(found)
