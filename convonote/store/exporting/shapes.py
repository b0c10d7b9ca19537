"""Whether the values in a line of an export can be what they stand for."""

import re
from collections.abc import Mapping
from datetime import date

from convonote.store.exporting.stream import Column
from convonote.store.incoming.arrival import DAY_MINUTES, EARLIEST, LATEST

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_GREATEST = 1 << 31


class Unfit(Exception):
    """A record cannot be taken in; the message is one line that says why."""


def value_of(column: Column, record: Mapping[str, object]) -> object:
    """The value of a column as SQLite keeps it, references still as uids; raises Unfit."""
    if column.name not in record:
        # An older export lacks what was added since; of that, nothing and no are the usual values.
        if column.optional:
            return None
        if column.shape == "yes":
            return 0
        raise Unfit(f"`{column.name}` is missing")
    value = record[column.name]
    if value is None and column.optional:
        return None
    match column.shape.removesuffix("?"):
        case "text":
            text = text_of(column.name, value)
            if column.among and text not in column.among:
                raise Unfit(f"`{column.name}` is none of {', '.join(column.among)}")
            return uid_of(column.name, text) if column.name == "uid" else text
        case "number":
            return _number(column.name, value)
        case "moment":
            return _moment(column.name, value)
        case "yes":
            if not isinstance(value, bool):
                raise Unfit(f"`{column.name}` is neither true nor false")
            return int(value)
        case "uid":
            return uid_of(column.name, value)
        case "day":
            return _day(column.name, value)
        case _:
            raise AssertionError(column)


def text_of(name: str, value: object) -> str:
    """A text that SQLite can keep."""
    if not isinstance(value, str):
        raise Unfit(f"`{name}` is no text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Unfit(f"`{name}` holds half a character") from None
    return value


def uid_of(name: str, value: object) -> str:
    """The uid of a record."""
    if not isinstance(value, str) or not _UID.fullmatch(value):
        raise Unfit(f"`{name}` is no uid")
    return value


def uids_of(name: str, record: Mapping[str, object]) -> list[str]:
    """The uids of several records."""
    value = record.get(name)
    if not isinstance(value, list):
        raise Unfit(f"`{name}` is no list")
    return [uid_of(name, each) for each in value]


def attachments_of(record: Mapping[str, object]) -> list[list[object]]:
    """Names, types and sizes of what a message carried."""
    value = record.get("attachments")
    if not isinstance(value, list):
        raise Unfit("`attachments` is no list")
    for each in value:
        if not isinstance(each, list) or len(each) != 3:
            raise Unfit("`attachments` has more or less than name, type and size")
        text_of("attachments", each[0])
        text_of("attachments", each[1])
        if not isinstance(each[2], int):
            raise Unfit("`attachments` has a size that is no number")
    return value


def _number(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _GREATEST:
        raise Unfit(f"`{name}` is no number of this kind")
    if name == "offset" and abs(value) >= DAY_MINUTES:
        raise Unfit("`offset` is more than a day")
    return value


def _moment(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not EARLIEST <= value <= LATEST:
        raise Unfit(f"`{name}` is no moment: microseconds since 1970")
    return value


def _day(name: str, value: object) -> str:
    try:
        return date.fromisoformat(text_of(name, value)).isoformat()
    except ValueError:
        raise Unfit(f"`{name}` is no date such as 2026-12-03") from None
