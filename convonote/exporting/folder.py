"""Everything in the notebook as a folder for people: a page a conversation, and everybody's cards.

2026/2026-10-22 Kyoto trip 0a1b2c3d4e5f.md
people.vcf
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile

from convonote.conversation.zones import day_at
from convonote.exporting import page
from convonote.exporting.names import day_made, page_name
from convonote.exporting.pages import Written, mark_of, put, remove_others, write_page
from convonote.intake.cards.writing import write_cards
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation

CARDS = "people.vcf"
_DIGEST = "X-CONVONOTE-DIGEST"
_END = b"END:VCARD\r\n"
_CHUNK = 1 << 16
_TAIL = 200
"""Bytes at the end of the cards among which the mark is."""
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
    entries = notebook.entries(conversation.id)
    first = next(entries, None)
    began = first and day_at(first.at, first.offset)
    day = began or day_made(conversation.uid)
    path = folder / f"{day.year:04}" / page_name(day, conversation.topic, conversation.uid)
    mark = mark_of(path)
    if mark is not None and mark.uid != conversation.uid:
        path = path.with_name(page_name(day, conversation.topic, conversation.uid, whole=True))
    path.parent.mkdir(mode=0o700, exist_ok=True)
    every = chain([] if first is None else [first], entries)
    write_page(path, conversation.uid, page.lines(conversation, every), done)
    return path


def _write_cards(notebook: Notebook, path: Path, done: Written) -> None:
    digest, last = sha256(), b""
    with SpooledTemporaryFile(_IN_MEMORY) as cards:
        for card in write_cards(notebook.cards()):
            digest.update(last)
            cards.write(last)
            last = card.encode("utf-8", "replace")
        if last:
            above = last.removesuffix(_END)
            digest.update(above)
            cards.write(above + _mark(digest.hexdigest()) + _END)
        put(path, cards, done, mine=_may_replace(path))


def _may_replace(path: Path) -> bool:
    """Whether nothing is there, or cards that are as they were written."""
    if not path.exists():
        return True
    digest, last = sha256(), b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            # The mark may lie across two chunks, so the end of each waits for the next.
            last += chunk
            digest.update(last[:-_TAIL])
            last = last[-_TAIL:]
    digest.update(last[: -len(_mark(digest.hexdigest()) + _END)])
    return not last or last.endswith(_mark(digest.hexdigest()) + _END)


def _mark(digest: str) -> bytes:
    """The line of the last card that tells whether anything above it was changed."""
    return f"{_DIGEST}:{digest[:40]}\r\n".encode()
