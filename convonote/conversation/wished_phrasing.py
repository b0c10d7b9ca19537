"""A line about how somebody wants to be reached, put in the plain words that are understood."""

import re
from collections.abc import Callable

_WHO = r"(?:i|she|he|they|we)"
_WHOM = r"(?:me|her|him|them|us)"
_WROTE = {"wrote": "write", "emailed": "email", "mailed": "email", "texted": "text"}
_REWRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[0-9 ])([ap])\.m\.?(?!\w)", r"\1m"),
        (rf"\b(i)'m\b|\b({_WHO})'(?:s|re)\b(?! been)", lambda found: _is(found[1] or found[2])),
        (rf"\b({_WHO})'d\b", r"\1 would"),
        (
            rf"\bthe (?:best|easiest|surest) way to (?:reach|contact|get hold of) {_WHOM} is"
            r"(?: by| via| to)?\b",
            "prefers",
        ),
        (
            rf"\brather (?:that )?(?:you|one) ({'|'.join(_WROTE)})(?: to)?(?: {_WHOM})?\b",
            lambda found: f"rather {_WROTE[found[1]]}",
        ),
        (r"\bwould (?:rather|sooner) (?:have|get)\b", "prefers"),
        (rf"\b(?:{_WHO} (?:is|am|are) )?no longer (?:on|using|uses?|has|have)\b", "don't use"),
        (r"\bonly (?:uses?|reads?|answers?)\b", "only"),
        (rf"\byou can (only |best )?(?:reach|contact) {_WHOM}\b", r"\1reached"),
        (rf"\bwrite (?:to )?{_WHOM} (?=by |via )", ""),
        (r"\b(?:works?|suits?) (?=best|better)", ""),
        (rf"\b(only\b.*) (?:works? for|suits?) {_WHOM}\b", r"\1"),
        (rf"\b(best|better|only) for {_WHOM}\b", r"\1"),
        (r", (?:so|and so) (?=no\b|not\b|don't\b|do not\b|please\b)", ", "),
    )
)


def plainly(line: str, who: str) -> str:
    """A line in small letters in plain words; the name of whom it is about is `she`."""
    line = line.replace("\u2019", "'")
    if who:
        line = _called(who).sub(lambda found: "she is" if found["is"] else "she", line, count=1)
    for pattern, put in _REWRITTEN:
        line = pattern.sub(put, line)
    return line


def begins_with(line: str, who: str) -> bool:
    """Whether a line in small letters has somebody, by name, for its subject."""
    return bool(who) and _called(who).match(line.replace("\u2019", "'")) is not None


def _called(who: str) -> re.Pattern[str]:
    """A full or a first name at the beginning of a line, in small letters."""
    full = " ".join(who.casefold().split())
    names = "|".join(map(re.escape, (full, full.split(" ")[0])))
    return re.compile(rf"^(?:{names})(?P<is>'s)?(?= )")


def _is(who: str) -> str:
    return f"{who} {'am' if who == 'i' else 'is'}"
