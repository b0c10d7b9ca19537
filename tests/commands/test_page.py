"""The manual's table of keys."""

from pathlib import Path

from convonote.commands import COMMANDS, TITLES
from convonote.commands.page import page

PAGE = Path(__file__).parent.parent.parent / "docs" / "keys.md"


def test_the_manuals_table_is_what_the_registry_says() -> None:
    wrong = "run: python -m convonote.commands > docs/keys.md"
    assert PAGE.read_text(encoding="utf-8") == page(), wrong


def test_it_names_every_command_and_every_screen() -> None:
    written = page()
    assert all(f"| `{command.id}` |" in written for command in COMMANDS)
    assert all(f"## {title}\n" in written for title in TITLES.values())
