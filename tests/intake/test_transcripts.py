"""Transcripts: one talk with its speakers, in the forms in which programs write them."""

import io
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import Channel, Kind
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.sources import SourceError
from convonote.intake.transcripts import is_transcript, read_transcript
from tests.intake.found import read as read_sources

MODIFIED = 1_762_000_000_000_000

ZOOM = """\
WEBVTT

1
00:00:03.000 --> 00:00:05.000
Ana Lima: Hello there.

2
00:00:05.100 --> 00:00:07.000
Ana Lima: How are you?

3
00:00:08.000 --> 00:47:09.000
Bob: Fine.
"""
TEAMS = """\
WEBVTT

NOTE Created 2026-11-03T14:05:00Z

STYLE
::cue { color: red }

3f2c-0
00:00:03.000 --> 00:00:05.000 align:start
<v Ana Lima>So here's the thing: hello &amp; welcome.</v>

3f2c-1
00:00:05.100 --> 00:00:07.000
<v Bob>Fine</v>
<v Ana Lima>ok</v>
"""
SRT = """\
1
00:00:01,000 --> 00:00:02,000
Speaker 1: hi

2
00:00:02,000 --> 00:00:03,000
Speaker 2: So here's the thing: yes
"""
ROLLING = """\
WEBVTT
Kind: captions

00:00:00.000 --> 00:00:02.000
hello<00:00:00.500><c> my</c> friends

00:00:02.000 --> 00:00:04.000
hello my friends
how are you

00:00:04.000 --> 00:00:06.000
how are you
today
"""
PLAIN = """\
Ana: I think that we should go in April.
Bob: Why not in May, then?
Ana: It rains.
Bob: Fine with me, I will book it.
"""
OTTER = "Ana Lima  0:03\nHello there, how are you.\n\nSpeaker 2  0:10\nFine.\n"
WHISPER = "[00:00:03] SPEAKER_00: hello\n[00:00:05] SPEAKER_01: hi\n"


def read(text: str, name: str = "talk.vtt") -> Incoming:
    """The one talk in a transcript."""
    (one,) = read_transcript(io.BytesIO(text.encode()), name, MODIFIED, UTC)
    assert isinstance(one, Incoming)
    return one


def speakers(one: Incoming) -> list[str]:
    return [each.address for each in one.to]


@pytest.mark.parametrize(
    ("text", "name", "who", "said"),
    [
        (ZOOM, "x.vtt", ["Ana Lima", "Bob"],
         "**Ana Lima:** Hello there. How are you?\n\n**Bob:** Fine.\n\n*47 min*"),
        (TEAMS, "x.vtt", ["Ana Lima", "Bob"],
         "**Ana Lima:** So here's the thing: hello & welcome.\n\n**Bob:** Fine\n\n"
         "**Ana Lima:** ok\n\n*4 s*"),
        (SRT, "x.srt", [],
         "**Speaker 1:** hi\n\n**Speaker 2:** So here's the thing: yes\n\n*2 s*"),
        (ROLLING, "x.vtt", [], "hello my friends how are you today\n\n*6 s*"),
        (PLAIN, "x.txt", ["Ana", "Bob"],
         "**Ana:** I think that we should go in April.\n\n**Bob:** Why not in May, then?\n\n"
         "**Ana:** It rains.\n\n**Bob:** Fine with me, I will book it."),
        (OTTER, "x.txt", ["Ana Lima"],
         "**Ana Lima:** Hello there, how are you.\n\n**Speaker 2:** Fine.\n\n*7 s*"),
        (WHISPER, "x.txt", [], "**SPEAKER_00:** hello\n\n**SPEAKER_01:** hi\n\n*2 s*"),
    ],
)  # fmt: skip
def test_each_form_gives_one_talk_with_its_speakers(
    text: str, name: str, who: list[str], said: str
) -> None:
    assert is_transcript(text.encode()[:4096], name)
    one = read(text, name)
    assert one.kind is Kind.TALK
    assert one.author is None
    assert speakers(one) == who
    assert one.text == said


