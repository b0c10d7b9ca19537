"""Cards that we wrote come back, and cards in any order give the same people."""

import io
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.details import DetailKind
from convonote.intake.cards import read_cards
from convonote.intake.cards.writing import write_cards
from convonote.intake.records import Card, Detail
from convonote.store.notebook import Notebook
from tests.intake.corpora import corpus
from tests.store.carded import PLUMBER, card, known, take
from tests.store.conftest import Clock


def test_our_own_cards_change_nothing_when_they_come_back(notebook: Notebook) -> None:
    notebook.add_person(
        "Ana, Plumber; Lima", [("phone", "+48 600 100 200"), ("in person", "at home")]
    )
    eva = notebook.add_person("Eva")
    notebook.add_person("Eva")
    notebook.add_detail(eva.id, DetailKind.TAG, "friend")
    written = "".join(write_cards(notebook.cards()))
    assert written == "".join(write_cards(notebook.cards()))
    lines = [line for line in notebook.export() if "made" not in line]
    read = [one for one in read_cards(io.BytesIO(written.encode()), "own") if isinstance(one, Card)]
    received = take(notebook, *read)
    assert (received.added, received.already) == (0, 3)
    assert [line for line in notebook.export() if "made" not in line] == lines


def test_another_notebook_takes_our_cards_in_full(notebook: Notebook, tmp_path: Path) -> None:
    for path in sorted(corpus("vcard/ez-vcard").glob("*.vcf")):
        with path.open("rb") as file:
            take(notebook, *(it for it in read_cards(file, path.name) if isinstance(it, Card)))
    written = "".join(write_cards(notebook.cards())).encode()
    with Notebook(tmp_path / "other.db", zone=UTC) as other:
        cards = [it for it in read_cards(io.BytesIO(written), "people.vcf") if isinstance(it, Card)]
        take(other, *cards)
        assert known(other) == known(notebook)


_PEOPLE = ("Ana Lima", "Bob Stone", "Eva Kern", "José Ñandú")
_DETAILS = (
    PLUMBER,
    Detail(DetailKind.TAG, "friend"),
    Detail(DetailKind.ALSO, "Ana Maria Lima"),
    Detail(DetailKind.BIRTHDAY, "--12-03"),
)


@st.composite
def _cards(draw: st.DrawFn) -> list[Card]:
    """Cards of a few people, each with an address by which they are known; a number is shared."""
    cards = []
    for number in draw(st.lists(st.integers(0, 3), min_size=1, max_size=6)):
        name = _PEOPLE[number]
        first = name.split()[0].lower()
        more = draw(st.sets(st.sampled_from([f"{first}@home.example", f"{first}@work.example"])))
        numbers = [("phone", "555 12345")] if draw(st.booleans()) else []
        addresses: Iterable[str | tuple[str, str]] = [
            f"{first}@example.org",
            *sorted(more),
            *numbers,
        ]
        spelt = draw(st.sampled_from([name, name.upper(), name.split()[0]]))
        details = tuple(draw(st.lists(st.sampled_from(_DETAILS), unique=True, max_size=3)))
        cards.append(card(spelt, *addresses, details=details, preferred=draw(st.integers(0, 1))))
    return cards


@settings(max_examples=30, deadline=None, database=None)
@given(_cards(), st.integers(0, 1000), st.integers(1, 4))
def test_cards_in_any_order_and_split_and_again_give_the_same_people(
    cards: list[Card], seed: int, size: int
) -> None:
    with TemporaryDirectory() as folder:
        with Notebook(Path(folder) / "one.db", clock=Clock(), zone=UTC) as one:
            take(one, *cards)
            at_once = known(one)
        jumbled = [*cards, *cards]
        Random(seed).shuffle(jumbled)
        with Notebook(Path(folder) / "two.db", clock=Clock(), zone=UTC) as two:
            for start in range(0, len(jumbled), size):
                take(two, *jumbled[start : start + size])
            assert known(two) == at_once
            assert take(two, *cards).added == 0
