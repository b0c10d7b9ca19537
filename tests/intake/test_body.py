"""Text, HTML, files, and what is broken about them."""

import base64

import pytest

from convonote.intake.hypertext import readable
from convonote.intake.records import Attachment

from .mail import incoming, parts, raw, read


def test_plain_text_is_taken_rather_than_html() -> None:
    kind, body = parts(
        "Content-Type: text/html\n\n<p>From <b>html</b></p>",
        "Content-Type: text/plain\n\nFrom text",
        kind="alternative",
    )
    assert incoming(body, Content_Type=kind).text == "From text"


def test_html_is_taken_where_the_plain_text_is_blank() -> None:
    kind, body = parts(
        "Content-Type: text/plain\n\n  \n",
        "Content-Type: text/html\n\n<p>Only <b>here</b></p>",
        kind="alternative",
    )
    assert incoming(body, Content_Type=kind).text == "Only **here**"


def test_files_are_named_with_type_and_size_and_not_read() -> None:
    content = base64.encodebytes(b"x" * 1000).decode()
    kind, body = parts(
        "Content-Type: text/plain\n\nSee the plan.",
        'Content-Type: application/pdf; name="../plan b.pdf"\n'
        f"Content-Transfer-Encoding: base64\n\n{content}",
        "Content-Type: text/plain\n"
        "Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt\n\nabc",
        "Content-Type: message/rfc822\n\nSubject: Old\n\nearlier",
    )
    record = incoming(body, Content_Type=kind)
    assert record.text == "See the plan."
    assert record.attachments[:2] == (
        Attachment("plan b.pdf", "application/pdf", 1000),
        Attachment("café.txt", "text/plain", 3),
    )
    assert record.attachments[2].name == "Old"


def test_texts_after_one_another_are_all_read() -> None:
    kind, body = parts("\nOne", "Content-Type: text/plain\n\nTwo")
    assert incoming(body, Content_Type=kind).text == "One\n\nTwo"


@pytest.mark.parametrize(
    ("charset", "content", "expected"),
    [
        ("utf-8", "café".encode(), "café"),
        ("iso-8859-1", "café – €".encode("cp1252"), "café – €"),
        ("us-ascii", "café".encode(), "café"),
        ("utf-8", "café".encode("latin-1"), "café"),
        ("no-such-thing", "café".encode(), "café"),
        ("iso-2022-jp", "日本".encode("iso2022_jp"), "日本"),
        ("ks_c_5601-1987", "한국".encode("cp949"), "한국"),
        ("gb2312", "陈伟".encode("gb18030"), "陈伟"),
        ("koi8-r", "привет".encode("koi8-r"), "привет"),
        ("base64", b"abc", "abc"),
        ("utf-8", "日本語".encode() * 20 + b"\xe6", "日本語" * 20 + "\ufffd"),
        ("utf-8", b"a\x00b", "a\ufffdb"),
    ],
)
def test_charsets_are_believed_as_far_as_they_are_true(
    charset: str, content: bytes, expected: str
) -> None:
    head = raw("", Content_Type=f"text/plain; charset={charset}")
    assert read(head + content).text == expected


@pytest.mark.parametrize(
    ("encoding", "content", "expected"),
    [
        ("quoted-printable", "caf=C3=A9 =\nnoir", "café noir"),
        ("quoted-printable", "100=% =ZZ", "100=% =ZZ"),
        ("base64", "Y2Fmw6k=", "café"),
        ("base64", "Y2Fm\nw6k", "café"),
        ("base64", "Y2Fm!w6k=\n--", "café"),
        ("x-unknown", "as it is", "as it is"),
    ],
)
def test_transfer_encodings_are_read_as_well_as_they_can_be(
    encoding: str, content: str, expected: str
) -> None:
    kind = "text/plain; charset=utf-8"
    record = incoming(content, Content_Transfer_Encoding=encoding, Content_Type=kind)
    assert record.text == expected


def test_flowed_text_is_joined_and_its_quotations_stay_apart() -> None:
    body = "One line \nthat goes on.\n> Quoted \n> on.\n\nNext."
    record = incoming(body, Content_Type="text/plain; format=flowed")
    assert record.original is not None or record.text
    whole = record.original or record.text
    assert whole == "One line that goes on.\n> Quoted on.\n\nNext."


def test_a_missing_last_boundary_loses_nothing() -> None:
    kind, body = parts("\nOne", "\nTwo")
    record = incoming(body.removesuffix("--cut--\n"), Content_Type=kind)
    assert record.text == "One\n\nTwo"


def test_a_multipart_without_parts_is_shown_as_text() -> None:
    assert incoming("Just text", Content_Type="multipart/mixed; boundary=x").text == "Just text"
    assert incoming("Just text", Content_Type="multipart/mixed").text == "Just text"


def test_an_invitation_alone_is_told_in_a_line() -> None:
    calendar = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n"
        "BEGIN:VEVENT\nSUMMARY:Tea\\, or\n  coffee\nDTSTART;TZID=Europe/Warsaw:20261201T170000\n"
        "LOCATION:Café\nEND:VEVENT\nEND:VCALENDAR"
    )
    record = incoming(calendar, Content_Type="text/calendar")
    assert record.text == "Invitation: Tea, or coffee, 2026-12-01 17:00, Café"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<div>Three</div>", "One\nTwo\nThree"),
        ("<ul><li>a<li>b<ol><li>c</li></ol></ul>d", "- a\n- b\n  1. c\n\nd"),
        ('<a href="https://x.org/a">here</a>', "[here](https://x.org/a)"),
        ('<a href="https://x.org">x.org</a>', "x.org"),
        ('<a href="mailto:a@x.org">a@x.org</a>', "a@x.org"),
        ('<a href="javascript:x()">here</a>', "here"),
        ("go<b> now</b>!", "go **now**!"),
        ("<b>a<br>b</b>", "**a**\n**b**"),
        ("<b></b><i> </i>x", "x"),
        ("<style>p{}</style><script>alert('<p>')</script>x", "x"),
        ('<div style="display:none">secret</div>x', "x"),
        ("<blockquote>q<br>r</blockquote>own", "> q\n> r\n\nown"),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<h2>Head</h2>x", "## Head\n\nx"),
        ("1 &lt; 2 &amp;&nbsp;3", "1 < 2 & 3"),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC"),
        ("a<!-- hidden -->b<!DOCTYPE x>c", "abc"),
        ('<img alt="Logo" src="x"> a < b', "Logo a < b"),
        ('<p class="a > b">x</p>', "x"),
        ("unclosed <b", "unclosed <b"),
    ],
)
def test_html_reads_as_markdown(html: str, expected: str) -> None:
    assert readable(html) == expected
