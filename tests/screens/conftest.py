"""The desk at which tests write things down."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens.composing_host import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "notebook.db")
    yield made
    made.notebook.close()
