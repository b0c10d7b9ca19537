"""Telling the notebook who the user is, from the settings."""

from convonote.config import Config
from convonote.store.notebook import Notebook


def introduce(notebook: Notebook, settings: Config) -> None:
    """Tell the notebook who the user is, where the settings say more than it knows."""
    me = notebook.me
    known = {(channel, value.casefold()) for channel, value in me.addresses}
    new = [one for one in settings.addresses if (one[0], one[1].casefold()) not in known]
    renamed = settings.name if settings.name != me.name else None
    if new or renamed:
        notebook.set_me(renamed, new)
