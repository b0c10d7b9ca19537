"""Where the notebook, its settings and temporary files live.

What makes paths is imported when a path is asked for, since verbs for prompts must start fast.
"""

import os
from pathlib import Path

NOTEBOOK_VARIABLE = "CONVONOTE_NOTEBOOK"
"""The environment variable that names another notebook."""
NOTEBOOK_NAME = "notebook.convonote"


def notebook(given: str | None = None) -> Path:
    """The notebook's file: the one given, else the one in the environment, else the usual one."""
    named = given or os.environ.get(NOTEBOOK_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("convonote", appauthor=False) / NOTEBOOK_NAME


def settings() -> Path:
    """The file of settings, which need not be there."""
    import platformdirs

    return platformdirs.user_config_path("convonote", appauthor=False) / "config.toml"


def theme() -> Path:
    """The file that keeps the theme chosen on the screens; it need not be there."""
    import platformdirs

    return platformdirs.user_state_path("convonote", appauthor=False) / "theme"


def places(notebook_file: Path) -> dict[str, Path]:
    """All of these by name, for a notebook."""
    return {
        "notebook": notebook_file,
        "settings": settings(),
        "theme": theme(),
        "temporary": temporary(),
    }


def temporary() -> Path:
    """The folder in which temporary folders are made."""
    import tempfile

    return Path(tempfile.gettempdir())
