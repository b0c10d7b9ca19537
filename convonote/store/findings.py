"""What `doctor` found, gathered so that a thousand like findings are one line."""

from collections import Counter

from convonote.store.records import Finding

_SHOWN = 10
"""Findings of one sort that are named one by one."""


class Findings:
    """Gathers what is wrong; it stays small however much that is."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._more: Counter[tuple[str, bool]] = Counter()
        self._counts: Counter[tuple[str, bool]] = Counter()

    def add(self, sort: str, what: str, *, mended: bool = False) -> None:
        """Something wrong of a sort, such as `turns`; `what` is one line."""
        key = (sort, mended)
        self._counts[key] += 1
        if self._counts[key] <= _SHOWN:
            self._found.append(Finding(what, mended))
        else:
            self._more[key] += 1

    def all(self) -> list[Finding]:
        """All of it, what is too much to be named last."""
        more = [
            Finding(f"the same with {count} more {sort}", mended)
            for (sort, mended), count in self._more.items()
        ]
        return self._found + more
