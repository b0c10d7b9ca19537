"""What is wrong in an export is refused with its line and its reason, and the rest comes in."""

import json
from collections.abc import Callable
from datetime import UTC
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.records import Refused
from convonote.store.base import Base
from convonote.store.opening import open_base
from tests.store.exported import lines, lived_in, taken_in
from tests.store.mail import NOW, message, opened, partition, receive

Change = Callable[[dict[str, object]], None]


def _without(name: str) -> Change:
    def spoil(record: dict[str, object]) -> None:
        del record[name]

    return spoil


def _with(name: str, value: object) -> Change:
    return lambda record: record.update({name: value})


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_without("text"), "`text` is missing"),
        (_with("at", "today"), "`at` is no moment: microseconds since 1970"),
        (_with("at", 10**30), "`at` is no moment: microseconds since 1970"),
        (_with("kind", "rumour"), "`kind` is none of said, talk, note"),
        (_with("asks", 1), "`asks` is neither true nor false"),
        (_with("text", "\ud800"), "`text` holds half a character"),
        (_with("uid", "7"), "`uid` is no uid"),
        (_with("to", [3]), "`to` is no uid"),
        (_with("to", None), "`to` is no list"),
        (_with("offset", 5000), "`offset` is more than a day"),
        (_with("record", "rumour"), "it is none of the records that this version knows"),
        (
            _with("conversation", "00000000-0000-7000-8000-000000000000"),
            "it refers to the conversation 00000000-0000-7000-8000-000000000000,"
            " which does not stand before it",
        ),
    ],
)
def test_a_line_that_is_wrong_is_refused_with_its_number_and_the_reason(
    base: Base, other: Base, spoil: Change, reason: str
) -> None:
    receive(base, [message("<a>"), message("<b>")])
    records = [json.loads(line) for line in lines(base)]
    number = next(n for n, each in enumerate(records, 1) if each.get("record") == "exchange")
    spoil(records[number - 1])
    _, refused = taken_in(other, [json.dumps(record).encode() for record in records])
    assert refused[0] == Refused(f"the export, line {number}", reason)
    # What is sound comes in all the same.
    assert partition(other) == {frozenset({"<b>"})}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is not JSON; the file may be cut short"),
        (b"[1]", "it is not a record"),
        (b"\xff", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested too deep"),
        (b'{"convonote": 2}', "it was made by a newer convonote; upgrade to read it"),
    ],
)
def test_a_line_that_is_no_record_is_refused(other: Base, line: bytes, reason: str) -> None:
    _, refused = taken_in(other, [b"", line])
    assert refused == [Refused("the export, line 2", reason)]


@cache
def _lived_in() -> list[bytes]:
    """The export of a notebook in which a bit of everything has happened."""
    with TemporaryDirectory() as folder, opened(Path(folder) / "n.db") as base:
        lived_in(base)
        return lines(base)


@cache
def _nothing() -> bytes:
    """A notebook's file that holds nothing yet, which costs more to make than to copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "e.db"
        open_base(path, clock=lambda: NOW, zone=UTC, create=True).close()
        return path.read_bytes()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_spoilt_line_breaks_it(data: st.DataObject) -> None:
    json_values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=4,
    )
    with TemporaryDirectory() as folder:
        records = [json.loads(line) for line in _lived_in()]
        for _ in range(data.draw(st.integers(1, 5))):
            record = data.draw(st.sampled_from(records))
            record[data.draw(st.sampled_from(sorted(record)))] = data.draw(json_values)
        path = Path(folder) / "e.db"
        path.write_bytes(_nothing())
        empty = open_base(path, clock=lambda: NOW, zone=UTC, create=False)
        try:
            taken_in(empty, [json.dumps(record).encode() for record in records])
            lines(empty)
        finally:
            empty.close()
