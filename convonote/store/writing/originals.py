"""The whole text as it came in, kept where it differs from what is shown as said."""

import zlib

from convonote.intake.records import pack
from convonote.store.base import Base
from convonote.store.changes import Recording

KEPT = "original"
"""The field of a change that says that the text as it came in is kept since; it holds no text."""


def original(base: Base, exchange: int) -> str | None:
    """The whole text as it came in; None where it is what is shown."""
    packed = base.value("SELECT text FROM original WHERE exchange = ?", (exchange,))
    return None if packed is None else zlib.decompress(packed).decode("utf-8")


def keep(base: Base, recording: Recording, exchange: int) -> None:
    """Keep what came in before the user puts another text in its place."""
    came_in = "SELECT 1 FROM exchange WHERE id = ? AND made_by = 'import'"
    kept = "SELECT 1 FROM original WHERE exchange = ?"
    if base.row(came_in, (exchange,)) and not base.row(kept, (exchange,)):
        write(base, exchange, kept=True)
        recording.wrote("exchange", exchange, KEPT, False, True)


def write(base: Base, exchange: int, *, kept: bool) -> bool:
    """Keep the text that an exchange has now, or keep it no more; False where it is so already."""
    if not kept:
        gone = base.run("DELETE FROM original WHERE exchange = ?", (exchange,))
        return gone.rowcount == 1
    text = base.value("SELECT text FROM exchange WHERE id = ?", (exchange,))
    made = base.run(
        "INSERT OR IGNORE INTO original (exchange, text) VALUES (?, ?)", (exchange, pack(text))
    )
    return made.rowcount == 1
