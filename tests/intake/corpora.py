"""Where the mail lies that nobody here wrote."""

import os
from pathlib import Path

import pytest

CORPORA = Path(
    os.environ.get("CONVONOTE_CORPORA")
    or Path(__file__).parents[3] / "shared" / "corpora"  # Beside the checkout.
)


def corpus(name: str) -> Path:
    """A folder of real input; without it the test is skipped, saying so."""
    folder = CORPORA / name
    if not folder.is_dir():
        pytest.skip(f"no corpora at {CORPORA} (set CONVONOTE_CORPORA)")
    return folder
