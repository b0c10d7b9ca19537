"""Charsets that are missing, wrong or made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.mail.charset import decode
from convonote.intake.mail.headers import read_headers

from .mail import ANA, read

POLISH = "Dzień dobry, czy możemy spotkać się jutro? Dziękuję za wiadomość."
RUSSIAN = "Здравствуйте, завтра мы встречаемся в школе. Спасибо за письмо."
CHINESE = "你好，我们明天在学校见面可以吗？谢谢你的来信，我会尽快回复。"
TRADITIONAL = "你好，我們明天在學校見面可以嗎？謝謝你的來信，我會儘快回覆。"
JAPANESE = "こんにちは。明日の会議についてお知らせします。よろしくお願いします。"
KOREAN = "안녕하세요. 내일 회의에 대해서 알려 드립니다. 감사합니다."
WESTERN = "Grüße aus Köln, schöne Straße – café à la crème, ¿qué tal?"


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ('"utf8"', "utf-8"), ("UTF_8", "utf-8"), ("x-unknown", "utf-8"), ("utf-8;", "utf-8"),
        ("cp-850", "cp850"), ("windows1252", "cp1252"), ("win-1252", "cp1252"),
        ("iso8859_15", "iso8859-15"), ("x-iso-8859-1", "latin-1"), ("us-ascii", "cp1252"),
        ("iso-8859-1", "cp1252"), ("iso-8859-1", "utf-8"), ("us-ascii", "utf-8"),
        ("utf-8", "cp1252"), ("no such charset", "cp1252"), ("rot13", "cp1252"),
        ("utf-16", "utf-16"), ("utf-16", "utf-16-be"), ("utf-16", "utf-16-le"),
        ("utf-16le", "utf-16-le"), ("utf-7", "utf-7"), ("unicode-1-1-utf-7", "utf-7"),
        ("macintosh", "mac-roman"), (None, "utf-8"), (None, "cp1252"), ("", "cp1252"),
    ],
)  # fmt: skip
def test_wrong_names_and_wrong_declarations_cost_no_letter(
    declared: str | None, written: str
) -> None:
    text = "Grüße, café"
    assert decode(text.encode(written), declared) == text


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("gb2312", "gb18030", CHINESE + "镕"),
        ("big5-hkscs", "big5hkscs", TRADITIONAL),
        ("x-sjis", "cp932", JAPANESE + "①"),
        ("iso-2022-jp", "iso2022_jp_ext", JAPANESE),
        ("ks_c_5601-1987", "cp949", KOREAN + "똠"),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("iso-2022-jp", "iso2022_jp", JAPANESE),
    ],
)
def test_charsets_are_taken_for_the_larger_ones_that_programs_write(
    declared: str, written: str, text: str
) -> None:
    assert decode(text.encode(written), declared) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("gb18030", CHINESE), ("big5", TRADITIONAL), ("cp932", JAPANESE), ("euc_jp", JAPANESE),
        ("iso2022_jp", JAPANESE), ("cp949", KOREAN), ("cp1251", RUSSIAN), ("koi8-r", RUSSIAN),
        ("iso8859-5", RUSSIAN), ("cp1250", POLISH), ("iso8859-2", POLISH), ("cp1252", WESTERN),
        ("cp1253", "Καλημέρα σας, θα συναντηθούμε αύριο στο σχολείο"),
        ("cp1255", "שלום לכולם, ניפגש מחר בבית הספר. תודה רבה"),
        ("cp1256", "مرحبا بكم سوف نلتقي غدا في المدرسة وشكرا"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", [None, "us-ascii", "utf-8"])
def test_what_declares_nothing_true_is_known_by_its_commonest_letters(
    written: str, text: str, declared: str | None
) -> None:
    assert decode(text.encode(written), declared) == text


def test_plain_letters_declared_as_wide_ones_stay_as_they_are() -> None:
    assert decode(b"Hello", "utf-16") == "Hello"


def test_one_damaged_character_is_marked_and_the_rest_read() -> None:
    assert decode("zażółć gęślą jaźń, żółć".encode()[:-1], "utf-8") == "zażółć gęślą jaźń, żół�"
    damaged = CHINESE.encode("gb18030") + b"\xff"
    assert decode(damaged, "gb2312") == CHINESE + "�"


def test_headers_that_are_not_encoded_are_in_the_charset_of_the_text() -> None:
    raw = (
        f"From: {ANA}\nSubject: {RUSSIAN}\nContent-Type: text/plain; charset=koi8-r\n\n{RUSSIAN}\n"
    ).encode("koi8-r")
    record = read(raw)
    assert record.topic == RUSSIAN
    assert record.text == RUSSIAN


def test_headers_may_each_be_in_a_charset_of_their_own() -> None:
    raw = b"From: =?iso-8859-1?q?Jos=E9?= <j@x.org>\nTo: \xc3\x91andu <n@x.org>\nSubject: caf\xe9\n"
    headers, _ = read_headers(raw, 0, len(raw))
    assert headers.get("to").startswith("Ñandu")
    assert headers.text("subject") == "café"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "gb2312", "utf-7", "hz", "x"]))
def test_any_bytes_give_text_that_can_be_stored(raw: bytes, declared: str | None) -> None:
    text = decode(raw, declared)
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\0" not in text
