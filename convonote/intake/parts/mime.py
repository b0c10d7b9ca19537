"""The parts of a message, cut without recursion and without copies, and kept within bounds."""

import re
from dataclasses import dataclass, field

from convonote.intake.mail.encoded import decoded, parameters
from convonote.intake.mail.headers import Headers, read_headers

DEEPEST = 30
"""Levels of nesting that are looked into; what lies deeper stays one part."""
MOST_PARTS = 10_000
"""Parts that are told apart; the rest of the message belongs to the last."""

_REST_OF_BOUNDARY = re.compile(rb"(--)?[ \t]*+(?=\n|\Z)")
_KIND = re.compile(r"([a-z0-9!#$&^_.+-]{1,80})\s*/\s*([a-z0-9!#$&^_.+-]{1,80})")
_BARE_KINDS = {"html": "text/html", "plain": "text/plain", "plain/text": "text/plain"}
_FIRST_LINE_AS_BOUNDARY = re.compile(
    rb"^--(?=[^\n]*[^\s-])([^\n]{1,200}?)[ \t]*\ncontent-[a-z-]{2,40}[ \t]*:", re.M | re.I
)
_PART_FOLLOWS = re.compile(rb"content-(?:type|transfer|disposition)", re.I)
_GUESSED_WITHIN = 4096
"""Bytes in which a boundary is looked for that nothing declares."""


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
    _name: str | None = None

    @property
    def disposition(self) -> str:
        """`attachment`, `inline`, or nothing."""
        return self.headers.get("content-disposition").partition(";")[0].strip(" \t\"'").lower()

    @property
    def name(self) -> str:
        """The file name it carries, or nothing."""
        if self._name is None:
            self._name = self._found_name()
        return self._name

    @property
    def attached(self) -> bool:
        """It is a file that was sent along, not something said."""
        return bool(self.name) or self.disposition == "attachment"

    def _found_name(self) -> str:
        written = self.params.get("name")
        if "content-disposition" in self.headers:
            _, params = parameters(self.headers.get("content-disposition"))
            written = params.get("filename") or params.get("name") or written
        if not written and "content-location" in self.headers:
            place = self.headers.get("content-location").partition("?")[0].rpartition("/")[2]
            written = place if "." in place and not self.type.startswith("text/") else ""
        return file_name(decoded(written)) if written else ""


def file_name(written: str) -> str:
    """The last part of a path, in one line."""
    return " ".join(written.replace("\\", "/").rpartition("/")[2].split())[:200]


def read_parts(raw: bytes, headers: Headers, start: int) -> Part:
    """The message as a tree of parts; `raw` has line ends of LF only."""
    root = _part(headers, start, len(raw), 0, "text/plain")
    if raw.startswith(b"--", start) and _is_unsaid(raw, root):
        root.type = "multipart/mixed"  # Its headers do not say so, but there the parts are.
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
    found = _first_boundary(raw, boundary, start, len(raw))
    while found is not None and not found[2]:
        found = _boundary(raw, b"\n--" + boundary, found[1], len(raw), len(raw))
    return found is not None


def _part(headers: Headers, start: int, end: int, depth: int, default: str) -> Part:
    if "content-type" not in headers:
        return Part(headers, default, {}, start, end, depth)
    declared, params = parameters(headers.get("content-type"))
    bare = declared.replace(" ", "")
    found = _KIND.match(declared)
    kind = _BARE_KINDS.get(bare) or (f"{found[1]}/{found[2]}" if found else default)
    return Part(headers, kind, params, start, end, depth)


def _is_unsaid(raw: bytes, root: Part) -> bool:
    """Whether a message that begins as one of several parts is one, though it says otherwise."""
    if root.type.startswith("multipart/"):
        return False
    boundary = root.params.get("boundary", "").encode("utf-8", "replace").rstrip()
    if boundary:
        return raw.startswith(b"--" + boundary, root.start)
    return "content-type" not in root.headers and bool(_guessed(raw, root))


def _cut(raw: bytes, part: Part, most: int) -> list[tuple[int, int]]:
    """Where the parts inside a multipart begin and end."""
    boundary = part.params.get("boundary", "").encode("utf-8", "replace").rstrip()
    found = _between(raw, part, boundary, most) if boundary else []
    if not found and (boundary := _guessed(raw, part)):
        found = _between(raw, part, boundary, most)
    return found


def _guessed(raw: bytes, part: Part) -> bytes:
    """The first line that looks like a boundary, where what is declared is none."""
    end = min(part.end, part.start + _GUESSED_WITHIN)
    guess = _FIRST_LINE_AS_BOUNDARY.search(raw, part.start, end)
    return guess[1] if guess else b""


def _between(raw: bytes, part: Part, boundary: bytes, most: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = -1
    cut = _first_boundary(raw, boundary, part.start, part.end)
    while cut is not None and len(found) < most:
        start, behind, last = cut
        if begin >= 0:
            found.append((begin, max(begin, start)))
        begin = min(behind + 1, part.end)
        following = _boundary(raw, b"\n--" + boundary, behind, part.end, part.end)
        if last and not (following and _PART_FOLLOWS.match(raw, following[1] + 1)):
            # A part inside may have taken the same boundary, and then others follow.
            return found
        if last:
            begin = -1
        cut = following
    if cut is not None and found:
        found[-1] = (found[-1][0], part.end)
    elif begin >= 0:
        found.append((begin, part.end))  # Cut off, or without its last boundary.
    return found


def _first_boundary(
    raw: bytes, boundary: bytes, start: int, end: int
) -> tuple[int, int, bool] | None:
    """The first line that is a boundary; it may stand right at the start."""
    at_once = _boundary(raw, b"--" + boundary, start, start + 2 + len(boundary), end)
    return at_once or _boundary(raw, b"\n--" + boundary, start, end, end)


def _boundary(
    raw: bytes, mark: bytes, start: int, within: int, end: int
) -> tuple[int, int, bool] | None:
    """The next line that is a boundary: where it begins and ends, and whether it is the last.

    `mark` is what it begins with, `within` where that must have ended, and `end` where all does.
    Each message has boundaries of its own, and to compile a pattern for them costs most of all.
    """
    while (at := raw.find(mark, start, min(within, end))) >= 0:
        if rest := _REST_OF_BOUNDARY.match(raw, at + len(mark), end):
            return at, rest.end(), rest[1] is not None
        start = at + 1
    return None
