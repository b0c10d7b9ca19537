"""Exports of a notebook, packed or not, which are restored rather than imported."""

from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from convonote.importing.result import ImportResult
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


def restore_file(notebook: Notebook, path: str | Path) -> ImportResult:
    """Take in an export from a file; raises SourceError where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return restore(notebook, file, str(path))
    except OSError as problem:
        raise SourceError(cannot_read(path, problem)) from None


def restore(notebook: Notebook, file: BinaryIO, source: str) -> ImportResult:
    """Take in the lines of an export; what is there already stays."""
    from convonote.store.exporting.restore import read_lines

    result = ImportResult()
    lines = read_lines(_lines(file, source, result), source)
    result.received = notebook.restore(lines, source=source, refused=result.refused.append)
    return result


def _lines(file: BinaryIO, source: str, result: ImportResult) -> Iterator[bytes]:
    """The lines, unpacked where they are packed, as far as that can be done."""
    packed = isinstance(file, BufferedReader) and compressed_with(file.peek(64))
    try:
        yield from BufferedReader(Unpacked(file)) if packed else file
    except UnpackError as problem:
        result.refused.append(Refused(source, str(problem)))
