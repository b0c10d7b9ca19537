"""Text with marks in angle brackets, older than HTML in mail: enriched (RFC 1896), richtext."""

import re

from convonote.intake.html.escaping import BOLD, ITALIC, RESERVED, escaped, started

_TAG = re.compile(r"<<|<(/?)([a-zA-Z-]{1,60})>")
_MARKS = {"bold": BOLD, "italic": ITALIC}
_UNSEEN = {"param", "comment"}
_BREAKS = {"nl": "\n", "np": "\n\n", "paragraph": "\n\n", "lt": "<"}
_LINE_ENDS = re.compile(r"\n+")


def readable_enriched(text: str, *, rich: bool) -> str:
    """Its text as markdown; `rich`: it is the older text/richtext, whose line ends mean nothing."""
    text = RESERVED.sub("\ufffd", text)
    # One line end is for the way only, and of several one.
    text = text.replace("\n", " ") if rich else _LINE_ENDS.sub(_line_ends, text)
    pieces: list[str] = []
    position = 0
    unseen = 0
    opened: list[str] = []
    for tag in _TAG.finditer(text):
        if not unseen:
            pieces.append(text[position : tag.start()])
        position = tag.end()
        name = (tag[2] or "").lower()
        if not name or (rich and name == "lt"):
            pieces.append("<")
        elif name in _UNSEEN:
            unseen = max(0, unseen - 1) if tag[1] else unseen + 1
        elif (mark := _MARKS.get(name)) and bool(tag[1]) == (mark in opened):
            opened.remove(mark) if tag[1] else opened.append(mark)
            pieces.append(mark)
        elif name in _BREAKS and not (tag[1] and name == "nl"):
            pieces.append(_BREAKS[name] if tag[1] or name != "paragraph" else "")
    if not unseen:
        pieces.append(text[position:])
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return "\n".join(started(escaped(line)) for line in lines).strip("\n")


def _line_ends(found: re.Match[str]) -> str:
    return " " if len(found[0]) == 1 else found[0][1:]
