"""Who says what in a text that several speak in, or in which somebody tells what was said.

`Ana: I'll send the quote` in a talk is hers, and so is `she will send the quote` in what the user
wrote down of it.
"""

import re
from collections.abc import Iterator, Mapping

_LABEL = re.compile(r"(?:[-–—] |\* )?\**(?P<name>[^\W_][^:*\n!?;]{0,58})\**:\**[ \t]+(?=\S)")
_NEXT = re.compile(r";[ \t]+")
"""Behind it another may speak in the same line."""


def utterances(text: str, called: Mapping[str, int]) -> Iterator[tuple[int | None, str]]:
    """The parts of a text, each with its speaker; None before anybody is named, or one unknown.

    `called` has the small letters of each name; what follows a name without one of its own is said
    by the same speaker.
    """
    speaker: int | None = None
    words: list[str] = []
    for line in _parts(text, called):
        label = _LABEL.match(line)
        if label is None:
            words.append(line)
            continue
        if words:
            yield speaker, "\n".join(words)
        speaker = called.get(_folded(label["name"]))
        words = [line[label.end() :]]
    if words:
        yield speaker, "\n".join(words)


def names_speakers(text: str, called: Mapping[str, int]) -> bool:
    """Whether a text says of some of its words who said them."""
    return any(_is_known(part, called) for part in _parts(text, called))


def retold(text: str, called: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """What a text tells that others will do, each in the words in which they would say it.

    `called` has who may be named, `she` and `he` among them where it is plain who that is.
    """
    if not called:
        return
    names = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    told = re.compile(
        rf"(?:\A|[.!?;:\n]|, (?:and|but|then))\s*(?:(?:and|but|then|so) )?(?P<who>{names})"
        r"(?:['’]ll| will| is going to| promises to| promised to| agreed to| offered to)"
        r" (?P<does>[^.!?;\n]+)",
        re.IGNORECASE,
    )
    for found in told.finditer(text):
        person = called.get(_folded(found["who"]))
        if person is not None:
            yield person, f"I will {found['does']}"


def _parts(text: str, called: Mapping[str, int]) -> Iterator[str]:
    """The lines of a text, cut also before a speaker who is named behind a semicolon."""
    for line in text.split("\n"):
        begin = 0
        for mark in _NEXT.finditer(line):
            if _is_known(line[mark.end() :], called):
                yield line[begin : mark.start()]
                begin = mark.end()
        yield line[begin:]


def _is_known(part: str, called: Mapping[str, int]) -> bool:
    label = _LABEL.match(part)
    return label is not None and _folded(label["name"]) in called


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
