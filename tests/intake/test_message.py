"""One message to one record."""

import pickle

import pytest

from convonote.conversation.records import Origin
from convonote.intake.mail.message import parse
from convonote.intake.records import Incoming, Party, Refused

from .mail import incoming, parts, raw, read

ANA = Party("ana@example.org", "Ana Lima")


def test_an_ordinary_message_gives_all_its_fields() -> None:
    record = incoming(
        "Which week suits you?",
        Cc="Bob <bob@example.org>",
        In_Reply_To="<0@example.net>",
        References="<z@example.net> <0@example.net>",
        Delivered_To="me@example.net",
    )
    assert record.name == "1@example.org"
    assert record.author == ANA
    assert record.to == (Party("me@example.net"),)
    assert record.cc == (Party("bob@example.org", "Bob"),)
    assert record.references == ("z@example.net", "0@example.net")
    assert record.replies_to == "0@example.net"
    assert record.at == 1_793_696_400_000_000
    assert record.offset == 60
    assert record.topic == "Kyoto"
    assert record.text == "Which week suits you?"
    assert record.original is None
    assert record.asks
    assert record.delivered_to == ("me@example.net",)
    assert record.origin is Origin.PERSON


def test_a_record_goes_through_a_pipe_to_another_process() -> None:
    record = incoming()
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize("empty", [b"", b"\n\n", b"\xef\xbb\xbf", b"   \r\n"])
def test_nothing_is_refused_as_empty(empty: bytes) -> None:
    assert parse(empty, "a.eml", 0) == Refused("a.eml", "it is empty")


def test_text_without_headers_is_refused() -> None:
    refused = parse(b"just words\n\nand more", "a.eml", 0)
    assert isinstance(refused, Refused)
    assert "no headers" in refused.reason


def test_the_same_content_without_message_id_has_the_same_name_wherever_it_was_kept() -> None:
    one = raw(Message_ID="")
    other = one.replace(b"\n", b"\r\n") + b"\r\n"
    other = b"Received: from somewhere; Tue, 3 Nov 2026 10:00:01 +0100\r\n" + other
    assert read(one).name == read(other).name
    assert read(one).name != read(raw("Something else.", Message_ID="")).name


COPIES = {
    "from a mailbox": raw("From Kyoto, with love to bob@x.org.", Message_ID=""),
    "with line ends of its own": raw(
        "From Kyoto,\r\nwith love to bob@x.org.\r\n", Message_ID=""
    ),
    "escaped": raw(">From Kyoto, with love to bob@x.org.", Message_ID=""),
    "without addresses": raw(
        "From Kyoto, with love to bob at x.org.", Message_ID="",
        From="ana at example.org (Ana Lima)", To="",
    ),
    "over a list": raw(
        "From Kyoto, with love to bob@x.org.\n\n_______________________________________________\n"
        "kyoto mailing list\nkyoto@lists.example.org\nhttps://lists.example.org/listinfo/kyoto",
        Message_ID="", Subject="[Kyoto] Kyoto", List_Id="<kyoto.lists.example.org>",
        Received="from a by b; Wed, 4 Nov 2026 09:00:00 +0000",
    ),
    "in another zone": raw(
        "From Kyoto, with love to bob@x.org.", Message_ID="", Date="3 Nov 2026 09:00:00 GMT",
    ),
}  # fmt: skip


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_copies_of_a_message_without_a_name_are_one_whatever_was_done_to_them(copy: bytes) -> None:
    assert read(copy).name == read(COPIES["from a mailbox"]).name


@pytest.mark.parametrize(
    "other",
    [
        raw("From Kyoto, with love to ann@x.org.", Message_ID=""),
        raw("From Kyoto, with love to bob@x.org.", Message_ID="", From="bob@example.org"),
        raw("From Kyoto, with love to bob@x.org.", Message_ID="", Subject="Osaka"),
        raw(
            "From Kyoto, with love to bob@x.org.", Message_ID="",
            Date="Tue, 3 Nov 2026 10:00:01 +0100",
        ),
    ],
)  # fmt: skip
def test_whatever_is_not_the_same_has_another_name(other: bytes) -> None:
    assert read(other).name != read(COPIES["from a mailbox"]).name


def test_names_without_an_at_sign_join_nothing() -> None:
    record = incoming(Message_ID="<local>", References="<a> <b@example.org> c")
    assert record.name.startswith("content:")
    assert record.references == ("b@example.org",)


def test_only_the_first_name_in_in_reply_to_counts_and_prose_does_not() -> None:
    named = incoming(In_Reply_To="Message from ana@example.org of Tuesday <2@x.org> <3@x.org>")
    assert named.references == ("2@x.org",)
    assert incoming(In_Reply_To="Your mail to ana@example.org of today").references == ()


def test_white_space_inside_a_message_id_is_no_part_of_it() -> None:
    assert incoming(Message_ID="<a\n b@example.org>").name == "ab@example.org"


def test_a_message_does_not_refer_to_itself() -> None:
    record = incoming(References="<1@example.org>", In_Reply_To="<1@example.org>")
    assert record.references == ()
    assert record.replies_to is None


def test_of_a_megabyte_of_references_the_first_and_the_last_are_kept() -> None:
    names = [f"{number}@example.org" for number in range(60_000)]
    references = "\n ".join(f"<{name}>" for name in names)
    record = read(f"References: {references}\nSubject: Kyoto\n\nHi".encode())
    assert record.topic == "Kyoto"
    assert record.references[:2] == tuple(names[:2])
    assert record.references[-2:] == tuple(names[-2:])
    assert len(record.references) == 200


