"""Messages of several parts: how they are really cut, and what each part is."""

import pytest

from convonote.intake.records import Attachment

from .mail import incoming, parts, read


def names(*contents: str, kind: str = "mixed") -> list[str]:
    """The names of what is attached to a message of these parts."""
    declared, body = parts(*contents, kind=kind)
    return [one.name for one in incoming(body, Content_Type=declared).attachments]


@pytest.mark.parametrize(
    ("declared", "body"),
    [
        ("multipart/mixed; boundary=cut", "--cut\n\nOne\n--cut\n\nTwo\n--cut--\n"),
        ('multipart/mixed; boundary="cut ', "--cut  \n\nOne\n--cut\t\n\nTwo\n--cut--"),
        ('multipart/mixed; boundary="a b=c"', "--a b=c\n\nOne\n--a b=c\n\nTwo\n--a b=c--"),
        ("multipart/mixed; boundary=cut", "Preamble.\n--cut\n\nOne\n--cut\n\nTwo"),
        ("multipart/mixed", "--cut\nContent-Type: text/plain\n\nOne\n--cut\n\nTwo\n--cut--"),
        (
            'multipart/mixed; boundary=""',
            "--cut\nContent-Type: text/plain\n\nOne\n--cut\n\nTwo\n--cut--",
        ),
        (
            'multipart/mixed; boundary="other"',
            "--cut\nContent-Type: text/plain\n\nOne\n--cut\n\nTwo\n--cut--",
        ),
        ("", "--cut\nContent-Type: text/plain\n\nOne\n--cut\n\nTwo\n--cut--"),
        ("text/html; boundary=cut", "--cut\n\nOne\n--cut\n\nTwo\n--cut--"),
        (
            "multipart/mixed; boundary=cut",
            "--cut\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n\nOne\n--cut--\n"
            "--cut\nContent-Type: text/plain\n\nTwo\n--cut--",
        ),
        ("multipart/mixed; boundary=cut", "--cut\n\nOne\n--cut\n\nTwo\n--cut--\nEpilogue."),
        (
            "multipart/mixed; boundary=cut",
            "--cut\n\nOne\n--cut\nContent-Type: multipart/mixed; boundary=cut-2\n\n--cut-2\n\nTwo\n"
            "--cut-2--\n--cut--",
        ),
    ],
)
def test_parts_are_told_apart_however_they_are_marked(declared: str, body: str) -> None:
    assert incoming(body, Content_Type=declared).text == "One\n\nTwo"


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("text", "<b>x</b>"),
        ("html", "**x**"),
        ("TEXT / HTML; charset", "**x**"),
        ("text/html (a comment)", "**x**"),
        ("plain/text", "<b>x</b>"),
        ("; charset=utf-8", "<b>x</b>"),
        (";" * 4000, "<b>x</b>"),
        ("text/html;;;charset='utf-8", "**x**"),
    ],
)
def test_types_are_read_as_far_as_they_make_sense(declared: str, expected: str) -> None:
    assert incoming("<b>x</b>", Content_Type=declared).text == expected


@pytest.mark.parametrize(
    ("encoding", "content", "expected"),
    [
        ('"base64"; charset=utf-8', "Y2Fmw6k=", "café"),
        ("BASE64 (a comment)", "Y2Fmw6k=", "café"),
        ("quoted_printable", "caf=C3=A9", "café"),
        ("7-bit", "café", "café"),
        ("base64", "This is no base64 at all.", "This is no base64 at all."),
        (
            "base64",
            "Y2Fm\nw6k=\n____\nA list put this below.",
            "café\n____\nA list put this below.",
        ),
        ("base64", "Y2Fm w6k=", "café"),
        ("base64", "Y2E=\nZsOp", "café"),
        ("x-uuencode", "begin 644 x\n%8V%FPZD \n`\nend", "café"),
        ("x-uue", "%8V%FPZD \n`\nend", "café"),
    ],
)
def test_wrong_transfer_encodings_cost_nothing(encoding: str, content: str, expected: str) -> None:
    record = incoming(
        content, Content_Transfer_Encoding=encoding, Content_Type="text/plain; charset=utf-8"
    )
    assert record.text == expected


def test_the_name_of_the_disposition_counts_before_that_of_the_type() -> None:
    assert names(
        'Content-Type: text/csv; name="b.csv"\nContent-Disposition: inline; filename=a.csv\n\n1,2',
        'Content-Type: text/csv; name="b.csv"\nContent-Disposition: attachment\n\n1,2',
        "Content-Type: image/png\nContent-Location: https://x.org/pics/c.png?size=2\n\nx",
        "Content-Type: image/png\nContent-Disposition: inline;\n filename*0*=utf-8''%c3%a9;"
        " filename*1=t.png\n\nx",
    ) == ["a.csv", "b.csv", "c.png", "ét.png"]


def test_parts_without_a_name_get_a_telling_one() -> None:
    assert names(
        "\nText",
        "Content-Type: application/pdf\n\nx",
        "Content-Type: image/jpeg\nContent-Disposition: inline\n\nx",
        "Content-Type: x-own/thing\n\nx",
        "Content-Type: application/pgp-signature\n\nx",
    ) == ["part 2.pdf", "part 3.jpg", "part 4.bin", "signature.asc"]


