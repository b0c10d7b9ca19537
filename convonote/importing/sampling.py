"""The first of what comes in, held until it is known whose mail it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from convonote.intake.records import Incoming
from convonote.intake.workers.parallel import Read

SAMPLE = 2_000
"""Messages that are looked at to tell whose mail it is, before any is added."""
SAMPLE_TEXT = 16 << 20
"""Characters of them at which no more are looked at."""
HELD = 4 * SAMPLE
"""Things of all kinds, cards and notes of files among them, at which no more are held."""


@dataclass(slots=True)
class Sample:
    """What is held, and the messages in it."""

    items: list[Read] = field(default_factory=list)
    messages: list[Incoming] = field(default_factory=list)
    whole: bool = False
    """Nothing comes behind it."""

    def take(self, items: Iterable[Read]) -> None:
        """Take as much as is enough to tell, or as can be held."""
        text = 0
        for item in items:
            self.items.append(item)
            if isinstance(item, Incoming):
                self.messages.append(item)
                text += len(item.text)
            enough = len(self.messages) >= SAMPLE or text >= SAMPLE_TEXT
            if enough or self.crowded:
                return
        self.whole = True

    @property
    def crowded(self) -> bool:
        """So much is held that messages may have had no room."""
        return len(self.items) >= HELD
