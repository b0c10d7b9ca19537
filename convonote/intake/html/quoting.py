"""The marks that mail programs leave in HTML around what is quoted, whatever its language."""

import re

from convonote.intake.html.tags import attribute
from convonote.intake.quotation.attribution import forwarded

_WHOLE = ("yahoo_quoted",)
"""Everything inside is quoted."""
_ABOVE = ("gmail_attr", "moz-cite-prefix", "protonmail_quote", "zmail_extra")
"""Holds the line "On … wrote:", and maybe the quotation below it."""
_TO_THE_END = (
    "divRplyFwdMsg",
    "OLK_SRC_BODY_SECTION",
    "mail-editor-reference-message-container",
    "ms-outlook-mobile-reference-message",
)
"""From here on everything is earlier mail."""
_ALL = (*_WHOLE, *_ABOVE, *_TO_THE_END)
_RULE_ABOVE = re.compile(r"border-top\s*+:\s*+solid", re.I)
_PASSED_ON = re.compile(r"[-=_]{5,}+.*\w")
_LABEL = re.compile(r"(?:> )*\*\*[^*:：]{1,40}(?:[:：]\s?\*\*|\*\*\s?[:：])")
_LEAST_LABELS = 3


class Quotation:
    """A quotation that is open: what its container says about it."""

    __slots__ = ("counts", "fresh", "holds", "maybe_from", "to_the_end")

    def __init__(self, *, counts: bool = True, holds: bool = False) -> None:
        self.counts = counts
        """Its lines stand one level deeper."""
        self.fresh = True
        """No line of it has been written."""
        self.holds = holds
        """It stands for the quotation inside it too, which adds no level."""
        self.to_the_end = False
        self.maybe_from = -1
        """Where the lines begin that may be the headers of earlier mail."""


def marked(html: str) -> bool:
    """Whether a page may hold such marks, told quickly."""
    return any(word in html for word in _ALL) or "border-top" in html


def quotation(attributes: str) -> Quotation | None:
    """What a container with these attributes quotes."""
    named = f"{attribute(attributes, 'class')} {attribute(attributes, 'id')}"
    if any(word in named for word in _ABOVE):
        return Quotation(holds=True)
    if any(word in named for word in _WHOLE):
        return Quotation()
    if any(word in named for word in _TO_THE_END):
        found = Quotation()
        found.to_the_end = True
        return found
    if "border-top" in attributes and _RULE_ABOVE.search(attribute(attributes, "style")):
        found = Quotation(counts=False)
        found.maybe_from = 0
        return found
    return None


def is_passed_on(line: str) -> bool:
    """Whether a first line says that what follows is forwarded rather than answered."""
    return _PASSED_ON.match(line) is not None or forwarded([line], 0)


def are_headers(lines: list[str]) -> bool:
    """Whether lines are the headers that Outlook puts above earlier mail, in any language."""
    return sum(1 for line in lines if _LABEL.match(line)) >= _LEAST_LABELS
