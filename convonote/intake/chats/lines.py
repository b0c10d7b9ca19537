"""From what an export says of one line of a chat to the record of it.

Names last: the same line has the same name in each export of its chat, whether that is longer,
shows seconds or comes with its pictures. They begin with the chat's key and the minute, so that
the lines of a chat stand in the order of time where names do.
"""

import base64
import hashlib
import re
import unicodedata
from collections import Counter, OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from convonote.conversation.records import Channel, Kind, Origin
from convonote.conversation.wording import Judgement, judge
from convonote.intake.cutting import LONGEST_TEXT, cut
from convonote.intake.records import Attachment, Incoming, Party

MINUTE = 60_000_000
"""Microseconds in a minute."""
MOST_MEMBERS = 250
"""People to whom a line is addressed at most; in a greater crowd it is to nobody in particular."""
_ZERO = 1 << 31
"""Added to the minutes since 1970, so that no year is negative."""
_MINUTES_KEPT = 1_000
"""Minutes of which the lines are still counted, for exports that go back and forth."""
_LONGEST_JUDGED = 50_000
_LONGEST_CUT = 100
"""Characters of the mark that says where a text was cut."""
_BLANK = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_NUMBER = re.compile(r"\+?\d[\d\s().\u2010-\u2015-]{4,24}")
MEDIA = "\0"
"""Stands for a picture or the like in names, since exports differ in what they write for it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the export gives it."""

    author: Party | None
    at: int
    offset: int
    text: str
    minute: int
    """Minutes since 1970 on the clock that the export goes by."""
    id: str = ""
    """The program's own name for it, where it has one."""
    attachments: tuple[Attachment, ...] = ()
    replies_to: str | None = None
    named: tuple[Party, ...] = ()
    kind: Kind = Kind.SAID
    channel: str = Channel.CHAT
    origin: Origin = Origin.PERSON


@dataclass(slots=True)
class Chat:
    """A chat whose lines are being read."""

    source: str
    service: str
    """The channel of addresses in it: whatsapp, telegram, signal, instagram."""
    about: str
    """What tells it from all other chats: an id, else a name."""
    title: str = ""
    """What it is called: a group by its title, a chat of two after the other."""
    members: tuple[Party, ...] = ()
    """Everybody known to be in it, the user too."""
    mine: str = ""
    """The user's own address, where the export tells it."""
    key: str = field(init=False)
    _seen: "OrderedDict[int, Counter[str]]" = field(init=False, default_factory=OrderedDict)
    _others: dict[Party | None, tuple[Party, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.key = "chat:" + _digest(self.service, _folded(self.about))
        if len(self.members) > MOST_MEMBERS:
            self.members = ()

    def name(self, minute: int, what: str) -> str:
        """The lasting name of a line; names of a chat's lines sort by their time."""
        return f"{self.key}:{max(0, minute + _ZERO):08x}:{what}"

    def named_by_id(self, minute: int, id: str) -> str:
        """The lasting name of a line for which the program has its own."""
        return self.name(minute, _digest(id))

    def incoming(self, line: Line) -> Incoming:
        """The record of a line."""
        if len(line.text) > LONGEST_TEXT + _LONGEST_CUT:
            line = replace(line, text=cut(line.text))
        place, what = self._counted(line)
        person = line.origin is Origin.PERSON and line.kind is Kind.SAID
        said = judge(line.text[:_LONGEST_JUDGED]) if person else Judgement()
        return Incoming(
            source=self.source,
            place=place,
            name=self.name(line.minute, what),
            references=(),
            replies_to=line.replies_to,
            author=line.author,
            to=self._but(line.author),
            cc=(),
            at=line.at,
            offset=line.offset,
            topic=self.title,
            text=line.text,
            channel=line.channel,
            kind=line.kind,
            origin=line.origin,
            named=line.named,
            chat=self.key,
            asks=said.asks,
            closes=said.closes,
            accepts=said.accepts,
            mine=line.author is not None and self.mine == line.author.address,
            delivered_to=(self.mine,) if self.mine else (),
            attachments=line.attachments,
        )

    def _counted(self, line: Line) -> tuple[int, str]:
        """The place of a line within its minute, and what tells it from all others there."""
        counted = self._seen.setdefault(line.minute, Counter())
        if len(self._seen) > _MINUTES_KEPT:
            self._seen.popitem(last=False)
        place = counted[""]
        counted[""] += 1
        if line.id:
            return place, _digest(line.id)
        who = "" if line.author is None else line.author.address
        said = _digest(_folded(who), (MEDIA if line.attachments else "") + same_text(line.text))
        counted[said] += 1
        # The same words twice in one minute are two lines.
        return place, said if counted[said] == 1 else _digest(said, str(counted[said]))

    def _but(self, author: Party | None) -> tuple[Party, ...]:
        if not self.members:
            # There may be very many authors.
            return ()
        if author not in self._others:
            address = None if author is None else author.address
            others = (one for one in self.members if one.address != address)
            self._others[author] = tuple(others)
        return self._others[author]


def party(service: str, name: str, id: str = "") -> Party:
    """Somebody in a chat: by the program's id, else by number or by the name shown."""
    shown = " ".join(name.split())
    if id:
        return Party(id, shown, service)
    bare = shown.removeprefix("~").strip()
    if _NUMBER.fullmatch(bare):
        return Party(bare, "", service)
    return Party(bare or shown, bare or shown, service)


def same_text(text: str) -> str:
    """A text as it is compared between two exports: white space and invisible marks apart."""
    return _BLANK.sub(" ", unicodedata.normalize("NFC", text)).strip()


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each once, by address."""
    return tuple({one.address: one for one in parties}.values())


def _folded(text: str) -> str:
    return same_text(text).casefold()


def _digest(*parts: str) -> str:
    whole = "\0".join(parts).encode("utf-8", "surrogatepass")
    # Short, since it stands with each line three times in the notebook: 60 bits are enough.
    return base64.b32encode(hashlib.sha256(whole).digest()[:8]).decode().lower()[:12]
