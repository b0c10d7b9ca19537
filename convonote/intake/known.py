"""What was taken in before, so that only what changed is read again."""

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence

from convonote.intake.mail.kept_as import Flags
from convonote.intake.records import Taken

LookUp = Callable[[str, Sequence[str]], Mapping[str, Taken]]
"""Gives what was taken in of a folder, by name, for some of the names in it."""

_TAIL = 4096
"""Bytes by which the beginning of a file that only grew is known."""


def nothing_known(folder: str, names: Sequence[str]) -> Mapping[str, Taken]:
    """What is looked up where everything is to be read again."""
    return {}


def tells_more(flags: Flags, taken: Taken) -> bool:
    """Whether the place says something of a message that it did not say then."""
    return (flags.mine and not taken.mine) or (taken.draft and not flags.draft)


def is_unchanged(state: os.stat_result, flags: Flags, taken: Taken) -> bool:
    """Whether a file is as it was when it was read to its end."""
    return (
        taken.size == taken.upto == state.st_size
        and taken.modified == state.st_mtime_ns
        and not tells_more(flags, taken)
    )


def has_grown(file: int, state: os.stat_result, flags: Flags, taken: Taken) -> bool:
    """Whether an mbox, given by its descriptor, only had messages added behind those known."""
    if not 0 < taken.upto < state.st_size or not taken.tail or tells_more(flags, taken):
        return False
    behind = os.pread(file, _TAIL, taken.upto).lstrip(b"\r\n")
    return behind.startswith(b"From ") and tail(file, taken.upto) == taken.tail


def tail(file: int, upto: int) -> bytes:
    """A digest of the bytes of a file before a place."""
    start = max(0, upto - _TAIL)
    return hashlib.blake2b(os.pread(file, upto - start, start), digest_size=16).digest()


def taken(path: str, state: os.stat_result, flags: Flags, *, idle: bool = False) -> Taken:
    """A file that was read to its end; `idle`: and nothing was in it."""
    folder, name = os.path.split(os.path.abspath(path))
    return Taken(
        folder,
        name,
        state.st_size,
        state.st_mtime_ns,
        flags.draft,
        flags.mine,
        state.st_size,
        idle=idle,
    )
