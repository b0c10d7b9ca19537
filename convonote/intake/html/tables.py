"""Which tables of a page hold data, and which only lay it out."""

import re

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(/?)(table|tr|td|th|ul|ol|pre|blockquote|hr|h[1-6])\b([^<>]*+)>",
    re.S | re.I,
)
_BORDER = re.compile(
    r"border\s*+(?:=\s*+[\"']?[1-9]"
    r"|:\s*+(?:[1-9.][^;\"']{0,60}?solid|solid[^;\"']{0,60}?[1-9]))"
)
_LAID_OUT = re.compile(r"role\s*+=\s*+[\"']?(?:presentation|none)", re.I)
_SPANS = re.compile(r"(?:col|row)span\s*+=\s*+[\"']?(?:[2-9]|\d\d)", re.I)
_MOST_COLUMNS = 20
_LONGEST_CELL = 1500
"""Characters of a cell with its tags; a longer one is text that was put into a table."""


class _Table:
    """One table as far as it has been read."""

    __slots__ = ("bordered", "cell", "data", "headed", "rows", "start")

    def __init__(self, start: int, attributes: str) -> None:
        self.start = start
        self.data = _LAID_OUT.search(attributes) is None
        self.bordered = _BORDER.search(attributes.lower()) is not None
        self.headed = False
        self.rows: list[int] = []
        self.cell = -1
        """Where the last cell began."""

    def end_cell(self, at: int) -> None:
        if self.cell >= 0 and at - self.cell > _LONGEST_CELL:
            self.data = False
        self.cell = -1

    def holds_data(self) -> bool:
        rows = [count for count in self.rows if count]
        even = len(rows) >= 2 and len(set(rows)) == 1 and 2 <= rows[0] <= _MOST_COLUMNS
        return self.data and even and (self.headed or self.bordered)


def data_tables(html: str, small: str) -> set[int]:
    """Where the tables begin that hold data: even rows, with headings or lines around them.

    `small` is the page in small letters, by which most pages are passed over.
    """
    found: set[int] = set()
    if "<th>" not in small and "<th " not in small and not _BORDER.search(small):
        return found
    open_tables: list[_Table] = []
    for tag in _TAG.finditer(html):
        if tag[2] is None:
            continue
        name = tag[2].lower()
        if name == "table" and not tag[1]:
            if open_tables:
                open_tables[-1].data = False  # A table with tables in it lays them out.
            open_tables.append(_Table(tag.start(), tag[3]))
        elif open_tables:
            _read(open_tables, name, tag, found)
    return found


def _read(tables: list[_Table], name: str, tag: re.Match[str], found: set[int]) -> None:
    table = tables[-1]
    if name == "table":
        table.end_cell(tag.start())
        if table.holds_data():
            found.add(table.start)
        tables.pop()
    elif name == "tr":
        table.end_cell(tag.start())
        if not tag[1]:
            table.rows.append(0)
    elif name in ("td", "th"):
        table.end_cell(tag.start())
        if not tag[1]:
            table.cell = tag.end()
            table.headed = table.headed or name == "th"
            table.bordered = table.bordered or _BORDER.search(tag[3].lower()) is not None
            table.data = table.data and _SPANS.search(tag[3]) is None
            if not table.rows:
                table.rows.append(0)
            table.rows[-1] += 1
    else:
        table.data = False  # What has a shape of its own fits into no cell.
