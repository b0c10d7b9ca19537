"""WebVTT and SRT: captions with their times."""

import html
import re
from collections.abc import Iterator

from convonote.intake.transcripts.said import Said

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?\s++([^<>]{1,200})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<[\d:.]{1,20}>|\{\\[^{}]{1,40}\}")
_ASIDE = ("NOTE", "STYLE", "REGION", "WEBVTT", "X-TIMESTAMP-MAP", "Kind:", "Language:")


def is_captions(text: str) -> bool:
    """Whether a text begins as WebVTT or SRT does."""
    lines = [line for line in text.splitlines()[:40] if line.strip()]
    if lines and lines[0].lstrip("\ufeff").startswith("WEBVTT"):
        return True
    return any(_TIMING.match(line) for line in lines[:2])


def captions(text: str) -> Iterator[Said]:
    """Each caption; of one in which several speak, each by itself."""
    for block in re.split(r"\n(?:[ \t]*\n)+", text):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:3]) if _TIMING.match(line)), None)
        if at is None:
            continue
        found = _TIMING.match(lines[at])
        assert found is not None
        start, end = _milliseconds(found, 0), _milliseconds(found, 4)
        yield from _voices("\n".join(lines[at + 1 :]), start, end)


def header(text: str) -> str:
    """What stands before the first caption, and in notes: it may tell the date."""
    blocks = re.split(r"\n[ \t]*\n", text[:100_000])
    told = []
    for block in blocks[:50]:
        if any(_TIMING.match(line) for line in block.split("\n")[:3]):
            continue
        if block.lstrip("\ufeff").startswith(_ASIDE):
            told.append(block)
    return "\n".join(told)


def _voices(payload: str, start: int, end: int) -> Iterator[Said]:
    parts = _VOICE.split(payload)
    # Before the first voice stands what nobody is named for; then names and texts take turns.
    for name, text in zip(["", *parts[1::2]], parts[::2], strict=True):
        bare = html.unescape(_TAG.sub("", text)).strip()
        if bare:
            yield Said(" ".join(html.unescape(name).split()), bare, start, end)


def _milliseconds(found: re.Match[str], first: int) -> int:
    hours, minutes, seconds, rest = (found[first + n] or "0" for n in range(1, 5))
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return whole * 1000 + int(rest.ljust(3, "0"))
