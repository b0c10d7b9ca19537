"""Which themes the screens have, and the one that was chosen last, which this machine keeps.

The settings name one for good; the file here is written when one is chosen on the screens.
"""

import os
from collections.abc import Mapping
from pathlib import Path

DEFAULT = "terminal"
"""The terminal's own colours."""
THEMES: Mapping[str, str] = {
    DEFAULT: "the terminal's own colours",
    "light": "dark text on a light ground",
    "dark": "light text on a dark ground",
    "contrast": "high contrast, bright on black",
}
"""Their names, and what they are."""


def chosen(file: Path) -> str:
    """The theme that was chosen last; the default where none was, or the file says nothing."""
    try:
        name = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return DEFAULT
    return name if name in THEMES else DEFAULT


def choose(file: Path, name: str) -> None:
    """Keep a choice for the next start; raises OSError where it cannot be kept."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    beside.write_text(f"{name}\n", encoding="utf-8")
    beside.replace(file)