@pytest.mark.parametrize(
    ("name", "text", "when"),
    [
        ("2026-11-03 14.05 Roof.vtt", ZOOM, "2026-11-03T14:05:00"),
        ("GMT20261103-140500_Recording.transcript.vtt", ZOOM, "2026-11-03T14:05:00"),
        ("Roof 3.11.2026.vtt", ZOOM, "2026-11-03T12:00:00"),
        ("20261103_1405.srt", SRT, "2026-11-03T14:05:00"),
        ("x.vtt", TEAMS, "2026-11-03T14:05:00"),
    ],
)
def test_the_date_comes_from_the_name_or_a_note(name: str, text: str, when: str) -> None:
    one = read(text, name)
    assert (datetime(1970, 1, 1) + timedelta(microseconds=one.at or 0)).isoformat() == when
    assert one.dated


def test_else_it_is_that_of_the_file_and_a_guess() -> None:
    one = read(ZOOM, "x.vtt")
    assert (one.at, one.dated) == (MODIFIED, False)


def test_the_name_of_the_file_tells_topic_and_channel() -> None:
    one = read(ZOOM, "2026-11-03 14.05 Roof planning.vtt")
    assert (one.topic, one.channel) == ("Roof planning", Channel.VIDEO)
    assert read(ZOOM, "call with ana.srt").channel is Channel.PHONE
    assert read(ZOOM, "Zoom call.vtt").channel is Channel.VIDEO
    assert read(ZOOM, "GMT20261103-140500_Recording.vtt").topic == "Ana Lima, Bob"


def test_the_same_words_have_the_same_name_wherever_they_lie() -> None:
    assert read(ZOOM, "a.vtt").name == read(ZOOM.replace("\n", "\r\n"), "b/c.vtt").name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Name: Ana Lima\nPhone: 123\nEmail: x\nName: Bob\nPhone: 3\n"),
        ("recipe.txt", "Ingredients: flour, milk, eggs.\nMethod: mix it.\nServes: four people.\n"),
        ("r.yaml", PLAIN),
        ("notes.txt", "Some thoughts: they are many.\n\nAna: said that.\n"),
        ("list.txt", "12:30 lunch\n13:00 walk\n"),
        ("a.txt", "From: Ana\nTo: Bob\nSubject: x\n\nhello\n"),
    ],
)
def test_other_texts_are_no_transcripts(name: str, text: str) -> None:
    assert not is_transcript(text.encode(), name)


SHORT = "Ana Lima: Hi there.\nRui K: Hello. We need 3 things.\nAna Lima: ok\nRui K: good\n"


@pytest.mark.parametrize(
    "text", [SHORT, f"Meeting 2026-11-03\n\n{SHORT}", "Ana: yes\nRui: no\nAna: ok"]
)
def test_few_and_short_lines_are_a_transcript_where_the_file_was_named(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "m1.txt"
    path.write_text(text)
    (one,) = read_sources([path])
    assert isinstance(one, Incoming)
    assert len(one.to) == 2
    assert all(isinstance(found, Skipped) for found in folder_items(tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "Ana: yes\nRui: no\n",
        "Ingredients: flour, milk.\nMethod: mix it.\nServes: four.\n",
        "Name: Ana\nPhone: 3\nName: Bob\nPhone: 4\n",
        "A note.\nAna: yes.\nAnother.\nRui: no.\nAna: yes.\nOne more.\n",
    ],
)
def test_named_or_not_other_texts_are_no_transcripts(text: str) -> None:
    assert not is_transcript(text.encode(), "m.txt", named=True)


def folder_items(folder: Path) -> list[object]:
    found: list[object] = []
    with suppress(SourceError):
        found.extend(read_sources([folder]))
    return found


def test_one_in_which_nothing_is_said_is_refused() -> None:
    (one,) = read_transcript(io.BytesIO(b"WEBVTT\n\nNOTE nothing\n"), "x.vtt", None)
    assert isinstance(one, Refused)


@given(
    st.lists(
        st.sampled_from(
            ["WEBVTT", "00:00:01.000 --> 00:00:02.000", "<v Ana>hi", "<v " * 500, "Ana: hi",
             "Ana 0:03", "1", "\0", "[0:01] x", "&#0;", "(" * 3000, "NOTE 2026-13-45", "\u2028",
             ": " * 100]
        ),
        max_size=20,
    ),
    st.sampled_from(["x.vtt", "x.txt", "GMT99999999-999999.vtt"]),
)  # fmt: skip
@settings(max_examples=60, deadline=None, database=None)
def test_no_text_breaks_the_reading(parts: list[str], name: str) -> None:
    raw = "\n".join(parts).encode()
    is_transcript(raw, name)
    found = list(read_transcript(io.BytesIO(raw), name, None, UTC))
    assert len(found) == 1
