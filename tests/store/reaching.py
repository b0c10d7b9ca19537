"""Who is to be reached out to, and moments on the clocks of zones."""

from datetime import datetime
from zoneinfo import ZoneInfo

from convonote.store.notebook import Notebook


def reaching(notebook: Notebook) -> list[str]:
    """The names of whom to reach out to, first things first."""
    return [row.person.name for row in notebook.reach_out()]


def at(zone: ZoneInfo, *moment: int) -> int:
    """A moment, from year to minute, on the clock of a zone."""
    return int(datetime(*moment, tzinfo=zone).timestamp()) * 1_000_000  # type: ignore[arg-type, misc]  # A moment is year to minute.
