"""What the sanitiser lets through, and what it makes visible."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.text.clean import MOST_MARKS, clean, clean_lines
from tests.text.corpora import naughty_strings

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
AWKWARD = (
    "ab ​‌‍‎‏‪‫‬‭‮⁠⁦⁩﻿­͏؜\x00\t\n\r\x1b\x7f\x85\x9b\u2028\u2029"
    "\u0301\u0338\u05d0\u05b0\u0628\u064b\u0647\u0915\u094d\u0d7b\u1820\u180b\u180e\u115f\u1160"
    "\u1100\u1161\u3164\u845b\U000e0100\U000e0067\U000e007f\U0001f3f4\U0001f469\U0001f3fd\u2764"
    "\ufe0e\ufe0f1#\ud800\udfff\ufffe\ufdd0\ue000\U000f0000\u25cc.-"
)
any_text = st.text(st.characters(codec=None)) | st.text(st.sampled_from(AWKWARD), max_size=60)

GENUINE = [
    "Let's meet at Zoë's café — 10 €, “naïve” façade…",
    "José Ñandú",
    "Tie\u0302\u0301ng Vie\u0323\u0302t",
    "陈伟, 東京都, かな カナ, 한국어",
    "葛\U000e0100城市",
    "שָׁלוֹם עֲלֵיכֶם",
    "יְרוּשָׁלַ\u034fִם",
    "שלום (C++\u200e) עולם",
    "مرحبا بالعالم، كيف الحال؟",
    "مُحَمَّدٌ",
    "می\u200cخواهم کتاب\u200cها را ببینم",
    "ه\u200d ق",
    "क्\u200dष क्\u200cष हिन्दी",
    "ന്\u200d ശ്രീ",
    "র\u200d্য",
    "ශ්\u200dරී ලංකා",
    "ภาษาไทยที่นี่",
    "ཧཱུྃ བོད་སྐད་",
    "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌",
    "👨\u200d👩\u200d👧\u200d👦 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈 👍🏿",
    "☎\ufe0f ☎\ufe0e 1\ufe0f⃣ 🇯🇵",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "a\xa0b c\u3000d",
]


@pytest.mark.parametrize("text", GENUINE)
def test_what_is_genuinely_written_stays_as_it_was_typed(text: str) -> None:
    assert clean(text) == text
    assert clean_lines(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]52;c;aGk=\x07", "␛[31mred␛]52;c;aGk=␇"),
        ("\x9b31m", "‹U+009B›31m"),
        ("a\x7fb\x00", "a␡b␀"),
        ("invoice\u202efdp.exe", "invoice‹U+202E›fdp.exe"),
        ("\u2066a\u2069", "‹U+2066›a‹U+2069›"),
        ("pay\u200bpal", "pay‹U+200B›pal"),
        ("\ufeffHello", "‹U+FEFF›Hello"),
        ("Auf\u200clage", "Auf‹U+200C›lage"),
        ("soft\xadhyphen", "soft‹U+00AD›hyphen"),
        ("a\u2028b", "a‹U+2028›b"),
        ("\ud83d", "‹U+D83D›"),
        ("a\u200eb", "a‹U+200E›b"),
        ("a\ufe0fb", "a‹U+FE0F›b"),
        ("a🏽", "a‹U+1F3FD›"),
        ("\U0010eeee", "‹U+10EEEE›"),
        ("hi" + "".join(chr(0xE0000 + ord(letter)) for letter in "secret"), "hi‹6 hidden›"),
        ("\u200c \xad \u034f \u200c end", "‹4 hidden› end"),
        ("\u0308abc", "◌\u0308abc"),
    ],
)
def test_what_drives_hides_or_turns_becomes_a_visible_mark(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert clean_lines(text) == shown


def test_one_line_stays_one_line() -> None:
    assert clean("Re: the fence\r\n\tand the gate\n") == "Re: the fence and the gate "
    assert clean("a\tb") == "a b"


def test_lines_keep_their_ends_in_one_form_and_tabs_their_columns() -> None:
    assert clean_lines("a\r\nb\r\r\nc\rd\n\ne") == "a\nb\nc\nd\n\ne"
    assert clean_lines("a\tb\n\tc") == "a   b\n    c"


def test_marks_piled_on_one_letter_are_bounded() -> None:
    assert clean("z" + "\u0310" * 500 + "o") == "z" + "\u0310" * MOST_MARKS + "o"
    assert clean("가" + "\u1161" * 500) == "가" + "\u1161" * MOST_MARKS


def test_an_endless_emoji_is_cut_visibly() -> None:
    shown = clean("\u200d".join("👩" * 100))
    assert shown.startswith("\u200d".join("👩" * 5) + "‹U+200D›")
    assert shown.count("👩") == 100


def test_every_control_format_and_separator_character_is_visible_when_it_stands_alone() -> None:
    visible = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    for code in range(0x110000):
        character = chr(code)
        hides = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        if hides and code not in visible and character not in "\n\r\t":
            assert character not in clean(f"a{character}b"), hex(code)


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_cleaned_text_has_no_control_characters_and_stays_as_it_is(text: str) -> None:
    for cleaner in (clean, clean_lines):
        shown = cleaner(text)
        assert not CONTROLS.search(shown)
        assert not re.search("[\u2028-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff]", shown)
        assert cleaner(shown) == shown
        assert len(shown) <= 10 * len(text)
    assert "\n" not in clean(text)


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_a_line_cleaned_as_lines_is_clean_as_a_line(text: str) -> None:
    shown = clean(text)
    assert clean_lines(shown) == shown


def test_naughty_strings_are_harmless() -> None:
    for text in naughty_strings():
        shown = clean_lines(text)
        assert not CONTROLS.search(shown)
        assert clean_lines(shown) == shown
        assert clean(clean(text)) == clean(text)
        if text.isascii() and text.isprintable():
            assert shown == text
