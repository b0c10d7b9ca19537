"""Chats written as text, a line or more a message: WhatsApp's exports, and Signal's in its manner.

The file is read twice: first for what only the whole of it tells (who speaks, in which order day
and month stand), then for its lines; no more than one message is held at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import BinaryIO

from convonote.conversation.zones import EPOCH, MICROSECOND
from convonote.intake.chats.clocks import moment
from convonote.intake.chats.content import Content, content
from convonote.intake.chats.heads import Head, head, wall_clock
from convonote.intake.chats.lines import MINUTE, MOST_MEMBERS, Chat, Line, distinct, party
from convonote.intake.chats.survey import Shape, Survey, shape_of, split_author
from convonote.intake.chats.telling import folder_name, telling_name
from convonote.intake.chats.words import CALL, DELETED, MYSELF
from convonote.intake.records import Incoming, Party, Refused, Skipped

_LONGEST_LINE = 1 << 20
"""Bytes of one line of the file; what goes beyond is read as the next line."""
_LONGEST_TEXT = 1 << 22
"""Characters of one message; what goes beyond is refused."""
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")


def read_written(
    file: BinaryIO, source: str, service: str, zone: tzinfo | None
) -> Iterator[Incoming | Refused | Skipped]:
    """The lines of a chat; what the program itself says in it is skipped."""
    start = file.tell()
    survey = Survey()
    for line in _lines(file):
        if (found := head(_bare(line))) is not None:
            survey.add(found)
    if not survey.heads:
        yield Refused(source, "it has no line that begins with a date, a time and a name")
        return
    file.seek(start)
    orders = {shape: order.found() for shape, order in survey.orders.items()}
    reading = _Reading(source, service, zone, survey, orders)
    yield from reading.read(_lines(file))


@dataclass(slots=True)
class _Message:
    """A message while its lines are gathered."""

    number: int
    """The line of the file on which it begins."""
    wall: datetime
    author: str
    """As it is shown; empty for what the program says."""
    lines: list[str]
    size: int = 0


class _Reading:
    """The second reading, which gives the lines."""

    def __init__(
        self,
        source: str,
        service: str,
        zone: tzinfo | None,
        survey: Survey,
        orders: dict[Shape, tuple[int, int, int]],
    ) -> None:
        self._source, self._service, self._zone = source, service, zone
        self._survey, self._orders = survey, orders
        named = telling_name(source) if service == "whatsapp" else folder_name(source)
        speakers = distinct(party(service, survey.speaker(name)) for name in survey.authors)[
            : MOST_MEMBERS + 1
        ]
        members = _members(service, speakers, named, survey)
        self._chat = Chat(
            source,
            service,
            _about(speakers, named if service == "whatsapp" else "", survey),
            named or survey.title,
            members,
            _mine(members, named),
        )

    def read(self, lines: Iterator[str]) -> Iterator[Incoming | Refused | Skipped]:
        message: _Message | None = None
        for number, line in enumerate(lines, 1):
            bare = _bare(line)
            found = head(bare)
            if found is not None and self._survey.is_head(found):
                if message is not None:
                    yield self._record(message)
                message = self._begun(number, found, line)
                if message is None:
                    yield Refused(f"{self._source}, line {number}", "its date is none")
            elif message is not None:
                message.size += len(line)
                if message.size < _LONGEST_TEXT:
                    message.lines.append(_SPACES.sub(" ", line))
            elif bare.strip():
                yield Refused(f"{self._source}, line {number}", "it stands before the first date")
        if message is not None:
            yield self._record(message)

    def _begun(self, number: int, found: Head, line: str) -> _Message | None:
        wall = wall_clock(found, self._orders[shape_of(found)])
        if wall is None:
            return None
        author, _, rest = split_author(found.rest)
        speaker = self._survey.speaker(author)
        if speaker != author:
            rest = found.rest.partition(f"{speaker}:")[2].removeprefix(" ")
        # What follows is taken from the line as it is written: its marks tell what is generated.
        text = _tail(_SPACES.sub(" ", line), rest) if author else rest
        return _Message(number, wall, speaker, [text])

    def _record(self, message: _Message) -> Incoming | Refused | Skipped:
        where = f"{self._source}, line {message.number}"
        if message.size >= _LONGEST_TEXT:
            return Refused(where, "it is too long for a message")
        text = "\n".join(message.lines).strip("\n ")
        bare = _MARKS.sub("", text).strip()
        if not message.author:
            # A call that nobody took is something that happened between people.
            return self._line(message, content(bare), None) if CALL.search(bare) else Skipped(where)
        if DELETED.search(bare):
            return Skipped(where)
        who = party(self._service, message.author)
        told = content(text)
        return Skipped(where) if told.notice else self._line(message, told, who)

    def _line(self, message: _Message, told: Content, who: Party | None) -> Incoming:
        at, offset = moment(message.wall, self._zone)
        wall = (message.wall - EPOCH) // MICROSECOND
        named = tuple(party(self._service, name) for name in told.named)
        return self._chat.incoming(
            Line(
                author=who,
                at=at,
                offset=offset,
                text=told.text,
                minute=wall // MINUTE,
                attachments=told.attachments,
                named=tuple(one for one in named if one != who),
            )
        )


def _members(
    service: str, speakers: tuple[Party, ...], named: str, survey: Survey
) -> tuple[Party, ...]:
    """Everybody in it; one whom the file's name tells may not have spoken yet."""
    if not named or survey.title or len(speakers) > 1:
        return speakers
    return distinct((*speakers, party(service, named)))


def _mine(members: tuple[Party, ...], named: str) -> str:
    """The user's address where the name of the file tells the other of two, or Signal says it."""
    for one in members:
        if one.channel == "signal" and one.address in MYSELF:
            return one.address
    if len(members) != 2 or not named:
        return ""
    other = party(members[0].channel, named).address.casefold()
    mine = [one.address for one in members if one.address.casefold() != other]
    return mine[0] if len(mine) == 1 else ""


def _about(speakers: tuple[Party, ...], named: str, survey: Survey) -> str:
    """What tells this chat from all others, whatever its export is called."""
    if named:
        return named
    if len(speakers) > 2 and survey.made:
        return survey.made
    return "\n".join(sorted(one.address.casefold() for one in speakers))


def _tail(written: str, rest: str) -> str:
    """The end of a line as it is written that says `rest` without its invisible marks."""
    if not rest or not _MARKS.search(written):
        return rest
    wanted = len(rest)
    for place in range(len(written) - 1, -1, -1):
        if not _MARKS.match(written[place]):
            wanted -= 1
        if not wanted:
            before = place
            while before and _MARKS.match(written[before - 1]):
                before -= 1
            return written[before:]
    return rest


def _bare(line: str) -> str:
    """A line without invisible marks, with plain spaces."""
    return _SPACES.sub(" ", _MARKS.sub("", line))


def _lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a file, without their ends."""
    codec = "utf-8"
    start = file.read(2)
    if start in (b"\xff\xfe", b"\xfe\xff"):
        yield from _wide_lines(file, "utf-16-le" if start == b"\xff\xfe" else "utf-16-be")
        return
    left = start
    while line := left + file.readline(_LONGEST_LINE):
        left = b""
        try:
            text = line.decode(codec)
        except UnicodeDecodeError:
            text = line.decode("cp1252", "replace")
        yield text.rstrip("\r\n")


def _wide_lines(file: BinaryIO, codec: str) -> Iterator[str]:
    """The lines of a file in UTF-16."""
    import codecs

    reader = codecs.getreader(codec)(file, "replace")
    while line := reader.readline(_LONGEST_LINE):
        yield line.rstrip("\r\n")
