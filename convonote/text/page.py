"""Where markdown's blocks become lines, each within the lists and quotations it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convonote.text import inline
from convonote.text.clean import clean, clean_lines
from convonote.text.spans import Line, Span, Style
from convonote.text.tables import Cell, table
from convonote.text.width import width
from convonote.text.wrapping import chopped, wrap

if TYPE_CHECKING:
    from markdown_it.token import Token

LEAST_ROOM = 8
"""Cells that must be left for the text, or marks and bars are not set beside it."""


@dataclass(slots=True)
class _Margin:
    """What stands to the left of all that is in one list item or quotation."""

    first: Line = ()
    rest: Line = ()
    cells: int = 0
    fresh: bool = False
    """Whether its first line is yet to come."""


class Page:
    """Lines of at most `cells` cells, filled block by block."""

    def __init__(self, source: Sequence[str], cells: int) -> None:
        self.lines: list[Line] = []
        self._source = source
        self._cells = cells
        self._margins: list[_Margin] = []
        self._numbers: list[tuple[str, int]] = []
        """For each open list, the number typed at its last item and the one shown."""
        self._rows: list[list[Cell]] = []

    def fill(self, tokens: Sequence["Token"]) -> list[Line]:
        """Set out all blocks, and return the lines."""
        for place, token in enumerate(tokens):
            if token.type == "inline":
                self._text(token, tokens[place - 1])
            else:
                self._block(token)
        return self.lines

    def _block(self, token: "Token") -> None:
        if token.nesting >= 0 and token.map:
            self._leave_a_line_before(token.map[0])
        match token.type:
            case "fence" | "code_block":
                self._code(token)
            case "hr":
                self._set([(Span("─" * self._room, Style.RULE),)])
            case "blockquote_open":
                bar = (Span("│ ", Style.QUOTE_MARK),)
                self._margins.append(self._margin(_Margin(bar, bar, 2)))
            case "bullet_list_open" | "ordered_list_open":
                self._numbers.append(("", 0))
            case "list_item_open":
                self._item(token)
            case "tr_open":
                self._rows.append([])
            case "table_close":
                self._set(table(self._rows, self._room))
                self._rows = []
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_close" | "blockquote_close":
                if self._margins[-1].fresh:
                    self._set([()])
                self._margins.pop()

    @property
    def _room(self) -> int:
        return self._cells - sum(margin.cells for margin in self._margins)

    def _margin(self, margin: _Margin) -> _Margin:
        """Return a margin, or an empty one where it would leave too little room."""
        return margin if self._room - margin.cells >= LEAST_ROOM else _Margin()

    def _set(self, rows: Sequence[Line]) -> None:
        """Append rows, each after the margins of all that it stands in."""
        for row in rows:
            line: list[Span] = []
            for margin in self._margins:
                line += margin.first if margin.fresh else margin.rest
                margin.fresh = False
            self.lines.append(tuple(span for span in (*line, *row) if span.text))

    def _leave_a_line_before(self, start: int) -> None:
        """Set an empty line where the writer left one, but never two, nor at the very start."""
        left_empty = start > 0 and not self._source[start - 1].strip(" \t>")
        begun = self.lines and not any(margin.fresh for margin in self._margins)
        if left_empty and begun and any(span.text.strip(" │") for span in self.lines[-1]):
            self._set([()])
            if not any(span.text.strip() for span in self.lines[-1]):
                self.lines[-1] = ()

    def _item(self, token: "Token") -> None:
        """Begin a list item with its hyphen or number, and the box of a task."""
        mark = "- "
        if token.info:
            typed, shown = self._numbers[-1]
            # Markdown lets one write "1." at every item; any other number is shown as typed.
            shown = shown + 1 if token.info == typed else int(token.info)
            self._numbers[-1] = (token.info, shown)
            mark = f"{shown}{token.markup} "
        spans: Line = (Span(mark, Style.LIST_MARK),)
        if task := token.meta.get("task"):
            box = Span("[ ]", Style.TASK_OPEN) if task == "open" else Span("[x]", Style.TASK_DONE)
            spans = (*(spans if token.info else ()), box, Span(" "))
        taken = sum(width(span.text) for span in spans)
        margin = self._margin(_Margin(spans, (Span(" " * taken),), taken, fresh=True))
        if not margin.fresh:
            self._set(wrap(spans, self._room))
            margin.fresh = True
        self._margins.append(margin)

    def _text(self, token: "Token", opened: "Token") -> None:
        """Set a paragraph, a heading or a place in a table."""
        assert token.children is not None, "the parser gives every inline token its children"
        if opened.type in {"th_open", "td_open"}:
            ground = Style.TABLE_HEAD if opened.type == "th_open" else Style.PLAIN
            (spans,) = inline.rows(token.children, ground)
            align = str(opened.attrs.get("style", ""))
            cell = Cell(tuple(spans), align.endswith("right"), align.endswith("center"))
            self._rows[-1].append(cell)
            return
        ground = Style.HEADING if opened.type == "heading_open" else Style.PLAIN
        rows = inline.rows(token.children, ground)
        if ground is Style.HEADING:
            rows[0].insert(0, Span(f"{opened.markup} ", ground))
        for spans in rows:
            self._set(wrap(spans, self._room))

    def _code(self, token: "Token") -> None:
        """Set code as it is, its long lines continued under their own indent."""
        bar = (Span("  ", Style.CODE_BLOCK),)
        self._margins.append(self._margin(_Margin(bar, bar, 2)))
        room = self._room
        if language := clean(token.info).strip():
            self._set(wrap([Span(language, Style.MUTED)], room))
        for line in clean_lines(token.content).rstrip("\n").split("\n"):
            code = line.lstrip(" ")
            indent = " " * min(len(line) - len(code), room // 2)
            rows = chopped([Span(code, Style.CODE_BLOCK)], room - len(indent))
            self._set([(Span(indent, Style.CODE_BLOCK), *row) for row in rows])
        self._margins.pop()
