"""Instagram's `message_1.json`, and Messenger's, which is written in the same way."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO

from convonote.conversation.records import Channel, Kind
from convonote.intake.chats.json_stream import Broken, JsonStream, messages
from convonote.intake.chats.lines import MINUTE, MOST_MEMBERS, Chat, Line, distinct, party
from convonote.intake.chats.telegram_message import call_length
from convonote.intake.records import Attachment, Incoming, Party, Refused, Skipped

SERVICE = "instagram"
_MEDIA = (
    ("photos", "image/jpeg"),
    ("videos", "video/mp4"),
    ("audio_files", "audio/mp4"),
    ("gifs", "image/gif"),
    ("files", ""),
)
_REACTION = re.compile(r"Liked a message|Reacted .{1,20} to your message")
_LARGEST_LIST = 50

Message = Mapping[str, object]


@dataclass(slots=True)
class _About:
    """What the whole file tells of the chat."""

    title: str = ""
    path: str = ""
    members: dict[str, Party] = field(default_factory=dict)


def read_instagram(file: BinaryIO, source: str) -> Iterator[Incoming | Refused | Skipped]:
    """The lines of the chat, the newest first as they stand there."""
    start = file.tell()
    about = _About()
    # What is broken is told by the second reading, behind what could be read.
    with suppress(Broken):
        for message in _messages(JsonStream(file), about):
            if isinstance(message, dict):
                _note(about, message.get("sender_name"))
    file.seek(start)
    members = distinct(about.members.values())
    chat = Chat(
        source,
        SERVICE,
        about.path or "\n".join(sorted(one.address.casefold() for one in members)),
        about.title,
        members,
        _mine(about, members),
    )
    try:
        for message in _messages(JsonStream(file), _About()):
            if isinstance(message, Broken):
                yield Refused(source, f"a message in it is {message}; what follows it was read")
            else:
                yield _record(source, chat, message)
    except Broken as problem:
        yield Refused(source, f"the file is {problem}; export the chat again")


def _messages(stream: JsonStream, about: _About) -> Iterator[object]:
    for key in stream.fields():
        if key == "messages" and stream.next() == "[":
            yield from messages(stream, "timestamp_ms")
        elif key == "participants":
            people = stream.value()
            for one in people if isinstance(people, list) else ():
                _note(about, one.get("name") if isinstance(one, dict) else None)
        elif key in ("title", "thread_path") and stream.next() == '"':
            value = mended(stream.value())
            if key == "title":
                about.title = value
            else:
                about.path = value
        else:
            stream.skip()


def _note(about: _About, name: object) -> None:
    if (shown := mended(name)) and len(about.members) <= MOST_MEMBERS:
        about.members.setdefault(shown, party(SERVICE, shown, shown))


def _mine(about: _About, members: tuple[Party, ...]) -> str:
    """The user's name: of two people the one whom the chat is not called after."""
    names = [one.address for one in members]
    if len(names) != 2 or about.title not in names:
        return ""
    return names[1 - names.index(about.title)]


def _record(source: str, chat: Chat, message: object) -> Incoming | Refused | Skipped:
    if not isinstance(message, dict):
        return Refused(source, "a message in it is none")
    at = message.get("timestamp_ms")
    if not isinstance(at, int):
        return Refused(source, "a message in it has no date")
    shown = mended(message.get("sender_name"))
    author = party(SERVICE, shown, shown) if shown else None
    text = mended(message.get("content"))
    attachments = tuple(_attachments(message))
    if message.get("is_unsent") is True or _is_notice(text):
        return Skipped(f"{source}, {shown} at {at}")
    seconds = message.get("call_duration")
    spoke = isinstance(seconds, int) and seconds > 0
    shared = message.get("share")
    link = mended(shared.get("link")) if isinstance(shared, dict) else ""
    if link and link not in text:
        text = f"{text}\n\n{link}".strip()
    if spoke:
        text = f"Call, {call_length(seconds)}"
    return chat.incoming(
        Line(
            author=author,
            at=at * 1000,
            offset=0,
            text=text,
            minute=at * 1000 // MINUTE,
            id="\n".join((str(at), shown, text)),
            attachments=attachments,
            kind=Kind.TALK if spoke else Kind.SAID,
            channel=Channel.PHONE if "call_duration" in message else Channel.CHAT,
        )
    )


def _is_notice(text: str) -> bool:
    """Whether the program tells of a reaction, as a message of its own."""
    return _REACTION.fullmatch(text) is not None


def _attachments(message: Message) -> Iterator[Attachment]:
    for key, type in _MEDIA:
        some = message.get(key)
        for one in (some if isinstance(some, list) else ())[:_LARGEST_LIST]:
            uri = mended(one.get("uri")) if isinstance(one, dict) else ""
            if uri:
                yield Attachment(uri.rpartition("/")[2][:200] or key, type, 0)
    sticker = message.get("sticker")
    if isinstance(sticker, dict) and (uri := mended(sticker.get("uri"))):
        yield Attachment(uri.rpartition("/")[2][:200], "image/png", 0)


def mended(value: object) -> str:
    """A text as it was typed: these exports write each byte of UTF-8 as a letter of its own."""
    if not isinstance(value, str):
        return ""
    try:
        return value.encode("latin-1").decode("utf-8").strip()
    except UnicodeError:
        return value.strip()
