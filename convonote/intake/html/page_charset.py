"""The charset that a page of HTML itself says it is in."""

import codecs
import re

_META = re.compile(rb"<meta[^<>]{1,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.I)
_WITHIN = 2048
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def page_charset(raw: bytes, params: dict[str, str]) -> str | None:
    """By its byte-order mark, else as the part declares it, else as the page does."""
    for mark, charset in _MARKS:
        if raw.startswith(mark):
            return charset
    declared = params.get("charset")
    if declared and declared.lower() not in ("us-ascii", "ascii"):
        return declared
    if raw.isascii() or not (found := _META.search(raw[:_WITHIN])):
        return declared
    named = found[1].decode("ascii", "replace")
    # A page that can be read as far as here is not in UTF-16, whatever it says.
    return declared if named.lower().startswith("utf-16") else named
