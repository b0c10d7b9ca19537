"""Sends a terminal only what changed, below every widget.

Textual paints whole widgets. What it writes is read here, kept as the cells that the terminal
shows, and only the difference goes out, in the fewest bytes:

- `sequences` takes a write apart; `cells` and `style` read text and looks;
- `shown` keeps what stands in each row, and brings it to what was painted since the last flush;
- `pen` and `moves` choose between moving, printing again and erasing;
- `wire` joins these: writes go in, what is to be sent comes out;
- `driver` is Textual's own driver with that in between;
- `pasting` takes what is pasted out of what the terminal sends, before it is read as keys.

What is not known passes through as it is, with all that follows it in the same write, and nothing
on the screen is taken for known afterwards. Where terminals disagree about the width of a
character, everything from there to the end of the row is sent as it was painted, whenever it
changes. Nothing here knows of conversations.
"""

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver


def driver_class(*, cursor: bool = False) -> "type[Driver] | None":
    """The driver for this system; None for Textual's own: on Windows, or where one was named.

    With `cursor` the terminal's own cursor is seen.
    """
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from convonote.wire.driver import CursorDriver, ThinDriver

    return CursorDriver if cursor else ThinDriver


def forget(app: "App[Any]") -> None:
    """Take nothing on the app's terminal for known, where it has the driver from here."""
    if sys.platform != "win32":
        from convonote.wire.driver import forget

        forget(app)
