"""The one place where style names become looks.

Only the terminal's own sixteen colours are used, and always beside a character, a word or an
attribute that says the same.
"""

from collections.abc import Mapping

from rich.style import Style

PLAIN = Style()
SELECTED = Style(reverse=True)
"""The one attribute of what is selected in the pane that has the keys."""
SELECTED_ELSEWHERE = Style(bold=True)
"""What is selected in the other pane."""

_STYLES: Mapping[str, Style] = {
    # What was written.
    "strong": Style(bold=True),
    "emphasis": Style(italic=True),
    "strong emphasis": Style(bold=True, italic=True),
    "strike": Style(strike=True),
    "code": Style(color="cyan"),
    "code block": Style(color="cyan"),
    "link": Style(underline=True),
    "address": Style(dim=True),
    "quote mark": Style(dim=True),
    "list mark": Style(bold=True),
    "task open": Style(color="yellow", bold=True),
    "task done": Style(color="green"),
    "rule": Style(dim=True),
    "table border": Style(dim=True),
    "table head": Style(bold=True),
    "muted": Style(dim=True),
    # The queue and what stands around a timeline.
    "heading": Style(bold=True),
    "marker": Style(bold=True),
    "turn-me": Style(color="green", bold=True),
    "turn-them": Style(color="blue"),
    "turn-nobody": PLAIN,
    "overdue": Style(color="red", bold=True),
    "name": PLAIN,
    "topic": PLAIN,
    "when": PLAIN,
    "owed": Style(color="yellow"),
    "key": Style(bold=True),
    "hint": Style(dim=True),
    "rail": Style(dim=True),
    "message": Style(bold=True),
    "title": Style(bold=True),
    "found": Style(bold=True, underline=True),
    # The head of an exchange.
    "author": Style(bold=True),
    "author-me": Style(color="cyan", bold=True),
    "said": PLAIN,
    "channel": Style(dim=True),
    "new": Style(color="green", bold=True),
    "queued": Style(color="yellow", bold=True),
    "aside": Style(dim=True),
}


def style_of(name: str) -> Style:
    """The look of a style name; a name that nobody knows looks plain."""
    return _STYLES.get(name, PLAIN)
