"""Where things are read from: mboxes, Maildirs, cards, chats, folders of them, standard input."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import BinaryIO

from convonote.intake.content import Content, Item, Manner, read_content
from convonote.intake.files import read_file, size_of
from convonote.intake.folders import Found, Unchanged, files_in, flags_of
from convonote.intake.formats import (
    Format,
    SourceError,
    cannot_read,
    no_message,
    recognise,
)
from convonote.intake.known import LookUp, is_unchanged, nothing_known
from convonote.intake.mail.kept_as import Flags
from convonote.intake.records import Refused, Skipped, Taken

__all__ = ["STDIN", "Format", "Reading", "SourceError", "find", "holds", "measure", "recognise"]

STDIN = "-"
"""The source that stands for standard input."""


@dataclass(slots=True)
class Reading:
    """How sources are read, and what is noted of that."""

    stdin: BinaryIO | None = None
    look_up: LookUp = nothing_known
    """What was taken in before; what is known and unchanged is not read."""
    keep_in: str | None = None
    """The folder for what is attached to messages, if that is wanted."""
    zone: tzinfo | None = None
    """By whose clock the lines of a chat are; the machine's own if None."""
    done: int = 0
    """Bytes read so far."""
    unchanged: int = 0
    """Files that were not read, since nothing changed in them."""

    @property
    def manner(self) -> Manner:
        """What is the same for every file."""
        return Manner(self._told, self.keep_in, self.zone)

    def _told(self, read: int) -> None:
        self.done += read


def find(sources: Sequence[str | Path], reading: Reading | None = None) -> Iterator[Item | Taken]:
    """Everything in the sources, one at a time; raises SourceError for one that holds nothing.

    The messages are not yet parsed, so that another process can do it. Behind what a file holds
    stands what is to be noted of it.
    """
    reading = reading or Reading()
    for source in sources:
        if str(source) == STDIN:
            yield from _from_stdin(reading)
        else:
            yield from _from_path(os.fspath(source), reading)


def holds(item: Item | Taken) -> bool:
    """Whether something was found by it that is read, or claims to be."""
    return not isinstance(item, Skipped) and not (isinstance(item, Taken) and item.idle)


def measure(sources: Sequence[str | Path], reading: Reading | None = None) -> int:
    """The bytes that reading the sources will tell of."""
    look_up = reading.look_up if reading else nothing_known
    total = 0
    for source in sources:
        if str(source) == STDIN:
            continue
        path = os.fspath(source)
        try:
            found = files_in(path, look_up) if os.path.isdir(path) else [_named(path, look_up)]
            total += sum(size_of(one) for one in found if isinstance(one, Found))
        except OSError:
            continue  # Reading it will say what is wrong with it.
    return total


def _from_stdin(reading: Reading) -> Iterator[Item]:
    if reading.stdin is None:
        raise SourceError("- stands for standard input, and there is none")
    shown = "standard input"
    content = Content(
        reading.stdin,
        shown,
        "",
        reading.manner,
        whole=True,
        named=True,
    )
    held = 0
    for item in read_content(content):
        held += holds(item)
        yield item
    if not held:
        raise SourceError(f"there is no mail, card or chat on {shown}")


def _from_path(path: str, reading: Reading) -> Iterator[Item | Taken]:
    kind = recognise(path)
    if kind in (Format.MAILDIR, Format.FOLDER):
        yield from _from_folder(path, kind, reading)
        return
    try:
        found = _named(path, reading.look_up)
    except OSError as problem:
        raise SourceError(cannot_read(path, problem)) from None
    if isinstance(found, Unchanged):
        reading.unchanged += found.files
        return
    if kind is Format.EMPTY and found.taken is None:
        if path.lower().endswith(".eml"):
            yield Refused(path, "it is empty")
            return
        raise SourceError(f"{path} is empty: there is no mail in it")
    if kind is Format.EXPORT:
        raise SourceError(f"{path} is an export of convonote, not mail: import it by itself")
    if kind is Format.UNKNOWN:
        raise SourceError(no_message(path))
    held = 0
    for item in read_file(found, reading.manner, named=True):
        held += holds(item)
        yield item
    if not held and kind in (Format.COMPRESSED, Format.ZIP):
        raise SourceError(f"{path} is packed, and there is no mail, card or chat in it")


def _from_folder(folder: str, kind: Format, reading: Reading) -> Iterator[Item | Taken]:
    held = skipped = 0
    try:
        for found in files_in(folder, reading.look_up):
            if isinstance(found, Unchanged):
                reading.unchanged += found.files
                held += found.files - found.idle
                skipped += found.idle
            elif isinstance(found, Refused):
                yield found
            else:
                for item in read_file(found, reading.manner):
                    skipped += isinstance(item, Skipped)
                    held += holds(item)
                    yield item
    except OSError as problem:
        raise SourceError(cannot_read(folder, problem)) from None
    if not held and kind is Format.FOLDER:
        what = f"its {skipped} files are no messages" if skipped else "it is empty"
        raise SourceError(f"no mail in {folder}: {what}; give a folder with an mbox or .eml files")


def _named(path: str, look_up: LookUp) -> Found | Unchanged:
    """A file that was named by itself; OSError where it cannot be looked at."""
    state = os.stat(path)
    flags = _around(path)
    folder, name = os.path.split(os.path.abspath(path))
    taken = look_up(folder, [name]).get(name)
    if taken is not None and taken.idle:
        # In a folder its name may have told that it is nothing to be read.
        taken = None
    if taken is not None and is_unchanged(state, flags, taken):
        return Unchanged(1)
    return Found(path, flags, 0, state, taken)


def _around(path: str) -> Flags:
    """What the folders around a single file say about it."""
    *folders, name = Path(os.path.abspath(path)).parts[-4:]
    flags = Flags()
    for part in (*folders, name):
        flags = flags_of(part, flags)
    draft = folders[-1:] == ["cur"] and "D" in name.partition(":2,")[2]
    return Flags(flags.draft or draft, flags.mine)
