"""Write a realistic notebook of any size, for benchmarks.

    python -m bench.generate NOTEBOOK --exchanges N
        [--conversations N/10] [--people N/20] [--seed S]

What is said comes from `words.py`, who says it and when from `plans.py`.
"""

import argparse
import sys
from pathlib import Path
from random import Random

from bench.plans import Plan, Size, plans, usual_size
from bench.words import Words
from convonote.store.base import Base
from convonote.store.opening import local_zone, open_base, present
from convonote.store.people import naming
from convonote.store.search import searching
from convonote.store.search.tokens import tokens
from convonote.store.turns import folding, placing
from convonote.store.uid import new_uid

CHUNK = 5_000
"""Exchanges written in one transaction."""
CHANNELS = ("email",) * 6 + ("chat",) * 3 + ("phone", "sms", "letter", "in person")


def generate(path: Path, size: Size, seed: int = 1) -> None:
    """Write a new notebook; `path` must not exist yet."""
    random = Random(seed)
    words = Words(random)
    base = open_base(path, clock=present, zone=local_zone(), create=True)
    try:
        with base.outside():
            base.run("PRAGMA synchronous = OFF")  # Made again rather than mended.
        _write_people(base, size.people, words)
        planned = plans(base.now(), size, random)
        _write_conversations(base, planned, words)
        _write_exchanges(base, planned, random, words)
        _fold(base, size.conversations)
        with base.outside():
            base.run("PRAGMA wal_checkpoint(TRUNCATE)")
            base.run("ANALYZE")
    finally:
        base.close()


def _write_people(base: Base, count: int, words: Words) -> None:
    now = base.now()
    with base.transaction():
        for _ in range(count):
            name = words.name()
            cursor = base.run(
                "INSERT INTO person (uid, name, created_at) VALUES (?, ?, ?)",
                (new_uid(), name, now),
            )
            value = f"{name.replace(' ', '.').lower()}.{cursor.lastrowid}@example.org"
            base.run(
                "INSERT INTO address (uid, person, channel, value, folded, created_at)"
                " VALUES (?, ?, 'email', ?, ?, ?)",
                (new_uid(), cursor.lastrowid, value, value, now),
            )
            assert cursor.lastrowid is not None
            naming.index_person(base, cursor.lastrowid)


def _write_conversations(base: Base, plans: list[Plan], words: Words) -> None:
    with base.transaction():
        for plan in plans:
            base.run(
                "INSERT INTO conversation (id, uid, topic, created_at) VALUES (?, ?, ?, ?)",
                (plan.id, new_uid(), words.topic(), plan.moments[0]),
            )
            naming.index_conversation(base, plan.id)


def _write_exchanges(base: Base, plans: list[Plan], random: Random, words: Words) -> None:
    """In the order of time, as they would have come to be known."""
    order = sorted(
        (moment, plan.id, index) for plan in plans for index, moment in enumerate(plan.moments)
    )
    last: dict[int, int] = {}
    change = _import(base)
    for first in range(0, len(order), CHUNK):
        with base.transaction():
            for id, (moment, conversation, index) in enumerate(
                order[first : first + CHUNK], start=first + 1
            ):
                plan = plans[conversation - 1]
                _write(base, id, plan, index, moment, last.get(conversation), random, words)
                last[conversation] = id
        _progress("exchanges", first + CHUNK, len(order))
    with base.transaction():
        base.run(
            'INSERT INTO part (change, seq, "table", first, last) VALUES (?, 0, ?, 1, ?)',
            (change, "exchange", len(order)),
        )


def _import(base: Base) -> int:
    with base.transaction():
        cursor = base.run(
            "INSERT INTO change (uid, at, actor, what) VALUES (?, ?, 'import', 'generated')",
            (new_uid(), base.now()),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _write(
    base: Base,
    id: int,
    plan: Plan,
    index: int,
    moment: int,
    answered: int | None,
    random: Random,
    words: Words,
) -> None:
    final = index == len(plan.moments) - 1
    mine = random.random() < 0.5
    asks, closes = random.random() < 0.4, False
    if final:
        mine = plan.end != "mine" and (plan.end == "theirs" or random.random() < 0.5)
        asks, closes = plan.end != "rest", plan.end == "rest"
    speaker = plan.people[index % len(plan.people)]
    author = base.me if mine else speaker
    to = plan.people if mine else (base.me,)
    if closes:
        to = (base.me, *plan.people)
    channel = CHANNELS[(plan.id * 7 + index // 8) % len(CHANNELS)]
    roles = [(person, "to") for person in dict.fromkeys(to) if person != author]
    text = words.closing() if closes else words.text(asks)
    known = tokens(author, roles, channel, plan.id, text, attached=False)
    (search_id,) = searching.search_ids(base, [moment])
    base.run(
        "INSERT INTO exchange (id, uid, conversation, kind, channel, author, at, sorted_at, text,"
        " answers, asks, closes, made_by, search_id, tokens)"
        " VALUES (?, ?, ?, 'said', ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?)",
        (
            *(id, new_uid(), plan.id, channel, author, moment, moment, text),
            *(answered, int(asks), int(closes), search_id, known),
        ),
    )
    base.many(
        "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
        [(id, person, role) for person, role in roles],
    )
    searching.add_rows(base, [(search_id, text, known)])


def _fold(base: Base, conversations: int) -> None:
    """The turn of every conversation, and the queue by everybody's pace."""
    paced: set[int] = set()
    step = 1_000
    for first in range(1, conversations + 1, step):
        with base.transaction():
            placing.begin_import(base)
            some = range(first, min(first + step, conversations + 1))
            folding.refold(base, some, paced=paced)
        _progress("turns", first + step, conversations)
    placing.finish_import(base)


def _progress(what: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        print(f"\r{what}: {min(done, total):,} of {total:,}", end=end, file=sys.stderr, flush=True)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a realistic notebook of any size.")
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--exchanges", type=int, required=True)
    parser.add_argument("--conversations", type=int)
    parser.add_argument("--people", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.notebook.exists():
        parser.error(f"{asked.notebook} exists; name a new file")
    if asked.exchanges < 20:
        parser.error("--exchanges must be at least 20")
    usual = usual_size(asked.exchanges)
    size = Size(
        asked.exchanges,
        asked.conversations or usual.conversations,
        asked.people or usual.people,
    )
    generate(asked.notebook, size, asked.seed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
