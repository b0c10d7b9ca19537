"""One file: what it holds, and from where an mbox that only grew is to be read on."""

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from convonote.intake.content import Content, Item, Manner, read_content, read_mbox
from convonote.intake.folders import Found, is_now_at
from convonote.intake.formats import HEAD, Format, cannot_read, recognise_head
from convonote.intake.known import has_grown, tail, taken
from convonote.intake.mail.kept_as import Flags
from convonote.intake.mail.message import RawMessage
from convonote.intake.mbox import LARGEST_MESSAGE
from convonote.intake.records import Refused, Skipped, Taken
from convonote.intake.unpacking import compressed_with

_NOTED_EVERY = 1 << 20
"""Bytes of an mbox after which it is noted how far it was taken in."""


def read_file(found: Found, manner: Manner, *, named: bool = False) -> Iterator[Item | Taken]:
    """What a file holds, and behind it what is to be noted once that is stored."""
    if found.trashed:
        manner.told(size_of(found))
        yield Skipped(found.path)
        return
    try:
        if found.mark is not None:
            yield from _from_maildir(found, found.mark, manner)
        else:
            yield from _from_file(found, manner, named)
    except FileNotFoundError:
        # It has gone since it was listed; in a Maildir it may have other flags now.
        moved = is_now_at(found.path) if found.mark is not None else None
        if moved is not None:
            yield from read_file(replace(found, path=moved), manner)
    except OSError as problem:
        yield Refused(found.path, cannot_read(found.path, problem).removeprefix(f"{found.path} "))


def size_of(found: Found) -> int:
    """The bytes that reading a file will tell of; what cannot be looked at counts nothing."""
    try:
        size = (found.state or os.stat(found.path)).st_size
        if found.state is None or found.taken is None:
            return size
        with open(found.path, "rb") as file:
            grown = has_grown(file.fileno(), found.state, found.flags, found.taken)
        return size - found.taken.upto if grown else size
    except OSError:
        return 0


def _from_maildir(found: Found, mark: Taken, manner: Manner) -> Iterator[Item | Taken]:
    with open(found.path, "rb", buffering=0) as file:
        state = os.fstat(file.fileno())
        raw = file.read(min(state.st_size, LARGEST_MESSAGE))
        if compressed_with(raw):
            file.seek(0)
            yield from read_content(replace(_content(found, file, state, manner), message=True))
        else:
            manner.told(state.st_size)
            yield RawMessage(
                found.path,
                found.place,
                raw,
                Flags(found.flags.draft, found.flags.mine),
                modified=state.st_mtime_ns // 1000,
                keep_in=manner.keep_in,
            )
    yield mark


def _from_file(found: Found, manner: Manner, named: bool) -> Iterator[Item | Taken]:
    with open(found.path, "rb") as file:
        state = os.fstat(file.fileno())
        content = replace(_content(found, file, state, manner), named=named)
        head = file.read(HEAD)
        file.seek(0)
        if recognise_head(head, content.name, named=named) is Format.MBOX:
            yield from _from_mbox(content, state, found.taken)
            return
        held = 0
        for item in read_content(content):
            held += not isinstance(item, Skipped)
            yield item
    # What was named by itself is read whatever its name, and is told of each time.
    if held or not named:
        yield taken(found.path, state, found.flags, idle=not held)


def _from_mbox(
    content: Content, state: os.stat_result, before: Taken | None
) -> Iterator[Item | Taken]:
    """The messages of an mbox, and now and then how far it was read."""
    file = content.stream.fileno()
    start = number = 0
    if before is not None and has_grown(file, state, content.flags, before):
        start, number = before.upto, before.messages
        content.stream.seek(start)
    noted = end = start
    mark = taken(content.source, state, content.flags)
    for item, cut in read_mbox(replace(content, first=number)):
        begun, end = start + cut.start, start + cut.done
        # What may be cut short at the end of the file is to be read again.
        if begun > noted and (cut.last or begun - noted >= _NOTED_EVERY):
            noted = begun
            yield mark._replace(upto=begun, messages=number, tail=tail(file, begun))
        number += 1
        yield item
    yield mark._replace(upto=end, messages=number, tail=tail(file, end), unless_refused=True)


def _content(found: Found, file: BinaryIO, state: os.stat_result, manner: Manner) -> Content:
    return Content(
        file,
        found.path,
        os.path.basename(found.path),
        manner,
        flags=Flags(found.flags.draft, found.flags.mine),
        place=found.place,
        modified=state.st_mtime_ns // 1000,
        size=state.st_size,
    )
