"""Text, HTML, files, and what is broken about them."""

import base64

import pytest

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