def test_files_of_the_version_that_is_not_read_are_listed_too() -> None:
    html = (
        'Content-Type: multipart/mixed; boundary="in"\n\n'
        "--in\nContent-Type: text/html\n\n<p>See</p>\n--in\nContent-Type: application/pdf; "
        "name=plan.pdf\n\nx\n"
        "--in\nContent-Type: text/html\n\n<p>Bye</p>\n--in--"
    )
    declared, body = parts("Content-Type: text/plain\n\nSee. Bye.", html, kind="alternative")
    record = incoming(body, Content_Type=declared)
    assert record.text == "See. Bye."
    assert record.attachments == (Attachment("plan.pdf", "application/pdf", 1),)


def test_a_plain_text_that_only_points_to_the_html_gives_way_to_it() -> None:
    declared, body = parts(
        "Content-Type: text/plain\n\nPlease use an HTML reader.",
        f"Content-Type: text/html\n\n<p>{'The plan stands. ' * 20}</p>",
        kind="alternative",
    )
    assert incoming(body, Content_Type=declared).text.startswith("The plan stands.")


def test_a_text_that_is_named_is_read_where_nothing_else_says_anything() -> None:
    named = "Content-Type: text/plain\nContent-Disposition: {}; filename=a.txt\n\nRead me"
    kind, body = parts(named.format("inline"))
    record = incoming(body, Content_Type=kind)
    assert record.text == "Read me"
    assert record.attachments == (Attachment("a.txt", "text/plain", 7),)
    kind, body = parts(named.format("attachment"))
    assert incoming(body, Content_Type=kind).text == ""
    kind, body = parts("\nSee it", named.format("inline"))
    assert incoming(body, Content_Type=kind).text == "See it"


def test_the_same_text_twice_is_said_once() -> None:
    kind, body = parts("\nHello there", "Content-Type: text/html\n\n<p>Hello <i>there</i></p>")
    assert incoming(body, Content_Type=kind).text == "Hello there\n\nHello *there*"
    kind, body = parts("\nHello there", "Content-Type: text/html\n\n<p>Hello   there</p>")
    assert incoming(body, Content_Type=kind).text == "Hello there"


INNER = "From: Bob <bob@example.org>\nSubject: Old *plan*\nDate: Mon, 2 Nov 2026 09:00:00 +0100\n\n"


def test_a_message_inside_is_read_where_nothing_else_says_anything() -> None:
    kind, body = parts(f"Content-Type: message/rfc822\n\n{INNER}Which week?")
    record = incoming(body, Content_Type=kind)
    assert record.text == (
        "> **From:** Bob \\<bob@example.org>\n> **Date:** Mon, 2 Nov 2026 09:00:00 +0100\n"
        "> **Subject:** Old \\*plan\\*\n>\n> Which week?"
    )
    assert [one.name for one in record.attachments] == ["Old *plan*"]
    kind, body = parts("\nSee below", f"Content-Type: message/rfc822\n\n{INNER}Which week?")
    assert incoming(body, Content_Type=kind).text == "See below"


def test_every_message_of_a_digest_is_read() -> None:
    kind, body = parts(f"\n{INNER}One", f"\n{INNER}Two", kind="digest")
    record = incoming(body, Content_Type=kind)
    assert "> One" in record.text
    assert "> Two" in record.text
    assert len(record.attachments) == 2


def test_what_is_only_a_piece_or_lies_elsewhere_is_said() -> None:
    piece = incoming("x", Content_Type='message/partial; id="a@x"; number=2; total=5')
    assert piece.text == "*Part 2 of 5 of a message that was sent in pieces.*"
    away = incoming(
        "Content-Type: application/pdf\n\n",
        Content_Type='message/external-body; access-type=URL; name=plan.pdf; site="x.org"',
    )
    assert away.text == "Not in the message itself, but elsewhere: plan.pdf (x.org)"
    assert [one.name for one in away.attachments] == ["plan.pdf"]


def test_of_a_file_from_an_old_macintosh_only_the_file_is_listed() -> None:
    double = (
        'Content-Type: multipart/appledouble; boundary="in"\n\n--in\n'
        "Content-Type: application/applefile\n\nx\n--in\nContent-Type: image/gif; name=a.gif\n\nx\n"
        "--in--"
    )
    assert names("\nText", double) == ["a.gif"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "enriched",
            "<bold>Now</bold> is\nthe <italic>time</italic>\n\nfor <<all>\n<param>red</param>*men*",
            "**Now** is the *time*\nfor <all> \\*men\\*",
        ),
        ("richtext", "<bold>Now</bold> is\nthe<nl>time<lt>", "**Now** is the\ntime<"),
    ],
)
def test_older_marks_than_html_are_read(kind: str, text: str, expected: str) -> None:
    assert incoming(text, Content_Type=f"text/{kind}").text == expected


def test_a_page_says_its_own_charset_where_nothing_else_does() -> None:
    page = '<html><head><meta charset="koi8-r"></head>привет</html>'.encode("koi8-r")
    head = b"From: ana@example.org\nSubject: x\nContent-Type: text/html\n\n"
    assert read(head + page).text == "привет"
    assert read(head + "\ufeff<p>привет".encode("utf-16-le")).text == "привет"


def test_more_files_than_anybody_reads_are_counted() -> None:
    kind, body = parts(*["Content-Type: image/png; name=a.png\n\nx"] * 1500)
    attachments = incoming(body, Content_Type=kind).attachments
    assert len(attachments) == 1000
    assert attachments[-1].name == "and 501 more"
