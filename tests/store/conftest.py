"""A notebook on a real file, with a clock that the test moves."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.store.base import Base
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from tests.store.mail import NOW, opened


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = int(datetime(2026, 11, 2, 9, tzinfo=UTC).timestamp()) * 1_000_000

    def __call__(self) -> int:
        self.at += 1_000_000  # No two things happen at once.
        return self.at

    def pass_days(self, days: float) -> None:
        self.at += int(days * DAY)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "notebook.db"


@pytest.fixture
def notebook(path: Path, clock: Clock) -> Iterator[Notebook]:
    with Notebook(path, clock=clock, zone=UTC) as opened:
        yield opened


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return notebook.add_person("Ana Lima").id


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with opened(tmp_path / "notebook.db") as made:
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Base]:
    """An empty notebook, in which nobody has said who they are."""
    made = open_base(tmp_path / "other.db", clock=lambda: NOW, zone=UTC, create=True)
    yield made
    made.close()
