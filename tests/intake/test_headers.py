"""Addresses, dates, encoded words, subjects."""

import pytest

from convonote.intake.mail.addresses import parties
from convonote.intake.mail.encoded import decoded, parameters
from convonote.intake.mail.sent_at import read_date
from convonote.intake.mail.topic import NO_SUBJECT, topic
from convonote.intake.records import Party

from .mail import incoming


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ana@example.org", [("ana@example.org", "")]),
        ("Ana Lima <ana@example.org>", [("ana@example.org", "Ana Lima")]),
        ('"Lima, Ana" <ana@example.org>', [("ana@example.org", "Lima, Ana")]),
        ('"Ana \\"A\\" Lima" <a@x.org>', [("a@x.org", 'Ana "A" Lima')]),
        ("ana@example.org (Ana Lima)", [("ana@example.org", "Ana Lima")]),
        ("ana at example.org (Ana Lima)", [("ana@example.org", "Ana Lima")]),
        ("Friends: a@x.org, Bob <b@x.org>;, c@x.org",
         [("a@x.org", ""), ("b@x.org", "Bob"), ("c@x.org", "")]),
        ("a@x.org; b@x.org", [("a@x.org", ""), ("b@x.org", "")]),
        ("undisclosed-recipients:;", []),
        ("undisclosed recipients", []),
        ("", []),
        ("<>", []),
        ("=?utf-8?q?Jos=C3=A9?= <j@x.org>", [("j@x.org", "José")]),
        ("Ana <a@x.org>, a@X.org", [("a@x.org", "Ana")]),
        ("'ana@x.org' <ana@x.org>", [("ana@x.org", "")]),
        ("<pete(his account)@silly.test(his host)>", [("pete@silly.test", "")]),
        ("<@relay.org:ana@x.org>", [("ana@x.org", "")]),
        ("root", [("root", "")]),
        ("((((ana@x.org", [("ana@x.org", "")]),
        ("Lima, Ana <ana@x.org>, root, Bob <b@x.org>",
         [("ana@x.org", "Lima, Ana"), ("root", ""), ("b@x.org", "Bob")]),
        ("=?utf-8?Q?Lima,_Ana?= <a@x.org>, b@x.org", [("a@x.org", "Lima, Ana"), ("b@x.org", "")]),
        ('"=?utf-8?Q?Lima=2C_Ana?=" <a@x.org>', [("a@x.org", "Lima, Ana")]),
        ("Ana <a@x.org> Bob <b@x.org>", [("a@x.org", "Ana"), ("b@x.org", "Bob")]),
        ("a@x.org b@y.org", [("a@x.org", ""), ("b@y.org", "")]),
        ("ana @ example . org", [("ana@example.org", "")]),
        ("Ana <ana at example.org>", [("ana@example.org", "Ana")]),
        ("Ana Lima ana@x.org", [("ana@x.org", "Ana Lima")]),
        ("<ana@x.org", [("ana@x.org", "")]),
        ("Ana (never closed <ana@x.org>", [("ana@x.org", "Ana")]),
        ('"ana@x.org" <alias>', [("ana@x.org", "")]),
        ("<Undisclosed-Recipient:@x.org;>", []),
        ("unlisted-recipients:; (no To-header on input)", []),
        ("ana@xn--mnchen-3ya.de", [("ana@münchen.de", "")]),
        ("ana@[IPv6:2001:db8::1]", [("ana@[IPv6:2001:db8::1]", "")]),
        ("/O=ORG/CN=ANA", [("/O=ORG/CN=ANA", "")]),
    ],
)  # fmt: skip
def test_addresses_are_read_as_people_write_them(
    header: str, expected: list[tuple[str, str]]
) -> None:
    assert parties([header]) == tuple(Party(*one) for one in expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "plain"),
        ("=?utf-8?B?6Zmz5YGJ?=", "陳偉"),
        ("=?iso-8859-1?q?caf=E9?=  =?iso-8859-1?q?_noir?=", "café noir"),
        ("=?utf-8?b?6Zk=?= =?utf-8?b?s+WBiQ==?=", "陳偉"),
        ("a =?utf-8?q?b?= c", "a b c"),
        ("=?no-such-charset?q?caf=C3=A9?=", "café"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?utf-8?b?w7xx?=", "üq"),
        ("=?utf-8?b?w7xxc?=", "üq"),
        ("=?utf-8?q?Which_week??= of April?", "Which week? of April?"),
        ("=?x-unknown?q?caf=E9?=", "café"),
        ("=?utf-8*en?q?caf=C3=A9?=", "café"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ],
)
def test_encoded_words_are_read(value: str, expected: str) -> None:
    assert decoded(value) == expected


