"""Invitations, their answers, and reports about mail, shown as what they are."""

import pytest

from convonote.conversation.records import Origin
from convonote.intake.parts.calendar import read_invitation

from .mail import incoming, parts

OUTLOOK = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN="Lima, Ana":mailto:ana@example.org
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Me:mailto:me@example.net
ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@example.org
DESCRIPTION;LANGUAGE=en:Bring the *drawings*.\\n\\nAna
SUMMARY;LANGUAGE=en:Tea\\, or
  coffee
DTSTART;TZID=Customized Time Zone:20261201T170000
DTEND;TZID=Customized Time Zone:20261201T183000
LOCATION:Café_1
BEGIN:VALARM
DESCRIPTION:REMINDER
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def when(*lines: str) -> str:
    """When an event with these lines is."""
    found = read_invitation("BEGIN:VEVENT\n" + "\n".join(lines) + "\nEND:VEVENT\n")
    assert found is not None
    return found.when


def test_an_invitation_tells_what_when_where_and_who() -> None:
    record = incoming(OUTLOOK, Content_Type="text/calendar; method=REQUEST; charset=utf-8")
    assert record.text == (
        "**Invitation:** Tea, or coffee\n**When:** Tue 1 Dec 2026, 17:00–18:30 (UTC+01:00)\n"
        "**Where:** Café_1\n**Who:** Lima, Ana (organiser), Me\n\nBring the *drawings*.\n\nAna"
    )


def test_an_invitation_stands_above_the_text_that_came_with_it() -> None:
    declared, body = parts(
        "Content-Type: text/plain\n\nDo come.",
        f"Content-Type: text/calendar\n\n{OUTLOOK}",
        kind="alternative",
    )
    text = incoming(body, Content_Type=declared).text
    assert text.startswith("**Invitation:** Tea")
    assert text.endswith("Do come.")
    assert "drawings" not in text


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART:20261201T170000Z"], "Tue 1 Dec 2026, 17:00 (UTC)"),
        (
            ["DTSTART;TZID=Europe/Warsaw:20261201T170000", "DURATION:PT1H30M"],
            "Tue 1 Dec 2026, 17:00–18:30 (Europe/Warsaw)",
        ),
        (
            ["DTSTART;TZID=/mozilla.org/2005/Europe/Warsaw:20261201T2300", "DTEND:20261202T0100"],
            "Tue 1 Dec 2026, 23:00 – Wed 2 Dec 2026, 01:00 (Europe/Warsaw)",
        ),
        (["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"], "Tue 1 Dec 2026, all day"),
        (
            ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204"],
            "Tue 1 Dec 2026 – Thu 3 Dec 2026",
        ),
        (
            ["DTSTART:20261201T170000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=10"],
            "Tue 1 Dec 2026, 17:00, every 2 weeks on Tue, Thu, 10 times",
        ),
        (
            ["DTSTART:20261201T170000", "RRULE:FREQ=MONTHLY;UNTIL=20270301"],
            "Tue 1 Dec 2026, 17:00, every month, until Mon 1 Mar 2027",
        ),
        (
            ["DTSTART:20261201T170000", "RECURRENCE-ID:20261201T170000"],
            "Tue 1 Dec 2026, 17:00, one of a series",
        ),
        (["DTSTART:20269901T170000"], ""),
        (["DTSTART:99991231T235900", "DURATION:P9999W"], "Fri 31 Dec 9999, 23:59"),
        (["DTSTART:soon"], ""),
    ],
)
def test_moments_are_told_as_they_were_said(lines: list[str], expected: str) -> None:
    assert when(*lines) == expected


@pytest.mark.parametrize(
    ("method", "status", "expected"),
    [
        ("REPLY", "ACCEPTED", "**Accepted:** Tea\n**Who:** Bob"),
        ("REPLY", "DECLINED", "**Declined:** Tea\n**Who:** Bob"),
        ("REPLY", "TENTATIVE", "**Perhaps:** Tea\n**Who:** Bob"),
        ("COUNTER", "TENTATIVE", "**Another time proposed:** Tea\n**Who:** Bob"),
        ("CANCEL", "", "**Cancelled:** Tea\n**Who:** Bob"),
        ("PUBLISH", "", "**Event:** Tea\n**Who:** Bob"),
    ],
)
def test_answers_and_changes_are_told_as_such(method: str, status: str, expected: str) -> None:
    attendee = f"ATTENDEE;PARTSTAT={status};CN=Bob" if status else "ATTENDEE;CN=Bob"
    found = read_invitation(
        f"METHOD:{method}\nBEGIN:VEVENT\nSUMMARY:Tea\n{attendee}:mailto:bob@x.org\nEND:VEVENT"
    )
    assert found is not None
    assert found.block() == expected


def test_a_calendar_without_an_event_is_a_file() -> None:
    record = incoming("BEGIN:VFREEBUSY\nEND:VFREEBUSY", Content_Type="text/calendar")
    assert [one.name for one in record.attachments] == ["part 1.ics"]


STATUS = (
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
    "Final-Recipient: rfc822; bob@example.org\nAction: failed\nStatus: 5.1.1\n"
    "Diagnostic-Code: smtp; 550 5.1.1 <bob@example.org>\n no such *user*\n\n"
    "Final-Recipient: rfc822; eve@example.org\nAction: delayed\nStatus: 4.4.1\n\n"
    "Final-Recipient: rfc822; joe@example.org\nAction: relayed\n"
)


def test_a_report_tells_who_was_not_reached_and_why() -> None:
    kind, body = parts("\nI am sorry.", STATUS, kind="report; report-type=delivery-status")
    record = incoming(body, Content_Type=kind)
    assert record.origin is Origin.BOUNCE
    assert record.text == (
        "**Not delivered to** bob@example.org: 550 5.1.1 \\<bob@example.org> no such \\*user\\*\n"
        "**Not yet delivered to** eve@example.org: 4.4.1\n"
        "**Handed on to** joe@example.org\n\nI am sorry."
    )


def test_a_receipt_tells_who_read_it() -> None:
    told = (
        "Content-Type: message/disposition-notification\n\n"
        "Final-Recipient: rfc822; ana@example.org\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n"
    )
    kind, body = parts(told, kind="report")
    assert incoming(body, Content_Type=kind).text == "**Displayed by** ana@example.org"
