"""Chats, transcripts and cards made to break a reader, each read in a process of its own.

Run by itself it prints, for each of them, where it broke its bounds or raised something.
"""

import io
import resource
import sys
from collections.abc import Callable, Iterator

from convonote.intake.cards import read_cards
from convonote.intake.chats import read_chat
from convonote.intake.formats import Format
from convonote.intake.transcripts import read_transcript
from tests.intake.children import read_each
from tests.intake.hostile import MEGABYTES, SECONDS

SIZE = 10_000_000
"""Bytes of most of them."""
LARGE = 100_000_000
"""Bytes of those that may take memory."""
HEAD = b"[2026-01-01, 10:00:00] Ana: "
BEGIN, END = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n", b"END:VCARD\n"
JSON = b'{"name": "Bo", "type": "personal_chat", "id": 1, "messages": [{"type": "message", "id": 1,'
JSON += b' "date_unixtime": "1700000000", "from": "Bo", "from_id": "user1", "text": '

Hostile = tuple[str, bytes]


def chat(content: bytes) -> Hostile:
    return "chat", HEAD + b"Hello\n" + content + b"\n" + HEAD + b"Bye\n"


def many(one: bytes, size: int = SIZE) -> bytes:
    return one * (size // len(one))


def card(content: bytes) -> Hostile:
    return "card", BEGIN + content + b"\n" + END + BEGIN + END


def talk(content: bytes) -> Hostile:
    return "talk", b"WEBVTT\n\n00:00.000 --> 00:02.000\nAna: Hello\n\n" + content


def cues(count: int, words: bytes) -> bytes:
    return (b"00:00.000 --> 00:02.000\n" + words + b"\n\n") * count


HOSTILE: dict[str, Callable[[], Hostile]] = {
    "a message of short lines": lambda: chat(many(b"x\n", LARGE)),
    "a message of brackets": lambda: chat(many(b"[\n")),
    "a message of digits": lambda: chat(many(b"1\n")),
    "a message of half heads": lambda: chat(many(b"1.1.11 11111\n", SIZE)),
    "a message in Cyrillic": lambda: chat(many("привет, как дела?\n".encode())),
    "a message in Hindi": lambda: chat(many("नमस्ते, क्या हाल\n".encode())),
    "a message of one line": lambda: chat(many(b"x", LARGE)),
    "a message of links": lambda: chat(many(b"[", 2_000_000)),
    "a message of media": lambda: chat(many(b"![](media/", 2_000_000)),
    "a message of marks": lambda: chat(many("\u200e".encode(), 3_000_000)),
    "a message of names": lambda: chat(many("@\u2068a".encode(), 3_000_000)),
    "quotation marks": lambda: ("chat", HEAD[:23] + many("‘".encode(), 3_000_000) + b"\n" + HEAD),
    "lines before the first": lambda: ("chat", many(b"x\n") + HEAD + b"Hello"),
    "a message without a date": lambda: chat(b"[2026-99-99, 10:00:00] Ana: x\n" + many(b"y\n")),
    "a chat in UTF-16": lambda: (
        "chat",
        b"\xff\xfe" + (chat(many(b"x\n"))[1].decode().encode("utf-16-le")),
    ),
    "a value of lists": lambda: ("telegram", JSON + b"[" + many(b"[],") + b"1]}]}"),
    "a value of objects": lambda: ("telegram", JSON + b"[" + many(b'{"a":1},') + b"1]}]}"),
    "a text of parts": lambda: (
        "telegram",
        JSON + b"[" + many(b'{"type":"bold","text":"a"},', 4_000_000) + b'""]}]}',
    ),
    "a text of lines": lambda: ("telegram", JSON + b'"' + many(b"\n", 4_000_000) + b'x"}]}'),
    "a folded line": lambda: card(b"NOTE:x\n" + many(b" x\n", LARGE)),
    "a folded picture": lambda: card(b"PHOTO:x\n" + many(b" x\n", LARGE)),
    "a folded picture of colons": lambda: card(b"PHOTO:x\n" + many(b" :\n")),
    "a quoted-printable line": lambda: card(b"NOTE;ENCODING=QUOTED-PRINTABLE:x\n" + many(b"a=\n")),
    "prose": lambda: card(b"NOTE:x\n" + many(b"x\n")),
    "a nested card": lambda: card(b"AGENT:\nBEGIN:VCARD\n" + many(b"X:x\n")),
    "many numbers": lambda: card(many(b"TEL:1\n")),
    "marks of no card": lambda: ("card", many(b"vcard\n") + BEGIN + END),
    "many labels": lambda: card(
        b"".join(b"item%d.X-ABLABEL:x\nitem%d.TEL:%d\n" % (n, n, n) for n in range(100_000))
    ),
    "empty cards": lambda: ("card", many(b"BEGIN:VCARD\nEND:VCARD\n", LARGE)),
    "a million cues": lambda: talk(cues(1_000_000, b"x")),
    "a million speakers": lambda: talk(
        b"".join(b"00:00.000 --> 00:02.000\nA%d: x\n\n" % n for n in range(500_000))
    ),
    "a caption of lines": lambda: talk(
        cues(1, many(b"x\n")) + b"".join(b"%d\n" % n for n in range(70_000)) * 2
    ),
    "captions that roll": lambda: talk(
        cues(2, b"".join(b"%d\n" % n for n in range(60_000)) + b"x")
    ),
    "voices": lambda: talk(cues(1, many(b"<v.", 4_000_000))),
    "voices of spaces": lambda: talk(cues(1, b"<v" + many(b" ", 4_000_000))),
    "named voices": lambda: talk(cues(1, many(b"<v a", 4_000_000))),
    "tags": lambda: talk(cues(1, many(b"<a", 4_000_000))),
    "a plain talk": lambda: ("talk", b"Ana: Hello\nBo: Hi\n" + many(b"x\n")),
    "empty captions": lambda: talk(many(b"\n")),
}


def items(kind: str, content: bytes) -> Iterator[object]:
    file = io.BytesIO(content)
    if kind == "card":
        return read_cards(file, "x.vcf")
    if kind == "talk":
        return read_transcript(file, "x.vtt", None)
    return read_chat(file, "x", Format.TELEGRAM if kind == "telegram" else Format.WHATSAPP)


def read(kind: str, content: bytes) -> str:
    """What came of one of them, read by this process; nothing where all is as it should be."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    spent = before.ru_utime + before.ru_stime
    # The system ends what goes far beyond.
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + 4 * SECONDS,) * 2)
    try:
        count = sum(1 for _ in items(kind, content))
    except Exception as problem:
        return f"raised {problem!r}"
    after = resource.getrusage(resource.RUSAGE_SELF)
    took = after.ru_utime + after.ru_stime - spent
    grown = (after.ru_maxrss - before.ru_maxrss) >> 10
    if "-v" in sys.argv:
        return f"{took:.2f} s, {grown} MB, {count} items"
    if took > SECONDS:
        return f"took {took:.1f} seconds"
    return f"took {grown} MB" if grown > MEGABYTES else ""


if __name__ == "__main__":
    read_each(HOSTILE, lambda made: read(*made))
