"""How long people usually take to answer, from the answers on record (T13)."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeVar

from convonote.conversation.records import DAY, SECOND
from convonote.conversation.turn_records import Pace
from convonote.store.base import Base

_HOUR = 3600 * SECOND
_NOTEBOOK, _NOTEBOOK_AT = "pace", "pace at"

Key = TypeVar("Key", bound=Hashable)


class _Asked(Mapping[Key, tuple[int, int]]):
    """Counts and medians, each read when it is first asked for."""

    def __init__(self, read: Callable[[Key], tuple[int, int]]) -> None:
        self._read = read
        self._known: dict[Key, tuple[int, int]] = {}

    def __getitem__(self, key: Key) -> tuple[int, int]:
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def pace(base: Base) -> Pace:
    """The pace of everybody, for use within the transaction it was asked for in."""

    def by_channel(key: tuple[int, str]) -> tuple[int, int]:
        return _median(base, "FROM answer WHERE person = ? AND channel = ?", key)

    def by_person(person: int) -> tuple[int, int]:
        return _median(base, "FROM answer WHERE person = ?", (person,))

    kept = base.meta(_NOTEBOOK)
    return Pace(_Asked(by_channel), _Asked(by_person), None if not kept else int(kept))


def renew(base: Base) -> bool:
    """Take the notebook's median anew; True if it is another than it was."""
    count, median = _median(base, "FROM answer WHERE person <> ?", (base.me,))
    new = str(_rounded(median)) if count else ""
    old = base.meta(_NOTEBOOK) or ""
    base.set_meta(_NOTEBOOK_AT, str(base.now()))
    if new == old:
        return False
    base.set_meta(_NOTEBOOK, new)
    return True


def is_old(base: Base) -> bool:
    """The notebook's median was taken more than a day ago."""
    taken = base.meta(_NOTEBOOK_AT)
    return taken is None or not 0 <= base.now() - int(taken) < DAY


def _rounded(took: int) -> int:
    # Every conversation stands by this number, so it moves in steps: hours, then days.
    step = _HOUR if took < 2 * DAY else DAY
    return max(step, (took + step // 2) // step * step)


def _median(base: Base, which: str, parameters: tuple[object, ...]) -> tuple[int, int]:
    count: int = base.value(f"SELECT count(*) {which}", parameters)
    if not count:
        return 0, 0
    middle = (count - 1) // 2
    took: int = base.value(
        f"SELECT took {which} ORDER BY took LIMIT 1 OFFSET ?", (*parameters, middle)
    )
    return count, took
