"""Everything that was said is found, newest first, by any text as a query."""

import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.store.base import Base
from convonote.store.search import finding
from convonote.store.search.query import parse
from convonote.store.search.records import Hit
from convonote.store.search.snippet import around
from convonote.store.search.tokens import channel_word
from convonote.store.writing import editing
from tests.store.mail import ANA, BOB, MYSELF, message, opened, receive, rows


def found(base: Base, words: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
    with base.reading():
        return list(finding.search(base, words, limit=limit, offset=offset).hits)


def texts(base: Base, words: str) -> list[str]:
    return [hit.snippet for hit in found(base, words)]


def said(base: Base, *what: str) -> None:
    receive(
        base,
        [message(f"<{number}>", text, days=99 - number) for number, text in enumerate(what)],
    )


def test_hits_come_newest_first_even_after_old_mail_came_in_late(base: Base) -> None:
    receive(base, [message("<new>", "boat two", days=1)])
    receive(base, [message("<old>", "boat one", days=50), message("<mid>", "boat", days=9)])
    assert texts(base, "boat") == ["boat two", "boat", "boat one"]
    assert [hit.snippet for hit in found(base, "boat", limit=1, offset=1)] == ["boat"]


def test_a_hit_tells_where_it_is(base: Base) -> None:
    said(base, "Let us meet in Kyoto.")
    (hit,) = found(base, "kyoto")
    assert (hit.topic, hit.author, hit.channel, hit.offset) == ("Kyoto", "Ana Lima", "email", 60)
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Kyoto"]
    assert rows(base, "SELECT id, uid, conversation FROM exchange") == [
        (hit.exchange, hit.exchange_uid, hit.conversation)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("café", ["the café by the river", "THE CAFE"]),
        ("cafe", ["the café by the river", "THE CAFE"]),
        ("caf", ["the café by the river", "THE CAFE"]),
        ("river caf", ["the café by the river"]),
        ('"the river"', ["the café by the river"]),
        ('"river the"', []),
        ('"by the riv"', []),
        ("by", ["the café by the river"]),
        ("b", ["a b"]),
        ("r", []),
        ('the "cafe', ["the café by the river", "THE CAFE"]),
        ("naïveté's", ["naïveté’s end"]),
        ("nai\u0308vete\u0301", ["naïveté’s end"]),
        ("no-such", []),
        ("a_b", ["a b"]),
    ],
)
def test_words_are_found_by_their_beginnings_and_phrases_as_they_are(
    base: Base, words: str, expected: list[str]
) -> None:
    said(base, "a b", "naïveté’s end", "THE CAFE", "the café by the river")
    assert texts(base, words) == expected


@pytest.mark.parametrize("words", ["京都", "去京都", "吧", "我", "我们去京都吧", "都吧 我们"])
def test_a_word_is_found_inside_a_script_without_spaces(base: Base, words: str) -> None:
    said(base, "我们去京都吧。", "东京很好")
    assert texts(base, words) == ["我们去京都吧。"]


def test_characters_that_do_not_stand_together_are_not_a_word(base: Base) -> None:
    said(base, "京的都")
    assert texts(base, "京都") == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        '"',
        '""',
        "''",
        "*",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "text: x",
        "tokens:f1",
        "(((",
        "-a +b ^c",
        "🎉",
        "👩‍👩‍👧",
        "\0",
        "a\0b",
        "\ud800",
        "%_\\",
        "x" * 100_000,
        "word " * 10_000,
        "京" * 5_000,
        "…!?.,;",
        "\u202e",
    ],
)
def test_any_text_is_a_valid_query(base: Base, words: str) -> None:
    said(base, "hello there")
    assert found(base, words) == []


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.text(max_size=30) | st.text(string.punctuation + "aé京\0 "), max_size=30))
def test_whatever_is_asked_is_answered(words: list[str]) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder) / "n.db") as base:
        said(base, "hello there")
        for each in words:
            found(base, each)


@settings(max_examples=100, deadline=None)
@given(text=st.text(min_size=1), words=st.text(max_size=20))
def test_a_snippet_marks_only_what_is_in_it(text: str, words: str) -> None:
    line, marks = around(text, parse(words).pattern())
    assert "\n" not in line
    assert all(0 <= start < end <= len(line) for start, end in marks)


def test_filters_are_not_words_and_words_are_no_filters(base: Base) -> None:
    said(base, "f2 t1 w1 cemail v1")
    assert len(found(base, "f2")) == 1
    receive(base, [message("<x>", "hello")])
    assert texts(base, "cemail") == ["f2 t1 w1 cemail v1"]


def test_filters_are_part_of_the_match(base: Base) -> None:
    receive(base, [message("<a>", "boat"), message("<b>", "boat", author=BOB)])
    (bob,) = rows(base, "SELECT id FROM person WHERE name = 'Bob Stone'")
    query = parse("boat", ((f"f{bob[0]}",), (channel_word("email"),)))
    with base.reading():
        ids = base.rows("SELECT rowid FROM search WHERE search MATCH ?", (query.expression(),))
    assert len(ids) == 1


def test_what_was_deleted_is_not_found(base: Base) -> None:
    said(base, "boat one", "boat two", "boat three")
    editing.delete(base, exchange=1, conversation=None)
    editing.delete(base, exchange=None, conversation=2)
    assert texts(base, "boat") == ["boat three"]


def test_what_was_edited_is_found_by_its_new_words_only(base: Base) -> None:
    said(base, "boat")
    editing.edit(base, 1, "plane")
    assert (texts(base, "boat"), texts(base, "plane")) == ([], ["plane"])


def test_thousands_said_in_one_moment_keep_their_order(base: Base) -> None:
    receive(base, [message(f"<{n}>", f"boat {n}", days=1) for n in range(300)])
    assert texts(base, "boat")[:3] == ["boat 299", "boat 298", "boat 297"]
    ids = rows(base, "SELECT min(search_id), max(search_id) FROM exchange")
    assert ids[0][1] - ids[0][0] == 299  # type: ignore[operator]  # Numbers.


def test_joined_conversations_have_the_tokens_of_one(base: Base) -> None:
    receive(base, [message("<a>"), message("<b>", author=MYSELF, to=[ANA, BOB])])
    receive(base, [message("<c>", after=["<a>", "<b>"])])
    with base.reading():
        inside = base.rows("SELECT rowid FROM search WHERE search MATCH 'tokens : \"v1\"'")
        outside = base.rows("SELECT rowid FROM search WHERE search MATCH 'tokens : \"v2\"'")
    assert (len(inside), len(outside)) == (3, 0)
    with base.transaction():
        base.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


def test_a_snippet_is_the_line_around_the_first_hit() -> None:
    text = "word " * 2_000 + "\n\nHere is\ta *boat* of ours " + "more " * 100
    line, marks = around(text, parse("boat").pattern())
    assert line.startswith("…")
    assert "Here is a *boat* of ours more" in line
    assert line.endswith("…")
    assert len(line) < 110
    assert [line[start:end] for start, end in marks] == ["boat"]


def test_marks_stand_where_accents_were_left_out() -> None:
    line, marks = around("Ünïcödé ﬁne: naïve", parse("unicode naive").pattern())
    assert [line[start:end] for start, end in marks] == ["Ünïcödé", "naïve"]
