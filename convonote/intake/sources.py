"""Where mail is read from: mboxes, Maildirs, message files, folders of them, standard input."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from convonote.intake.folders import Found, files_in, flags_of
from convonote.intake.formats import (
    Format,
    SourceError,
    cannot_read,
    no_message,
    recognise,
    recognise_head,
)
from convonote.intake.mbox import LARGEST_MESSAGE, split_mbox
from convonote.intake.message import Flags, RawMessage, parse_found
from convonote.intake.records import Incoming, Refused, Skipped

__all__ = ["STDIN", "Format", "SourceError", "find", "measure", "read", "recognise"]

STDIN = "-"
"""The source that stands for standard input."""

Progress = Callable[[int], None]
"""Is told how many bytes more have been read."""

_MOZILLA = re.compile(rb"^X-Mozilla-Status: ([0-9a-f]{4})", re.M | re.I)
_X_STATUS = re.compile(rb"^X-Status: ([A-Z]+)", re.M)
_EXPUNGED = 0x0008


def read(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Iterator[Incoming | Refused | Skipped]:
    """Every message in the sources, one at a time; raises SourceError for one that is not mail."""
    for found in find(sources, stdin=stdin, progress=progress):
        if isinstance(found, RawMessage):
            yield parse_found(found)
        else:
            yield found


def find(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Iterator[RawMessage | Refused | Skipped]:
    """As `read`, with the messages not yet parsed, so that another process can do it."""
    told = progress or (lambda _: None)
    for source in sources:
        if str(source) == STDIN:
            yield from _from_stdin(stdin, told)
        else:
            yield from _from_path(Path(source), told)


def measure(sources: Sequence[str | Path]) -> int:
    """The bytes that reading the sources will report; what cannot be looked at counts nothing."""
    total = 0
    for source in sources:
        path = Path(source)
        if path.is_dir():
            total += sum(_size(found.path) for found in files_in(path))
        elif str(source) != STDIN:
            total += _size(path)
    return total


def _from_stdin(stdin: BinaryIO | None, told: Progress) -> Iterator[RawMessage | Refused]:
    if stdin is None:
        raise SourceError("- stands for standard input, and there is none")
    raw = stdin.read(LARGEST_MESSAGE)
    told(len(raw))
    if raw.startswith(b"From ") and b"\n" in raw:
        # Mail programs that pipe a message often leave its separator on it.
        raw = raw[raw.index(b"\n") + 1 :]
    yield RawMessage("standard input", 0, raw)


def _from_path(path: Path, told: Progress) -> Iterator[RawMessage | Refused | Skipped]:
    kind = recognise(path)
    if kind in (Format.MAILDIR, Format.FOLDER):
        yield from _from_folder(path, kind, told)
    elif kind is Format.MBOX:
        yield from _from_mbox(path, _around(path), told)
    elif kind is Format.EXPORT:
        raise SourceError(f"{path} is an export of convonote, not mail: import it by itself")
    elif kind is Format.MESSAGE:
        yield from _from_file(Found(path, _around(path), 0), told)
    elif kind is Format.EMPTY and path.suffix.lower() == ".eml":
        yield Refused(str(path), "it is empty")
    elif kind is Format.EMPTY:
        raise SourceError(f"{path} is empty: there is no mail in it")
    else:
        raise SourceError(no_message(path))


def _from_folder(
    folder: Path, kind: Format, told: Progress
) -> Iterator[RawMessage | Refused | Skipped]:
    mail = 0
    skipped = 0
    try:
        for found in files_in(folder):
            for one in _from_file(found, told):
                skipped += isinstance(one, Skipped)
                mail += not isinstance(one, Skipped)
                yield one
    except OSError as problem:
        raise SourceError(cannot_read(folder, problem)) from None
    if not mail and kind is Format.FOLDER:
        held = f"its {skipped} files are no messages" if skipped else "it is empty"
        raise SourceError(f"no mail in {folder}: {held}; give a folder with an mbox or .eml files")


def _from_file(found: Found, told: Progress) -> Iterator[RawMessage | Refused | Skipped]:
    """What one file holds; it is read as a whole only where it is a message."""
    path = found.path
    if found.trashed:
        told(_size(path))
        yield Skipped(str(path))
        return
    try:
        with open(path, "rb") as file:
            head = file.read(1024)
            kind = recognise_head(head, path.name)
            whole = found.message or kind is Format.MESSAGE
            raw = head + file.read(LARGEST_MESSAGE - len(head)) if whole else head
    except OSError as problem:
        yield Refused(str(path), cannot_read(path, problem).removeprefix(f"{path} "))
        return
    if kind is Format.MBOX and not found.message:
        yield from _from_mbox(path, found.flags, told)
        return
    told(_size(path))
    if whole:
        yield RawMessage(str(path), found.place, raw, found.flags)
    else:
        yield Skipped(str(path))


def _from_mbox(
    path: Path, flags: Flags, told: Progress
) -> Iterator[RawMessage | Refused | Skipped]:
    before = 0
    try:
        with open(path, "rb") as file:
            for place, (raw, separator, done, last) in enumerate(split_mbox(file)):
                source = f"{path}:{place + 1}"
                told(done - before)
                before = done
                gone, draft = _status(raw)
                if gone:
                    yield Skipped(source)
                else:
                    kept_as = Flags(flags.draft or draft, flags.mine)
                    yield RawMessage(source, place, raw, kept_as, separator, last)
    except OSError as problem:
        yield Refused(str(path), cannot_read(path, problem).removeprefix(f"{path} "))


def _status(raw: bytes) -> tuple[bool, bool]:
    """Whether a message in an mbox was deleted by its owner, and whether it is a draft."""
    head = raw[: max(0, raw.find(b"\n\n", 0, 65_536))] or raw[:4096]
    mozilla = _MOZILLA.search(head)
    status = _X_STATUS.search(head)
    marks = status[1] if status else b""
    expunged = mozilla is not None and int(mozilla[1], 16) & _EXPUNGED != 0
    return expunged or b"D" in marks, b"T" in marks


def _around(path: Path) -> Flags:
    """What the folders around a single file say about it."""
    parts = path.absolute().parts[-4:]
    flags = Flags()
    for part in parts:
        flags = flags_of(Path(part), flags)
    if path.parent.name == "cur" and ":2," in path.name:
        flags = Flags(flags.draft or "D" in path.name.rpartition(":2,")[2], flags.mine)
    return flags


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
