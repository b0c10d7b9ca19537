"""Real messages, damaged in every way: each is read or refused, bounded, and always the same."""

from dataclasses import fields, is_dataclass
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.mail.message import RawMessage, read_message
from convonote.intake.parts.body import MOST_ATTACHMENTS
from convonote.intake.records import Incoming, Refused, Skipped

from .corpora import CORPORA
from .mail import parts, raw
from .test_calendar import OUTLOOK
from .test_packed import with_winmail

LARGEST = 20_000
"""Bytes of a sample that are used."""
TOKENS = [
    b"\n", b"\n\n", b"\r\n", b"\r", b"\0", b"\x1b]52;c;x\x07", b"\xff\xfe", b"\xf0\x9f", b"--",
    b"=?utf-8?b?", b"=?", b"?=", b"=\n", b"=C3", b";", b'"', b"\\", b"(", b"<", b">", b"<!--",
    b"</div>", b"<blockquote>", b"&#x", b"&amp;", b"\n>", b"\nFrom ", b"begin 644 a\n", b"-- \n",
    b"Content-Type: multipart/mixed\n", b"Content-Type: message/rfc822\n\n", b"charset=utf-7",
    b"Content-Transfer-Encoding: base64\n", b"BEGIN:VEVENT\n", b"-----BEGIN PGP MESSAGE-----\n",
    b"\xed\xa0\x80", b"format=flowed", b"name*0*=", b"../", b"\xe2\x80\xae", b"boundary=",
    b"<table>",
]  # fmt: skip


@cache
def samples() -> list[bytes]:
    """Messages written by hand, and some real ones where they are at hand."""
    alternative = parts("\nOne", "Content-Type: text/html\n\n<p>T<b>w</b>o</p>", kind="alternative")
    bodies = [alternative, with_winmail("\nText"), ("text/calendar", OUTLOOK)]
    found = [raw(), *(raw(body, Content_Type=kind) for kind, body in bodies)]
    for path in sorted((CORPORA / "mail").glob("*/**/*")):
        if path.suffix in (".eml", ".raw", ".txt") and path.is_file():
            found.append(path.read_bytes()[:LARGEST])
    return found


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A message after some accidents."""
    chosen = st.integers(0, len(samples()) - 1).map(lambda place: samples()[place])
    message = draw(chosen)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(message)))
        to = min(len(message), at + draw(st.integers(0, 400)))
        match draw(st.integers(0, 7)):
            case 0:
                message = message[:at] + message[to:]
            case 1:
                message = message[:to] + message[at:to] * draw(st.integers(1, 30)) + message[to:]
            case 2:
                flip = draw(st.integers(1, 255))
                flipped = bytes(byte ^ flip for byte in message[at : at + 3])
                message = message[:at] + flipped + message[at + 3 :]
            case 3:
                token = draw(st.sampled_from(TOKENS)) * draw(st.sampled_from([1, 1, 2, 100]))
                message = message[:at] + token + message[at:]
            case 4:
                message = message[:at]
            case 5:
                message = message[:at] + draw(chosen)
            case 6:
                other = draw(chosen)
                middle = draw(st.integers(0, len(other)))
                message = message[:at] + other[middle : middle + 600] + message[to:]
            case 7:
                message = message[:at] + draw(st.binary(max_size=12)) + message[to:]
    return message[: 4 * LARGEST]


def texts(value: object) -> list[str]:
    """Every text in a record."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for one in fields(value) for text in texts(getattr(value, one.name))]
    return []


@settings(max_examples=60, deadline=None, database=None)
@given(damaged())
def test_no_damage_breaks_the_reading(message: bytes) -> None:
    record = read_message(RawMessage("damaged.eml", 0, message))
    assert isinstance(record, Incoming | Refused | Skipped)
    assert read_message(RawMessage("damaged.eml", 0, message)) == record
    found = texts(record)
    assert all(text.encode() for text in found if text)
    if isinstance(record, Incoming):
        assert record.name
        assert len(record.attachments) <= MOST_ATTACHMENTS
        # What is written out grows with what was read: an escape, a quotation mark, a shown header.
        assert sum(map(len, found)) <= 20 * len(message) + 20_000