def test_what_stands_behind_an_endless_header_is_read() -> None:
    record = read(b"Subject: Kyoto\nX-Noise: " + b"n" * 9_000_000 + b"\nFrom: ana@x.org\n\nHi")
    assert record.topic == "Kyoto"
    assert record.author == Party("ana@x.org")
    assert record.text == "Hi"


def test_several_authors_are_all_there_and_the_sender_is_the_one_who_sent_it() -> None:
    record = incoming(From="Ana <ana@x.org>, Bob <bob@x.org>", Sender="bob@x.org", Cc="c@x.org")
    assert record.author == Party("bob@x.org", "Bob")
    assert record.cc == (Party("c@x.org"), Party("ana@x.org", "Ana"))


def test_without_from_the_sender_is_the_author() -> None:
    assert incoming(From="", Sender="Bob <bob@example.org>").author == Party(
        "bob@example.org", "Bob"
    )
    assert incoming(From="").author is None


def test_blind_copies_read_along() -> None:
    record = incoming(To="ana@example.org", Bcc="bob@example.org, ana@example.org")
    assert record.cc == (Party("bob@example.org"),)


def test_quotation_and_signature_are_left_out_and_the_whole_is_kept() -> None:
    body = "April is fine.\n\nOn Mon, 2 Nov 2026 Bob <b@x.org> wrote:\n> When?\n\n-- \nAna"
    record = incoming(body)
    assert record.text == "April is fine."
    assert record.original is not None
    assert "> When?" in record.original
    assert not record.asks


def test_what_the_place_tells_is_kept() -> None:
    record = read(raw(), draft=True, mine=True)
    assert record.draft
    assert record.mine


def test_a_missing_blank_line_before_the_text_costs_nothing() -> None:
    record = read(b"From: ana@example.org\nSubject: Kyoto\nHello there, all.\nYours, Ana\n")
    assert record.topic == "Kyoto"
    assert record.text == "Hello there, all.\nYours, Ana"


def test_headers_in_latin_1_are_read() -> None:
    record = read("From: José <j@x.org>\nSubject: Teléfono\n\nHola".encode("latin-1"))
    assert record.author == Party("j@x.org", "José")
    assert record.topic == "Teléfono"


def answered_invitation(method: str, status: str, **headers: str) -> Incoming:
    calendar = (
        f"BEGIN:VCALENDAR\nMETHOD:{method}\nBEGIN:VEVENT\nSUMMARY:Tea\n"
        "DTSTART:20261201T170000Z\n"
        f"ATTENDEE;CN=Ana;PARTSTAT={status}:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR"
    )
    kind, body = parts(
        "Content-Type: text/plain\n\n",
        f"Content-Type: text/calendar; method={method}\n\n{calendar}",
    )
    return incoming(body, Content_Type=kind, **headers)


def test_an_acceptance_from_a_calendar_is_told() -> None:
    record = answered_invitation("REPLY", "ACCEPTED")
    assert record.origin is Origin.ACCEPTANCE
    assert "Accepted" in record.text
    assert "Tea" in record.text


@pytest.mark.parametrize(
    ("method", "status"),
    [("REPLY", "DECLINED"), ("REPLY", "TENTATIVE"), ("COUNTER", "NEEDS-ACTION")],
)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Auto_Submitted": "auto-generated", "Sender": "calendar-notification@google.com"},
        {"X_Auto_Response_Suppress": "All"},
    ],
)
def test_any_other_answer_to_an_invitation_is_what_somebody_says(
    method: str, status: str, headers: dict[str, str]
) -> None:
    assert answered_invitation(method, status, **headers).origin is Origin.PERSON


def test_an_invitation_says_whether_somebody_or_a_program_sent_it() -> None:
    assert answered_invitation("REQUEST", "NEEDS-ACTION").origin is Origin.PERSON
    suppressed = answered_invitation("REQUEST", "NEEDS-ACTION", X_Auto_Response_Suppress="DR, OOF")
    assert suppressed.origin is Origin.PERSON
    generated = answered_invitation("REQUEST", "NEEDS-ACTION", Auto_Submitted="auto-generated")
    assert generated.origin is Origin.MACHINE


HOSTILE = {
    "brackets": b"From: " + b"(" * 100_000 + b"\n\nhi",
    "semicolons": b"To: " + b";" * 100_000 + b"\n\nhi",
    "addresses": b"To: " + b"a@x.org, " * 100_000 + b"\n\nhi",
    "no at": b"From: " + b"a" * 60_000 + b"@@\n\nhi",
    "headers": b"X: y\n" * 300_000 + b"\nhi",
    "nested parts": b"From: a@x.org\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2_000)
    ),
    "nested messages": b"Content-Type: message/rfc822\n\n" * 2_000 + b"hi",
    "parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000,
    "comments": b"Content-Type: text/html\n\n" + b"<!--" * 250_000,
    "attributes": b"Content-Type: text/html\n\n" + b'<a href="' * 100_000,
    "scripts": b"Content-Type: text/html\n\n" + b"<script>" * 100_000,
    "delimiters": b"From: a@x.org\n\n" + b"--\n>\n" * 200_000,
    "attributions": b"From: a@x.org\n\n" + b"On 1 wrote\n" * 15_000,
    "punycode": b"Content-Type: text/plain; charset=punycode\n\n" + b"a-b" * 200_000,
}


@pytest.mark.parametrize("message", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_messages_are_read_without_harm(message: bytes) -> None:
    record = read(message)
    assert isinstance(record, Incoming)
    assert len(record.to) <= 1000
    assert len(record.attachments) <= 200
    assert len(record.text) < 2_100_000


def test_a_text_beyond_all_measure_is_cut_with_a_mark() -> None:
    text = incoming("word " * 500_000).text
    assert len(text) < 2_001_000
    assert text.endswith("more characters]")
