"""Texts that nobody here wrote; the tests that read them are skipped where they are absent."""

import json
import os
from pathlib import Path

import pytest

PLACE = Path(
    os.environ.get("CONVONOTE_CORPORA") or Path(__file__).parents[3] / "shared" / "corpora"
)


def naughty_strings() -> list[str]:
    """Return the big list of naughty strings."""
    strings: list[str] = json.loads(_text("strings/blns/blns.json"))
    return strings


def markdown_examples() -> list[str]:
    """Return the source of every example of CommonMark and of the extensions."""
    examples = json.loads(_text("markdown/markdown-it-py/commonmark.json"))
    sources = [example["markdown"] for example in examples]
    for name in ("tables", "strikethrough", "tasklists", "xss", "issue-fixes", "fatal"):
        parts = _text(f"markdown/markdown-it-py/fixtures/{name}.md").split("\n.\n")
        sources.extend(parts[1::3])
    return sources


def _text(name: str) -> str:
    path = PLACE / name
    if not path.is_file():
        pytest.skip(f"the corpora are not at {PLACE}; CONVONOTE_CORPORA says where they are")
    return path.read_text(encoding="utf-8")
