"""Bytes to text where the declared charset may be missing, wrong or made up."""

import codecs
import re

_BETTER = {
    # What is declared, to the larger set that programs really write.
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_ALIASES = {
    "unicode-1-1-utf-7": "utf-7",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "x-big5": "big5",
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
_NOT_TEXT = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"}

_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text, by the declared charset, else UTF-8, else cp1252; never raises."""
    text = _decoded(raw, declared)
    return text.replace("\0", "\ufffd") if "\0" in text else text


def _decoded(raw: bytes, declared: str | None) -> str:
    if raw.isascii() and not _escapes(declared):
        return raw.decode("ascii")
    codec = _codec(declared)
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
        return _mostly_utf_8(raw) or raw.decode("cp1252", "replace")


def _escapes(declared: str | None) -> bool:
    """Whether bytes below 128 may stand for something else than ASCII in that charset."""
    folded = (declared or "").lower()
    return "2022" in folded or "utf" in folded or folded in ("hz", "hz-gb-2312")


def _codec(declared: str | None) -> str | None:
    name = (declared or "").strip(" \t\"'").lower()[:60]
    try:
        found = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return None if found in _NOT_TEXT else _BETTER.get(found, found)


def _mostly_utf_8(raw: bytes) -> str | None:
    """UTF-8 with a few damaged characters marked, such as text cut within one."""
    text = raw.decode("utf-8", "replace")
    beyond = sum(1 for character in text[:20_000] if character > "\x7f")
    return text if text[:20_000].count("\ufffd") * 10 <= beyond else None
