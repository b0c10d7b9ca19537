"""What a name on the command line means."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.intake.records import Party
from convonote.store.base import Base
from convonote.store.people import naming
from convonote.store.writing import editing
from tests.store.mail import message, one, opened, receive


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with opened(tmp_path / "notebook.db") as base:
        people = {
            "ana@example.org": "Ana Lima",
            "anabel@example.org": "Anabel Ruiz",
            "jose@example.org": "José Ñandú",
            "chen@example.org": "陈伟",
            "susana@example.org": "Susana",
        }
        receive(
            base,
            [
                message(f"<{address}>", author=Party(address, name), topic=f"With {name}")
                for address, name in people.items()
            ]
            + [message("<t>", topic="Kyoto in spring"), message("<u>", topic="Ana")],
        )
        yield base


def meant(base: Base, what: str) -> list[str]:
    with base.reading():
        found = naming.match(base, what)
    return [
        each.person.name if each.person else f"#{each.conversation.topic}"  # type: ignore[union-attr]  # One of the two is there.
        for each in found
    ]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("ANA LIMA", ["Ana Lima"]),
        ("ana@Example.org", ["Ana Lima"]),
        ("jose nandu", ["José Ñandú"]),
        ("José", ["José Ñandú"]),
        ("kyoto in spring", ["#Kyoto in spring"]),
        ("ana", ["#Ana"]),
        ("anab", ["Anabel Ruiz", "#With Anabel Ruiz"]),
        ("lim", ["Ana Lima", "#With Ana Lima"]),
        ("kyo", ["#Kyoto in spring"]),
        ("pring", ["#Kyoto in spring"]),
        ("陈伟", ["陈伟"]),
        ("陈", ["陈伟", "#With 陈伟"]),
        ("nobody such", []),
        ("", []),
        ('"', []),
        ("a\0b", []),
        ("\ud800", []),
        ("%", []),
        ("x" * 10_000, []),
    ],
)
def test_the_best_class_of_match_is_given_people_first(
    base: Base, what: str, expected: list[str]
) -> None:
    assert meant(base, what) == expected


def test_a_first_name_means_a_person_before_any_other_word(base: Base) -> None:
    conversation = one(base, "SELECT id FROM conversation WHERE topic = 'Ana'")
    assert isinstance(conversation, int)
    editing.delete(base, exchange=None, conversation=conversation)
    assert meant(base, "ana") == ["Ana Lima"]


def test_a_uid_or_its_beginning_is_enough(base: Base) -> None:
    uid = str(one(base, "SELECT uid FROM conversation WHERE topic = 'Kyoto in spring'"))
    assert meant(base, uid) == ["#Kyoto in spring"]
    assert "#Kyoto in spring" in meant(base, uid[:8])
    assert meant(base, uid[:7]) == []


def test_the_uid_of_a_joined_conversation_leads_to_the_other(base: Base) -> None:
    gone = str(one(base, "SELECT uid FROM conversation WHERE topic = 'Ana'"))
    receive(base, [message("<j>", after=["<t>", "<u>"])])
    assert meant(base, gone) == ["#Kyoto in spring"]
    assert meant(base, "ana") == ["Ana Lima"]


def test_what_was_deleted_means_nothing(base: Base) -> None:
    conversation = one(base, "SELECT id FROM conversation WHERE topic = 'Kyoto in spring'")
    uid = str(one(base, "SELECT uid FROM conversation WHERE id = ?", conversation))
    assert isinstance(conversation, int)
    editing.delete(base, exchange=None, conversation=conversation)
    assert meant(base, "kyoto") == []
    assert meant(base, uid) == []


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("Anna Lima", "Ana Lima"),
        ("Susanna", "Susana"),
        ("Jose Nandu!", "José Ñandú"),
        ("Kyotto", "Kyoto in spring"),
        ("anabell", "Anabel Ruiz"),
    ],
)
def test_the_nearest_name_is_offered_for_one_that_means_nothing(
    base: Base, what: str, expected: str
) -> None:
    with base.reading():
        assert naming.nearest(base, what, 3)[0] == expected
        assert len(naming.nearest(base, what, 1)) == 1


@pytest.mark.parametrize("what", ["", "\0", '"', "qqqqqq", "x" * 5_000])
def test_nothing_is_near_to_nonsense(base: Base, what: str) -> None:
    with base.reading():
        assert naming.nearest(base, what, 3) == []


@pytest.fixture
def alike(tmp_path: Path) -> Iterator[Base]:
    """Namesakes but for an accent, and one whose whole name is how another's begins."""
    with opened(tmp_path / "alike.db") as base:
        names = ("José Núñez", "Jose Nunez", "Li Na", "Priya Nair", "Mariana Roof")
        authors = [Party(f"p{number}@example.org", name) for number, name in enumerate(names)]
        receive(base, [message(f"<{one.address}>", author=one, topic="Na") for one in authors])
        yield base


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("José Núñez", ["José Núñez"]),
        ("jose  nunez", ["Jose Nunez"]),
        ("Jóse Nunez", ["José Núñez", "Jose Nunez"]),
        ("na", ["Li Na"]),
        ("nai", ["Priya Nair"]),
    ],
)
def test_of_namesakes_the_one_written_so_is_meant_and_a_whole_word_before_a_part(
    alike: Base, what: str, expected: list[str]
) -> None:
    with alike.reading():
        found = naming.match(alike, what, people_only=True)
    assert [one.person.name for one in found if one.person] == expected


def test_among_some_people_only_they_are_meant(alike: Base) -> None:
    with alike.reading():
        (mariana,) = naming.match(alike, "Mariana")
        assert mariana.person
        assert naming.match(alike, "na", among=[mariana.person.id]) == [mariana]
