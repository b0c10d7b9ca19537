"""How far an import is: bytes done and to do, messages a second, time left."""

from dataclasses import dataclass, field
from time import monotonic

_SOON = 0.5
"""Seconds before which a rate says nothing."""


@dataclass(slots=True)
class Progress:
    """Grows while an import runs."""

    total: int = 0
    """Bytes that there are to read; 0 where nobody knows."""
    done: int = 0
    """Bytes read so far."""
    messages: int = 0
    """Messages, cards and lines read so far."""
    started: float = field(default_factory=monotonic)

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def rate(self) -> float:
        """Messages a second."""
        return self.messages / max(monotonic() - self.started, 0.001)

    @property
    def left(self) -> float | None:
        """Seconds that it will still take if it goes on like this."""
        took = monotonic() - self.started
        if not self.total or not self.done or took < _SOON:
            return None
        return took * max(0, self.total - self.done) / self.done


def in_words(seconds: float) -> str:
    """Such as `40 s`, `3 min` or `1 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
