"""Ticking the box of what is only suggested keeps it: in what came in, and in private notes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.conversation.records import Kind, PromiseState
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.notebook import Notebook
from convonote.store.promises import filing, settling
from convonote.store.writing import editing
from tests.store.mail import message, opened, receive, rows

KEPT = PromiseState.KEPT
BOXES = "Hi,\n\n- [ ] send the plan\n- [ ] call the roofer"
FIRST_TICKED = BOXES.replace("[ ] send", "[x] send")


@pytest.fixture
def base(path: Path) -> Iterator[Base]:
    with opened(path) as made:
        receive(made, [message("<a>", BOXES)])
        yield made


def states(base: Base) -> list[tuple[object, ...]]:
    return rows(base, "SELECT what, state FROM promise WHERE deleted_at IS NULL ORDER BY line")


def drawn(base: Base) -> str:
    id, text = base.rows("SELECT id, text FROM exchange")[0]
    return filing.drawn(base, id, text)


def test_in_what_came_in_a_tick_keeps_it_and_the_box_shows_that(base: Base) -> None:
    editing.edit(base, base.value("SELECT id FROM exchange"), FIRST_TICKED)
    assert states(base) == [("send the plan", "kept"), ("call the roofer", "suggested")]
    assert drawn(base) == FIRST_TICKED
    said = base.row("SELECT person, standing FROM settling")
    assert said == (base.me, "taken")
    undoing.undo(base)
    assert states(base) == [("send the plan", "suggested"), ("call the roofer", "suggested")]
    assert drawn(base) == BOXES


def test_emptied_again_it_is_open_and_a_key_ticks_the_same_box(base: Base) -> None:
    exchange = base.value("SELECT id FROM exchange")
    editing.edit(base, exchange, FIRST_TICKED)
    editing.edit(base, exchange, BOXES)
    assert states(base)[0] == ("send the plan", "open")
    settling.settle(base, base.value("SELECT id FROM promise WHERE line = 2"), KEPT)
    assert drawn(base) == FIRST_TICKED


def test_a_tick_in_a_private_note_keeps_it_too(notebook: Notebook) -> None:
    said = notebook.say("- [ ] buy tiles", topic="Roof", channel="other", kind=Kind.NOTE)
    notebook.edit(said.exchange, "- [x] buy tiles")
    assert [each.what for each in notebook.promises(states=[KEPT])] == ["buy tiles"]
