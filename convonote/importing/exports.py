"""Exports of a notebook, packed or not, which are restored rather than imported."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from convonote.importing.progress import Progress
from convonote.importing.result import ImportResult, OnProgress, Stopped
from convonote.intake.formats import (
    HEAD,
    Format,
    SourceError,
    cannot_read,
    recognise,
    recognise_head,
)
from convonote.intake.records import Refused
from convonote.intake.sources import STDIN
from convonote.intake.unpacking import Unpacked, UnpackError, compressed_with, first_unpacked
from convonote.store.notebook import Notebook

TOLD = 200
"""Lines between two times of telling how far it is."""


def is_export(source: str | Path) -> bool:
    """Whether a source is an export of a notebook, packed or not: it is restored, not imported."""
    if str(source) == STDIN:
        return False
    kind = recognise(source)
    if kind is not Format.COMPRESSED:
        return kind is Format.EXPORT
    try:
        with open(source, "rb") as file:
            return recognise_head(first_unpacked(file, HEAD)) is Format.EXPORT
    except OSError as problem:
        raise SourceError(cannot_read(source, problem)) from None


def restore_file(
    notebook: Notebook, path: str | Path, *, on_progress: OnProgress | None = None
) -> ImportResult:
    """Take in an export from a file; raises SourceError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            return restore(notebook, file, str(path), size=size, on_progress=on_progress)
    except OSError as problem:
        raise SourceError(cannot_read(path, problem)) from None


def restore(
    notebook: Notebook,
    file: BinaryIO,
    source: str,
    *,
    size: int = 0,
    on_progress: OnProgress | None = None,
) -> ImportResult:
    """Take in the lines of an export of so many bytes, if that is known; what is there stays.

    What came in before `on_progress` stopped it stays, and the same export goes on from there.
    """
    from convonote.store.exporting.restore import read_lines

    result = ImportResult(restoring=True, progress=Progress(total=size))
    lines = read_lines(_told(_lines(file, source, result), result, on_progress), source)
    with suppress(Stopped):
        result.received = notebook.restore(lines, source=source, refused=result.refused.append)
        return result
    result.stopped = True
    return result


def _lines(file: BinaryIO, source: str, result: ImportResult) -> Iterator[bytes]:
    """The lines, unpacked where they are packed, as far as that can be done."""
    progress = result.progress
    if not (isinstance(file, BufferedReader) and compressed_with(file.peek(64))):
        for line in file:
            progress.done += len(line)
            yield line
        return
    unpacked = Unpacked(file)
    try:
        for line in BufferedReader(unpacked):
            progress.done = unpacked.read_in
            yield line
    except UnpackError as problem:
        result.refused.append(Refused(source, str(problem)))


def _told(
    lines: Iterable[bytes], result: ImportResult, on_progress: OnProgress | None
) -> Iterator[bytes]:
    """The same lines, while it is told now and then how many there were."""
    for number, line in enumerate(lines, 1):
        yield line
        result.progress.messages = number
        if on_progress is not None and number % TOLD == 0:
            on_progress(result)
