"""Encoded words and parameters of headers (RFC 2047, RFC 2231), read leniently."""

import binascii
import re
from urllib.parse import unquote_to_bytes

from convonote.intake.mail.charset import decode

# Within a word a question mark ought to be encoded, and is not always.
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+(?:\?(?!=)[^?]*+){0,20})\?=")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_PARAMETER = re.compile(r';\s*+([^\s=;"]{1,60})\s*+=\s*+("(?:[^"\\]|\\.)*+"?|[^;]*+)')
_USUAL = re.compile(r'[^;"]{1,100};\s?([a-z]{1,20})="?([\w-]{1,60})"?\s?', re.I | re.A)
"""One parameter in plain letters, as nearly every part has."""
_BACKSLASH = re.compile(r"\\(.)")
_CONTINUED = re.compile(r"(.+?)\*(?:(\d{1,3})(\*)?)?\Z")
_MOST_PARAMETERS = 200


def decoded(value: str) -> str:
    """A header's value with its encoded words read; what cannot be read stays as it is."""
    if "=?" not in value:
        return value
    pieces: list[str] = []
    run: list[bytes] = []
    charset = ""
    end = 0
    for word in _WORD.finditer(value):
        content = _content(word[2].lower(), word[3])
        if content is None:
            continue
        between = value[end : word.start()]
        declared = word[1].partition("*")[0]
        # White space between two encoded words is not part of the text, and a character of
        # several bytes may begin in one word and end in the next.
        joined = bool(end) and (not between or between.isspace())
        if run and not (joined and declared.lower() == charset.lower()):
            pieces.append(decode(b"".join(run), charset))
            run = []
        if not joined:
            pieces.append(between)
        run.append(content)
        charset = declared
        end = word.end()
    if run:
        pieces.append(decode(b"".join(run), charset))
    pieces.append(value[end:])
    return "".join(pieces)


def _content(how: str, text: str) -> bytes | None:
    raw = text.encode("utf-8", "replace")
    if how == "q":
        return binascii.a2b_qp(raw.replace(b" ", b"_"), header=True)
    letters = _NOT_BASE64.sub(b"", raw)
    if len(letters) % 4 == 1:
        letters = letters[:-1]  # One letter too many holds nothing.
    try:
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return None


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """The main value, lower case, and the parameters, as in `text/plain; charset=utf-8`."""
    main, semicolon, _ = value.partition(";")
    found: dict[str, str] = {}
    if (usual := _USUAL.fullmatch(value)) is not None:
        return main.strip().lower(), {usual[1].lower(): usual[2]}
    parts: dict[str, list[tuple[int, bool, str]]] = {}
    if semicolon:
        for number, match in enumerate(_PARAMETER.finditer(value, len(main))):
            if number >= _MOST_PARAMETERS:
                break
            name, content = match[1].lower(), _unquoted(match[2])
            continued = _CONTINUED.match(name)
            if continued is None:
                found.setdefault(name, content)
            else:
                encoded = continued[3] is not None or continued[2] is None
                piece = (int(continued[2] or 0), encoded, content)
                parts.setdefault(continued[1], []).append(piece)
    for name, pieces in parts.items():
        found[name] = _joined(sorted(pieces))
    return main.strip().lower(), found


def _unquoted(content: str) -> str:
    if content.startswith('"'):
        return _BACKSLASH.sub(r"\1", content[1:].removesuffix('"'))
    return content.strip()


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    """The value that was given in several parts, or in a charset of its own (RFC 2231)."""
    charset = ""
    raw = b""
    for number, (_, encoded, content) in enumerate(pieces):
        if encoded:
            if number == 0 and content.count("'") >= 2:
                charset, _, content = content.split("'", 2)
            raw += unquote_to_bytes(content)
        else:
            raw += content.encode("utf-8", "replace")
    return decode(raw, charset)
