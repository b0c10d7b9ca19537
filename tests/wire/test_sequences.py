"""Every sequence that Textual sends is known; what is not passes, and costs a whole frame."""

import ast
import re
from importlib.metadata import version
from pathlib import Path

import pytest
import textual
from textual.drivers import linux_driver

from convonote.wire.sequences import Kind, parts
from tests.wire.emulator import Pair

TEXTUAL = Path(textual.__file__).parent
SENDERS = (Path(linux_driver.__file__), TEXTUAL / "app.py", TEXTUAL / "_ansi_sequences.py")
"""Where Textual has sequences that it sends; the last has the marks of synchronized output."""
STANDS_FOR = {"KITTY_PROTOCOL_FLAG": "25", "shape": "text", "base64_text": "aGk="}
"""What may stand in the places that are filled in."""


def sequences(path: Path) -> set[str]:
    """All sequences that stand in strings of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    filled_in = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts_of_these = {part for node in filled_in for part in node.values}
    found = {"".join(map(_filled, node.values)) for node in filled_in} | {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in parts_of_these
    }
    return {text for text in found if text.startswith("\x1b") and len(text) > 1}


def _filled(part: ast.expr) -> str:
    """A part of a string, with something where a value is filled in."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return STANDS_FOR.get(ast.unparse(part.value), "1")


def test_every_sequence_that_textual_sends_is_known() -> None:
    sent = sequences(SENDERS[0]) | sequences(SENDERS[1])
    marks = SENDERS[2].read_text(encoding="utf-8")
    sent |= {ast.literal_eval(f'"{text}"') for text in re.findall(r'SYNC_\w+.*= "(.*)"', marks)}
    assert len(sent) > 20
    unknown = sorted(
        text for text in sent if any(part.kind is Kind.UNKNOWN for part in parts(text))
    )
    assert not unknown, (
        f"Textual {version('textual')} sends {unknown}, of which convonote.wire.sequences does not "
        "know what it does to the screen; read in 8.2.8"
    )


@pytest.mark.parametrize(
    "sequence",
    ["\x07", "\x1b]52;c;aGk=\x07", "\x1b]22;text\x07", "\x1b[?1003h", "\x1b[>25u", "\x1b[?2026$p"],
)
def test_what_paints_nothing_is_sent_at_once_and_nothing_is_forgotten(sequence: str) -> None:
    pair = _with("abc")
    assert pair.write(sequence) == sequence
    assert pair.write("\x1b[1;1Habc\x1b[1;1H") == ""
    assert pair.flush() == ""


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[2J", "\x1b[K", "\x1b[5X", "\x1bM", "\x1b[2;4r", "\x9b2J", "\x1bPq\x1b\\", "\t"],
)
def test_what_is_not_known_passes_as_it_is_and_the_next_frame_is_whole(sequence: str) -> None:
    pair = _with("abc")
    assert pair.write(sequence).endswith(sequence)
    pair.write("\x1b[1;1Habc\x1b[1;1H")
    assert "abc" in pair.flush()


def test_what_follows_something_unknown_in_one_write_passes_with_it() -> None:
    pair = _with("abc")
    rest = "\x1b[2J\x1b[2;1H\x1b[1mdef\x1b[0m"
    assert pair.write(f"\x1b[1;3Hx{rest}").endswith(rest)
    pair.flush()
    pair.check()


def test_marks_of_synchronized_output_stand_around_the_difference() -> None:
    pair = _with("abc")
    pair.write("\x1b[?2026h")
    pair.write("\x1b[1;1Habd\x1b[1;1H")
    pair.write("\x1b[?2026l")
    assert pair.flush() == "\x1b[?2026habd\r\x1b[?2026l"


def test_no_empty_pair_of_marks_is_sent() -> None:
    pair = _with("abc")
    for data in ("\x1b[?2026h", "\x1b[1;1Habc\x1b[1;1H", "\x1b[?2026l"):
        assert pair.write(data) == ""
    assert pair.flush() == ""


def test_outside_the_alternate_screen_everything_passes() -> None:
    pair = Pair(20, 4)
    assert pair.write("\x1b[1;1Habc") == "\x1b[1;1Habc"
    assert pair.flush() == ""


def _with(text: str) -> Pair:
    """Two terminals that show a text."""
    pair = Pair(20, 4)
    pair.write("\x1b[?1049h")
    pair.write(f"\x1b[1;1H{text}\x1b[1;1H")
    pair.flush()
    return pair
