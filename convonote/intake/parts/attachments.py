"""Writing what was attached to a message into a folder, where somebody asked for that."""

import hashlib
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from convonote.intake.parts.body import Content
from convonote.intake.parts.safe_names import numbered, safe_name
from convonote.intake.parts.telling_names import ending
from convonote.intake.records import Attachment, Incoming

_LONGEST_SUBJECT = 80
"""Bytes of a subject in the name of a folder."""
_DIRECTORY = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


def keep(record: Incoming, contents: Iterable[Content], folder: str) -> str:
    """Write each file of a message once; a line that says what could not be, or nothing.

    A file that is there already is left as it is, and nothing is ever written outside `folder`.
    """
    if not record.attachments:
        return ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        above = os.open(folder, _DIRECTORY)
    except OSError as problem:
        return f"its attachments cannot be kept in {folder}: {problem.strerror}"
    name = folder_name(record)
    try:
        return _keep_in(above, name, record.attachments, contents)
    except OSError as problem:
        return f"its attachments cannot be kept in {folder}/{name}: {problem.strerror}"
    finally:
        os.close(above)


def folder_name(record: Incoming) -> str:
    """The folder for one message: its day, its subject, and a digest that no other one has."""
    if record.at is None:
        day = "no date"
    else:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(
            microseconds=record.at, minutes=record.offset
        )
        day = f"{moment:%Y-%m-%d}"
    digest = hashlib.sha256(record.name.encode("utf-8", "replace")).hexdigest()[:12]
    return " ".join((day, safe_name(record.topic, longest=_LONGEST_SUBJECT) or "mail", digest))


def file_names(attachments: Iterable[Attachment]) -> list[str]:
    """A safe name for each file, no two the same."""
    taken: set[str] = set()
    names: list[str] = []
    for each in attachments:
        name = safe_name(each.name)
        wanted = f".{ending(each.type)}"
        # A subject may hold a dot, and is no name of a file.
        titled = each.type.startswith("message/") and not name.lower().endswith(wanted)
        if titled or "." not in name:
            name = f"{name or 'file'}{wanted}"
        names.append(numbered(name, taken))
    return names


def _keep_in(
    above: int, name: str, attachments: tuple[Attachment, ...], contents: Iterable[Content]
) -> str:
    with suppress(FileExistsError):  # It was read before.
        os.mkdir(name, 0o700, dir_fd=above)
    # A link that somebody put there leads elsewhere, and is refused.
    inside = os.open(name, _DIRECTORY | os.O_NOFOLLOW, dir_fd=above)
    try:
        for file, content in zip(file_names(attachments), contents, strict=False):
            if not _is_there(inside, file):
                _write(inside, file, content())
    finally:
        os.close(inside)
    return ""


def _is_there(folder: int, name: str) -> bool:
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(found.st_mode):
        raise FileExistsError(0, f"{name} is there, and is no file")
    return True


def _write(folder: int, name: str, content: bytes) -> None:
    """Write a whole file or none, and never over another one."""
    draft = f".{secrets.token_hex(8)}"
    file = os.open(draft, _NEW, 0o600, dir_fd=folder)
    try:
        with open(file, "wb") as stream:
            stream.write(content)
        os.link(draft, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    finally:
        os.unlink(draft, dir_fd=folder)
