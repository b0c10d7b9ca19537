"""A line about how somebody wants to be reached, clause by clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .wished_channels import CALL, is_several, meant_by
from .wished_times import Times, is_day, is_plainly_a_time, slots
from .wished_words import Sort, Word, words_in

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause asks for."""

    unwelcome: frozenset[str] = frozenset()
    welcome: frozenset[str] = frozenset()
    times: Times | None = None


_SENTENCE = re.compile(r"[;.!()]+(?= |$)|(?<= )\(|\)| but ")
_EXCEPT = re.compile(r"\b(?:except|excepting|unless|apart from|other than|save for)\b")
_ANEW = re.compile(r" (?:and|or) (?=(?:no|not|don't|dont|do not|never|only|please)\b)")
"""Where a clause of its own begins behind `and`."""
_REASON = re.compile(r" (?:because|since|as)\b.*")


def said_in(line: str) -> tuple[Said, ...]:
    """What the clauses of a line in small letters ask for; what is not surely understood is not."""
    line = re.sub(r", ?(?=please\b(?: ?[,;.!]| ?$))", " ", line)
    line = re.sub(r"(?<=[a-z])(?:/| ?[&+] ?)(?=[a-z])", " or ", line)
    line = re.sub(r"(?<=[a-z]):(?= )", "", line)
    if _EXCEPT.search(line):
        return ()
    found: list[Said] = []
    for sentence in _SENTENCE.split(line):
        clauses = _clauses([_REASON.sub("", each) for each in _ANEW.sub(", ", sentence).split(",")])
        if clauses is None:
            return ()
        found += (said for clause in clauses if (said := _said(clause)))
    return tuple(found)


def _clauses(pieces: Sequence[str]) -> list[Words] | None:
    """What stands between commas, lists of channels and times put together again.

    None where it cannot be told what a comma means.
    """
    clauses: list[Words] = []
    before: Words | None = None
    for piece in pieces:
        here = words_in(piece)
        if here == ():
            continue
        if before is not None and here is not None:
            joined = _joined(before, here)
            if joined is None:
                return None
            clauses[-1:] = joined
        elif here is not None:
            clauses.append(here)
        before = clauses[-1] if here is not None else None
    return clauses


_AND = Word(Sort.OR, ",")


def _joined(before: Words, here: Words) -> list[Words] | None:
    """Two pieces as one clause where they are one, else as two; None where nobody can tell."""
    sorts, last = _sorts(before), before[-1]
    one = [(*before, _AND, *here)]
    if _only(before, Sort.TIME, Sort.OR, Sort.FILLING):
        if Sort.TIME not in _sorts(here):
            return [(*before, *here)]  # "On Fridays, no calls".
        return one if here[0].sort is Sort.TIME else [before, here]
    if _only(here, Sort.OR, Sort.FILLING):
        return [before]
    only_times = _only(here, Sort.TIME, Sort.OR, Sort.FILLING)
    if only_times and last.time is not None:
        first = next(word.time for word in here if word.time is not None)
        listed = here[0].sort is Sort.OR or Sort.OR in _sorts(here)
        listed = listed or is_day(first) == is_day(last.time)
        return one if listed else None if Sort.NOT in sorts else [before, here]
    if only_times and Sort.NOT in sorts:
        return None  # "No calls, mornings": is it these that are free of calls?
    if last.sort is not Sort.CHANNEL or here[0].sort is not Sort.CHANNEL:
        return [before, here]
    several = all(map(is_several, _channels((last, *here))))
    if Sort.NOT not in sorts:
        return one if several and _only(before, Sort.CHANNEL) else [before, here]
    if several and Sort.OR in _sorts(here):
        return one  # "No calls, texts or mails".
    alone = len(_channels(here)) == 1 and not is_several(here[0].text)
    return [before, here] if alone else None


