"""Transcripts of calls and meetings: each is one talk with its speakers."""

import hashlib
import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import BinaryIO

from convonote.conversation.records import Channel, Kind
from convonote.intake.cutting import cut
from convonote.intake.records import Incoming, Party, Refused
from convonote.intake.transcripts.captions import captions, header, is_captions
from convonote.intake.transcripts.moments import stamped, without_stamps
from convonote.intake.transcripts.plain import is_plain, plain
from convonote.intake.transcripts.said import Said, is_nobody, turns, unrolled, with_names, written

_LARGEST = 1 << 26
"""Bytes of a transcript; no talk is that long."""
_LONGEST_READ = 1 << 23
"""Bytes of it that are read; how much more there is, is told."""
_MOST_LINES = 150_000
"""Lines of it that are read: some forty hours of captions."""
_BESIDE_LETTERS = bytes(range(0x80, 0xC0))
"""Bytes that go on with a letter in UTF-8."""
_HEAD = 4000
"""Bytes of a beginning behind which more may follow."""
_MOST_SPEAKERS = 200
_CALLED = re.compile(
    r"(?:\b|_)(?:phone|call|anruf|telefon\w*|llamada|appel|chiamata|ligação)", re.I
)
_SEEN = re.compile(r"zoom|teams|meet|video|webex|jitsi|skype", re.I)
_NOT_A_TITLE = re.compile(
    r"\b(?:recording|transcri\w*|captions?|subtitles?|otter(?:[ _.-]ai)?|closed|audio|video|cc|"
    r"meeting|zoom|gmt)\b|[_]+|\.(?=\s|$)|^\W+|\W+$",
    re.I,
)
_PLAIN = (".txt", ".text", ".md", "")
SPOKEN = "video"
"""The channel of the addresses that speakers get: the name under which they were heard."""


def is_transcript(head: bytes, name: str, *, named: bool = False) -> bool:
    """Whether a file is a transcript, from its first bytes and its name.

    Where somebody `named` it, few and short lines are enough.
    """
    text = _decoded(head)
    if "\0" in text:
        return False
    if is_captions(text):
        return True
    base = name.replace("\\", "/").rpartition("/")[2]
    ending = base[base.rfind(".") :].casefold() if "." in base else ""
    return ending in _PLAIN and is_plain(_whole_lines(text, head), base, named=named)


def _whole_lines(text: str, head: bytes) -> str:
    """The lines without the last one, which may be cut short where more follows."""
    return text if len(head) < _HEAD else text.rpartition("\n")[0] or text


def read_transcript(
    file: BinaryIO, source: str, modified: int | None, zone: tzinfo | None = None
) -> Iterator[Incoming | Refused]:
    """The talk; `modified` is when the file was written, for one that gives no date of its own."""
    text, left = _beginning(file)
    if left > _LARGEST:
        yield Refused(source, "it is greater than any transcript")
        return
    timed = is_captions(text)
    heard = unrolled(list(captions(text))) if timed else list(plain(text))
    said = turns(with_names(heard) if timed else heard)
    if not said:
        yield Refused(source, "nothing is said in it")
        return
    told = header(text) if timed else _above(text)
    yield _talk(source, cut(written(said), left), said, heard, told, modified, zone)


def _beginning(file: BinaryIO) -> tuple[str, int]:
    """As much of a text as is read, and how many characters there are beside that."""
    raw = file.read(_LONGEST_READ)
    left = 0
    while left <= _LARGEST and (block := file.read(1 << 20)):
        left += len(block.translate(None, _BESIDE_LETTERS))
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n", _MOST_LINES)
    if len(lines) > _MOST_LINES:
        more = len(lines[-1])
        text, left = text[: len(text) - more], left + more
    return text, left


def _talk(
    source: str,
    text: str,
    said: list[Said],
    heard: list[Said],
    told: str,
    modified: int | None,
    zone: tzinfo | None,
) -> Incoming:
    base = source.replace("\\", "/").rpartition("/")[2]
    stem = base.rpartition(".")[0] or base
    found = stamped(stem, zone) or stamped(told, zone)
    at, offset = found or (modified, 0)
    names = list(dict.fromkeys(each.speaker for each in said if not is_nobody(each.speaker)))
    if length := _length(heard):
        text += f"\n\n*{length}*"
    phone = _CALLED.search(stem) is not None and _SEEN.search(stem) is None
    return Incoming(
        source=source,
        place=0,
        name="talk:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        references=(),
        replies_to=None,
        author=None,
        to=tuple(Party(name, name, SPOKEN) for name in names[:_MOST_SPEAKERS]),
        cc=(),
        at=at,
        offset=offset,
        topic=_title(stem) or ", ".join(names[:3]) or stem,
        text=text,
        channel=Channel.PHONE if phone else Channel.VIDEO,
        kind=Kind.TALK,
        dated=found is not None,
    )


def _title(stem: str) -> str:
    """What the name of the file says beside the date."""
    bare = without_stamps(stem)
    for _ in range(3):
        bare = _NOT_A_TITLE.sub(" ", bare).strip()
    words = " ".join(bare.split())
    return words if sum(mark.isalpha() for mark in words) > 2 else ""


def _above(text: str) -> str:
    """The first lines of a plain transcript, which may tell the date."""
    return "\n".join(text.split("\n", 5)[:5])


def _length(heard: list[Said]) -> str:
    """How long the talk was, in words."""
    times = [time for each in heard for time in (each.start, each.end) if time is not None]
    if len(times) < 2 or max(times) == min(times):
        return ""
    minutes, seconds = divmod((max(times) - min(times)) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{seconds} s"


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end >= len(raw) - 1:
            # The first bytes of a file may end within a letter.
            return raw.decode("utf-8-sig", "ignore")
        return raw.decode("cp1252", "replace")
