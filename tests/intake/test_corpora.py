"""Real mail that nobody here wrote: each message is taken in or refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import Origin
from convonote.intake.message import RawMessage, read_message
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.sources import find, read

from .corpora import CORPORA, corpus
from .mail import parts, raw

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
    for record in read([path]):
        assert isinstance(record, Incoming)
        assert record.origin is Origin.BOUNCE
        assert record.failed


def test_a_real_report_of_a_delay_is_a_machine() -> None:
    path = corpus("mail") / "mikel-mail" / "multipart_report_emails" / "report_422.eml"
    [record] = read([path])
    assert isinstance(record, Incoming)
    assert record.origin is Origin.MACHINE


def _samples() -> list[bytes]:
    kind, body = parts("\nOne", "Content-Type: text/html\n\n<p>Two</p>", kind="alternative")
    samples = [raw(), raw(body, Content_Type=kind)]
    for path in sorted((CORPORA / "mail").glob("*/**/*.eml"))[::4]:
        samples.append(path.read_bytes()[:20_000])
    return samples


SAMPLES = _samples()


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_mutation_of_a_message_breaks_the_reading(data: st.DataObject) -> None:
    message = bytearray(data.draw(st.sampled_from(SAMPLES)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(message)))
        gone = data.draw(st.integers(0, 30))
        new = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"\n", b"\n\n", b"--", b"=?", b";"])
        )
        message[at : at + gone] = new
    record = read_message(RawMessage("mutated.eml", 0, bytes(message)))
    assert isinstance(record, Incoming | Refused)
