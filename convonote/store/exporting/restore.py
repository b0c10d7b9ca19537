"""Taking in what `export` gave: what is there already stays, everything else is added.

Into an empty notebook all of it is restored, history too, so that exporting again gives the same
stream. Into one with something in it the history stays behind, for its rows would mean others
here; there the whole is one recorded change, which taking back an import takes back.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from convonote.intake.records import Refused
from convonote.store.base import Base
from convonote.store.changes import IMPORT
from convonote.store.exporting.restoring import Restoring
from convonote.store.exporting.shapes import Unfit
from convonote.store.exporting.stream import VERSION
from convonote.store.incoming.records import Received
from convonote.store.turns import placing
from convonote.store.turns.folding import refold

_AT_ONCE = 200
"""Lines in one transaction."""

_UNDER_WAY = "restoring"
"""Noted in the notebook while an empty one is filled, so that it can go on after a break."""

Line = Mapping[str, object] | Refused


def read_lines(lines: Iterable[bytes], source: str = "the export") -> Iterator[Line]:
    """The records in the lines of an export; a line that is none is refused, with its reason."""
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line.decode("utf-8-sig")) if line.strip() else {}
        except UnicodeDecodeError:
            yield Refused(f"{source}, line {number}", "it is not UTF-8")
        except ValueError:
            yield Refused(f"{source}, line {number}", "it is not JSON; the file may be cut short")
        except RecursionError:
            yield Refused(f"{source}, line {number}", "it is nested too deep")
        else:
            if isinstance(record, dict):
                yield record
            else:
                yield Refused(f"{source}, line {number}", "it is not a record")


def restore(
    base: Base,
    records: Iterable[Line],
    *,
    source: str = "the export",
    refused: Callable[[Refused], None] | None = None,
) -> Received:
    """Take in a stream of records; those that cannot be read are given to `refused`.

    What it counts as added or already there are exchanges. Where giving the records ends in an
    error, what came before it stays, and the same stream goes on from there.
    """
    with base.transaction():
        empty = _is_empty(base)
        if empty:
            base.set_meta(_UNDER_WAY, "1")
    state = Restoring(base, empty=empty)
    numbered = enumerate(records, 1)
    paced: set[int] = set()
    change: int | None = None
    try:
        while batch := list(islice(numbered, _AT_ONCE)):
            with _writing(state, base, source, change):
                for number, line in batch:
                    problem = _take(state, line, f"{source}, line {number}")
                    if problem is not None and refused is not None:
                        refused(problem)
                refold(base, state.touched, paced=paced)
                placing.begin_import(base)
                change = _change(state)
        while state.keys.pending:
            with _writing(state, base, source, change):
                refold(base, state.keys.settle(), paced=paced)
    finally:
        # Whoever gives the records may stop in between: what came until then stands in its place.
        state.keys.forget()
        placing.finish_import(base, paced)
    with base.transaction():
        base.set_meta(_UNDER_WAY, None)
    return state.received


def _is_empty(base: Base) -> bool:
    """Nothing was said in it, and nobody but the user is known; or it was being filled."""
    some = (
        "SELECT 1 FROM conversation UNION ALL SELECT 1 FROM person WHERE me = 0"
        " UNION ALL SELECT 1 FROM draft LIMIT 1"
    )
    return base.meta(_UNDER_WAY) is not None or base.row(some) is None


@contextmanager
def _writing(state: Restoring, base: Base, source: str, change: int | None) -> Iterator[None]:
    """One transaction, recorded where there was something in the notebook before."""
    state.touched.clear()
    if state.empty:
        with base.transaction():
            yield
    else:
        with base.writing(IMPORT, f"imported {source}", change=change) as recording:
            state.recording = recording
            yield


def _change(state: Restoring) -> int | None:
    """The change that the next transaction goes on with."""
    if state.recording is None or state.recording.empty:
        return None
    return state.recording.change


def _take(state: Restoring, line: Line, where: str) -> Refused | None:
    if isinstance(line, Refused):
        return line
    if not line:
        return None
    if "convonote" in line:
        if line["convonote"] == VERSION:
            return None
        return Refused(where, "it was made by a newer convonote; upgrade to read it")
    try:
        state.take(line)
    except Unfit as problem:
        return Refused(where, str(problem))
    return None
