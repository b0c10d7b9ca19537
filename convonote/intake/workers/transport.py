"""Messages and records on their way between processes.

What `pickle` does for dataclasses by itself takes three times as long as all the rest of the way.
"""

import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields
from io import FileIO
from operator import attrgetter
from typing import Any, Protocol

from convonote.intake.mail.kept_as import Flags
from convonote.intake.mail.message import RawMessage
from convonote.intake.records import Attachment, Incoming, Party, Refused, Skipped

_Reduce = Callable[[Any], tuple[type, tuple[Any, ...]]]


class Writable(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take some more."""


def dump(sent: Iterable[RawMessage | Incoming | Refused | Skipped], into: Writable) -> None:
    """Write messages or records, so that `pickle.load` gives them again as a list."""
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(list(sent))


def write_whole(into: FileIO, chunk: "bytes | memoryview") -> None:
    """Write all of it to a file without a buffer, which may take less at once."""
    left = memoryview(chunk)
    while left:
        left = left[into.write(left) :]


def _by_fields(record: type) -> _Reduce:
    names = [field.name for field in fields(record)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda it: (record, (values(it),))
    return lambda it: (record, values(it))


_TABLE: dict[type, _Reduce] = {
    record: _by_fields(record)
    for record in (RawMessage, Flags, Incoming, Party, Attachment, Refused, Skipped)
}