def _said(clause: Words) -> Said | None:
    """What one clause asks for; None where it asks for nothing that is surely understood."""
    sorts = _sorts(clause)
    if Sort.INSTEAD in sorts:
        return _rather(clause, sorts.index(Sort.INSTEAD))
    if sorts.count(Sort.NOT) > 1:
        return None
    if Sort.NOT in sorts:
        return _refused(clause, sorts.index(Sort.NOT))
    to = _preferred_to(clause)
    return _asked(clause) if to is None else _rather(clause, to)


def _rather(clause: Words, place: int) -> Said | None:
    """One channel rather than another."""
    before, after = clause[:place], clause[place + 1 :]
    asked = _asked(before) if before else Said()
    refused = meant_by(_channels(after))
    if asked is None or asked.times or not refused:
        return None
    if not _only(after, Sort.CHANNEL, Sort.OR, Sort.FILLING):
        return None
    return Said(unwelcome=refused, welcome=asked.welcome)


def _preferred_to(clause: Words) -> int | None:
    """Where `to` or `over` stands between two channels, as in "prefers email to calls"."""
    for place, word in enumerate(clause[1:-1], 1):
        between = clause[place - 1].sort is clause[place + 1].sort is Sort.CHANNEL
        if between and word.text in ("to", "over"):
            return place
    return None


def _refused(clause: Words, place: int) -> Said | None:
    before, after = clause[:place], clause[place + 1 :]
    if any(word.sort is Sort.ONLY for word in after):
        return None  # "Not only by phone".
    if any(word.text in ("only", "just") for word in before):
        return None
    if not after or (_phrases(before) and _phrases(after)):
        return None
    if clause[place].text == "never" and _is_several(after[0]):
        return None  # "Never calls" tells what they do.
    if _channels(before) and Sort.TIME not in _sorts(after):
        return _rather(clause, place)  # "Signal not WhatsApp".
    channels = _channels(clause)
    if phrases := _phrases(clause):
        times = slots(phrases, refuse=True)
        limited = _limited(clause, channels)
        return Said(times=Times(times, refuse=True, channels=limited)) if times else None
    return Said(unwelcome=meant_by(channels)) if channels else None


def _asked(clause: Words) -> Said | None:
    sorts, channels = _sorts(clause), _channels(clause)
    asks = Sort.ONLY in sorts or Sort.PLEASE in sorts
    # "Calls on Sundays" may tell what they do.
    plain = not any(map(_is_several, clause)) and Sort.TALK not in sorts
    if phrases := _phrases(clause):
        sure = asks or Sort.REACHED in sorts
        if not channels and not sure and not any(map(_plainly, phrases)):
            return None
        times = slots(phrases, refuse=False)
        if not times or not (sure or plain):
            return None
        return Said(times=Times(times, channels=_limited(clause, channels)))
    first = next((word for word in clause if word.sort is not Sort.FILLING), None)
    order = plain and first is not None and first.sort is Sort.CHANNEL
    return Said(welcome=meant_by(channels)) if channels and (asks or order) else None


def _limited(clause: Words, channels: Sequence[str]) -> frozenset[str]:
    """The channels to which times are limited."""
    if not channels and Sort.TALK in _sorts(clause):
        return CALL
    return meant_by(channels)


def _plainly(phrase: tuple[re.Match[str], bool]) -> bool:
    return is_plainly_a_time(phrase[0])


def _phrases(clause: Words) -> list[tuple[re.Match[str], bool]]:
    """The times in a clause, each with whether `and` or `or` stands before it."""
    found: list[tuple[re.Match[str], bool]] = []
    joined = False
    for word in clause:
        if word.time is not None:
            found.append((word.time, joined))
            joined = False
        joined = joined or word.sort is Sort.OR
    return found


def _channels(words: Words) -> list[str]:
    return [word.text for word in words if word.sort is Sort.CHANNEL]


def _sorts(words: Words) -> list[Sort]:
    return [word.sort for word in words]


def _only(words: Words, *sorts: Sort) -> bool:
    return all(word.sort in sorts for word in words)


def _is_several(word: Word) -> bool:
    return word.sort is Sort.CHANNEL and is_several(word.text)
