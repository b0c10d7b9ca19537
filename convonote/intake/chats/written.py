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
from convonote.intake.chats.file_lines import FileLines
from convonote.intake.chats.heads import Head, head, wall_clock
from convonote.intake.chats.lines import MINUTE, MOST_MEMBERS, Chat, Line, distinct, party
from convonote.intake.chats.survey import Shape, Survey, shape_of, split_author
from convonote.intake.chats.telling import folder_name, telling_name
from convonote.intake.chats.words import CALL, DELETED, MYSELF
from convonote.intake.cutting import LONGEST_TEXT, cut
from convonote.intake.records import Incoming, Party, Refused, Skipped

_MOST_LINES = 50_000
"""Lines of one message; what goes beyond is left out, as is what goes beyond `LONGEST_TEXT`."""
_MOST_TRIED = 200_000
"""Lines one after the other that might have begun a message, and did not."""
_LONGEST_NOTICE = 500
"""Characters of what the program writes in the place of a message."""
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")


def read_written(
    file: BinaryIO, source: str, service: str, zone: tzinfo | None
) -> Iterator[Incoming | Refused | Skipped]:
    """The lines of a chat; what the program itself says in it is skipped."""
    start = file.tell()
    survey = Survey()
    lines = FileLines(file)
    lines.passing = True
    tried = 0
    for line in lines:
        tried += 1
        if (found := head(_bare(line))) is not None:
            survey.add(found)
            tried = 0
        elif tried > _MOST_TRIED:
            break
    if not survey.heads:
        yield Refused(source, "it has no line that begins with a date, a time and a name")
        return
    file.seek(start)
    orders = {shape: order.found() for shape, order in survey.orders.items()}
    reading = _Reading(source, service, zone, survey, orders)
    yield from reading.read(FileLines(file))


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

    @property
    def full(self) -> bool:
        """It takes no more lines."""
        return self.size >= LONGEST_TEXT or len(self.lines) >= _MOST_LINES


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

    def read(self, lines: FileLines) -> Iterator[Incoming | Refused | Skipped]:
        message: _Message | None = None
        tried = 0
        for line in lines:
            bare = _bare(line)
            found = head(bare)
            if found is not None and self._survey.is_head(found):
                if message is not None:
                    yield self._record(message, lines.passed)
                message = self._begun(lines.number, found, line)
                if message is None:
                    yield Refused(f"{self._source}, line {lines.number}", "its date is none")
                # What goes on with a message that is refused goes with it.
                lines.passing, lines.passed, tried = message is None, 0, 0
            elif lines.passing:
                lines.passed += len(line) + 1
                tried += 1
                if tried > _MOST_TRIED:
                    yield Refused(
                        f"{self._source}, line {lines.number}",
                        "too many lines before it are no messages: the rest was not read",
                    )
                    break
            elif message is not None:
                message.size += len(line)
                message.lines.append(_SPACES.sub(" ", line))
                lines.passing = message.full
            elif bare.strip():
                yield Refused(
                    f"{self._source}, line {lines.number}", "it stands before the first date"
                )
                lines.passing = True
        if message is not None:
            yield self._record(message, lines.passed)

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

    def _record(self, message: _Message, left: int) -> Incoming | Skipped:
        """The record of a message, out of which so many characters were left."""
        where = f"{self._source}, line {message.number}"
        text = "\n".join(message.lines).strip("\n ")
        bare = _MARKS.sub("", text).strip()
        if not message.author:
            # A call that nobody took is something that happened between people.
            call = CALL.search(bare[:_LONGEST_NOTICE])
            return self._line(message, content(bare), None, left) if call else Skipped(where)
        if len(bare) <= _LONGEST_NOTICE and DELETED.search(bare):
            return Skipped(where)
        who = party(self._service, message.author)
        told = content(text)
        return Skipped(where) if told.notice else self._line(message, told, who, left)

    def _line(self, message: _Message, told: Content, who: Party | None, left: int) -> Incoming:
        at, offset = moment(message.wall, self._zone)
        wall = (message.wall - EPOCH) // MICROSECOND
        named = tuple(party(self._service, name) for name in told.named)
        return self._chat.incoming(
            Line(
                author=who,
                at=at,
                offset=offset,
                text=cut(told.text, left),
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
