"""The page as it is written out, line by line, as markdown."""

from convonote.intake.html.escaping import escaped, fence, headed, started
from convonote.intake.html.quoting import Quotation, are_headers, is_passed_on
from convonote.intake.html.words import Words

_DEEPEST = 8
"""Levels of lists and quotations that are shown."""
_HEADINGS = tuple("#" * level + " " for level in range(7))


class _List:
    """A list that is open."""

    __slots__ = ("content", "number", "outer")

    def __init__(self, number: int, outer: str) -> None:
        self.number = number
        """Of its next item; -1 where items have none."""
        self.outer = outer
        self.content = outer
        """What stands before the lines of an item after its first."""


class Page(Words):
    """Text as it is written out."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.fenced: list[tuple[str, tuple[str, ...], bool]] = []
        """Where code was laid out: the prefix of its lines, the lines, whether they are prose."""
        self.code_at: list[int] = []
        self.gap = False
        """A blank line comes before the next one."""
        self.level = self.last_level = 0
        """Of quotation, now and in the line before."""
        self.quotations: list[Quotation] = []
        self.outside: list[list[_List]] = []
        """For each open quotation the lists that are open around it."""
        self.lists: list[_List] = []
        self.prefix = ""
        """What the next line begins with: marks of list items, a heading."""
        self.prefix_depth = 0
        """How many lists were open when that was set."""
        self.heading = False
        self.rows: list[list[str]] | None = None
        """The rows of the table of data that is open."""

    def end_line(self, *, asked: bool = False) -> None:
        """End the line; a blank one is kept only where the page itself asks for it."""
        if self.rows is not None:
            if self.line and not self.line[-1].endswith(" "):
                self.line.append(" ")
            return
        if not self.line:
            self.gap = self.gap or asked
            return
        begun, known = self.link, len(self.targets)
        if begun is not None:
            # A link that holds several lines leads from the first that says anything.
            self.end_link()
            if len(self.targets) == known:
                self.link = (begun[0], 0, 0)
        going_on = self.opened + self.wanted
        self.close_marks()
        self.wanted = going_on
        text = "".join(self.line).strip(" ")
        self.line.clear()
        targets, self.targets = self.targets, []
        if text:
            self._write(escaped(text, targets))
        else:
            self.gap = self.gap or asked

    def _write(self, text: str) -> None:
        if self.quotations:
            self._begin_quoting(text)
        prefix, self.prefix = self.prefix, ""
        if self.heading:
            text = headed(text)
        else:
            before = self.lines[-1] if self.lines and not self.gap else ""
            text = started(text, before, item=bool(prefix))
        if not prefix and self.lists:
            prefix = self.lists[-1].content
        self._write_gap()
        self.lines.append(f"{self.quotes()}{prefix}{text}")

    def _write_gap(self) -> None:
        """Write the blank line that was asked for, or that ends a quotation."""
        if self.lines and (self.gap or self.level != self.last_level):
            quotes = "> " * min(self.level, self.last_level, _DEEPEST)
            self.lines.append(quotes.rstrip())
        self.gap = False
        self.last_level = self.level

    def quotes(self) -> str:
        """What the lines of the open quotations begin with."""
        return "> " * min(self.level, _DEEPEST)

    def paragraph(self) -> None:
        """End the line, and leave a blank one before whatever comes."""
        self.end_line()
        if not self.prefix:
            self.gap = True

    def rule(self) -> None:
        """Write a rule across the page."""
        self.paragraph()
        if self.rows is None:
            self._write_gap()
            self.lines.append(f"{self.quotes()}---")
            self.gap = True

    def begin_heading(self, level: int) -> None:
        """A heading of this level begins."""
        self.paragraph()
        if self.rows is None:
            self.prefix = self.prefix or (self.lists[-1].content if self.lists else "")
            self.prefix += _HEADINGS[level]
            self.heading = True

    def end_heading(self) -> None:
        """It ends."""
        self.end_line()
        self.prefix = ""
        self.heading = False
        self.paragraph()

    def begin_list(self, *, numbered: bool, first: int = 1) -> None:
        """A list begins, maybe within another."""
        self.end_line()
        if not self.lists and not self.prefix:
            self.gap = True
        outer = self.lists[-1].content if self.lists else ""
        self.lists.append(_List(first if numbered else -1, outer))

    def begin_item(self) -> None:
        """The next item of the innermost list begins."""
        self.end_line()
        if self.rows is not None:
            return
        if not self.lists:
            self.prefix, self.prefix_depth = "- ", 0
            return
        within = self.lists[-1]
        if within.content != within.outer:
            self.gap = False  # Items stand close to each other.
        mark = "- " if within.number < 0 else f"{min(within.number, 999_999_999)}. "
        within.number += within.number >= 0
        pending = self.prefix if self.prefix_depth < len(self.lists) else ""
        self.prefix = pending or within.outer
        if len(self.lists) <= _DEEPEST:
            within.content = within.outer + " " * len(mark)
            self.prefix += mark
        self.prefix_depth = len(self.lists)

    def box(self, ticked: bool) -> None:
        """Write the box of a task, where one can stand."""
        if self.prefix and not self.line:
            self.prefix += "[x] " if ticked else "[ ] "

    def end_list(self) -> None:
        """The innermost list ends."""
        self.end_line()
        if self.lists:
            if self.prefix_depth >= len(self.lists):
                self.prefix = ""
            self.lists.pop()
        self.gap = self.gap or not self.lists

    def begin_quotation(self, found: Quotation) -> None:
        """Begin what is quoted; a container that stands for it already adds no level."""
        self.paragraph()
        self.prefix = ""
        above = self.quotations[-1] if self.quotations else None
        if above is not None and above.holds and above.counts:
            found.counts = False
            found.fresh = False
        if found.maybe_from >= 0:
            found.maybe_from = len(self.lines)
        self.quotations.append(found)
        self.outside.append(self.lists)
        self.lists = []
        self.level += found.counts

    def end_quotation(self, found: Quotation) -> None:
        """End it, and whatever was left open inside it."""
        self.paragraph()
        if found.to_the_end:
            return
        while self.quotations:
            last = self.quotations.pop()
            self.lists = self.outside.pop()
            self.level -= last.counts
            if last is found:
                break
        if found.maybe_from >= 0 and are_headers(self.lines[found.maybe_from :]):
            place = found.maybe_from
            self.lines[place:] = [f"> {line}".rstrip() for line in self.lines[place:]]
            self.level += 1
            self.last_level += 1

    def _begin_quoting(self, text: str) -> None:
        """Tell by their first line whether the open quotations are some indeed.

        What is passed on is no earlier mail, and stays apart from it.
        """
        for each in self.quotations:
            if each.fresh and each.counts and is_passed_on(text):
                each.counts = False
                self.level -= 1
            each.fresh = False

    def code(self, text: str, *, prose: bool) -> None:
        """Write lines as they were laid out."""
        self.paragraph()
        lines = [line.rstrip() for line in text.replace("\u00a0", " ").split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        first = next((place for place, line in enumerate(lines) if line), 0)
        lines = lines[first:]
        if not lines or self.rows is not None:
            self.text(" ".join(lines))
            return
        self._write_gap()
        prefix = self.quotes() + (self.prefix or (self.lists[-1].content if self.lists else ""))
        self.prefix = ""
        self.code_at.append(len(self.lines))
        self.fenced.append((prefix, tuple(lines), prose))
        self.lines.append("")
        self.gap = True

    def begin_table(self) -> None:
        """A table begins, maybe within another."""
        self.paragraph()
        self.rows = []

    def begin_row(self) -> None:
        """The next row of the innermost table begins."""
        if self.rows is not None:
            self._end_cell()
            self.rows.append([])

    def begin_cell(self) -> None:
        """The next cell of the row begins."""
        if self.rows is not None:
            self._end_cell()
            self.rows = self.rows or [[]]
            self.rows[-1].append("")
        elif self.line and not self.line[-1].endswith(" "):
            self.line.append(" ")

    def _end_cell(self) -> None:
        self.end_link()
        self.close_marks()
        text = "".join(self.line).strip(" ")
        self.line.clear()
        targets, self.targets = self.targets, []
        if text and self.rows and self.rows[-1]:
            self.rows[-1][-1] = escaped(text, targets).replace("|", "\\|")

    def end_table(self) -> None:
        """The innermost table ends."""
        if self.rows is None:
            return
        self._end_cell()
        rows = [row for row in self.rows if row]
        self.rows = None
        if not rows or not any(any(row) for row in rows):
            return
        columns = max(map(len, rows))
        rows.insert(1, ["---"] * columns)
        self._write_gap()
        before = self.quotes() + (self.prefix or (self.lists[-1].content if self.lists else ""))
        self.prefix = ""
        for row in rows:
            self.lines.append(f"{before}| {' | '.join(row + [''] * (columns - len(row)))} |")
        self.gap = True

    def finished(self) -> str:
        """The whole page."""
        self.end_table()
        self.end_line()
        only_code = not any(line.strip("> ") for line in self.lines)
        for place, (prefix, lines, prose) in zip(self.code_at, self.fenced, strict=True):
            if prose or only_code:
                shown = [_laid_out(line) for line in lines]
            else:
                shown = [fence(lines), *lines, fence(lines)]
            self.lines[place] = "\n".join(f"{prefix}{line}".rstrip() for line in shown)
        return "\n".join(self.lines)


def _laid_out(line: str) -> str:
    """A line of text that was laid out by its writer, though not as code."""
    bare = line.lstrip()
    return " " * min(3, len(line) - len(bare)) + started(escaped(bare))
