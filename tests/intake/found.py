"""Everything that sources hold, read in place."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from convonote.intake.mail.message import RawMessage, parse_found
from convonote.intake.records import Card, Incoming, Refused, Skipped, Taken
from convonote.intake.sources import Reading, find


def read(
    sources: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Incoming | Card | Refused | Skipped]:
    """What is in the sources, one at a time; raises SourceError for one that holds nothing."""
    for found in find(sources, Reading(stdin)):
        if isinstance(found, RawMessage):
            yield parse_found(found)
        elif not isinstance(found, Taken):
            yield found
