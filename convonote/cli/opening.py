"""Opening the notebook for a verb, with the settings applied."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from convonote import config, locations
from convonote.cli.printing import tell
from convonote.config import Config
from convonote.introducing import introduced
from convonote.store.notebook import Notebook

DONE_ALL_THE_SAME = "the change is in the notebook all the same, so do not repeat it"


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
    with introduced(path, read, create=create) as notebook:
        if os.access(notebook.path, os.W_OK):
            notebook.settle()
        before = notebook.written()
        try:
            yield notebook
            # While it is still open, it can be told what the output would have said.
            sys.stdout.flush()
        except OSError as error:
            unread = isinstance(error, BrokenPipeError) or error.filename is not None
            if unread or notebook.written() == before:
                raise
            raise OSError(error.errno, f"{error.strerror}; {DONE_ALL_THE_SAME}") from error
