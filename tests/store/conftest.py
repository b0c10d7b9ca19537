"""A notebook on a real file, with a clock that the test moves."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.store.notebook import Notebook


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
