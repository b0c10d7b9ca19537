"""What was placed while the clock was ahead is placed again once it is right."""

from datetime import UTC
from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.store.turns import placing
from tests.store.conftest import Clock


def sections(notebook: Notebook) -> dict[str, Section]:
    notebook.settle()
    return {
        row.topic: row.section for section in notebook.counts() for row in notebook.turns(section)
    }


@pytest.fixture
def waiting(notebook: Notebook, ana: int) -> dict[str, Section]:
    """One of each that time moves."""
    notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana])
    notebook.say("And you?", topic="Books", channel="email", author=ana)
    late = notebook.say("Shall I?", topic="Roof", channel="email", author=ana)
    notebook.set_later(late.conversation, notebook.now() + 5 * DAY)
    notebook.say("- [ ] call by 2026-11-20", topic="Lease", channel="email", to=[ana])
    thanked = notebook.say("Thanks!", topic="Boat", channel="email", author=ana)
    notebook.set_later(thanked.conversation, notebook.now() + 5 * DAY)
    return sections(notebook)


def test_all_stands_where_it_stood(
    notebook: Notebook, clock: Clock, waiting: dict[str, Section]
) -> None:
    assert set(waiting.values()) == {Section.THEIRS, Section.MINE, Section.LATER}
    clock.pass_days(120)
    assert Section.QUIET in sections(notebook).values()
    clock.pass_days(-120)
    assert sections(notebook) == waiting
    assert notebook.doctor() == []


def test_in_a_notebook_that_is_opened_then_too(
    path: Path, notebook: Notebook, clock: Clock, waiting: dict[str, Section]
) -> None:
    clock.pass_days(120)
    sections(notebook)
    clock.pass_days(-120)
    with Notebook(path, clock=clock, zone=UTC) as opened:
        assert sections(opened) == waiting
        assert opened.doctor() == []


def test_it_is_done_once_and_not_for_clocks_that_differ_by_seconds(
    notebook: Notebook,
    clock: Clock,
    waiting: dict[str, Section],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock.pass_days(120)
    sections(notebook)
    clock.pass_days(-120)
    sections(notebook)
    placed: list[object] = []

    def place(base: object) -> int:
        placed.append(base)
        return 0

    monkeypatch.setattr(placing, "place_waiting", place)
    sections(notebook)
    clock.pass_days(-30 / 86_400)
    sections(notebook)
    assert placed == []
    clock.pass_days(-1)
    sections(notebook)
    assert len(placed) == 1
