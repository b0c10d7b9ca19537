"""Random screens, written as Textual writes them."""

from collections.abc import Iterator, Sequence
from random import Random

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.style import Style

WORDS = (
    "the quick brown fox",
    "a",
    "  ",
    "      ",
    "naïve façade – “so”…",
    "陈伟说：书到了",
    "こんにちは、ｶﾅ",
    "한국어 각",
    "שלום לך",
    "مرحبا بكم",
    "e\u0301a\u0308o\u0302 x\u0336",
    "👍 👍🏽 👨\u200d👩\u200d👧 ❤\ufe0f ☎ 🇵🇹",
    "│▌║──",
    "हिन्दी ไทย",
    "Привет",
    "\u200b\u00ad\ufeff",
    "1\ufe0f\u20e3 ✓ ✈",
)
STYLES = tuple(
    map(
        Style.parse,
        (
            "none",
            "none",
            "bold",
            "dim",
            "bold reverse",
            "reverse",
            "italic green",
            "underline red",
            "on blue",
            "bold on #102030",
            "#a0b0c0 on #102030",
            "strike color(208)",
            "default on default",
            "link https://example.org",
            "dim underline2 overline",
        ),
    )
)


class Painter:
    """Keeps what is on the screen as strips, changes it, and writes the changes."""

    def __init__(
        self, random: Random, columns: int, rows: int, words: Sequence[str] = WORDS
    ) -> None:
        self.words = words
        self.random = random
        self.columns = columns
        self.rows = rows
        self.screen = [self._strip(columns) for _ in range(rows)]

    def whole(self) -> str:
        """The whole screen, as after a change of layout."""
        return (
            "\n".join(f"\x1b[{row + 1};1H{strip}" for row, strip in enumerate(self.screen))
            + self._cursor()
        )

    def changes(self) -> str:
        """A few rows anew, or parts of rows, or all of them moved."""
        kind = self.random.randrange(4)
        if kind == 0:
            self._scroll()
            return self.whole()
        if kind == 1:
            return self._parts() + self._cursor()
        for row in self.random.sample(range(self.rows), self.random.randint(1, self.rows)):
            self.screen[row] = self._strip(self.columns)
        return self.whole()

    def resize(self, columns: int, rows: int) -> None:
        """Start again in another size."""
        self.columns, self.rows = columns, rows
        self.screen = [self._strip(columns) for _ in range(rows)]

    def _scroll(self) -> None:
        far = self.random.choice((1, 1, 2, -1, -3))
        top = self.random.randint(0, 1)
        body, keep = self.screen[top:-1], self.screen[:top]
        moved = body[far:] if far > 0 else body[:far]
        new = [self._strip(self.columns) for _ in range(len(body) - len(moved))]
        self.screen = [*keep, *(moved + new if far > 0 else new + moved), self.screen[-1]]

    def _parts(self) -> str:
        """Parts of some rows, as where single widgets change."""
        written = []
        for row in sorted(self.random.sample(range(self.rows), self.random.randint(1, 3))):
            for left, right in self._panes():
                width = right - left
                written.append(f"\x1b[{row + 1};{left + 1}H{self._strip(width)}")
            written.append("\n" if row < self.rows - 1 else "")
        return "".join(written)

    def _panes(self) -> Iterator[tuple[int, int]]:
        middle = self.random.randint(1, self.columns - 1)
        panes = [(0, middle), (middle, self.columns)]
        yield from self.random.choice((panes, panes[:1], panes[1:]))

    def _cursor(self) -> str:
        return f"\x1b[{self.random.randint(1, self.rows)};{self.random.randint(1, self.columns)}H"

    def _strip(self, cells: int) -> str:
        """Text of exactly so many cells, as far as Textual knows."""
        parts = []
        while cells > 0:
            text = self.random.choice(self.words)
            text = set_cell_size(text, min(cells, max(1, cell_len(text))))
            if self.random.random() < 0.2:
                text = " " * min(cells, self.random.randint(1, 30))
            parts.append(
                self.random.choice(STYLES).render(text, color_system=ColorSystem.TRUECOLOR)
            )
            cells -= cell_len(text)
        return "".join(parts)
