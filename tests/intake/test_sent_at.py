"""When a message was said."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.mail.message import RawMessage, read_message
from convonote.intake.mail.sent_at import read_date
from convonote.intake.records import Incoming

from .mail import raw

NINE = datetime(2026, 11, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "Tue, 3 Nov 126 09:00:00 +0000",
        "Tuesday, 03-Nov-26 09:00:00 GMT",
        "Tue Nov  3 09:00:00 2026",
        "Tue Nov 3 04:00:00 EST 2026",
        "3 Nov 26 04:00 EST",
        "Tue, 3 Nov 2026 09:00:00 -0000",
        "Tue, 3 Nov 2026 10:00:00 (just after breakfast) +0100",
        "Tue, 3 Nov 2026 10:00:00 GMT+0100",
        "Tue, 3 Nov 2026 10:00:00 +01:00",
        "Tue,3 Nov 2026 10:00:00 +0100",
        "Tue, 3 Nov 2026 9:00 AM",
        "Nov 3, 2026 9:00 am",
        "13/11/2026 09:00:00",
        "2026/11/03 09:00:00",
        "20261103T090000Z",
        "Di, 3 Nov 2026 10:00:00 +0100",
        "Di, 3. November 2026 10:00:00 +0100",
        "mar., 3 nov. 2026 10:00:00 +0100",
        "wto, 3 lis 2026 10:00:00 +0100",
        "Вт, 3 ноя 2026 12:00:00 +0300",
        "3 de noviembre de 2026 10:00:00 +0100",
        "  3 Nov 2026\t09:00:00\t+0000  ",
    ],
)
def test_dates_are_read_in_all_the_ways_in_which_they_were_ever_written(written: str) -> None:
    moment = read_date(written)
    assert moment is not None
    said = datetime.fromtimestamp(moment[0] / 1_000_000, UTC)
    assert said == (NINE.replace(day=13) if written.startswith("13") else NINE)


def test_midnight_may_be_the_end_of_a_day() -> None:
    assert read_date("Mon, 2 Nov 2026 24:00:00 +0000") == read_date("3 Nov 2026 00:00:00 +0000")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 :+-/.,()GMTNovpam3é\0", max_size=60))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    moment = read_date(text)
    assert moment is None or isinstance(moment[0], int)


def read_without_date(separator: bytes = b"", modified: int | None = None, **more: str) -> Incoming:
    message = raw(Date="", **more)
    found = RawMessage("test.eml", 0, message, separator=separator, modified=modified)
    record = read_message(found)
    assert isinstance(record, Incoming)
    return record


RECEIVED = "from a by b; Tue, 3 Nov 2026 09:00:00 +0000"
SEPARATOR = b"From ana@example.org Tue Nov  3 10:00:00 2026\n"
FILED = 1_800_000_000_000_000


def test_what_has_no_date_takes_it_from_the_newest_server_that_passed_it_on() -> None:
    older = "from c by a; Tue, 3 Nov 2026 08:00:00 +0000"
    record = read_without_date(SEPARATOR, FILED, Received=f"{RECEIVED}\nReceived: {older}")
    assert record.at == int(NINE.timestamp()) * 1_000_000
    assert record.dated


def test_then_from_the_line_before_it_and_then_from_its_file_which_are_guesses() -> None:
    separated = read_without_date(SEPARATOR, FILED)
    assert separated.at == int(NINE.timestamp() + 3600) * 1_000_000
    assert not separated.dated
    filed = read_without_date(b"From ana@example.org\n", FILED)
    assert filed.at == FILED
    assert not filed.dated


def test_and_at_last_it_has_none() -> None:
    record = read_without_date()
    assert record.at is None
    assert not record.dated


def test_the_name_of_a_message_does_not_hang_on_where_its_date_was_found() -> None:
    names = {
        read_without_date(Message_ID="").name,
        read_without_date(SEPARATOR, Message_ID="").name,
        read_without_date(modified=FILED, Message_ID="").name,
        read_without_date(Message_ID="", Received=RECEIVED).name,
    }
    assert len(names) == 1
