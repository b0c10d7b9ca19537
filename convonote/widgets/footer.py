"""The last line of a screen: its likeliest keys, or what there is to tell."""

from collections.abc import Callable

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from convonote.commands import Command, Where
from convonote.commands.keymap import Keymap
from convonote.commands.likeliest import hinted
from convonote.host import host
from convonote.text.width import width
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN
from convonote.widgets.wrapping import wrapped

_AS_WRITTEN = Keymap()
"""The keys as the registry has them."""
HIGHEST = 4
"""Lines of a message, at most."""
LAST = "keys"
"""The command whose hint stays when others must go: it leads to all of them."""


class Footer(Widget):
    """Hints of the commands that can be done just now, as many as fit."""

    DEFAULT_CSS = "Footer { height: 1; width: 1fr; dock: bottom; }"

    message: reactive[str] = reactive("")
    """What there is to tell, in place of the hints."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where
        self._lines: list[Line] = []
        self._hints: Line = ()

    def watch_message(self, message: str) -> None:
        """Take as many lines as the message needs, up to a few."""
        self._lines = wrapped(message, max(1, self.app.size.width), "", "message")[:HIGHEST]
        self.styles.height = len(self._lines)

    def render_line(self, y: int) -> Strip:
        """The message, or else the hints."""
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        if self.message:
            line = self._lines[y] if y < len(self._lines) else ()
            return strip(line, self.size.width, base)
        self._hints = self._possible()
        return strip(self._hints, self.size.width, base)

    def renew(self) -> None:
        """What can be done may have changed."""
        if not self.message and self._possible() != self._hints:
            self.refresh()

    def _possible(self) -> Line:
        return hints(self._where, self.size.width, self._can, host(self).keymap)

    def _can(self, command: Command) -> bool:
        return bool(self.screen.check_action(command.action, ()))


def hints(
    where: Where, cells: int, can: Callable[[Command], bool], keymap: Keymap = _AS_WRITTEN
) -> Line:
    """The keys and words that fit into a line, the likeliest first."""
    parts = [
        (_key(command, where, keymap), word, command.id)
        for command, word in hinted(where)
        if keymap.keys(command, where) and can(command)
    ]
    while len(parts) > 1 and _cells(parts) > cells:
        parts.pop(-2 if parts[-1][2] == LAST else -1)
    spans: list[Span] = []
    for key, word, _id in parts:
        if spans:
            spans.append(Span("  "))
        spans += [Span(key, "key"), Span(f" {word}", "hint")]
    return tuple(spans)


def _key(command: Command, where: Where, keymap: Keymap) -> str:
    """Its key, and that of the command that does the opposite."""
    key = keymap.shown(command, where)
    return f"{key}/{keymap.key(command.pair)}" if command.pair else key


def _cells(parts: list[tuple[str, str, str]]) -> int:
    return sum(width(key) + 1 + width(word) for key, word, _id in parts) + 2 * (len(parts) - 1)
