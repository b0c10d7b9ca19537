"""What lies in a folder tree: message files, mboxes and Maildirs, in an order that stays.

Files that are known and unchanged are counted only; even a folder of a million of them is listed
piece by piece.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from convonote.intake.formats import cannot_read
from convonote.intake.known import LookUp, is_unchanged, nothing_known, tells_more
from convonote.intake.mail.folder_names import keeps_drafts, keeps_sent, keeps_unwanted
from convonote.intake.mail.kept_as import Flags
from convonote.intake.records import Refused, Taken

_ENDINGS = (".mbox", ".mbx", ".mbs", ".eml", ".sbd")
_PASSED_BY = (".notmuch", ".git")
"""Folders that programs keep their own things in."""
_AT_ONCE = 200_000
"""Names of one folder that are held at once."""
_LOOKED_UP = 2_000
"""Names that are looked up at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file in a folder, before it is opened."""

    path: str
    flags: Flags
    place: int
    """Its place among the files of its folder."""
    state: os.stat_result | None = None
    """None in a Maildir, where a file never changes."""
    taken: Taken | None = None
    """What was taken in of it before."""
    mark: Taken | None = None
    """In a Maildir: what is to be noted once it is taken in."""
    trashed: bool = False
    """Its owner has deleted it or it is no mail to them, though it is still there."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """So many files that need not be read."""

    files: int
    idle: int = 0
    """How many of them hold nothing that is read."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a tree."""

    path: str
    flags: Flags
    maildir: bool


_Key = tuple[int, str]
Files = Iterator[Found | Unchanged | Refused]


def files_in(root: str | Path, look_up: LookUp = nothing_known) -> Files:
    """All files below a folder; OSError where the folder itself is closed."""
    for folder in _folders(os.path.abspath(root)):
        if isinstance(folder, Refused):
            yield folder
        elif folder.maildir:
            yield from _messages(folder, look_up)
        else:
            yield from _files(folder, look_up)


def flags_of(name: str, around: Flags) -> Flags:
    """What the name of a folder, or of an mbox, says about the messages in it."""
    # A single message may be about anything: `spam.eml` was kept by its owner.
    single = name.endswith(".eml")
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    # A folder of a Maildir has those above it in its name.
    last = name.rpartition(".")[2] if name.startswith(".") else name
    return Flags(
        draft=around.draft or keeps_drafts(name) or keeps_drafts(last),
        mine=around.mine or keeps_sent(name) or keeps_sent(last),
        unwanted=around.unwanted or (not single and (keeps_unwanted(name) or keeps_unwanted(last))),
    )


def base_name(name: str) -> str:
    """The name of a file in a Maildir without its flags, which change."""
    return name.partition(":2,")[0]


def is_now_at(path: str) -> str | None:
    """Where a file of a Maildir is that was given other flags, or moved, since it was listed."""
    inside, name = os.path.split(path)
    for part in ("cur", "new"):
        folder = os.path.join(os.path.dirname(inside), part)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if base_name(entry.name) == base_name(name):
                        return entry.path
        except OSError:
            continue
    return None


def _folders(root: str) -> Iterator[Folder | Refused]:
    """The folders of a tree, each once, wherever links lead."""
    top = flags_of(os.path.basename(root), Flags())
    # What was named is wanted, whatever its name says.
    waiting = [(root, replace(top, unwanted=False))]
    been: set[tuple[int, int]] = set()
    while waiting:
        path, flags = waiting.pop()
        try:
            state = os.stat(path)
            if (state.st_dev, state.st_ino) in been:
                continue
            been.add((state.st_dev, state.st_ino))
            with os.scandir(path) as entries:
                below = sorted(entry.name for entry in entries if _is_folder(entry))
        except FileNotFoundError:
            if path == root:
                raise
            continue
        except OSError as problem:
            if path == root:
                raise
            yield Refused(path, cannot_read(path, problem))
            continue
        maildir = "cur" in below and ("new" in below or "tmp" in below)
        yield Folder(path, flags, maildir)
        if maildir:
            below = [name for name in below if name not in ("cur", "new", "tmp")]
        waiting += [(os.path.join(path, name), flags_of(name, flags)) for name in reversed(below)]


