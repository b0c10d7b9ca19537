"""Chats as programs export them: WhatsApp, Telegram, Signal and Instagram."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import BinaryIO

from convonote.intake.chats.heads import head
from convonote.intake.chats.words import LOG_LEVELS
from convonote.intake.formats import Format
from convonote.intake.records import Incoming, Refused, Skipped

_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_TELEGRAM = re.compile(
    rb'"(?:date_unixtime|from_id|actor_id|personal_information|frequent_contacts)"'
    rb"|\"type\": ?\"(?:message|service|personal_chat|bot_chat|saved_messages|(?:private|public)_"
    rb'(?:super)?(?:group|channel))"'
)
_TELEGRAM_OF_ALL = re.compile(rb'^\s*\{\s*"(?:about|chats)"[\s\S]*"(?:list|chats|messages)"')
_INSTAGRAM = re.compile(rb'"(?:sender_name|timestamp_ms|participants)"')
_NOT_A_CHAT = (".log", ".csv", ".py", ".yaml", ".yml", ".toml", ".html", ".xml")


def chat_format(head: bytes, name: str = "") -> Format | None:
    """Whether a file is a chat, and of which program, from its first bytes and its name."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare.startswith((b"{", b"[{")):
        return _of_json(bare, name)
    return _of_text(head, name)


def read_chat(
    file: BinaryIO, source: str, kind: Format, zone: tzinfo | None = None
) -> Iterator[Incoming | Refused | Skipped]:
    """The lines of a chat; `zone` is where the telephone was, the machine's own where None.

    What is broken is refused with its place, and what can be read beside it is read.
    """
    from convonote.intake.archives import seekable

    # It is read twice, and may come from a pipe or an archive.
    with seekable(file) as whole:
        if kind is Format.TELEGRAM:
            from convonote.intake.chats.telegram import read_telegram

            yield from read_telegram(whole, source)
        elif kind is Format.INSTAGRAM:
            from convonote.intake.chats.instagram import read_instagram

            yield from read_instagram(whole, source)
        else:
            from convonote.intake.chats.written import read_written

            service = "signal" if kind is Format.SIGNAL else "whatsapp"
            yield from read_written(whole, source, service, zone)


def _of_json(start: bytes, name: str) -> Format | None:
    if _INSTAGRAM.search(start):
        return Format.INSTAGRAM
    if _TELEGRAM.search(start) or _TELEGRAM_OF_ALL.match(start):
        return Format.TELEGRAM
    export = name.replace("\\", "/").rpartition("/")[2].casefold() == "result.json"
    return Format.TELEGRAM if export and b'"messages"' in start else None


def _of_text(start: bytes, name: str) -> Format | None:
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = start.decode("utf-16" if wide else "utf-8", "ignore")
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = head(_SPACES.sub(" ", _MARKS.sub("", first)).strip())
    if found is None:
        return None
    telling = name.replace("\\", "/").rpartition("/")[2].casefold()
    if "whatsapp" in telling:
        return Format.WHATSAPP
    plain = found.bracket and found.sep == "-" and found.widths[0] == 4
    if plain and found.second is None and ": " in found.rest:
        return Format.SIGNAL
    author = found.rest.partition(":")[0].strip("[]() ").split()
    is_log = bool(author) and author[0].casefold() in LOG_LEVELS
    return None if is_log or telling.endswith(_NOT_A_CHAT) else Format.WHATSAPP
