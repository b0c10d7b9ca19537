"""The grammar of `log`: one line, one exchange.

    Ana, Bob > phone yesterday: asked about the fence; - [ ] @Ana sends the quote by fri #fence

Who, a sign (`>` I said, `<` they said, `=` we talked), then a channel and a time if they matter,
perhaps `remind 4d` (if no answer has come by then), a colon, the text, and a `#topic` at the end or
before the colon. Without a channel it is *other*,
or *in person* where people talked; without a time it is now.
"""

import re
from dataclasses import dataclass
from datetime import date, tzinfo
from difflib import get_close_matches
from enum import Enum

from convonote.conversation.dates import DateError, Moment, day, day_of, moment
from convonote.conversation.records import Channel, Kind
from convonote.intake.spoken_channels import CHANNELS, take_channel

EXAMPLE = '"Ana, Bob > phone yesterday: asked about the fence #fence"'
LONGEST = 1_000_000
"""Characters of a line."""


class LineError(ValueError):
    """The line says nothing that can be logged; the message is one line with an example."""


class Direction(Enum):
    """Who spoke."""

    I_SAID = ">"
    THEY_SAID = "<"
    """The first name spoke."""
    WE_TALKED = "="


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as the line names them."""

    name: str
    """A name, or an address where that is all there is."""
    address: str = ""
    """Of `Ana <ana@example.org>`."""
    new: bool = False
    """`+Ana`: to be made if nobody is called so."""


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """What a line of `log` says."""

    people: tuple[Named, ...]
    """The first is who spoke, where they said it."""
    direction: Direction
    channel: Channel
    moment: Moment
    text: str
    """Task items stand on lines of their own."""
    topic: str | None = None
    web: str = ""
    """The web address, where it was said on one."""
    remind: date | None = None
    """The day on which to be reminded if no answer has come."""

    @property
    def kind(self) -> Kind:
        """A talk, or something said."""
        return Kind.TALK if self.direction is Direction.WE_TALKED else Kind.SAID


_SIGN = re.compile(r"\"[^\"]*+\"|<[^<>\s]+@[^<>\s]+>|([<>=])(?=[\s:]|\Z)")
_HEAD = re.compile(r"[a-z]{2,10}://\S*[^\s:]|\d:\d|#\"[^\"]*+\"|(:)", re.I)
# A number alone is no topic: "see #12" speaks of something else.
_TAG = r"(?:\s|\A)#(?:\"([^\"\n]{1,200})\"|((?!\d+(?:\s|\Z))[^\s\"#:;,.!?]{1,80}+))"
_TOPIC = re.compile(rf"{_TAG}(?=\s|\Z)")
_TOPIC_LAST = re.compile(rf"{_TAG}[.!]?\s*\Z")
_REMIND = re.compile(
    r"(?:\A|(?<=[\s,]))remind(?: me)?(?: on)? (\S[^:]*?)(?: if no answer)?\s*\Z", re.IGNORECASE
)
_TASK = re.compile(r"[ \t]*[;\n]?[ \t]*(?<!\S)[-*] (?=\[[ xX]\] )")
_NAME = re.compile(
    r"\s*(\+?)\s*(?:\"([^\"]*)\"|([^,<\"]*))\s*(?:<([^<>\s]+@[^<>\s]+)>)?\s*(?:,|\Z)"
)


def parse_line(text: str, now: int, zone: tzinfo) -> LoggedLine:
    """What a line says; `now` in UTC microseconds, days and times in the zone; raises LineError."""
    line = text.strip()
    if not line or len(line) > LONGEST:
        raise _error("there is nothing to log" if not line else "the line is too long")
    who, sign, rest = _divided(line)
    people = _people(who)
    head, said = _head(rest)
    head, topic = _without_topic(head, _TOPIC)
    head, remind = _without_reminder(head, now, zone)
    if topic is None:
        said, topic = _without_topic(said, _TOPIC_LAST)
    direction = Direction(sign)
    if remind is not None and direction is not Direction.I_SAID:
        raise _error("remind waits for an answer to what you said, so it needs >")
    channel, web, when = take_channel(head.split())
    if channel is None:
        talked = direction is Direction.WE_TALKED
        channel = Channel.IN_PERSON if talked else Channel.OTHER
    words = " ".join(when).strip(" ,")
    return LoggedLine(
        people=people,
        direction=direction,
        channel=channel,
        moment=_moment(words, now, zone),
        text=_text(said),
        topic=topic,
        web=web,
        remind=remind,
    )


def _error(what: str) -> LineError:
    return LineError(f"{what}; write for example {EXAMPLE}")


def _divided(line: str) -> tuple[str, str, str]:
    """Who, the sign, and all the rest."""
    for found in _SIGN.finditer(line):
        if found[1]:
            return line[: found.start()], found[1], line[found.end() :]
        if ":" in line[: found.start()]:
            break
    raise _error("who spoke is missing: > (I said), < (they said) or = (we talked) after the names")


def _people(who: str) -> tuple[Named, ...]:
    people: list[Named] = []
    position = 0
    who = who.strip().rstrip(",")
    while position < len(who):
        found = _NAME.match(who, position)
        if found is None or found.end() == position:
            raise _error(f"the names cannot be read at {_shown(who[position:])}")
        name = " ".join((found[2] or found[3] or "").split())
        if name or found[4]:
            people.append(Named(name or found[4], found[4] or "", bool(found[1])))
        elif found[1]:
            raise _error("a name is missing after +")
        position = found.end()
    if not people:
        raise _error("a name is missing before the sign")
    return tuple(people)


def _head(rest: str) -> tuple[str, str]:
    """What stands before the colon, and the text after it."""
    for found in _HEAD.finditer(rest):
        if found[1]:
            return rest[: found.start()], rest[found.end() :].strip()
    raise _error("a colon is missing before what was said")


def _without_topic(part: str, pattern: re.Pattern[str]) -> tuple[str, str | None]:
    found = pattern.search(part)
    if found is None:
        return part, None
    topic = " ".join((found[1] or found[2]).split())
    return f"{part[: found.start()]}{part[found.end() :]}".strip(), topic or None


def _without_reminder(head: str, now: int, zone: tzinfo) -> tuple[str, date | None]:
    """What stands before the colon without `remind 4d`, and the day that it names."""
    found = _REMIND.search(head)
    if found is None:
        return head, None
    today = day_of(now, zone)
    try:
        named = day(found[1], today)
    except DateError as problem:
        raise LineError(f"remind: {problem}") from None
    if named <= today:
        raise LineError(f"remind: {_shown(found[1])} is not after today; write for example 4d")
    return head[: found.start()].rstrip(" ,"), named


def _moment(words: str, now: int, zone: tzinfo) -> Moment:
    try:
        return moment(words or "now", now, zone, past=True)
    except DateError as problem:
        near = get_close_matches(words.casefold(), CHANNELS, n=1, cutoff=0.7)
        near = near or get_close_matches(words.casefold().split()[0], CHANNELS, n=1, cutoff=0.7)
        if near:
            message = f"{_shown(words)} is no channel and no time; is {near[0]} meant?"
            raise LineError(message) from None
        raise LineError(f"{problem}, or a channel: {', '.join(Channel)}") from None


def _text(said: str) -> str:
    """The text, with each task item on a line of its own."""
    text = _TASK.sub("\n- ", said).strip()
    if not text:
        raise _error("what was said is missing after the colon")
    return text


def _shown(words: str) -> str:
    shown = "".join(letter if letter.isprintable() else "·" for letter in words.strip()[:40])
    return f'"{shown}"'