def _messages(folder: Folder, look_up: LookUp) -> Files:
    """What was delivered to a Maildir; `tmp` is not yet delivered."""
    place = 0
    for part in ("cur", "new"):
        path = os.path.join(folder.path, part)
        try:
            for names in _listed(path, _by_name, _is_message):
                known = look_up(folder.path, [base_name(name) for name in names])
                yield from _changed(folder, part, names, known, place)
                place += len(names)
        except FileNotFoundError:
            continue  # Some keep no `new`.
        except OSError as problem:
            yield Refused(path, cannot_read(path, problem))


def _changed(
    folder: Folder, part: str, names: list[str], known: Mapping[str, Taken], place: int
) -> Files:
    """Those of some messages of a Maildir that are to be looked at."""
    unchanged = 0
    around = folder.flags
    for number, name in enumerate(names, place):
        base, _, marks = name.partition(":2,")
        flags = around
        if "D" in marks and not around.draft:
            flags = Flags(True, around.mine, around.unwanted)
        taken = known.get(base)
        if taken is not None and not tells_more(flags, taken):
            unchanged += 1
            continue
        yield Found(
            os.path.join(folder.path, part, name),
            flags,
            number,
            mark=Taken(folder.path, base, draft=flags.draft, mine=flags.mine),
            trashed="T" in marks or flags.unwanted,
        )
    if unchanged:
        yield Unchanged(unchanged)


def _files(folder: Folder, look_up: LookUp) -> Files:
    """The files that lie in a folder itself."""
    place = 0
    for names in _listed(folder.path, _by_number, _is_plain):
        known = look_up(folder.path, names)
        unchanged = idle = 0
        for number, name in enumerate(names, place):
            path = os.path.join(folder.path, name)
            flags = flags_of(name, folder.flags)
            try:
                state = os.stat(path)
            except OSError:
                continue  # It has gone meanwhile, or a link leads nowhere.
            taken = known.get(name)
            if not stat.S_ISREG(state.st_mode):
                continue
            if taken is not None and is_unchanged(state, flags, taken):
                unchanged += 1
                idle += taken.idle
            else:
                yield Found(path, flags, number, state, taken, trashed=flags.unwanted)
        place += len(names)
        if unchanged:
            yield Unchanged(unchanged, idle)


def _listed(
    folder: str, key: Callable[[str], "_Key"], wanted: Callable[["os.DirEntry[str]"], bool]
) -> Iterator[list[str]]:
    """The names in a folder in order, some at a time; one with very many is listed repeatedly."""
    last: _Key | None = None
    more = True
    while more:
        names: list[str] = []
        more = False
        with os.scandir(folder) as entries:
            for entry in entries:
                if (last is None or key(entry.name) > last) and wanted(entry):
                    names.append(entry.name)
                    if len(names) > 1.5 * _AT_ONCE:
                        names = sorted(names, key=key)[:_AT_ONCE]
                        more = True
        names.sort(key=key)
        if more:
            del names[_AT_ONCE:]
        for start in range(0, len(names), _LOOKED_UP):
            yield names[start : start + _LOOKED_UP]
        last = key(names[-1]) if names else None


def _by_name(name: str) -> _Key:
    return (0, name)


def _by_number(name: str) -> _Key:
    """Numbers, by which MH names its messages, in their own order before all other names."""
    return (len(name) if name.isdigit() else sys.maxsize, name)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.name not in _PASSED_BY and entry.is_dir()
    except OSError:
        return False


def _is_message(entry: "os.DirEntry[str]") -> bool:
    return not entry.name.startswith(".") and entry.is_file()


def _is_plain(entry: "os.DirEntry[str]") -> bool:
    # MH keeps what was deleted under its number behind a comma.
    return not (entry.name[:1] == "," and entry.name[1:].isdigit()) and not _is_folder(entry)
