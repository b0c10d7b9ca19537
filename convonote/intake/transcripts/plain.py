"""Transcripts in plain text: `Name: words`, and as Otter and Whisper write them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from convonote.intake.transcripts.said import Said, is_nobody, split_name

_CLOCK = r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?"
# `[00:00:03] SPEAKER_00: words`, `[00:00.000 --> 00:04.000]  words`, `0:03 Ana: words`
_TIMED = re.compile(
    rf"^(?:\[|\()?{_CLOCK}(?:\s*(?:-->|-|–)\s*{_CLOCK})?(?:\]|\))?[ \t]+(?:[-–] )?(?P<rest>\S.*)$"
)
# `Ana Lima  0:03`, `Speaker 1 (00:03):`, with the words on the lines that follow
_HEADED = re.compile(rf"^(?P<name>[^\d\W][^\n:;,!?]{{0,58}}?)[ \t]+[(\[]?{_CLOCK}[)\]]?:?$")
# `Ana Lima (00:03): words`
_INLINE = re.compile(
    rf"^(?P<name>[^\d\W][^\n:;,!?]{{0,58}}?)[ \t]+[(\[]{_CLOCK}[)\]]:[ \t]+(?P<rest>\S.*)$"
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FIELDS = _words(
    "name from to cc bcc subject date sent phone tel fax email mail e-mail address note notes title"
    " status author authors description version license url web website http https summary type"
    " category tags tag topic todo warning example usage input output returns args see also ps"
    " total price amount location time when where who what how source file id key value error info"
    " debug question answer step chapter section figure table abstract keywords born died"
    " betreff datum von an name telefon hinweis titel de para assunto asunto fecha objet"
)
"""What stands before colons in forms, letters and papers, in small letters."""
_TELLING = re.compile(
    r"transcri|transkri|trascri|interview|meeting|minutes|protokoll|otter|whisper", re.I
)
_ENDS = (".", "?", "!", "…", "。", "？", "！", ",", '"', "”")
_TIMED_ENOUGH = 6
"""One line in so many must have a time."""
_FEWEST_LINES = 4
_FEWEST_NAMED = 3
_FEWEST_WORDS = 3


def is_plain(text: str, name: str, *, named: bool = False) -> bool:
    """Whether a text is a transcript; other texts with colons in them are none.

    Of a text that somebody `named`, it is enough that most lines are by two who take turns.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    timed = [each for each in map(_at_a_time, lines) if each is not None]
    if len({each.start for each in timed}) >= 2 and _TIMED_ENOUGH * len(timed) >= len(lines):
        return any(each.speaker for each in timed) or _has_arrows(lines)
    spoken = [(who, words) for who, words in map(split_name, lines) if who]
    telling = _TELLING.search(name) is not None
    fewest = 2 if telling else _FEWEST_NAMED if named else _FEWEST_LINES
    if len(spoken) < fewest or len(spoken) * 2 < len(lines):
        return False
    counted = Counter(who for who, _ in spoken)
    if any(who.casefold() in _FIELDS for who in counted):
        return False
    if named:
        # Somebody speaks again: of the headings in a paper each stands once.
        return 2 <= len(counted) < len(spoken) and len(spoken) * 2 > len(lines)
    changes = sum(one[0] != other[0] for one, other in pairwise(spoken))
    if telling:
        return len(counted) >= 2
    again = [who for who, count in counted.items() if count > 1]
    whole = sum(words.rstrip().endswith(_ENDS) for _, words in spoken)
    long = sorted(len(words.split()) for _, words in spoken)[len(spoken) // 2]
    enough = long >= _FEWEST_WORDS or any(not words.isascii() for _, words in spoken)
    return len(again) >= 2 and changes >= 3 and whole * 3 >= len(spoken) and enough


def plain(text: str) -> Iterator[Said]:
    """What was said, a line or a paragraph at a time."""
    begun = Said("", "")
    words: list[str] = []
    for line in text.splitlines():
        bare = line.strip()
        if not bare:
            continue
        found = _at_a_time(bare)
        if found is None:
            name, said = split_name(bare)
            found = Said(name, said) if name else None
        if found is None:
            words.append(bare)
            continue
        if words:
            yield replace(begun, text="\n".join(words))
        begun, words = found, [found.text] if found.text else []
    if words:
        yield replace(begun, text="\n".join(words))


def _at_a_time(line: str) -> Said | None:
    """A line that begins something said at a time."""
    if found := _TIMED.match(line):
        name, words = split_name(found["rest"])
        end = _milliseconds(found, 4) if found[6] else None
        return Said(name, words, _milliseconds(found, 0), end)
    if found := _INLINE.match(line):
        return Said(_name(found["name"]), found["rest"], _milliseconds(found, 1))
    if (found := _HEADED.match(line)) and _may_be_name(found["name"]):
        return Said(_name(found["name"]), "", _milliseconds(found, 1))
    return None


def _may_be_name(name: str) -> bool:
    return is_nobody(name) or bool(split_name(f"{name}: x")[0])


def _name(name: str) -> str:
    return " ".join(name.split())


def _has_arrows(lines: list[str]) -> bool:
    return sum("-->" in line for line in lines) >= 2


def _milliseconds(found: re.Match[str], first: int) -> int:
    hours, minutes, seconds, rest = (found[first + n] or "0" for n in range(1, 5))
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return whole * 1000 + int(rest.ljust(3, "0")[:3])
