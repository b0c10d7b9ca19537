"""Telegram's `result.json`: one chat, or all of an account."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from convonote.conversation.records import Channel, Kind, Origin
from convonote.intake.chats.entities import markdown, user_name
from convonote.intake.chats.json_stream import Broken, JsonStream, messages
from convonote.intake.chats.lines import MINUTE, MOST_MEMBERS, Chat, Line, party
from convonote.intake.chats.telegram_message import (
    SERVICE,
    Message,
    account,
    attachments,
    call_length,
    moment,
    speaker,
    text_of,
    told,
)
from convonote.intake.records import Incoming, Party, Refused, Skipped

_BOT = re.compile(r"(?:[_\s]bot|Bot)$")
_BROADCAST = re.compile(r"channel$")
_REMEMBERED = 100_000
"""Lines of a chat whose minute is remembered for the replies to them."""
_MOST_CHATS = 50_000


@dataclass(slots=True)
class _About:
    """What is known of one chat before its messages come, and who speaks in it."""

    place: int = 0
    name: str = ""
    kind: str = ""
    id: str = ""
    speakers: dict[str, str] = field(default_factory=dict)
    """Names by id."""

    def takes(self, key: str, value: object) -> None:
        """Take one of the fields that stand before the messages."""
        match key:
            case "name":
                self.name = text_of(value)
            case "type":
                self.kind = text_of(value)
            case "id":
                self.id = str(value) if isinstance(value, int | str) else ""

    @property
    def other(self) -> str:
        """The id of the one other person in it, where there is only one."""
        return f"user{self.id}" if self.id and self.kind in ("personal_chat", "bot_chat") else ""


@dataclass(slots=True)
class _Known:
    """What a first reading tells."""

    me: Party | None = None
    names: dict[str, Party] = field(default_factory=dict)
    """People by their user names, as far as the export tells these: it has that of the user."""
    chats: list[_About] = field(default_factory=list)

    def take_account(self, told: object) -> None:
        """Note whose export it is."""
        self.me = account(told)
        if self.me is not None and isinstance(told, dict):
            name = user_name(text_of(told.get("username")))
            self.names = {name: self.me} if name else {}


def read_telegram(file: BinaryIO, source: str) -> Iterator[Incoming | Refused | Skipped]:
    """The lines of all chats in it; what can be read of a broken file is read."""
    start = file.tell()
    known = _Known()
    # What is broken is told by the second reading, behind what could be read.
    with suppress(Broken):
        for about, message in _messages(JsonStream(file), known):
            if isinstance(message, dict):
                _note_speaker(about, message)
    file.seek(start)
    chat: _Reading | None = None
    try:
        for about, message in _messages(JsonStream(file), _Known()):
            if chat is None or chat.place != about.place:
                chat = _Reading(source, known, known.chats[about.place])
            if isinstance(message, Broken):
                yield Refused(source, f"a message in it is {message}; what follows it was read")
            elif isinstance(message, dict):
                yield chat.record(message)
            else:
                yield Refused(source, "a message in it is none")
    except Broken as problem:
        yield Refused(source, f"the file is {problem}; export the chat again")


def _messages(stream: JsonStream, known: _Known) -> Iterator[tuple[_About, object]]:
    """All messages with their chats; one that cannot be read is given as the problem it is."""
    about = _About()
    known.chats.append(about)
    for key in stream.fields():
        if key == "personal_information":
            known.take_account(stream.value())
        elif key in ("chats", "left_chats") and stream.next() == "{":
            yield from _all_chats(stream, known)
        elif key == "messages" and stream.next() == "[":
            yield from _one_chat(stream, about)
        else:
            _take(stream, about, key)


def _all_chats(stream: JsonStream, known: _Known) -> Iterator[tuple[_About, object]]:
    for key in stream.fields():
        if key != "list" or stream.next() != "[":
            stream.skip()
            continue
        for _ in stream.elements():
            if stream.next() != "{" or len(known.chats) > _MOST_CHATS:
                stream.skip()
                continue
            about = _About(len(known.chats))
            known.chats.append(about)
            for name in stream.fields():
                if name == "messages" and stream.next() == "[":
                    yield from _one_chat(stream, about)
                else:
                    _take(stream, about, name)


def _one_chat(stream: JsonStream, about: _About) -> Iterator[tuple[_About, object]]:
    for message in messages(stream, "date", "date_unixtime"):
        yield about, message


def _take(stream: JsonStream, about: _About, key: str) -> None:
    """Take a field of a chat that says what it is, and skip all others."""
    if key in ("name", "type", "id") and stream.next() not in ("[", "{"):
        about.takes(key, stream.value())
    else:
        stream.skip()


def _note_speaker(about: _About, message: Message) -> None:
    who = speaker(message)
    if who is not None and len(about.speakers) <= MOST_MEMBERS:
        about.speakers.setdefault(who.address, who.name)


class _Reading:
    """Reads the messages of one chat."""

    def __init__(self, source: str, known: _Known, about: _About) -> None:
        self.place = about.place
        self._source, self._about, self._me = source, about, known.me
        self._names = known.names
        speakers = {id: party(SERVICE, name, id) for id, name in about.speakers.items()}
        if about.other:
            speakers.setdefault(about.other, party(SERVICE, about.name or about.other, about.other))
        own = self._me if self._me and (about.other or self._is_own_notes) else None
        if own is not None:
            speakers.setdefault(own.address, own)
        self._machine = _BROADCAST.search(about.kind) is not None
        self._chat = Chat(
            source,
            SERVICE,
            about.id or about.name,
            about.name,
            tuple(speakers.values()),
            self._mine(speakers),
        )
        self._minutes: OrderedDict[str, int] = OrderedDict()

    def _mine(self, speakers: Mapping[str, Party]) -> str:
        """The user's id: told by the account, or by being the one of two after whom it is not."""
        if self._me is not None:
            return self._me.address
        if self._is_own_notes:
            return next(iter(speakers), "")
        others = [id for id in speakers if id.startswith("user") and id != self._about.other]
        return others[0] if self._about.other and len(others) == 1 else ""

    @property
    def _is_own_notes(self) -> bool:
        return self._about.kind == "saved_messages"

    def record(self, message: Message) -> Incoming | Refused | Skipped:
        """One message; what the program says itself is skipped, but for calls."""
        id = str(message.get("id", ""))
        where = f"{self._source}, message {id or '?'} in {self._about.name or 'the chat'}"
        call = message.get("action") == "phone_call"
        if message.get("type") not in ("message", None) and not call:
            return Skipped(where)
        at = moment(message)
        if at is None:
            return Refused(where, "it has no date")
        minute = at[0] // MINUTE
        if id:
            self._minutes[id] = minute
            if len(self._minutes) > _REMEMBERED:
                self._minutes.popitem(last=False)
        line = self._call(message, id, at) if call else self._line(message, id, at)
        incoming = self._chat.incoming(line)
        if self._is_own_notes and line.author is not None:
            return replace(incoming, to=(line.author,))
        return incoming

    def _line(self, message: Message, id: str, at: tuple[int, int]) -> Line:
        author = speaker(message)
        text, named = markdown(message.get("text"), self._names)
        more = told(message)
        forwarded = message.get("forwarded_from")
        if forwarded is not None and text:
            quoted = "\n".join(f"> {line}" for line in text.split("\n"))
            text = f"{text_of(forwarded) or 'Forwarded'}:\n\n{quoted}"
        return Line(
            author=author,
            at=at[0],
            offset=at[1],
            text="\n\n".join(filter(None, (text, more))),
            minute=at[0] // MINUTE,
            id=id,
            attachments=attachments(message),
            replies_to=self._answered(message),
            named=named,
            origin=self._origin(author),
        )

    def _call(self, message: Message, id: str, at: tuple[int, int]) -> Line:
        """A call in which somebody spoke is a talk; one that nobody took is said by who called."""
        author = speaker(message)
        seconds = message.get("duration_seconds")
        spoke = isinstance(seconds, int) and seconds > 0
        text = f"Call, {call_length(seconds)}" if spoke else "Missed call"
        return Line(
            author=author,
            at=at[0],
            offset=at[1],
            text=text,
            minute=at[0] // MINUTE,
            id=id,
            kind=Kind.TALK if spoke else Kind.SAID,
            channel=Channel.PHONE,
        )

    def _answered(self, message: Message) -> str | None:
        """The name of what it replies to, where that stands in the same chat."""
        id = message.get("reply_to_message_id")
        if id is None or message.get("reply_to_peer_id") not in (None, self._about.id):
            return None
        minute = self._minutes.get(str(id))
        return None if minute is None else self._chat.named_by_id(minute, str(id))

    def _origin(self, author: Party | None) -> Origin:
        if author is not None and author.address == self._chat.mine:
            return Origin.PERSON
        bot = self._about.kind == "bot_chat" or self._machine
        if author is not None and not bot:
            bot = author.address.startswith("channel") or bool(_BOT.search(author.name))
        return Origin.MACHINE if bot else Origin.PERSON
