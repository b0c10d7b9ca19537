"""Who holds the turn among several, as it is told on the screens and in the shell."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from convonote.cli.row import standing
from convonote.conversation.records import DAY
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.telling.whose import others_awaited, people_in_turn

NOW = 1_795_348_800_000_000


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook(tmp_path / "n.convonote", clock=lambda: NOW, zone=UTC) as opened:
        yield opened


@pytest.fixture
def group(notebook: Notebook) -> list[int]:
    return [notebook.add_person(name).id for name in ("Ana", "Bob", "Cy")]


def asked(notebook: Notebook, to: list[int], *, everyone: bool = False) -> Conversation:
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=to, everyone=everyone)
    found = notebook.conversation(said.conversation)
    assert found is not None
    return found


def test_of_two_people_nobody_need_be_named(notebook: Notebook, group: list[int]) -> None:
    assert others_awaited(asked(notebook, group[:1])) == ""


def test_any_of_several_or_each(notebook: Notebook, group: list[int]) -> None:
    assert others_awaited(asked(notebook, group)) == "any of Ana, Bob, Cy"
    assert others_awaited(asked(notebook, group, everyone=True)) == "each of Ana, Bob, Cy"


def test_handed_to_one_of_them(notebook: Notebook, group: list[int]) -> None:
    one = notebook.set_turn(asked(notebook, group).id, [group[1]])
    assert others_awaited(one) == "Bob"
    assert standing(one).startswith("Kyoto: their turn (Bob); you set the turn by hand on ")
    assert people_in_turn(one)[0].name == "Bob"


def test_beside_my_own_turn(notebook: Notebook, group: list[int]) -> None:
    one = notebook.set_turn(asked(notebook, group).id, [notebook.me.id, group[2]])
    assert standing(one).startswith("Kyoto: your turn (and Cy); ")
    assert people_in_turn(one) == one.people


def test_waited_for_since_different_days_each_is_named(
    notebook: Notebook, group: list[int]
) -> None:
    one = asked(notebook, group[:2])
    notebook.say(
        "And you?",
        conversation=one.id,
        channel="email",
        to=[group[2]],
        at=notebook.now() + DAY,
    )
    found = notebook.conversation(one.id)
    assert found is not None
    assert others_awaited(found) == "Ana, Bob, Cy"


def test_at_rest_nobody_is_awaited(notebook: Notebook, group: list[int]) -> None:
    one = notebook.set_turn(asked(notebook, group).id, [])
    assert others_awaited(one) == ""
    assert standing(one) == "Kyoto: resting"
