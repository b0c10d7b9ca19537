"""What another parser of mail reads in the examples of the RFCs, and where this one differs."""

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from convonote.intake.mail.message import parse
from convonote.intake.mail.topic import NO_SUBJECT
from convonote.intake.records import Incoming, Party

from .corpora import corpus

DIFFERENCES = {
    ("000", "attachments"): "the enriched text is shown as text, not kept as a file",
    ("000", "text"): "the enriched text is shown as text, not kept as a file",
    ("001", "attachments"): "of a file name that is a path, the last part is kept",
    ("001", "text"): "a file that lies elsewhere is named, with where it lies",
    ("003", "attachments"): "the rich text is another version of the plain one, and no file",
    ("004", "text"): "the messages of a digest are shown, not only attached",
}
"""What is read otherwise here, on purpose: message and field, with the reason."""


def _header(part: dict[str, Any], name: str) -> Any:
    """The value of the first header of that name."""
    for header in part["headers"]:
        if header["name"] == name and header["value"] != "Empty":
            [value] = header["value"].values()
            return value
    return None


def _people(value: Any) -> list[tuple[str, str]]:
    """Address and name of everybody in a header, out of groups too."""
    if value is None:
        return []
    [(kind, content)] = value.items()
    people = content if kind == "List" else [one for group in content for one in group["addresses"]]
    # What has no address is named by its name here.
    return [
        (one["address"] or one["name"], one["name"] if one["address"] and one["name"] else "")
        for one in people
    ]


def _moment(value: Any) -> int | None:
    if value is None:
        return None
    offset = timedelta(hours=value["tz_hour"], minutes=value["tz_minute"])
    zone = timezone(-offset if value["tz_before_gmt"] else offset)
    day = date(value["year"], value["month"], value["day"])
    clock = time(value["hour"], value["minute"], value["second"], tzinfo=zone)
    said = datetime.combine(day, clock)
    return (said - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)


def _text(message: dict[str, Any]) -> str:
    """The text of the parts that are shown where HTML is not."""
    bodies = [message["parts"][number]["body"] for number in message["text_body"]]
    texts = [body.get("Text", "") for body in bodies]
    return "\n\n".join(text.strip("\r\n") for text in texts if text.strip())


def _files(message: dict[str, Any]) -> list[str]:
    """The names of what is attached, empty where it has none."""
    found = []
    for number in message["attachments"]:
        part = message["parts"][number]
        disposition = _header(part, "content_disposition") or {}
        kind = _header(part, "content_type") or {}
        given = {
            one["name"]: one["value"]
            for one in (*(kind.get("attributes") or ()), *(disposition.get("attributes") or ()))
        }
        found.append(given.get("filename") or given.get("name") or "")
    return found


def _expected(message: dict[str, Any]) -> dict[str, Any]:
    root = message["parts"][0]
    references = _header(root, "references") or []
    return {
        "from": _people(_header(root, "from"))[:1],
        "to": _people(_header(root, "to")),
        "cc": _people(_header(root, "cc")),
        "date": _moment(_header(root, "date")),
        "subject": _header(root, "subject") or NO_SUBJECT,
        "message id": _header(root, "message_id"),
        "references": [references] if isinstance(references, str) else references,
        "attachments": _files(message),
        "text": _text(message),
    }


def _known(people: tuple[Party, ...]) -> list[tuple[str, str]]:
    return [(party.address, party.name) for party in people]


def _read(record: Incoming, named: list[str]) -> dict[str, Any]:
    """The same of a record; what has no name of its own is given one here, which is left out."""
    return {
        "from": _known((record.author,)) if record.author else [],
        "to": _known(record.to),
        "cc": _known(record.cc),
        "date": record.at,
        "subject": record.topic,
        "message id": None if record.name.startswith("content:") else record.name,
        "references": list(record.references),
        "attachments": [one.name if one.name in named else "" for one in record.attachments],
        "text": (record.original or record.text).replace("\r\n", "\n").strip("\n"),
    }


@pytest.mark.parametrize("number", range(10))
def test_the_examples_of_the_rfcs_are_read_as_another_parser_reads_them(number: int) -> None:
    path: Path = corpus("mail") / "stalwart-rfc" / f"{number:03}.eml"
    record = parse(path.read_bytes(), path.name, 0)
    assert isinstance(record, Incoming)
    expected = _expected(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    found = _read(record, expected["attachments"])
    differ = {name for name, value in found.items() if value != expected[name]}
    assert differ == {name for message, name in DIFFERENCES if message == path.stem}
