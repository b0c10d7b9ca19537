"""A folder of pages that knows which of them it wrote, and whether somebody has changed them since.

The last line of a page names what it is of, and has a digest of what stands above. A page that
was changed by hand is left as it is, and so is every file that has no such line.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

PART = ".convonote.part"
"""The name under which a file is written before it gets its own."""
_MARK = re.compile(rb"<!-- convonote (?P<uid>[0-9a-f-]{36}) (?P<digest>[0-9a-f]{64}) -->\n\Z")
_MARK_BYTES = 200
_IN_MEMORY = 1 << 20
_CHUNK = 1 << 16


@dataclass(slots=True)
class Written:
    """What writing into a folder did."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    left: list[Path] = field(default_factory=list)
    """Files that are in the way or were changed by hand, and are as they were."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The last line of a page."""

    uid: str
    digest: str


def mark_of(path: Path) -> Mark | None:
    """What the last line of a file says; None for a file that is no page of ours."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _MARK_BYTES))
            found = _MARK.search(file.read())
    except (FileNotFoundError, IsADirectoryError):
        return None
    return Mark(found["uid"].decode(), found["digest"].decode()) if found else None


def write_page(path: Path, uid: str, lines: Iterable[str], done: Written) -> None:
    """Write a page, unless it is there already or somebody changed it since."""
    digest = sha256()
    with SpooledTemporaryFile(_IN_MEMORY) as page:
        for line in _ended(lines):
            digest.update(line)
            page.write(line)
        page.write(f"<!-- convonote {uid} {digest.hexdigest()} -->\n".encode())
        mine = not path.exists() or is_untouched(path)
        put(path, page, done, mine=mine)


def put(path: Path, content: IO[bytes], done: Written, *, mine: bool) -> None:
    """Have a file hold this, for its owner alone; one that holds it already is not written."""
    if path.exists() and _same(path, content):
        done.unchanged += 1
    elif not mine:
        done.left.append(path)
    else:
        part = path.with_name(PART)
        part.unlink(missing_ok=True)
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
                content.seek(0)
                while chunk := content.read(_CHUNK):
                    file.write(chunk)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        done.written += 1


def is_untouched(path: Path) -> bool:
    """Whether a file is a page as it was written."""
    mark = mark_of(path)
    if mark is None:
        return False
    left = path.stat().st_size - len(f"<!-- convonote {mark.uid} {mark.digest} -->\n")
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(min(_CHUNK, left)):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest() == mark.digest


def remove_others(folder: Path, kept: set[str], done: Written) -> None:
    """Remove the pages of what is there no longer, or bears another name now."""
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]/*.md")):
        if f"{path.parent.name}/{path.name}" in kept or mark_of(path) is None:
            continue
        if is_untouched(path):
            path.unlink()
            done.removed += 1
        else:
            done.left.append(path)


def _ended(lines: Iterable[str]) -> Iterator[bytes]:
    for line in chain(lines, [""]):
        yield f"{line}\n".encode("utf-8", "replace")


def _same(path: Path, content: IO[bytes]) -> bool:
    content.seek(0)
    try:
        with path.open("rb") as file:
            while chunk := content.read(_CHUNK):
                if file.read(len(chunk)) != chunk:
                    return False
            return not file.read(1)
    except IsADirectoryError:
        return False
