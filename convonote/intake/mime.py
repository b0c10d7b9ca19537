"""The parts of a message, cut without recursion and without copies, and kept within bounds."""

import binascii
import re
from dataclasses import dataclass, field

from convonote.intake.encoded import decoded, parameters
from convonote.intake.headers import Headers, read_headers

DEEPEST = 30
"""Levels of nesting that are looked into; what lies deeper stays one part."""
MOST_PARTS = 1000
"""Parts that are told apart; the rest of the message belongs to the last."""

_FIRST_LINE_AS_BOUNDARY = re.compile(rb"^--(\S{1,200})[ \t]*$", re.M)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


@dataclass(slots=True)
class Part:
    """One part: its headers, what it says it is, and where it stands in the message."""

    headers: Headers
    type: str
    """Such as `text/plain`, lower case."""
    params: dict[str, str]
    start: int
    end: int
    depth: int = 0
    children: list["Part"] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file name it carries, or nothing."""
        _, params = parameters(self.headers.get("content-disposition"))
        name = decoded(params.get("filename") or self.params.get("name") or "")
        return " ".join(name.replace("\\", "/").rpartition("/")[2].split())[:200]

    @property
    def attached(self) -> bool:
        """It is a file that was sent along, not something said."""
        disposition, _, _ = self.headers.get("content-disposition").partition(";")
        return disposition.strip().lower() == "attachment" or bool(self.name)


def read_parts(raw: bytes, headers: Headers, start: int) -> Part:
    """The message as a tree of parts; `raw` has line ends of LF only."""
    root = _part(headers, start, len(raw), 0, "text/plain")
    waiting = [root]
    count = 1
    while waiting:
        part = waiting.pop()
        if not part.type.startswith("multipart/") or part.depth >= DEEPEST:
            continue
        default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        for begin, end in _cut(raw, part, MOST_PARTS - count):
            inner, body = read_headers(raw, begin, end)
            part.children.append(_part(inner, body, end, part.depth + 1, default))
        count += len(part.children)
        if not part.children:
            part.type = "text/plain"  # It says it has parts and has none: show what is there.
        waiting.extend(reversed(part.children))
    return root


def is_closed(raw: bytes, start: int, headers: Headers) -> bool:
    """Whether a body from `start` has its last boundary, where it is one that needs it."""
    declared, params = parameters(headers.get("content-type"))
    boundary = params.get("boundary", "").encode("utf-8", "replace").rstrip()
    if not declared.replace(" ", "").startswith("multipart/") or not boundary:
        return True
    last = re.compile(rb"^--" + re.escape(boundary) + rb"--[ \t]*$", re.M)
    return last.search(raw, start) is not None


def _part(headers: Headers, start: int, end: int, depth: int, default: str) -> Part:
    declared, params = parameters(headers.get("content-type"))
    kind = declared.replace(" ", "")
    if "/" not in kind:
        kind = "text/html" if kind == "html" else default
    return Part(headers, kind, params, start, end, depth)


def _cut(raw: bytes, part: Part, most: int) -> list[tuple[int, int]]:
    """Where the parts inside a multipart begin and end."""
    boundary = part.params.get("boundary", "").encode("utf-8", "replace").rstrip()
    if not boundary:
        guess = _FIRST_LINE_AS_BOUNDARY.search(raw, part.start, min(part.end, part.start + 4096))
        if guess is None:
            return []
        boundary = guess[1]
    line = b"--" + boundary
    found: list[tuple[int, int]] = []
    begin = -1
    position = part.start
    while len(found) < most:
        position = raw.find(line, position, part.end)
        if position < 0:
            break
        after = position + len(line)
        stop = raw.find(b"\n", after, part.end)
        stop = part.end if stop < 0 else stop
        tail = raw[after : min(stop, after + 200)].strip()
        if (position == part.start or raw[position - 1] == 10) and tail in (b"", b"--"):
            if begin >= 0:
                found.append((begin, max(begin, position - 1)))
            begin = min(stop + 1, part.end)
            if tail:
                return found
        position = after
    if begin >= 0:
        found.append((begin, part.end))  # Cut off, or without its last boundary.
    return found


def content(raw: bytes, part: Part, most: int) -> bytes:
    """What the part holds, decoded as well as it can be; at most some `most` bytes are read."""
    body = raw[part.start : min(part.end, part.start + most)]
    encoding = part.headers.get("content-transfer-encoding").strip(" ;\"'").lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        letters = _NOT_BASE64.sub(b"", body)
        try:
            return binascii.a2b_base64(letters[: len(letters) // 4 * 4] + _padded(letters))
        except binascii.Error:
            return body
    return body


def _padded(letters: bytes) -> bytes:
    rest = letters[len(letters) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""


def size(raw: bytes, part: Part) -> int:
    """Bytes that the part holds, decoded, without decoding it."""
    encoding = part.headers.get("content-transfer-encoding").strip().lower()
    length = part.end - part.start
    if encoding != "base64":
        return length
    letters = length - raw.count(b"\n", part.start, part.end)
    padding = raw[max(part.start, part.end - 4) : part.end].count(b"=")
    return max(0, letters * 3 // 4 - padding)
