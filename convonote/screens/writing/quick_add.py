"""`+`: one line that says what was said, echoed as it is understood while it is typed."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from convonote.commands import Where
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import Awaited
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.records import Said
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.wrapping import wrapped
from convonote.writing.owing import promised
from convonote.writing.remarking import remarked
from convonote.writing.understanding import (
    NotUnderstood,
    Understood,
    in_words,
    left_in,
    understand,
    warned,
    write_down,
)

Value = TypeVar("Value")

EXAMPLE = "Ana, Bob > phone yesterday: asked about the fence #fence"
SIGNS = "> I said  < they said  = we talked  +Name new"
REST = 0.15
"""Seconds without a key after which what is typed is echoed."""
SHOWN = 6
"""Lines of the echo at most."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is made of what is typed."""

    lines: tuple[str, ...]
    understood: Understood | None = None
    """None where it cannot be written down yet."""
    warnings: tuple[str, ...] = ()
    """What it goes against."""


class QuickAdd(ModalScreen[Said | None], Awaited[Said | None]):
    """A line at the foot of the screen; dismisses what was written down, or None."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)
    DEFAULT_CSS = """
    QuickAdd {
        align: center bottom;
        &.-tiny #box, &.-flat #box { display: none; }
        #box {
            width: 100%;
            height: auto;
            border-top: solid $foreground;
            background: $background;
        }
        #echo { height: auto; max-height: 6; }
    }
    """

    def __init__(self, words: str = "") -> None:
        """`words` stand there already."""
        super().__init__()
        self._words = words
        self._anyway: tuple[str, ...] = ()
        """The warnings that were read, so that taking the line again goes on all the same."""

    def compose(self) -> ComposeResult:
        """The line, what is made of it, and the keys."""
        with Vertical(id="box"):
            yield OneLine(self._words, EXAMPLE, id="line")
            yield ManyLines(id="echo")
            yield OneLineText(self._keys())

    def _keys(self) -> Line:
        """How to write it down, how to leave, and what the line may hold."""
        return (
            Span(key(self, "take"), "key"),
            Span(" write down  ", "hint"),
            Span(key(self, "leave"), "key"),
            Span(f" back   {SIGNS}", "hint"),
        )

    def on_mount(self) -> None:
        """Echo what stands there already."""
        self.query_one("#echo").can_focus = False
        self.query_one(OneLine).focus()
        self.on_input_changed()

    def on_input_changed(self) -> None:
        """Echo what is typed, once the keys rest."""
        self.run_worker(self._echo(REST), group="echo", exclusive=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter writes it down."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Write the line down, where it is understood."""
        self.run_worker(self._take(), group="echo", exclusive=True)

    def action_leave(self) -> None:
        """Leave without writing anything down."""
        self.dismiss(None)

    async def _echo(self, after: float) -> None:
        await asyncio.sleep(after)
        self._show(await self._heard())

    async def _take(self) -> None:
        heard = await self._heard()
        understood = heard.understood
        if understood is None:
            self._show(heard if heard.lines else Heard(("Type a line first, or go back",)))
            return
        if set(heard.warnings) - set(self._anyway):
            self._anyway = heard.warnings
            again = f"{key(self, 'take')} again writes it down all the same"
            self._show(Heard((*heard.warnings, again)))
            return
        written = await self._asked(lambda: write_down(self._notebook, understood))
        if isinstance(written, Said):
            self.dismiss(written)
        else:
            self._show(Heard((written,)))

    async def _heard(self) -> Heard:
        """What the line means just now."""
        words = self.query_one(OneLine).value.strip()
        if not words:
            return Heard(())
        heard = await self._asked(lambda: _hear(self._notebook, words))
        return heard if isinstance(heard, Heard) else Heard((heard,))

    async def _asked(self, ask: Callable[[], Value]) -> Value | str:
        """Ask the notebook in a thread; where that cannot be done, why not."""
        try:
            return await asyncio.to_thread(ask)
        except NotebookError as error:
            return str(error)

    def _show(self, heard: Heard) -> None:
        if not self.is_here:
            return
        style = "aside" if heard.understood else "overdue"
        cells = self.size.width
        lines = [line for one in heard.lines for line in wrapped(one, cells, style=style)][:SHOWN]
        echo = self.query_one("#echo", ManyLines)
        echo.styles.height = max(1, len(lines))
        echo.show(lines)

    @property
    def _notebook(self) -> Notebook:
        return host(self).notebook


def _hear(book: Notebook, words: str) -> Heard:
    try:
        understood = understand(book, words)
    except NotUnderstood as error:
        return Heard((str(error), *error.choices))
    into = understood.into
    where = "a new conversation" if into is None else f"“{into.topic or '(no topic)'}”"
    who, *_ = in_words(understood, book.now())
    warnings = warned(book, understood)
    warning = (f"! {' · '.join(warnings)}",) if warnings else ()
    aside = () if (left := left_in(understood)) is None else (left,)
    found = (*promised(understood, book), *remarked(understood, book))
    lines = (f"{who.rstrip(':')} → {where}", *warning, *found, *aside)
    return Heard(lines, understood, warnings)
