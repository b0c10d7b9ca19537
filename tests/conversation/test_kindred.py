"""Words of one stem."""

import pytest

from convonote.conversation.kindred import are_akin


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("plumbers", "plumber"),
        ("plumbing", "plumber"),
        ("photography", "photographers"),
        ("cafes", "cafe"),
        ("roof", "roofs"),
        ("box", "boxes"),
        ("ferries", "ferry"),
        ("vets", "vet"),
    ],
)
def test_what_has_one_stem_is_akin_both_ways(word: str, other: str) -> None:
    assert are_akin(word, other)
    assert are_akin(other, word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("plums", "plumber"), ("control", "contract"), ("as", "a"), ("gas", "ga"), ("roof", "root")],
)
def test_what_only_begins_alike_is_not(word: str, other: str) -> None:
    assert not are_akin(word, other)
    assert not are_akin(other, word)
