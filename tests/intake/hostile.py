"""Messages made to break a reader, each read in a process of its own that is held to its bounds.

Run by itself it prints, for each of them, what came of it.
"""

import base64
import resource
import signal
import struct
import sys
from collections.abc import Callable

from convonote.intake.mail.message import RawMessage, read_message
from convonote.intake.mbox import LARGEST_MESSAGE
from tests.intake.children import read_each

SECONDS = 2
"""Of processor time, for one message."""
MEGABYTES = 300
"""Beyond what the process has before it reads."""

FROM = b"From: ana@example.org\nTo: me@example.net\nDate: Tue, 3 Nov 2026 10:00:00 +0100\n"
MANY = 200_000


def header(name: bytes, value: bytes) -> bytes:
    return FROM + name + b": " + value + b"\n\nHello.\n"


def body(kind: bytes, content: bytes, encoding: bytes = b"8bit") -> bytes:
    head = b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: " + encoding
    return FROM + head + b"\n\n" + content


def nested(levels: int, kind: bytes = b"multipart/mixed") -> bytes:
    opened = [
        b"Content-Type: %s; boundary=b%d\n\n--b%d\n" % (kind, level, level)
        for level in range(levels)
    ]
    closed = [b"\n--b%d--" % level for level in reversed(range(levels))]
    return FROM + b"".join(opened) + b"\nInside." + b"".join(closed)


def messages_in_messages(levels: int) -> bytes:
    return FROM + b"Content-Type: message/rfc822\n\n" * levels + b"\nInside."


def parts(count: int, one: bytes) -> bytes:
    return body(b"multipart/mixed; boundary=b", (b"--b\n" + one + b"\n") * count + b"--b--")


def html(content: bytes) -> bytes:
    return body(b"text/html", content)


def calendar(content: bytes) -> bytes:
    return body(b"text/calendar", b"BEGIN:VEVENT\n" + content + b"\nEND:VEVENT")


def winmail(attribute: int, content: bytes) -> bytes:
    packed = b"\x78\x9f\x3e\x22\0\0" + struct.pack("<BHHI", 1, attribute, 0, len(content)) + content
    return body(b"application/ms-tnef", base64.encodebytes(packed), b"base64")


def rich(content: bytes) -> bytes:
    stored = struct.pack("<II4sI", len(content) + 12, len(content), b"MELA", 0) + content
    value = struct.pack("<IHHII", 1, 0x102, 0x1009, 1, len(stored)) + stored
    return winmail(0x9003, value)


def rich_bomb() -> bytes:
    # Each pair of bytes stands for seventeen, and the length that is told is four gigabytes.
    packed = b"\xff" + b"\x00\x0f" * 8
    stored = struct.pack("<II4sI", 1 << 20, (1 << 32) - 1, b"LZFu", 0) + packed * 60_000
    return winmail(0x9003, struct.pack("<IHHII", 1, 0x102, 0x1009, 1, len(stored)) + stored)


def plain(content: bytes) -> bytes:
    return FROM + b"\n" + content


