"""What is pasted arrives as one, whatever stands in it and however it is cut on the way."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Key, Paste

from convonote.wire.pasting import PastingParser
from tests.wire.test_driver import opened

START, END = "\x1b[200~", "\x1b[201~"
HOSTILE = "x\x1b[31mred\x1b]52;c;QUFB\x07 \x1b[Aq D\r" + "y" * 40


def read(pieces: Iterable[str]) -> list[str]:
    """The names of keys and the texts of pastes."""
    parser = PastingParser()
    found: list[str] = []
    for piece in pieces:
        for message in parser.feed(piece):
            if isinstance(message, Paste):
                found.append(f"pasted {message.text}")
            elif isinstance(message, Key):
                found.append(message.key)
    return found


def test_a_paste_that_holds_keys_is_one_paste_between_the_keys_around_it() -> None:
    assert read([f"j{START}{HOSTILE}{END}k"]) == ["j", f"pasted {HOSTILE}", "k"]


def test_a_paste_may_be_cut_anywhere_on_its_way() -> None:
    sent = f"\x1b[A{START}{HOSTILE}{END}k"
    for at in range(1, len(sent)):
        if not sent[:at].endswith("\x1b") or at > 3:
            assert read([sent[:at], sent[at:]]) == ["up", f"pasted {HOSTILE}", "k"], at
    assert read(list(sent)) == ["up", f"pasted {HOSTILE}", "k"]


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 40),
)
@settings(max_examples=40, deadline=None, database=None)
def test_any_text_is_pasted_as_it_is(texts: list[str], size: int) -> None:
    texts = [text.replace(END, "").replace("\x1b", "\x1b.") for text in texts]
    sent = "".join(f"{START}{text}{END}" for text in texts)
    pieces = [sent[at : at + size] for at in range(0, len(sent), size)]
    assert read(pieces) == [f"pasted {text}" for text in texts]


def test_on_a_terminal_a_paste_is_text_in_the_composer_and_nothing_in_a_list(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as (_, terminal):
        terminal.until("YOUR TURN 2")
        # As keys these would put off, close and delete what is selected.
        terminal.press(f"{START}a{HOSTILE}sfri\rD{END}")
        terminal.until("Nothing can be pasted into a list")
        assert any("YOUR TURN 2" in line for line in terminal.screen.display)
        terminal.press("i")
        terminal.until("0 words")
        terminal.press(f"{START}one \x1b[31mtwo\x1b[A\rthree{END}")
        terminal.until("3 words")
        assert any(line.startswith("three") for line in terminal.screen.display)
