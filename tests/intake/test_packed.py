"""What is packed into a message in other ways than MIME: by Outlook, by seals, in plain text."""

import base64
import binascii
import struct

import pytest

from convonote.intake.parts.armour import SEALED_BY_CMS, SEALED_BY_PGP
from convonote.intake.parts.rtf import read_rtf, unpacked
from convonote.intake.parts.tnef import read_tnef
from convonote.intake.records import Attachment

from .mail import incoming, parts


def attribute(kind: int, data: bytes, level: int = 1) -> bytes:
    head = struct.pack("<BHHI", level, kind, 0, len(data))
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)


def properties(values: dict[int, bytes | str]) -> bytes:
    found = struct.pack("<I", len(values))
    for name, value in values.items():
        data = value.encode("utf-16-le") + b"\0\0" if isinstance(value, str) else value
        kind = 0x1F if isinstance(value, str) else 0x102
        found += struct.pack("<HHII", kind, name, 1, len(data)) + data + b"\0" * (-len(data) % 4)
    return found


def packed_by_outlook(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def stored(rich: bytes) -> bytes:
    return struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich


RICH = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\pard
Dear Ana \u-10179 ?\u-9208 ?,\par
caf\'e9 \u8211 - \{ok\}\par}"""
WINMAIL = packed_by_outlook(
    attribute(0x9007, struct.pack("<II", 1252, 0)),
    attribute(0x9003, properties({0x1009: stored(RICH)})),
    attribute(0x9002, b"\0" * 14, 2),
    attribute(0x8010, b"PLAN~1.PDF\0", 2),
    attribute(0x800F, b"content", 2),
    attribute(0x9005, properties({0x3707: "Plan für Ana.pdf", 0x370E: "application/pdf"}), 2),
)


def with_winmail(*before: str) -> tuple[str, str]:
    content = base64.encodebytes(WINMAIL).decode()
    return parts(
        *before,
        "Content-Type: application/ms-tnef; name=winmail.dat\n"
        f"Content-Transfer-Encoding: base64\n\n{content}",
    )


def test_what_outlook_packed_is_unpacked() -> None:
    kind, body = with_winmail()
    record = incoming(body, Content_Type=kind)
    assert record.attachments == (Attachment("Plan für Ana.pdf", "application/pdf", 7),)
    assert record.text == "Dear Ana 🐈,\ncafé – {ok}"
    kind, body = with_winmail("\nMy own text.")
    assert incoming(body, Content_Type=kind).text == "My own text."


def test_what_only_says_that_outlook_packed_it_stays_a_file() -> None:
    record = incoming("nonsense", Content_Type="application/ms-tnef")
    assert record.attachments == (Attachment("winmail.dat", "application/ms-tnef", 9),)


@pytest.mark.parametrize("length", [*range(0, len(WINMAIL), 23)])
def test_a_broken_pack_is_read_as_far_as_it_goes(length: int) -> None:
    found = read_tnef(WINMAIL[:length])
    assert found is None or len(found.files) <= 1


def test_rich_text_is_inflated_as_its_description_shows() -> None:
    # The example of [MS-OXRTFCP] 3.1.1.1.
    example = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
        "2068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(example) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_html_that_was_wrapped_in_rich_text_is_taken_out() -> None:
    rich = (
        rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\f0\htmlrtf0 Dear "
        rb"{\*\htmltag84 <b>}\htmlrtf \b\htmlrtf0 Ana{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 }"
    )
    assert read_rtf(rich) == ("<p>Dear <b>Ana</b>", True)


def test_files_in_plain_text_are_taken_out_and_listed() -> None:
    lines = b"".join(binascii.b2a_uu(b"x" * 45) for _ in range(3)).decode()
    record = incoming(f"See this.\n\nbegin 644 ../plan.txt\n{lines}`\nend\n\nAna")
    assert record.attachments == (Attachment("plan.txt", "application/octet-stream", 135),)
    assert record.text == "See this.\n\n\nAna"
    again = incoming("We should\nbegin 644 times again, and end")
    assert not again.attachments
    assert again.text == "We should\nbegin 644 times again, and end"
    yenc = incoming("Here.\n=ybegin line=128 size=9 name=a.bin\n\x04\x05\n=yend size=9\n")
    assert yenc.attachments == (Attachment("a.bin", "application/octet-stream", 9),)
    assert yenc.text == "Here."


def test_the_armour_of_a_signature_is_taken_off() -> None:
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nApril.\n- -- really\n"
        "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n"
    )
    assert incoming(signed).text.startswith("April.")
    assert "PGP" not in (incoming(signed).original or incoming(signed).text)


def test_what_is_encrypted_is_said_to_be() -> None:
    block = "-----BEGIN PGP MESSAGE-----\n\nabc=\n-----END PGP MESSAGE-----\n"
    record = incoming(f"Hello\n\n{block}")
    assert record.text == f"Hello\n\n{SEALED_BY_PGP}"
    assert [one.name for one in record.attachments] == ["message.asc"]
    kind, body = parts(
        "Content-Type: application/pgp-encrypted\n\nVersion: 1",
        "Content-Type: application/octet-stream; name=encrypted.asc\n\nabc",
        kind="encrypted",
    )
    assert incoming(body, Content_Type=kind).text == SEALED_BY_PGP
    enveloped = bytes.fromhex("308006092a864886f70d010703a080")
    record = incoming(
        base64.b64encode(enveloped).decode(),
        Content_Type="application/pkcs7-mime; name=smime.p7m",
        Content_Transfer_Encoding="base64",
    )
    assert record.text == SEALED_BY_CMS


def element(tag: int, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return bytes((tag, 0x82)) + len(content).to_bytes(2, "big") + content


SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")
MIME = b"Content-Type: text/plain\r\n\r\nSigned and sealed in one.\r\n"


@pytest.mark.parametrize(
    "der",
    [
        element(0x30, SIGNED, element(0xA0, element(0x30, b"\x02\x01\x01", element(0x31), element(
            0x30, DATA, element(0xA0, element(0x04, MIME)))))),
        b"\x30\x80" + SIGNED + b"\xa0\x80\x30\x80\x02\x01\x01" + element(0x31) + b"\x30\x80" + DATA
        + b"\xa0\x80\x24\x80" + element(0x04, MIME[:9]) + element(0x04, MIME[9:]) + b"\0" * 14,
    ],
)  # fmt: skip
def test_what_is_signed_and_wrapped_is_read(der: bytes) -> None:
    record = incoming(
        base64.encodebytes(der).decode(),
        Content_Type="application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        Content_Transfer_Encoding="base64",
    )
    assert record.text == "Signed and sealed in one."
