"""What is measured on a copy of the notebook, since it changes what is there."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

from bench.figures import Figure
from bench.inside import ms
from convonote.conversation.records import DAY
from convonote.store.notebook import Notebook
from convonote.store.uid import new_uid

PROMISES, RHYTHMS = 5_000, 1_000
"""How many are made; half of the promises are open."""
DUE = 200
"""Days over which they fall due, half of them past."""


def changes_in_the_middle(path: Path, runs: int) -> list[Figure]:
    """Changes somewhere in the middle of the longest conversation, each taken back."""
    took: dict[str, list[float]] = {}
    with _copy(path) as notebook:
        base = notebook._base
        with base.reading():
            longest, length = base.rows(
                "SELECT id, exchanges FROM conversation ORDER BY exchanges DESC LIMIT 1"
            )[0]
            other = base.value("SELECT id FROM conversation WHERE exchanges BETWEEN 2 AND 9")
            found = base.rows(
                "SELECT id FROM exchange WHERE conversation = ? ORDER BY sorted_at", (longest,)
            )
        middle = [id for (id,) in found[length // 4 : 3 * length // 4]]
        Random(1).shuffle(middle)
        exchanges = iter(middle)
        year_ago = notebook.now() - 365 * DAY
        # The first change loads what changes need.
        notebook.edit(next(exchanges), "It rained.")
        for number in range(runs):
            changes: dict[str, Callable[[], object]] = {
                "an edit": partial(notebook.edit, next(exchanges), f"Which week, {number}?"),
                "a deletion": partial(notebook.delete, exchange=next(exchanges)),
                "a move to another": partial(notebook.move, [next(exchanges)], other),
                "something said late": partial(
                    notebook.say,
                    f"Which week, {number}?",
                    conversation=longest,
                    channel="phone",
                    at=year_ago + number,
                ),
            }
            for what, change in changes.items():
                took.setdefault(what, []).append(ms(change))
                took.setdefault(f"{what}, taken back", []).append(ms(notebook.undo))
    where = f"in the middle of {length:,}"
    return [
        Figure(f"{where}: {what}", values, "ms", "≤ 50", at_most=50)
        for what, values in took.items()
    ]


def what_is_owed(path: Path, runs: int) -> list[Figure]:
    """Promises by thousands, and rhythms by the thousand."""
    with _copy(path) as notebook:
        _promise(notebook)
        for person in notebook.people(limit=RHYTHMS):
            notebook.set_rhythm(person.id, 7 + person.id % 60)
        asked: dict[str, Callable[[], object]] = {
            f"64 of {PROMISES // 2:,} open promises": partial(notebook.promises, limit=64),
            "how many there are": notebook.promise_counts,
            f"64 to reach out to, of {RHYTHMS:,} rhythms": partial(notebook.reach_out, limit=64),
            "the sections of the home screen": notebook.counts,
        }
        took = {what: [ms(ask) for _ in range(max(runs, 2))] for what, ask in asked.items()}
    return [Figure(what, values, "ms", "—") for what, values in took.items()]


def _promise(notebook: Notebook) -> None:
    """Promises all over the notebook, as an import would leave them."""
    base, today = notebook._base, notebook._base.today()
    with base.transaction():
        some = base.rows(
            "SELECT id, conversation, author, at FROM exchange ORDER BY id DESC LIMIT ?",
            (PROMISES,),
        )
        base.many(
            "INSERT INTO promise (uid, conversation, exchange, owner, what, due, state, said_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(new_uid(), conversation, exchange, author, f"send the list {number}"),
                    str(today + timedelta(days=number % DUE - DUE // 2)),
                    *("open" if number % 2 else "kept", at),
                )
                for number, (exchange, conversation, author, at) in enumerate(some)
            ],
        )


@contextmanager
def _copy(path: Path) -> Iterator[Notebook]:
    """The notebook once more, to be changed."""
    with tempfile.TemporaryDirectory(prefix="convonote-bench-") as folder:
        target = Path(folder) / "copy.convonote"
        with Notebook(path) as whole:
            whole.backup(target)
        with Notebook(target) as notebook:
            yield notebook


MEASURES: tuple[Callable[[Path, int], list[Figure]], ...] = (changes_in_the_middle, what_is_owed)
