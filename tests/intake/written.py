"""Chats written as text, and what was read in them."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from convonote.intake.chats import read_chat
from convonote.intake.formats import Format
from convonote.intake.records import Incoming, Refused, Skipped

NAME = "WhatsApp Chat with Ana Lima.txt"


def read(text: str | bytes, name: str = NAME) -> list[Incoming | Refused | Skipped]:
    """Everything in a chat."""
    raw = text.encode() if isinstance(text, str) else text
    return list(read_chat(io.BytesIO(raw), name, Format.WHATSAPP, UTC))


def lines(text: str | bytes, name: str = NAME) -> list[Incoming]:
    """The lines of a chat that people said."""
    return [one for one in read(text, name) if isinstance(one, Incoming)]


def shown(found: Sequence[Incoming]) -> list[tuple[str, str, str]]:
    """When, who and what."""
    return [
        (
            (datetime(1970, 1, 1) + timedelta(microseconds=one.at or 0)).isoformat(),
            one.author.address if one.author else "",
            one.text,
        )
        for one in found
    ]
