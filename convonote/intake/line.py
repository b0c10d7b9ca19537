"""The grammar of `log`: one line, one exchange.

    Ana, Bob > phone yesterday: asked about the fence; - [ ] @Ana sends the quote by fri #fence

Who, a sign (`>` I said, `<` they said, `=` we talked), then a channel and a time if they matter,
perhaps `everyone` (each of them is to answer) or `no answer` (none is needed), perhaps `remind 4d`
(if no answer has come by then), a colon, the text, and a `#topic` at the end or before the colon;
one of several words stands in quotes, unless it is known. Without a channel it is
*other*, or *in person* where people talked; without a time it is now. With `note` in the place of
the channel it is a private note.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from difflib import get_close_matches
from enum import Enum

from convonote.conversation.dates import DateError, Moment, day, day_of, moment
from convonote.conversation.records import Channel, Kind
from convonote.intake.expected_answers import Answers, take_expected
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
    answers: Answers = Answers.ANY_ONE
    """Whose answer is waited for."""
    note: bool = False
    """It is a private note."""
    tagged: str = ""
    """A word in the text that looks like a topic and was not taken as one, such as `#fence`."""

    @property
    def kind(self) -> Kind:
        """A note, a talk, or something said."""
        if self.note:
            return Kind.NOTE
        return Kind.TALK if self.direction is Direction.WE_TALKED else Kind.SAID


_SIGN = re.compile(r"\"[^\"]*+\"|<[^<>\s]+@[^<>\s]+>|([<>=])(?=[\s:]|\Z)")
_HEAD = re.compile(r"[a-z]{2,10}://\S*[^\s:]|\d:\d|#\"[^\"]*+\"|(:)", re.I)
# A number alone is no topic: "see #12" speaks of something else.
_TAG = r"(?:\s|\A)#(?:\"([^\"\n]{1,200})\"|((?!\d+(?:\s|\Z))[^\s\"#:;,.!?]{1,80}+))"
_TOPIC = re.compile(rf"{_TAG}(?=\s|\Z)")
_TOPIC_LAST = re.compile(rf"{_TAG}[.!]?\s*\Z")
_TAGGED = re.compile(_TAG)
_LONG_TAG = re.compile(r"(?:\s|\A)#(?=[^\s\"#])([^\"#\n]{1,200})\Z")
_LONG_TOPIC = 8
"""Words of a topic that needs no quotes."""
_REMIND = re.compile(
    r"(?:\A|(?<=[\s,]))remind(?: me)?(?: on)?(?: (\S[^:]*?))?(?: if no answer)?\s*\Z", re.IGNORECASE
)
_WEB = re.compile(r"(?:www\.|(?:[\w-]+\.)+[a-z]{2,24}(?:/|\Z))", re.IGNORECASE)
_NOTE = "note"
_MARKED = re.compile(r"\s*;\s*(?=[!?%] )")
"""Before a marked line of a note."""
_TASK = re.compile(r"[ \t]*[;\n]?[ \t]*(?<!\S)[-*] (?=\[[ xX]\] )")
_NAME = re.compile(
    r"\s*(\+?)\s*(?:\"([^\"]*)\"|([^,<\"]*))\s*(?:<([^<>\s]+@[^<>\s]+)>)?\s*(?:,|\Z)"
)


def _never(_: str) -> bool:
    return False


def parse_line(
    text: str, now: int, zone: tzinfo, is_topic: Callable[[str], bool] = _never
) -> LoggedLine:
    """What a line says; `now` in UTC microseconds, days and times in the zone; raises LineError.

    `is_topic` says whether several words are a topic that there is.
    """
    line = text.strip()
    if not line or len(line) > LONGEST:
        raise _error("there is nothing to log" if not line else "the line is too long")
    who, sign, rest = _divided(line)
    people = _people(who)
    head, said = _head(rest)
    head, topic = _without_topic(head, _TOPIC, is_topic)
    head, answers = _without_expected(head)
    head, remind = _without_reminder(head, now, zone)
    if topic is None:
        said, topic = _without_topic(said, _TOPIC_LAST, is_topic, whole=True)
    direction = Direction(sign)
    if remind is not None and direction is not Direction.I_SAID:
        raise _error("remind waits for an answer to what you said, so it needs >")
    if remind is not None and answers is Answers.NONE:
        raise LineError("remind waits for an answer, and no answer is needed: write one of them")
    head, note = _without_note(head)
    if note and (direction is Direction.THEY_SAID or remind is not None):
        raise LineError("a note is yours and expects no answer; write for example: Ana > note: …")
    if answers is not Answers.ANY_ONE and (note or direction is Direction.WE_TALKED):
        raise LineError(f"{answers.value} is about an answer to what was said, so it needs > or <")
    channel, web, when = take_channel(head.split())
    if note and channel is not None:
        raise LineError(f"a note goes over no channel; write note or {channel}, not both")
    if channel is None:
        talked = direction is Direction.WE_TALKED
        channel = Channel.IN_PERSON if talked else Channel.OTHER
    words = " ".join(when).strip(" ,")
    tagged = _TAGGED.search(said) if topic is None else None
    return LoggedLine(
        people=people,
        direction=direction,
        channel=channel,
        moment=_moment(words, now, zone),
        text=_text(_MARKED.sub("\n", said) if note else said),
        topic=topic,
        web=web,
        remind=remind,
        answers=answers,
        note=note,
        tagged="" if tagged is None else tagged[0].strip(),
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


def _without_topic(
    part: str, pattern: re.Pattern[str], is_topic: Callable[[str], bool], *, whole: bool = False
) -> tuple[str, str | None]:
    """What is left without the topic; `whole` takes several words only up to the end."""
    if found := _LONG_TAG.search(part):
        words = found[1].split()
        for count in range(min(len(words), _LONG_TOPIC), len(words) - 1 if whole else 1, -1):
            topic = " ".join(words[:count]).rstrip(".!" if whole else ",")
            if count > 1 and is_topic(topic):
                rest = " ".join(words[count:])
                return f"{part[: found.start()]} {rest}".strip(), topic
    found = pattern.search(part)
    if found is None:
        return part, None
    topic = " ".join((found[1] or found[2]).split())
    return f"{part[: found.start()]}{part[found.end() :]}".strip(), topic or None


def _without_expected(head: str) -> tuple[str, Answers]:
    try:
        return take_expected(head)
    except ValueError as problem:
        raise LineError(str(problem)) from None


def _without_reminder(head: str, now: int, zone: tzinfo) -> tuple[str, date | None]:
    """What stands before the colon without `remind 4d`, and the day that it names."""
    found = _REMIND.search(head)
    if found is None:
        return head, None
    if found[1] is None:
        raise LineError("remind needs a time to wait for; write for example remind 4d")
    today = day_of(now, zone)
    try:
        named = day(found[1], today)
    except DateError as problem:
        raise LineError(f"remind: {problem}") from None
    if named <= today:
        raise LineError(f"remind: {_shown(found[1])} is not after today; write for example 4d")
    return head[: found.start()].rstrip(" ,"), named


def _without_note(head: str) -> tuple[str, bool]:
    """What stands before the colon without `note`, first or last in it."""
    words = head.split()
    for at in (0, -1):
        if words and words[at].casefold().strip(",") == _NOTE:
            words.pop(at)
            return " ".join(words), True
    return head, False


def _moment(words: str, now: int, zone: tzinfo) -> Moment:
    try:
        return moment(words or "now", now, zone, past=True)
    except DateError as problem:
        if web := next(filter(_WEB.match, words.split()), None):
            raise LineError(
                f"{_shown(web)} looks like a web address; write it with https://"
            ) from None
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
