"""The pictures of `show --picture`, at the width of the terminal."""

import shutil

from convonote.cli.printing import say
from convonote.store.notebook import Notebook
from convonote.telling.picturing import glyphs_here, parts, picture_lines
from convonote.text.spans import plain


def show(book: Notebook, *, conversation: int | None = None, person: int | None = None) -> None:
    """Print who spoke when, in a conversation or with a person."""
    cells = max(40, min(200, shutil.get_terminal_size((80, 24)).columns))
    picture = book.picture(conversation=conversation, person=person, parts=parts(cells))
    if picture is None:
        return
    say(picture.title or "(no topic)")
    for line in picture_lines(picture, cells, glyphs_here(), book.now(), book.zone):
        say(plain(line).rstrip())
