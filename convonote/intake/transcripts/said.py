"""What was said in a talk: by whom, when in it, and the text that it all makes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

SECOND = 1000
"""Milliseconds in a second."""
_PAUSE = 3 * SECOND
"""After so long a silence a new paragraph begins where nobody is named."""
_NAMED = re.compile(
    r"(?:[-–—] |>{1,2} ?)?(?P<name>[^\s:<>\[\]#*|={}][^:\n<>\[\]|={}]{0,58}): +(?=\S)"
)
_NAME = re.compile(
    r"(?:(?:Dr|Mr|Ms|Mrs|Prof|St)\. )?[^\W\d_][\w'’.-]*"
    r"(?: (?:[^\W_][\w'’.-]*|\([^()]{1,30}\))){0,4}"
)
_NOBODY = re.compile(
    r"(?:unknown |unidentified )?(?:speaker|sprecher(?:in)?|participant|person|guest|user|locuteur"
    r"|hablante|interlocutor|orador|falante|parlante|spreker|talare|mówca|спикер|话者|話者|화자"
    r"|说话人|発言者|voice|spk|s)[ _-]?(?:\d{1,3}|[a-z])?"
    r"|unknown|unidentified|inaudible|(?:male|female) voice",
    re.I,
)
_REPEATED = 0.3
"""The share of captions that say again what stood before, above which the file rolls them."""


@dataclass(frozen=True, slots=True)
class Said:
    """A caption, or a turn of one speaker."""

    speaker: str
    """As it is written; empty where nobody is named."""
    text: str
    start: int | None = None
    """Milliseconds from the beginning."""
    end: int | None = None


def is_nobody(speaker: str) -> bool:
    """Whether it is the number of a voice, not a name: `Speaker 1`, `SPEAKER_00`."""
    return not speaker or _NOBODY.fullmatch(speaker.strip()) is not None


def split_name(text: str) -> tuple[str, str]:
    """The name before the first colon, if there may be one, and the rest."""
    found = _NAMED.match(text)
    if found is None:
        return "", text
    name = " ".join(found["name"].split())
    if not (is_nobody(name) or _is_name(name)):
        return "", text
    return name, text[found.end() :]


def with_names(captions: Sequence[Said]) -> list[Said]:
    """Captions with the names that stand before colons; one that comes once may be no name."""
    split = [("", each.text) if each.speaker else split_name(each.text) for each in captions]
    counted = Counter(name for name, _ in split if name)
    enough = 1 if counted.total() * 2 > len(captions) else 2
    result = []
    last = ""
    for each, (name, text) in zip(captions, split, strict=True):
        if name and counted[name] >= enough:
            each = replace(each, speaker=name, text=text)
        elif counted and not each.speaker:
            # A caption without a name goes on with who spoke before.
            each = replace(each, speaker=last)
        last = each.speaker
        result.append(each)
    return result


def unrolled(captions: Sequence[Said]) -> list[Said]:
    """Captions without what stood in the one before, where a recogniser repeats its lines."""
    rolling = sum(bool(_lines(one) & _lines(before)) for before, one in pairwise(captions))
    if rolling <= len(captions) * _REPEATED:
        return list(captions)
    result: list[Said] = []
    shown: list[str] = []
    before: set[str] = set()
    for each in captions:
        lines = [line.strip() for line in each.text.split("\n") if line.strip()]
        new = [line for line in lines if line not in before]
        if new and shown and new[0].startswith(shown[-1]) and result:
            # A line that grows word by word stands for all its beginnings.
            result.pop()
        shown, before = (lines, set(lines)) if lines else (shown, before)
        if new:
            result.append(replace(each, text="\n".join(new)))
    return result


def turns(captions: Iterable[Said]) -> list[Said]:
    """What one speaker says in one go, together."""
    result: list[Said] = []
    words: list[str] = []
    """Of the turn under way, which is put together at its end: it may have very many pieces."""

    def end() -> None:
        if words:
            result[-1] = replace(result[-1], text=" ".join(words))
            words.clear()

    for each in captions:
        text = " ".join(each.text.split())
        if not text:
            continue
        if words and _goes_on(result[-1], each):
            if each.end is not None:
                result[-1] = replace(result[-1], end=each.end)
        else:
            end()
            result.append(each)
        words.append(text)
    end()
    return result


def written(some: Iterable[Said]) -> str:
    """All of it as markdown, a paragraph a turn."""
    return "\n\n".join(
        f"**{each.speaker}:** {each.text}" if each.speaker else each.text for each in some
    )


def _goes_on(last: Said, each: Said) -> bool:
    if last.speaker != each.speaker:
        return False
    if last.speaker or last.end is None or each.start is None:
        return bool(last.speaker)
    return each.start - last.end < _PAUSE


def _lines(caption: Said) -> set[str]:
    return {line.strip() for line in caption.text.split("\n") if line.strip()}


def _is_name(name: str) -> bool:
    first = name[0]
    return (first.isupper() or not first.islower()) and _NAME.fullmatch(name) is not None
