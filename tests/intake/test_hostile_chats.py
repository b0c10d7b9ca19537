"""Chats, transcripts and cards that were made to break a reader, and what is kept of them."""

import io
import subprocess
import sys
from pathlib import Path

from convonote.intake.cards import read_cards
from convonote.intake.cards.reading import MOST_IN_A_ROW, MOST_REFUSED
from convonote.intake.chats import read_chat
from convonote.intake.cutting import LONGEST_TEXT
from convonote.intake.formats import Format
from convonote.intake.records import Card, Incoming, Refused
from convonote.intake.transcripts import read_transcript
from tests.intake.hostile_chats import BEGIN, END, HEAD, cues


def test_no_hostile_chat_talk_or_card_takes_more_than_two_seconds_or_300_megabytes() -> None:
    # Each is read in a process of its own: time is that of the processor, memory its peak.
    ran = subprocess.run(
        [sys.executable, "-m", "tests.intake.hostile_chats"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)


def lines(raw: bytes) -> list[object]:
    return [*read_chat(io.BytesIO(raw), "x.txt", Format.WHATSAPP)]


def test_a_message_without_end_is_cut_with_a_mark_and_the_next_one_is_read() -> None:
    first, second = lines(HEAD + b"a\n" + b"x\n" * 300_000 + HEAD + b"Bye\n")
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    kept, _, mark = first.text.rpartition("\n\n")
    assert kept == "\n".join(["a", *["x"] * 49_999])
    assert mark == f"[cut here: {2 * 250_001} more characters]"
    assert (second.text, second.place) == ("Bye", 1)


def test_lines_before_the_first_message_are_refused_together() -> None:
    refused, line = lines(b"some\nother\ntext\n" + HEAD + b"Hello\n")
    assert refused == Refused("x.txt, line 1", "it stands before the first date")
    assert isinstance(line, Incoming)


def test_a_long_line_is_cut_at_the_length_of_mail() -> None:
    (line,) = lines(HEAD + b"x" * (LONGEST_TEXT + 7) + b"\n")
    assert isinstance(line, Incoming)
    kept, _, mark = line.text.rpartition("\n\n")
    assert len(kept) == LONGEST_TEXT
    assert mark.startswith("[cut here: ")


def test_after_thousands_of_bad_cards_in_a_row_the_rest_is_given_up() -> None:
    empty = b"BEGIN:VCARD\nEND:VCARD\n"
    found = [*read_cards(io.BytesIO(BEGIN + END + empty * 2 * MOST_IN_A_ROW), "x.vcf")]
    assert isinstance(found[0], Card)
    assert len(found) == 1 + MOST_REFUSED + 1
    last = found[-1]
    assert isinstance(last, Refused)
    assert last.reason == "5,000 cards in a row cannot be taken in: the rest was not read"


def test_behind_a_card_that_is_too_large_the_next_one_is_read() -> None:
    raw = BEGIN + b"NOTE:x\n" + b" x\n" * 1_000_000 + END + BEGIN.replace(b"Ana", b"Bo") + END
    refused, card = read_cards(io.BytesIO(raw), "x.vcf")
    assert isinstance(refused, Refused)
    assert isinstance(card, Card)
    assert card.name == "Bo"


def test_a_talk_without_end_is_cut_with_a_mark() -> None:
    (talk,) = read_transcript(io.BytesIO(b"WEBVTT\n\n" + cues(60_000, b"Ana: x")), "x.vtt", None)
    assert isinstance(talk, Incoming)
    assert "more characters]" in talk.text[-100:]
