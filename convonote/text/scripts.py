r"""Which characters are plain, which are hidden, and where a hidden one has its place.

Everything here is the inside of a character class or a pattern of `re`. The ranges are written
out rather than asked of `unicodedata`, which knows only the Unicode of its Python.
"""

PLAIN = (
    r"\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05ea\u05f3\u05f4"
    r"\u060c\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d3"
    r"\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2cee\u2cf2-\u2d7e\u2d80-\u2ddf"
    r"\u2e00-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua66e\uac00-\ud7a3"
    r"\uf900-\ufaff\uff01-\uff9f\uffe0-\uffee\ufffc\ufffd"
    r"\U0001f000-\U0001f3f3\U0001f400-\U0001faff\U00020000-\U0003fffd"
)
"""What needs no second look, whatever stands beside it."""

_JOINING = (
    r"\u05d0-\u05ea\u0620-\u06ff\u0710-\u08e1\u08e3-\u109f\u1700-\u17b3\u17b6-\u180a"
    r"\u1810-\u1cff\ua800-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
    r"\U00010a00-\U00010aff\U00010d00-\U00011fff\U0001e900-\U0001e95f"
)
"""Letters and marks of scripts in which a joiner shapes the letters beside it."""
_RIGHT_TO_LEFT = (
    r"\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0710-\u08c7\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
)
_EMOJI = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_TONE = r"\U0001f3fb-\U0001f3ff"
_IDEOGRAPH = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_MARK = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f\U000e0100-\U000e01ef"

JAMO_TAIL = r"\u1161-\u11ff\ud7b0-\ud7fb"
"""Vowels and endings of Korean syllables written letter by letter: they take no cell."""

HIDDEN = (
    r"\x80-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U0001f3fb-\U0001f3ff\U0001fffe\U0001ffff\U0003fffe-\U0010ffff"
)
"""What hides, turns the direction or says how to draw; the last range is unassigned planes,
tags, variation selectors, and private planes, where terminals place pictures."""

_FLAGS = "|".join(
    "".join(chr(0xE0000 + ord(letter)) for letter in name) for name in ("gbeng", "gbsct", "gbwls")
)
_AFTER_EMOJI = rf"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f)|(?<=[{_EMOJI}][{_TONE}]))"

KEPT = "|".join(
    (
        # The three flags that are spelled out in tags.
        rf"\U0001f3f4(?:{_FLAGS})\U000e007f",
        # How to draw the character before: as an emoji or as text, or which form of it.
        rf"(?<=[0-9#*{_EMOJI}])[\ufe0e\ufe0f]",
        rf"(?<=[{_IDEOGRAPH}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",
        r"(?<=[\u1820-\u18aa])[\u180b-\u180f]",
        rf"(?<=[{_EMOJI}])[{_TONE}]",
        # A joiner after a letter, or after its vowel sign where no further mark follows.
        rf"(?<=[{_JOINING}])(?<=\w)[\u200c\u200d]",
        rf"(?<=[{_JOINING}])[\u200c\u200d](?:(?=\w)|(?![{_JOINING}{_MARK}]))",
        # A direction mark beside a letter of a script written from right to left, or its comma.
        rf"(?:(?<=[{_RIGHT_TO_LEFT}])|(?<=[{_RIGHT_TO_LEFT}][ -/:-@]))[\u200e\u200f]",
        rf"[\u200e\u200f](?=[ -/:-@]{{,2}}[{_RIGHT_TO_LEFT}])",
        # What keeps Hebrew points apart, and the stand-ins of old Korean syllables.
        r"(?<=[\u0591-\u05ea])\u034f",
        r"(?<=[\u1100-\u115e])\u1160",
        r"\u115f(?=[\u1161-\u11a7])",
    )
)
"""A hidden character where it has its place."""

CHAIN = rf"{_AFTER_EMOJI}(?:\u200d[{_EMOJI}][\ufe0f{_TONE}]?)+"
"""What is joined to an emoji, however long."""
