"""Real mail that nobody here wrote: each message is taken in or refused."""

import re
from pathlib import Path

import pytest

from convonote.conversation.records import Origin
from convonote.intake.mail.message import RawMessage, read_message
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.sources import find
from tests.intake.found import read

from .corpora import corpus

FAMILIES = ("mikel-mail", "enmime", "cpython-test_email", "stalwart-rfc")


@pytest.mark.parametrize("family", FAMILIES)
def test_each_real_message_is_read_without_the_net(family: str) -> None:
    found = [one for one in find([corpus("mail") / family]) if isinstance(one, RawMessage)]
    assert found
    for one in found:
        record = read_message(one)
        assert isinstance(record, Incoming | Refused)
        if isinstance(record, Incoming):
            assert record.name
            assert record.text.encode("utf-8").decode() == record.text


MARKED = {
    # A picture that its sender declared as text: no charset reads it.
    "chardet-fail.raw",
}
"""The messages in whose text a character is marked as unreadable."""


def test_no_text_is_marked_as_unreadable_that_another_charset_would_read() -> None:
    records = [
        one for one in read([corpus("mail"), corpus("threads")]) if isinstance(one, Incoming)
    ]
    texts = {Path(one.source).name: one.original or one.text for one in records}
    marked = {name for name, text in texts.items() if "\ufffd" in text}
    assert marked <= MARKED, f"of {len(texts)} texts these hold U+FFFD: {marked}"
    # Neither did a control character come of a wrong guess.
    assert not {name for name, text in texts.items() if re.search("[\x80-\x9f]", text)}


def test_every_file_of_mail_is_taken_in_and_nothing_else() -> None:
    folder = corpus("mail")
    skipped = {Path(one.source).name for one in read([folder]) if isinstance(one, Skipped)}
    assert not {name for name in skipped if name.endswith(".eml")}
    # A list's welcome text, a comment that says it is no message, and a part without headers.
    others = {name for name in skipped if not name.startswith("UPSTREAM") and ".json" not in name}
    assert others <= {"msg_19.txt", "erroneous.raw", "sample_output_multipart"}


@pytest.mark.parametrize(
    ("name", "messages", "conversations"),
    [
        ("testbox", 10, 3),
        ("testbox-2", 3, 1),
        ("testbox-3", 3, 1),
        ("testbox-4", 7, 2),
        ("testbox-5", 4, 1),
        ("testbox-6", 6, 1),
        ("testbox-7", 1, 1),
        ("testbox-8", 3, 1),
        ("testbox-9", 6, 2),
    ],
)
def test_references_join_real_threads_as_notmuch_does(
    name: str, messages: int, conversations: int
) -> None:
    records = list(read([corpus("threads") / "mail-thread" / name]))
    groups: list[set[str]] = []
    for record in records:
        assert isinstance(record, Incoming)
        joined = {record.name, *record.references}
        apart = [group for group in groups if not group & joined]
        groups = [*apart, joined.union(*(group for group in groups if group & joined))]
    assert len(records) == messages
    assert len(groups) == conversations


@pytest.mark.parametrize(
    "name",
    [
        "multi_address_bounce1",
        "multi_address_bounce2",
        "multipart_report_multiple_status",
        "report_530",
    ],
)
def test_real_failed_deliveries_are_told(name: str) -> None:
    path = corpus("mail") / "mikel-mail" / "multipart_report_emails" / f"{name}.eml"
    [record] = read([path])
    assert isinstance(record, Incoming)
    assert record.origin is Origin.BOUNCE
    assert record.failed


def test_a_real_report_of_a_delay_is_a_machine() -> None:
    path = corpus("mail") / "mikel-mail" / "multipart_report_emails" / "report_422.eml"
    [record] = read([path])
    assert isinstance(record, Incoming)
    assert record.origin is Origin.MACHINE
