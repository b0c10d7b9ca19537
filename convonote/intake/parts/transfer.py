"""What a part holds behind its transfer encoding, read as well as it can be."""

import binascii
import re

from convonote.intake.parts import uuencoded
from convonote.intake.parts.mime import Part

_KEPT = re.compile(r"[^a-z0-9]")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_ODD = re.compile(rb"[^A-Za-z0-9+/=\s]")
_PADDED = re.compile(rb"=+")
_INNER_SPACE = re.compile(rb"\S[ \t]+\S")
_MOST_PIECES = 1000
_NAMES = {
    "quotedprintable": "qp",
    "qp": "qp",
    "quotedprint": "qp",
    "base64": "base64",
    "b64": "base64",
    "xbase64": "base64",
    "xuuencode": "uu",
    "uuencode": "uu",
    "uuencoded": "uu",
    "xuue": "uu",
    "uue": "uu",
}
_COUNTED = 1 << 20
"""Bytes up to which the size of a quoted-printable part is counted rather than estimated."""


def content(raw: bytes, part: Part, most: int) -> bytes:
    """What the part holds, decoded; at most some `most` bytes are read."""
    body = raw[part.start : min(part.end, part.start + most)]
    encoding = _encoding(part)
    if encoding == "qp":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        return _from_base64(body, is_text=part.type.startswith("text/"))
    if encoding == "uu":
        return uuencoded.whole(body)
    return body


def size(raw: bytes, part: Part) -> int:
    """Bytes that the part holds, decoded, without decoding much."""
    encoding = _encoding(part)
    length = part.end - part.start
    if encoding == "uu":
        return max(0, (length - 30) * 45 // 62) if length > _COUNTED else len(_whole(raw, part))
    if encoding == "qp":
        return length if length > _COUNTED else len(_whole(raw, part))
    if encoding != "base64":
        return length
    letters = length - raw.count(b"\n", part.start, part.end)
    padding = raw[max(part.start, part.end - 4) : part.end].count(b"=")
    return max(0, letters * 3 // 4 - padding)


def _whole(raw: bytes, part: Part) -> bytes:
    return content(raw, part, part.end - part.start)


def _encoding(part: Part) -> str:
    declared = part.headers.get("content-transfer-encoding")
    if not declared:
        return ""
    # Names come with comments, quotes and semicolons: `"base64"; charset=utf-8`.
    name = declared.lower().partition(";")[0].partition("(")[0]
    return _NAMES.get(_KEPT.sub("", name), "")


def _from_base64(body: bytes, *, is_text: bool) -> bytes:
    if is_text and (inner := _INNER_SPACE.search(body)) is not None:
        # Words are no base64: it is plain text, or a list has put its footer below.
        odd = _ODD.search(body)
        first = min(inner.start() + 1, odd.start() if odd else inner.end())
        line = body.rfind(b"\n", 0, first) + 1
        letters = _NOT_BASE64.sub(b"", body)
        if line == 0 and len(letters) % 4 == 0 and len(letters) == len(b"".join(body.split())):
            return _decoded(letters)
        if line == 0:
            return body
        return _decoded(_NOT_BASE64.sub(b"", body[:line])) + b"\n" + body[line:]
    return _decoded(_NOT_BASE64.sub(b"", body))


def _decoded(letters: bytes) -> bytes:
    """Base64 of which pieces, each with its padding, may follow one another."""
    letters = letters.rstrip(b"=")
    inner = letters.count(b"=")
    if not inner:
        return _piece(letters)
    if inner > _MOST_PIECES:
        return _piece(letters.replace(b"=", b""))
    return b"".join(_piece(piece) for piece in _PADDED.split(letters))


def _piece(letters: bytes) -> bytes:
    over = len(letters) % 4
    if over == 1:
        letters = letters[:-1]  # One letter too many holds nothing.
    try:
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return letters
