"""A field with one of a few values: arrows go through them, a typed letter goes to one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from convonote.text.clean import clean
from convonote.text.width import cut, width
from convonote.widgets.styles import PLAIN


class Cycle(Widget, can_focus=True):
    """One of some values, such as a channel."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,space", "step(1)", "Next value", show=False),
        Binding("left,up", "step(-1)", "Value before", show=False),
    ]
    DEFAULT_CSS = """
    Cycle { height: 1; width: auto; }
    """

    value: reactive[str] = reactive("", layout=True)

    @dataclass
    class Changed(Message):
        """Another value stands there."""

        cycle: "Cycle"
        value: str

        @property
        def control(self) -> "Cycle":
            """The field, for `on`."""
            return self.cycle

    def __init__(self, values: Sequence[str], value: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._values = tuple(values)
        self.set_reactive(Cycle.value, value or next(iter(values), ""))

    def offer(self, values: Sequence[str], value: str) -> None:
        """Let it have other values, without saying that it changed."""
        self._values = tuple(dict.fromkeys([*values, value]))
        with self.prevent(Cycle.Changed):
            self.value = value

    def watch_value(self, before: str, value: str) -> None:
        """Tell whoever wants to know."""
        if before != value:
            self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        """Go on by so many values, round and round."""
        if self._values:
            place = self._values.index(self.value) if self.value in self._values else -step
            self.value = self._values[(place + step) % len(self._values)]

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Letters are for choosing a value, never commands of the screen."""
        return character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Go to the next value that begins with the letter typed."""
        if event.character is None or not event.is_printable or event.key == "space":
            return
        event.stop()
        event.prevent_default()
        place = self._values.index(self.value) if self.value in self._values else -1
        after = (*self._values[place + 1 :], *self._values[: place + 1])
        letter = event.character.casefold()
        found = (one for one in after if one.casefold().startswith(letter))
        self.value = next(found, self.value)

    def on_click(self) -> None:
        """A click goes on by one."""
        self.action_step(1)

    @property
    def _shown(self) -> str:
        return f"‹ {clean(self.value)} ›"

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as its value."""
        return width(self._shown)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """The value between arrows; reversed while it has the focus."""
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        style = base + Style(reverse=self.has_focus)
        shown = cut(self._shown, self.size.width)
        strip = Strip([Segment(shown, style)], width(shown))
        return strip.extend_cell_length(self.size.width, base)
