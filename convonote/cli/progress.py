"""How far something is, on a terminal, in one line that is redrawn in its place."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """What tells how much of a total is done, where standard error is a terminal; else None."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(done: int, total: int) -> None:
        print(f"\r{doing} {done:,} of {total:,}", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        print(end="\r\x1b[K", file=sys.stderr, flush=True)