def test_parameters_in_several_parts_and_charsets_are_joined() -> None:
    value = "text/plain; name*0*=utf-8''caf%C3%A9; name*1=\" noir.txt\"; charset='utf-8'; charset=x"
    kind, found = parameters(value)
    assert kind == "text/plain"
    assert found["name"] == "café noir.txt"
    assert found["charset"] == "'utf-8'"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 3 Nov 2026 10:00:00 +0100", (1_793_696_400, 60)),
        ("3 Nov 2026 09:00:00 GMT", (1_793_696_400, 0)),
        ("Tue, 3 Nov 2026 09:00:00 -0000", (1_793_696_400, 0)),
        ("Tue, 3 Nov 2026 04:00:00 -0500 (EST)", (1_793_696_400, -300)),
        ("Tue, 03 Nov 26 09:00:00 UT", (1_793_696_400, 0)),
        ("2026-11-03 10:00:00 +0100", (1_793_696_400, 60)),
        ("2026-11-03T09:00:00Z", (1_793_696_400, 0)),
        ("Tue, 3 Nov 2026 10:00:60 +0100", (1_793_696_459, 60)),
        ("Tue, 3 Nov 2026 09:00:00 +9999", (1_793_696_400, 0)),
    ],
)
def test_dates_are_read_as_programs_write_them(date: str, expected: tuple[int, int]) -> None:
    assert read_date(date) == (expected[0] * 1_000_000, expected[1])


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Tue, 35 Nov 2026 10:00:00 +0100", "Thu, 1 Jan 1970 00:00:00 +0000",
             "1 1 1 1 1 1", "Tue, 3 Nov 99999 10:00:00 +0100", "\0",
             "Tue, 3 Nov 2026 25:61:00 +0100"],
)  # fmt: skip
def test_what_is_no_date_gives_none(date: str) -> None:
    assert read_date(date) is None


def test_a_bad_date_falls_back_to_received_and_then_to_nothing() -> None:
    received = "from a by b; Tue, 3 Nov 2026 09:00:00 +0000"
    assert incoming(Date="never", Received=received).at == 1_793_696_400_000_000
    assert incoming(Date="never").at is None


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Kyoto", "Kyoto"),
        ("Re: Kyoto", "Kyoto"),
        ("RE: re:  Re[2]: Kyoto", "Kyoto"),
        ("AW: WG: Kyoto", "Kyoto"),
        ("SV: VS: Antw: TR: Kyoto", "Kyoto"),
        ("回复：转发: 京都", "京都"),
        ("Re: [kyoto] Trains", "Trains"),
        ("[Kyoto] Re: Trains", "Trains"),
        ("[PATCH 1/2] Trains", "[PATCH 1/2] Trains"),
        ("Regarding: Kyoto", "Regarding: Kyoto"),
        ("Re:", NO_SUBJECT),
        ("", NO_SUBJECT),
        ("  \n ", NO_SUBJECT),
        ("Kyoto\n  trip", "Kyoto trip"),
    ],
)
def test_reply_marks_are_no_part_of_the_topic(subject: str, expected: str) -> None:
    assert topic(subject, ["kyoto"]) == expected
