"""How a ledger is written, day by day.

`At(when, do)` is done at that moment of the user's own time. A line is one of `log`; the other
doings are `turn NAMES because WORDS`, `left NAMES`, `later DAY`, `close`, `kept WORDS`,
`let go WORDS`, `remind DAY` and `mail Ana > me 2026-11-02 09:00 +0100: …`, which was sent then
and comes in now. Expected is how the conversation stands at the end, in the user's own zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

LIST = {"send the list": date(2026, 11, 6)}
"""What is promised most often."""


@dataclass(frozen=True, slots=True)
class At:
    """Something done at a moment, written as `2026-11-02 09:00`."""

    when: str
    do: str

    @property
    def moment(self) -> datetime:
        """In the user's own time, without a zone."""
        return datetime.fromisoformat(self.when)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is done, and how the conversation stands at the end."""

    title: str
    steps: tuple[At, ...]
    end: str
    """The moment at which one looks."""
    section: str
    holders: frozenset[str] = frozenset()
    why: str = ""
    """Words that stand in the reason of the first holder."""
    promises: Mapping[str, date | None] = field(default_factory=dict)
    """The open ones: what, and when it is due."""
    zone: str = "UTC"


def ledger(
    title: str,
    *steps: tuple[str, str],
    end: str,
    section: str,
    holders: str = "",
    why: str = "",
    promises: Mapping[str, date | None] | None = None,
    zone: str = "UTC",
) -> Ledger:
    """A case; steps are (when, do), holders names with commas between them."""
    return Ledger(
        title,
        tuple(At(*step) for step in steps),
        end,
        section,
        frozenset(name.strip() for name in holders.split(",") if name.strip()),
        why,
        promises or {},
        zone,
    )
