"""The lines of a note that tell something of somebody."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.question import LONGEST, asking_sentence
from convonote.conversation.remarks import RemarkKind, marked

SAID_ON = date(2026, 11, 22)


def test_what_they_volunteered_and_what_is_for_next_time_are_told_apart() -> None:
    found = marked("We met.\n! grows tomatoes\n? Ana: ask about the knee in 6 weeks", SAID_ON)
    assert [(one.line, one.kind, one.about, one.text, one.due) for one in found] == [
        (1, RemarkKind.VOLUNTEERED, "", "grows tomatoes", None),
        (2, RemarkKind.NEXT_TIME, "Ana", "ask about the knee", date(2027, 1, 3)),
    ]


def test_a_colon_that_follows_no_name_leaves_the_line_whole_to_be_had() -> None:
    (found,) = marked("! her shop: open on Sundays", SAID_ON)
    assert (found.about, found.whole) == ("her shop", "her shop: open on Sundays")


def test_list_marks_and_spaces_before_the_sign_are_no_matter() -> None:
    assert [one.text for one in marked("- ! one\n  ? two", SAID_ON)] == ["one", "two"]


def test_code_and_exclamations_are_no_remarks() -> None:
    assert marked("Wow!\n!important\n?\n```\n! not this\n```\nReally? Yes!", SAID_ON) == ()


@settings(max_examples=40, deadline=None, database=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for one in marked(text, SAID_ON):
        assert one.text
    assert len(asking_sentence(text)) <= LONGEST


def test_the_sentence_that_asks_stands_for_the_text() -> None:
    text = "Dear Jo,\n\nIt was lovely. Could you send me the list? It is for Bob.\n\n> Why?"
    assert asking_sentence(text) == "Could you send me the list?"
    assert asking_sentence("") == ""
    assert asking_sentence("It rains here") == "It rains here"
