"""What verbs print: plain lines that cannot drive the terminal, and JSON that stays readable."""

import json
import re
import shutil
import sys
from collections.abc import Iterable
from datetime import date

from convonote.conversation.zones import utc
from convonote.text.clean import clean

_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What JSON may hold as it is but a terminal may obey or hide."""


def say(line: str = "") -> None:
    """Print one line, cleaned."""
    print(clean(line))


def tell(line: str) -> None:
    """Print one line, cleaned, to stderr, beside the data."""
    print(f"convonote: {clean(line)}", file=sys.stderr)


def say_json(value: object) -> None:
    """Print one JSON value on one line, in UTF-8 whatever the terminal's encoding."""
    utf_8()
    print(_json(value))


def say_json_list(values: Iterable[object]) -> None:
    """Print a JSON list with one element a line."""
    utf_8()
    before = "["
    for value in values:
        print(before, _json(value), sep="\n" if before == "[" else "", end="")
        before = ",\n"
    print("[]" if before == "[" else "\n]")


def iso(at: int | None) -> str | None:
    """A moment as ISO 8601 in UTC, such as `2026-11-12T20:40:00Z`."""
    if at is None:
        return None
    return utc(at).isoformat(timespec="seconds").replace("+00:00", "Z")


def iso_day(day: date | None) -> str | None:
    """A day as ISO 8601."""
    return None if day is None else day.isoformat()


def columns() -> int:
    """The cells of a line: the terminal's, within reason; 80 where there is none."""
    return max(40, min(120, shutil.get_terminal_size((80, 24)).columns))


def _json(value: object) -> str:
    """JSON in which what a terminal could obey is written as an escape, which means the same."""
    written = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], written)


def utf_8(newline: str | None = None) -> None:
    """Print in UTF-8 whatever the terminal's encoding; `newline` as `open` takes it."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline=newline)
