"""Opening the notebook as the settings have it, and telling it who the user is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from convonote.config import Config
from convonote.store.notebook import Notebook


@contextmanager
def introduced(path: Path, settings: Config, *, create: bool = True) -> Iterator[Notebook]:
    """The notebook, knowing who the user is where it can be written; closed afterwards."""
    with Notebook(
        path,
        zone=settings.zone,
        chat_pause=settings.chat_pause,
        quiet_after=settings.quiet_after,
        quiet_after_ask=settings.quiet_after_ask,
        create=create,
    ) as notebook:
        if os.access(notebook.path, os.W_OK):
            introduce(notebook, settings)
        yield notebook


def introduce(notebook: Notebook, settings: Config) -> None:
    """Tell the notebook who the user is, where the settings say more than it knows."""
    me = notebook.me
    known = {(channel, value.casefold()) for channel, value in me.addresses}
    new = [one for one in settings.addresses if (one[0], one[1].casefold()) not in known]
    renamed = settings.name if settings.name != me.name else None
    if new or renamed:
        notebook.set_me(renamed, new)
