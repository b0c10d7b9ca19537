"""Bytes to text where the declared charset may be missing, wrong or made up."""

import codecs
import re
from functools import lru_cache

from convonote.intake.mail.likely_charset import likely_charset

_BETTER = {
    # What is declared, to the larger set that programs really write.
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf-8-sig": "utf-8",
}
_ALIASES = {
    "unicode-1-1-utf-7": "utf-7",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-big5": "big5",
    "x-windows-949": "cp949",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-greek": "mac_greek",
    "utf8mb4": "utf-8",
    "unicode": "utf-8",
    "8bit": "utf-8",
    "x-unknown": "utf-8",
    "unknown-8bit": "utf-8",
    "ansi": "cp1252",
    "x-ansi": "cp1252",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
}
# Codecs that are no charsets of mail; punycode takes quadratic time on hostile input.
_NOT_TEXT = {
    *("punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"),
    *("unicode-escape", "raw-unicode-escape"),
    *("rot-13", "hex", "base64", "quopri", "uu", "bz2", "zlib"),
}
_WIDE = {"utf-16": "utf-16-be", "utf-32": "utf-32-be"}
"""Without a mark of their order, bytes come the greater first (RFC 2781)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_PREFIX = re.compile(r"^(?:x|cs|charset=)[-_]?")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_WINDOWS = re.compile(r"^(?:windows|win|ms|cp|ibm)(\d{3,5})$")
_ISO = re.compile(r"^(?:iso)?8859(\d{1,2})$")
_ESCAPE = {b"\x1b$B": "iso2022_jp_ext", b"\x1b$@": "iso2022_jp_ext", b"\x1b$)C": "iso2022_kr"}
_SAMPLE = 65_536


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text, by the declared charset, else UTF-8, else cp1252; never raises."""
    text = _decoded(raw, declared)
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _decoded(raw: bytes, declared: str | None) -> str:
    codec, escapes = _codec(declared) if declared else (None, False)
    if not escapes and raw.isascii() and b"\x1b" not in raw:
        return raw.decode("ascii")
    if codec in _WIDE or codec in ("utf-16-le", "utf-16-be"):
        codec = _ordered(raw, codec or "")
    elif b"\x1b$" in raw:
        codec = next((name for mark, name in _ESCAPE.items() if mark in raw), codec)
    if codec == "cp1252" and _is_utf_8(raw):
        # Latin-1 that happens to be whole UTF-8 is UTF-8 that somebody declared wrongly.
        return raw.decode("utf-8")
    if codec not in (None, "utf-8"):
        try:
            text = raw.decode(codec or "utf-8")
        except (UnicodeError, LookupError):
            pass  # Wrongly declared: the next guess decides.
        else:
            return _SURROGATE.sub("\ufffd", text) if codec == "utf-7" else text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _undeclared(raw, codec)


def _undeclared(raw: bytes, wrong: str | None) -> str:
    """The text of bytes that are neither UTF-8 nor what was declared."""
    if (text := _mostly(raw, "utf-8")) is not None:
        return text
    if wrong not in (None, "utf-8", "cp1252") and (text := _mostly(raw, wrong or "")) is not None:
        return text
    try:
        return raw.decode(likely_charset(raw[:_SAMPLE]) or "cp1252")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


@lru_cache(maxsize=256)
def _codec(declared: str) -> tuple[str | None, bool]:
    """The codec for a declared name; whether in it ASCII bytes may stand for other characters."""
    name = declared.strip(" \t\"'<>;,.").lower()[:60]
    bare = _NO_LETTER.sub("", _PREFIX.sub("", name))
    spelled = _WINDOWS.sub(r"cp\1", _ISO.sub(r"iso8859-\1", bare))
    for candidate in (_ALIASES.get(name, name), bare, spelled):
        try:
            found = codecs.lookup(candidate)
        except (LookupError, ValueError):
            continue
        if found.name in _NOT_TEXT:
            return None, False
        escapes = found.name.startswith(("iso2022", "utf-16", "utf-32", "utf-7", "hz"))
        return _BETTER.get(found.name, found.name), escapes
    return None, False


def _ordered(raw: bytes, codec: str) -> str | None:
    """The order of the bytes of wide characters; None where they are not wide at all."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return codec if codec in _WIDE else "utf-16"
    if codec.startswith("utf-32"):
        return _WIDE[codec]
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not even and not odd and (raw.isascii() or _is_utf_8(raw)):
        return None
    if even == odd:
        return _WIDE.get(codec, codec)
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly(raw: bytes, codec: str) -> str | None:
    """A charset with a few damaged characters marked, such as text cut within one."""
    text = raw.decode(codec, "replace")
    beyond = sum(1 for character in text[:20_000] if character > "\x7f")
    return text if text[:20_000].count("\ufffd") * 10 <= beyond else None
