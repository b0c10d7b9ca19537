"""Everything in the notebook as a folder for people: a page a conversation, and everybody's cards.

2026/2026-10-22 Kyoto trip 0a1b2c3d4e5f.md
people.vcf
"""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile

from convonote.exporting import page
from convonote.exporting.names import day_made, page_name
from convonote.exporting.pages import Written, mark_of, put, remove_others, write_page
from convonote.intake.cards.writing import PRODUCT, write_cards
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Entry

CARDS = "people.vcf"
_WINDOW = 200
"""Rows read at a time."""
_IN_MEMORY = 1 << 20


def export_folder(
    notebook: Notebook, folder: Path, *, progress: Callable[[int, int], None] | None = None
) -> Written:
    """Write all of it; what is there and the same stays, so that it can be cut short and run again.

    Raises OSError where the folder cannot be made or written.
    """
    done = Written()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept: set[str] = set()
    total = sum(notebook.counts().values())
    for conversation in _conversations(notebook):
        path = _write(notebook, conversation, folder, done)
        kept.add(f"{path.parent.name}/{path.name}")
        if progress is not None:
            progress(len(kept), max(total, len(kept)))
    remove_others(folder, kept, done)
    _write_cards(notebook, folder / CARDS, done)
    return done


def _conversations(notebook: Notebook) -> Iterator[Conversation]:
    last = 0
    while some := notebook.conversations(after=last, limit=_WINDOW):
        yield from some
        last = some[-1].id


def _write(notebook: Notebook, conversation: Conversation, folder: Path, done: Written) -> Path:
    entries = _entries(notebook, conversation)
    first = next(entries, None)
    began = first and page.moment(first.at, first.offset).date()
    day = began or day_made(conversation.uid)
    path = folder / f"{day.year:04}" / page_name(day, conversation.topic, conversation.uid)
    mark = mark_of(path)
    if mark is not None and mark.uid != conversation.uid:
        path = path.with_name(page_name(day, conversation.topic, conversation.uid, whole=True))
    path.parent.mkdir(mode=0o700, exist_ok=True)
    every = chain([] if first is None else [first], entries)
    write_page(path, conversation.uid, page.lines(conversation, every), done)
    return path


def _entries(notebook: Notebook, conversation: Conversation) -> Iterator[Entry]:
    start = 0
    while True:
        window = notebook.timeline(conversation.id, start=start, limit=_WINDOW)
        yield from window.entries
        start += len(window.entries)
        if not window.entries or start >= window.total:
            return


def _write_cards(notebook: Notebook, path: Path, done: Written) -> None:
    with SpooledTemporaryFile(_IN_MEMORY) as cards:
        for card in write_cards(notebook.cards()):
            cards.write(card.encode("utf-8", "replace"))
        put(path, cards, done, mine=_may_replace(path))


def _may_replace(path: Path) -> bool:
    """Whether nothing is there, or cards that were written by this program."""
    if not path.exists():
        return True
    with path.open("rb") as file:
        head = file.read(200)
    return not head or f"PRODID:{PRODUCT}\r\n".encode() in head
