"""Task items in what comes in: suggestions, for anybody may have meant anything by them."""

from collections.abc import Iterable

from convonote.store import filing, saying
from convonote.store.arrival import Arrival
from convonote.store.base import Base
from convonote.store.changes import Recording


def suggest(base: Base, recording: Recording, arrivals: Iterable[Arrival]) -> None:
    """File the task items of new exchanges as suggested promises."""
    for arrival in arrivals:
        # Few mails hold a box, and only for those its people are read.
        if "[" in arrival.incoming.text:
            setting = saying.setting_of(base, arrival.id)
            filing.file(base, recording, arrival.id, arrival.incoming.text, setting)
