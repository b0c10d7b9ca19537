"""`Dialog`: a question in a box above the screen from which it was asked."""

from typing import TypeVar

from textual.screen import ModalScreen

from convonote.screens.early_keys import Awaited

Result = TypeVar("Result")


class Dialog(ModalScreen[Result], Awaited[Result]):
    """A box with the id `box`; dismisses what was answered."""

    # Of several bases, Textual takes the styles of the first one alone.
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        &.-tiny #box, &.-flat #box { display: none; }
        Footer { dock: none; }
        #box {
            width: 90%;
            max-width: 72;
            height: auto;
            max-height: 100%;
            border: solid $foreground;
            background: $background;
            padding: 0 1;
        }
    }
    """
