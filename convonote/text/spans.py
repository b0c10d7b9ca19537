"""A line of text as screens and verbs take it: spans, each with the name of its style."""

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """What a span is; how that looks is for the screens to say."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRONG_EMPHASIS = "strong emphasis"
    STRIKE = "strike"
    CODE = "code"
    """Code within a sentence."""
    CODE_BLOCK = "code block"
    HEADING = "heading"
    """A heading with the `#` before it, which tells its level without colour."""
    LINK = "link"
    """The words of a link, or an address that is written out."""
    ADDRESS = "address"
    """Where a link leads, in angle brackets after its words."""
    QUOTE_MARK = "quote mark"
    """The bar beside a quotation."""
    LIST_MARK = "list mark"
    """The hyphen or number of a list item."""
    TASK_OPEN = "task open"
    """The box `[ ]`; the boxes come in the order of the task items in the text."""
    TASK_DONE = "task done"
    """The box `[x]`."""
    RULE = "rule"
    TABLE_BORDER = "table border"
    TABLE_HEAD = "table head"
    MUTED = "muted"
    """What was not said but helps to read it, such as the language of a code block."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line in one style; cleaned, without line ends."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Span, ...]
"""One line on the screen."""


def plain(line: Line) -> str:
    """Return a line's text alone."""
    return "".join(span.text for span in line)