HOSTILE: dict[str, Callable[[], bytes]] = {
    "2,000 levels of parts": lambda: nested(2_000),
    "2,000 levels of versions": lambda: nested(2_000, b"multipart/alternative"),
    "2,000 messages in messages": lambda: messages_in_messages(2_000),
    "10,000 parts": lambda: parts(10_000, b"\nText"),
    "10,000 files": lambda: parts(10_000, b"Content-Type: image/png; name=a.png\n\nx"),
    "10,000 messages": lambda: parts(10_000, b"Content-Type: message/rfc822\n\nSubject: x\n\ny"),
    "10,000 messages of a digest": lambda: body(
        b"multipart/digest; boundary=b", b"--b\n\nSubject: x\n\ny\n" * 10_000 + b"--b--"
    ),
    "30 levels of wide versions": lambda: nested(29, b"multipart/alternative").replace(
        b"\nInside.", b"Content-Type: multipart/alternative; boundary=x\n\n"
        + b"--x\nContent-Type: text/x\n\nInside\n" * 3_000
    ),
    "boundaries that are none": lambda: body(
        b"multipart/mixed; boundary=b", b"--b\n\nx\n" + b"--bb\n" * 4 * MANY
    ),
    "a boundary for every part": lambda: body(
        b"multipart/mixed; boundary=b", b"--b--\n" * MANY
    ),
    "parts that begin with headers only": lambda: parts(10_000, b"Content-Type: text/html"),
    "a megabyte of References": lambda: header(b"References", b"<a@b> " * 170_000),
    "a megabyte of broken References": lambda: header(b"References", b"<" * MANY),
    "From of brackets": lambda: FROM[22:] + b"From: " + b"(" * 1_000_000 + b"\n\nx",
    "From of quotes": lambda: FROM[22:] + b"From: " + b'"a\\' * MANY + b"\n\nx",
    "From of angles": lambda: FROM[22:] + b"From: " + b"<a@" * MANY + b"\n\nx",
    "To of words": lambda: header(b"Cc", b"a " * MANY),
    "To of commas": lambda: header(b"Cc", b"," * MANY),
    "100,000 people": lambda: header(
        b"Cc", b"".join(b"a%d@x.org, " % place for place in range(100_000))
    ),
    "4,000 semicolons": lambda: header(b"Content-Type", b"text/plain" + b";" * 4_000),
    "a megabyte of semicolons": lambda: header(b"Content-Type", b"text/plain" + b"; a=" * MANY),
    "a megabyte of name*0": lambda: header(
        b"Content-Type", b"text/plain" + b"".join(b"; a*%d=b" % place for place in range(90_000))
    ),
    "a Subject of encoded words": lambda: header(b"Subject", b"=?utf-8?q?a?= " * (MANY // 14)),
    "a Subject of broken words": lambda: header(b"Subject", b"=?a?q?" * (MANY // 6)),
    "a Subject of marks": lambda: header(b"Subject", b"Re: [a] " * (MANY // 8)),
    "a Subject of spaces": lambda: header(b"Subject", b"x" + b" " * MANY + b"x\n y"),
    "spaces before a fold": lambda: header(b"Subject", b"x" + b" " * 60_000 + b"x\n y"),
    "folds without an end": lambda: header(b"Subject", b"a\n " * MANY),
    "a Date of digits": lambda: FROM[:44] + b"Date: " + b"1 " * MANY + b"\n\nx",
    "100,000 Received": lambda: b"Received: from a; x\n" * 100_000 + FROM + b"\nx",
    "a List-Id of brackets": lambda: header(b"List-Id", b"<a" * MANY),
    "48 MB of headers": lambda: b"X-A: b\n" * (LARGEST_MESSAGE // 7),
    "one line of 100 MB": lambda: plain(b"x" * 100_000_000),
    "one word a line": lambda: plain(b"x\n" * 20 * MANY),
    "quotations": lambda: plain(b"> > x\n" * 5 * MANY),
    "attributions": lambda: plain(b"On 2026-01-01 10:00, Ana <a@b.org> wrote\n" * 100_000),
    "header blocks": lambda: plain(b"From: a\nSent: b\n\n" * 100_000),
    "signatures": lambda: plain(b"x\n-- \n" * MANY),
    "fences": lambda: plain(b"```\n" * MANY),
    "spaces": lambda: plain(b" " * 8 * MANY + b"x"),
    "spaces and lines": lambda: plain(b" \n" * 4 * MANY + b"x"),
    "questions": lambda: plain(b"could you? " * (MANY // 2)),
    "flowed lines": lambda: body(b"text/plain; format=flowed", b"> a \n" * MANY),
    "base64 of anything": lambda: body(b"text/plain", bytes(range(256)) * 40_000, b"base64"),
    "base64 of pads": lambda: body(b"text/plain", b"A=" * 10 * MANY, b"base64"),
    "48 MB of base64": lambda: body(b"text/plain", b"QUFB" * (LARGEST_MESSAGE // 4), b"base64"),
    "quoted-printable": lambda: body(b"text/plain", b"=" * 20 * MANY, b"quoted-printable"),
    "uuencoded": lambda: body(b"text/plain", (b"M" + b"!" * 60 + b"\n") * 100_000, b"x-uuencode"),
    "uuencoded beginnings": lambda: plain(b"begin 644 a\n" * MANY),
    "yEnc beginnings": lambda: plain(b"=ybegin line=1 name=a\n" * (MANY // 4)),
    "seals": lambda: plain(b"-----BEGIN PGP MESSAGE-----\n" * (MANY // 4)),
    "signed seals": lambda: plain(b"-----BEGIN PGP SIGNED MESSAGE-----\na: b\n" * (MANY // 4)),
    "a million entities": lambda: html(b"&amp;" * 1_000_000),
    "broken entities": lambda: html(b"&a" * MANY),
    "comments": lambda: html(b"<!--" * MANY),
    "open tags": lambda: html(b"<a " * MANY),
    "attributes": lambda: html(b"<p " + b"style=a " * MANY + b">x"),
    "deep elements": lambda: html(b"<div>" * MANY),
    "deep quotations": lambda: html(b"<blockquote>" * MANY),
    "deep lists": lambda: html(b"<ul><li>" * MANY),
    "deep tables": lambda: html(b"<table border=1><tr><td>" * MANY),
    "a wide table": lambda: html(b"<table border=1>" + b"<tr>" + b"<td>x" * MANY),
    "deep marks": lambda: html(b"<b><i><code>" * MANY),
    "links": lambda: html(b"<a href='https://x.org/'>x" * MANY),
    "hidden": lambda: html(b"<p style='display:none'>" * MANY + b"</b>" * MANY),
    "scripts": lambda: html(b"<script>" * MANY),
    "marks of markdown": lambda: html(b"*_`[](~" * MANY),
    "rows of a table": lambda: html(b"-" * MANY + b"!"),
    "empty code": lambda: html(b"<pre>" + b"\n" * MANY),
    "code": lambda: html(b"<pre>" + b"`" * MANY),
    "calendar lines": lambda: calendar(b"SUMMARY;a=b:c\n" * 100_000),
    "calendar parameters": lambda: calendar(b"SUMMARY" + b';a="b"' * 100_000 + b":x"),
    "calendar quotes": lambda: calendar(b"SUMMARY" + b';"' * 100_000 + b":x"),
    "calendar folds": lambda: calendar(b"SUMMARY:x" + b"\n " * 500_000),
    "attendees": lambda: calendar(
        b"".join(b"ATTENDEE;CN=a:mailto:%d@b\n" % place for place in range(20_000))
    ),
    "reports": lambda: body(
        b"message/delivery-status", b"Final-Recipient: rfc822; a@b\nAction: failed\n\n" * 20_000
    ),
    "empty reports": lambda: body(b"message/delivery-status", b"\n\n" * 400_000 + b"a: b"),
    "packed attributes": lambda: winmail(0x9002, bytes(9) * MANY),
    "packed properties": lambda: winmail(0x9003, struct.pack("<I", 1 << 31) + bytes(8) * MANY),
    "packed names": lambda: winmail(
        0x9003, struct.pack("<IHH", 1 << 31, 0x1F, 0x8001) + b"\xff" * MANY
    ),
    "rich text": lambda: rich(b"{\\rtf1" + b"{\\*\\a" * 200_000),
    "rich bytes": lambda: rich(b"{\\rtf1" + b"\\'e9" * 250_000),
    "a rich bomb": rich_bomb,
    "a seal of pieces": lambda: body(
        b"application/pkcs7-mime",
        base64.encodebytes(
            b"\x30\x80" + bytes.fromhex("06092a864886f70d010702") + b"\xa0\x80\x30\x80\x02\x01\x01"
            b"\x31\x00\x30\x80\x06\x00\xa0\x80\x24\x80" + b"\x04\x01x" * MANY
        ),
        b"base64",
    ),
    "enriched": lambda: body(b"text/enriched", b"<param>" * MANY + b"<bold>" * MANY),
    "a name of paths": lambda: body(b"image/png; name=" + b"../" * 20_000, b"x"),
    "zeros": lambda: bytes(10 * MANY),
    "every byte": lambda: FROM + b"\n" + bytes(range(256)) * 40_000,
}  # fmt: skip


class TooLongError(BaseException):
    """It took longer than it may."""


def read(message: bytes) -> str:
    """What came of one message, read by this process; nothing where all is as it should be."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        read_message(RawMessage("hostile", 0, message[:LARGEST_MESSAGE]))
    except TooLongError:
        return f"took longer than {SECONDS} seconds"
    except Exception as problem:
        return f"raised {problem!r}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    after = resource.getrusage(resource.RUSAGE_SELF)
    grown = (after.ru_maxrss - before.ru_maxrss) >> 10
    if "-v" in sys.argv:
        return f"{after.ru_utime - before.ru_utime:.2f} s, {grown} MB"
    return f"took {grown} MB" if grown > MEGABYTES else ""


def _stop(_number: int, _frame: object) -> None:
    raise TooLongError


if __name__ == "__main__":
    read_each(HOSTILE, read)
