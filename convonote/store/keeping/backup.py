"""Making a copy of the notebook that is known to be whole, while other programs use it."""

import re
from datetime import tzinfo
from pathlib import Path

from convonote.conversation.zones import wall_clock
from convonote.store.base import Base
from convonote.store.errors import Refused
from convonote.store.keeping.copying import Progress, copy, opened
from convonote.store.keeping.records import Copy

FOLDER = "backups"
"""The folder beside the notebook for copies that were given no other place."""


def backup(base: Base, target: Path | None, progress: Progress | None) -> Copy:
    """Copy the notebook to a file that is not there yet; None: among its backups, by date."""
    place = target or usual_place(base.path, base.now(), base.zone)
    if place.exists():
        raise Refused(f"{place} is there already; name another file")
    with opened(base.path, base.how) as source:
        return copy(source, place, progress)


def usual_place(path: Path, now: int, zone: tzinfo) -> Path:
    """Where a copy made now goes; the folder is made, for nobody else to read."""
    folder = path.parent / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder} cannot be made: {error.strerror}") from error
    name = f"{path.stem}-{wall_clock(now, zone):%Y-%m-%d-%H%M%S}"
    place = folder / f"{name}{path.suffix}"
    for number in range(2, 1000):
        if not place.exists():
            break
        place = folder / f"{name}-{number}{path.suffix}"
    return place


def backups(path: Path) -> list[Path]:
    """The copies in the usual place, the oldest first."""
    made = re.compile(
        rf"{re.escape(path.stem)}-(\d{{4}}-\d\d-\d\d-\d{{6}})(?:-(\d+))?{re.escape(path.suffix)}"
    )
    folder = path.parent / FOLDER
    if not folder.is_dir():
        return []
    found = [(named, each) for each in folder.iterdir() if (named := made.fullmatch(each.name))]
    return [each for _, each in sorted(found, key=lambda one: (one[0][1], int(one[0][2] or 1)))]


def keep_newest(path: Path, count: int) -> list[Path]:
    """Remove the older ones of the copies in the usual place; which these were."""
    gone = backups(path)[: -count or None]
    for each in gone:
        each.unlink(missing_ok=True)
    return gone
