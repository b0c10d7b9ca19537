"""Opening the notebook for a verb, with the settings applied."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from convonote import config, locations
from convonote.cli.printing import tell
from convonote.config import Config
from convonote.introducing import introduce
from convonote.store.notebook import Notebook


def settings() -> Config:
    """The settings; each error in them is a line on stderr, and the rest counts."""
    read = config.load(locations.settings())
    for error in read.errors:
        tell(error)
    return read


@contextmanager
def opened(
    given: str | None, read: Config | None = None, *, create: bool = True
) -> Iterator[Notebook]:
    """The notebook, settled and knowing who the user is; closed afterwards.

    One that can only be read is shown as it was left; where there is none it is made, if it may be.
    """
    read = read or settings()
    path = locations.notebook(given)
    with Notebook(
        path,
        zone=read.zone,
        chat_pause=read.chat_pause,
        quiet_after=read.quiet_after,
        quiet_after_ask=read.quiet_after_ask,
        create=create,
    ) as notebook:
        if os.access(notebook.path, os.W_OK):
            introduce(notebook, read)
            notebook.settle()
        yield notebook
