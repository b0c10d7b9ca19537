"""Markdown to lines of spans, so many cells wide and safe to show.

Read as CommonMark with tables, struck-out text and task items, but for what would hide or spoil
something in a letter: HTML and link definitions stay text, a row of hyphens under a line is a
rule (it is mostly a signature), an address is shown beside the words that lead to it, and line
ends are kept as `reflow.py` says. Text that is huge or nested beyond reading is only wrapped.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from convonote.text.clean import clean_lines
from convonote.text.inline import bare_address
from convonote.text.page import Page
from convonote.text.reflow import reflowed
from convonote.text.spans import Line, Span, Style, plain
from convonote.text.width import width
from convonote.text.wrapping import wrap

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

__all__ = ["Line", "Span", "Style", "lines", "plain"]

LONGEST = 100_000
"""Characters that are read as markdown; a longer text is wrapped as it is."""
DEEPEST = 40
"""How deep blocks may stand in each other: each level is a call within a call of the parser."""
MOST_BRACKETS = 12
"""How many brackets may be open at once: each is tried as a link within all that enclose it."""

_BRACKET = re.compile(r"[\[\]]|\n[ \t>]*(?=\n)")
_TASK = re.compile(r"\[([ xX])\](?:[ \n]|$)")


def lines(markdown: str, cells: int) -> list[Line]:
    """Return `markdown` as lines of at most `cells` cells (at least one); none for empty text."""
    text = clean_lines(markdown)
    cells = max(cells, 1)
    if not text.strip():
        return []
    if len(text) <= LONGEST and not _is_tangled(text):
        tokens = _parser().parse(text)
        # The parser drops what is nested too deep, and nothing may be lost.
        if all(token.level < DEEPEST - 1 for token in tokens):
            return Page(text.split("\n"), cells).fill(tokens)
    return [line for typed in text.strip("\n").split("\n") for line in wrap([Span(typed)], cells)]


def _is_tangled(text: str) -> bool:
    """Tell whether more brackets are open in one paragraph than anybody who writes would leave."""
    depth = 0
    for found in _BRACKET.finditer(text):
        match found[0]:
            case "[":
                depth += 1
            case "]":
                depth = max(0, depth - 1)
            case _:
                depth = 0
        if depth > MOST_BRACKETS:
            return True
    return False


@cache
def _parser() -> "MarkdownIt":
    """Return the parser; loading it takes longer than most verbs do, so it is made when needed."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.disable(["reference", "lheading", "html_block", "html_inline"])
    parser.inline.ruler.before("backticks", "bare_address", bare_address)
    parser.core.ruler.before("inline", "typed_lines", _keep_typed_lines)
    return parser


def _keep_typed_lines(state: "StateCore") -> None:
    """Settle the line ends within paragraphs, and take the boxes off task items."""
    source = state.src.split("\n")
    places = [
        place
        for place, token in enumerate(state.tokens)
        if token.type == "inline" and state.tokens[place - 1].type == "paragraph_open"
    ]
    paragraphs = [_typed(state.tokens[place], source) for place in places]
    for place, text in zip(places, reflowed(paragraphs), strict=True):
        item, task = state.tokens[place - 2], _TASK.match(text)
        if task and item.type == "list_item_open":
            item.meta["task"] = "open" if task[1] == " " else "done"
            text = text[task.end() :]
        state.tokens[place].content = text


def _typed(token: "Token", source: list[str]) -> list[tuple[int, str]]:
    """Return the lines of a paragraph, each with the cells that its list or quotation takes."""
    typed = token.content.split("\n")
    first, end = token.map or (0, 0)
    if end - first != len(typed):
        return [(0, line) for line in typed]
    return [
        (max(0, width(whole.rstrip()) - width(line.rstrip())), line)
        for whole, line in zip(source[first:end], typed, strict=True)
    ]
