"""The index behind find: what is put into it and taken out of it.

The rowid in the index follows the time said, so that newest first needs no sorting. The index
holds the text and the tokens that stand in the exchange (FTS5's external content): an entry is
taken out with the very values that were put in, so `unindex` comes before a change and `index`
after it. What is deleted stays in the index and is passed over when found.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from convonote.store.base import Base
from convonote.store.search.tokens import tokens

_IN = "IN (SELECT value FROM json_each(?))"
ATTACHED = "attachments NOT IN ('', '[]')"
"""SQL: whether something came with an exchange."""


def index(base: Base, exchange_ids: Iterable[int]) -> None:
    """Put exchanges into the index, none of which is in it; their tokens are written anew."""
    key = (json.dumps(list(exchange_ids)),)
    roles: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for exchange, *role in base.rows(
        f"SELECT exchange, person, role FROM addressee WHERE exchange {_IN}", key
    ):
        roles[exchange].append((role[0], role[1]))
    rows = base.run(
        f"SELECT id, author, channel, conversation, text, {ATTACHED} FROM exchange WHERE id {_IN}",
        key,
    )
    written = [
        (tokens(author, roles[id], channel, conversation, text, attached=attached), id)
        for id, author, channel, conversation, text, attached in rows
    ]
    base.many("UPDATE exchange SET tokens = ? WHERE id = ?", written)
    # In the order of the rowids, for one below the one before would make FTS5 write out all.
    base.run(
        "INSERT INTO search (rowid, text, tokens) SELECT search_id, text, tokens FROM exchange"
        f" WHERE id {_IN} ORDER BY search_id",
        key,
    )


def unindex(base: Base, exchange_ids: Iterable[int]) -> None:
    """Take exchanges out of the index, before their text or their tokens change."""
    base.run(
        "INSERT INTO search (search, rowid, text, tokens) SELECT 'delete', search_id, text, tokens"
        f" FROM exchange WHERE id {_IN} ORDER BY search_id",
        (json.dumps(list(exchange_ids)),),
    )


def add_rows(base: Base, rows: Iterable[tuple[int, str, str]]) -> None:
    """Put (search id, text, tokens) into the index, just as they stand in new exchanges."""
    # A rowid below the one before would make FTS5 write out what it has gathered.
    base.many("INSERT INTO search (rowid, text, tokens) VALUES (?, ?, ?)", sorted(rows))


def renumber(base: Base, exchange: int, at: int) -> None:
    """Give an exchange that is not in the index now the rowid of another moment."""
    (number,) = search_ids(base, [at])
    base.run("UPDATE exchange SET search_id = ? WHERE id = ?", (number, exchange))


def search_ids(base: Base, moments: Sequence[int]) -> list[int]:
    """Free rowids for exchanges said at these moments: their milliseconds, or the next free ones.

    Each costs a few look-ups even where thousands were said in one millisecond.
    """
    given: set[int] = set()
    wanted = {moment // 1000 for moment in moments}
    sql = "SELECT search_id FROM exchange WHERE search_id IN (SELECT value FROM json_each(?))"
    stored = {number for (number,) in base.rows(sql, (json.dumps(list(wanted)),))}

    def taken(number: int) -> bool:
        if number in given:
            return True
        if number in wanted:
            return number in stored
        return base.row("SELECT 1 FROM exchange WHERE search_id = ?", (number,)) is not None

    numbers = []
    for moment in moments:
        number = _next_free(moment // 1000, taken)
        given.add(number)
        numbers.append(number)
    return numbers


def _next_free(start: int, taken: Callable[[int], bool]) -> int:
    """The end of a run of taken numbers, by doubling and halving steps."""
    if not taken(start):
        return start
    step = 1
    while taken(start + step):
        step *= 2
    low, high = start + step // 2, start + step
    while high - low > 1:
        middle = (low + high) // 2
        if taken(middle):
            low = middle
        else:
            high = middle
    return high
