"""The line of a page that is being written: its words, its emphasis, its links."""

from convonote.intake.html.escaping import BOLD, CODE, ITALIC, LINK, LINKED
from convonote.intake.html.links import written

_CLOSES = (BOLD, ITALIC, CODE)
_NOT_SHOWN = f"{BOLD}{ITALIC}{CODE} "


class Words:
    """One line, in pieces."""

    def __init__(self) -> None:
        self.line: list[str] = []
        self.base = ""
        """What addresses are relative to."""
        self.wanted: list[str] = []
        """Emphasis that begins with the next word."""
        self.opened: list[str] = []
        """Emphasis that stands in this line and is not closed."""
        self.link: tuple[str, int, int] | None = None
        """The address of the open link, where its words begin, and how many marks are around it."""
        self.targets: list[str] = []
        """The addresses of the links in this line."""

    def text(self, raw: str) -> None:
        """Write words, with white space as a page shows it."""
        words = raw.split()
        if not words:
            if raw and self.line and not self.line[-1].endswith(" "):
                self.line.append(" ")
            return
        text = " ".join(words)
        if raw[0].isspace() and self.line and not self.line[-1].endswith(" "):
            self.line.append(" ")
        if self.wanted:
            self._begin_emphasis()
        self.line.append(f"{text} " if raw[-1].isspace() else text)

    def _begin_emphasis(self) -> None:
        last = self.line[-1] if self.line else ""
        for mark in self.wanted:
            if mark in self.opened:
                continue
            if last == mark and (self.link is None or self.link[1] < len(self.line)):
                self.line.pop()  # It ended just now, and goes on.
                last = self.line[-1] if self.line else ""
            elif last in _CLOSES and last not in self.opened:
                continue  # Two kinds of emphasis that touch would be read as one.
            else:
                self.line.append(mark)
            self.opened.append(mark)
        self.wanted = []

    def begin_mark(self, mark: str) -> None:
        """Begin emphasis or code."""
        begun = self.opened + self.wanted
        if mark not in begun and CODE not in begun:
            self.wanted.append(mark)

    def end_mark(self, mark: str) -> None:
        """End emphasis or code; what was begun inside it goes on behind it."""
        if mark in self.wanted:
            self.wanted.remove(mark)
        elif mark in self.opened:
            place = self.opened.index(mark)
            if self.link is not None and place < self.link[2]:
                self.end_link()
            inner = self.opened[place + 1 :]
            self.close_marks(place)
            self.wanted = inner + self.wanted

    def close_marks(self, down_to: int = 0) -> None:
        """End all emphasis but the first so many kinds."""
        last = self.line[-1] if self.line else ""
        spaced = last.endswith(" ") and len(self.opened) > down_to
        if spaced:
            self.line[-1] = last[:-1]
        while len(self.opened) > down_to:
            self.line.append(self.opened.pop())
        if spaced:
            self.line.append(" ")

    def begin_link(self, target: str) -> None:
        """Begin a link; one that is open ends."""
        self.end_link()
        if target and CODE not in self.opened:
            self.link = (target, len(self.line), len(self.opened))

    def end_link(self) -> None:
        """End a link, with its address beside its words where they do not say it."""
        if self.link is None:
            return
        target, begin, around = self.link
        self.link = None
        while begin < len(self.line) and not self.line[begin].strip():
            begin += 1
        shown = "".join(self.line[begin:]).strip(_NOT_SHOWN)
        if not shown or not (address := written(shown, target, self.base)):
            return
        inner = self.opened[around:]
        self.close_marks(around)
        self.wanted = inner + self.wanted
        last = self.line[-1]
        self.line[begin:begin] = [LINK]
        if last == " ":
            self.line[-1:] = [LINKED, " "]
        else:
            self.line[-1] = last.rstrip(" ")
            self.line += (LINKED, " ") if last.endswith(" ") else (LINKED,)
        self.targets.append(address)
