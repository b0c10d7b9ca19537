"""Find: everything ever said, newest first, and the index behind it.

The rowid in the index follows the time said, so that newest first needs no sorting. The index
holds the text and the tokens that stand in the exchange (FTS5's external content): an entry is
taken out with the very values that were put in, so `unindex` comes before a change and `index`
after it. What is deleted stays in the index and is passed over when found.
"""

from collections.abc import Callable, Iterable, Sequence

from convonote.store import ideographs, snippet
from convonote.store.base import Base
from convonote.store.query import parse
from convonote.store.records import Hit

_READ = snippet.FURTHEST
"""Characters of a text that are read for its snippet."""


def find(base: Base, words: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
    """What was said with these words, newest first; any text is a valid query."""
    query = parse(words)
    if query.empty:
        return []
    pattern = query.pattern()
    rows = base.rows(
        "SELECT e.id, e.uid, c.id, c.uid, c.topic, coalesce(p.name, ''), e.at, e.offset,"
        " e.channel, substr(e.text, 1, ?)"
        " FROM search AS s CROSS JOIN exchange AS e ON e.search_id = s.rowid"
        " JOIN conversation AS c ON c.id = e.conversation"
        " LEFT JOIN person AS p ON p.id = e.author"
        " WHERE s.search MATCH ? AND e.deleted_at IS NULL AND c.deleted_at IS NULL"
        " ORDER BY s.rowid DESC LIMIT ? OFFSET ?",
        (_READ, query.expression(), limit, offset),
    )
    hits = []
    for *row, text in rows:
        line, marks = snippet.around(text, pattern)
        hits.append(Hit(*(*row, line, marks)))
    return hits


def index(base: Base, exchange_ids: Iterable[int]) -> None:
    """Put exchanges into the index, none of which is in it; their tokens are written anew."""
    ids = list(exchange_ids)
    written = [(words, id) for id in ids if (words := tokens_of(base, id)) is not None]
    base.many("UPDATE exchange SET tokens = ? WHERE id = ?", written)
    base.many(
        "INSERT INTO search (rowid, text, tokens)"
        " SELECT search_id, text, tokens FROM exchange WHERE id = ?",
        ((id,) for id in ids),
    )


def unindex(base: Base, exchange_ids: Iterable[int]) -> None:
    """Take exchanges out of the index, before their text or their tokens change."""
    base.many(
        "INSERT INTO search (search, rowid, text, tokens)"
        " SELECT 'delete', search_id, text, tokens FROM exchange WHERE id = ?",
        ((id,) for id in exchange_ids),
    )


def add_rows(base: Base, rows: Iterable[tuple[int, str, str]]) -> None:
    """Put (search id, text, tokens) into the index, just as they stand in new exchanges."""
    base.many("INSERT INTO search (rowid, text, tokens) VALUES (?, ?, ?)", rows)


def tokens_of(base: Base, exchange: int) -> str | None:
    """What the tokens of an exchange should be; None where there is no such exchange."""
    row = base.row(
        "SELECT author, channel, conversation, text FROM exchange WHERE id = ?", (exchange,)
    )
    if row is None:
        return None
    author, channel, conversation, text = row
    roles = base.rows(
        "SELECT person, role FROM addressee WHERE exchange = ? ORDER BY person, role", (exchange,)
    )
    return tokens(author, roles, channel, conversation, text)


def tokens(
    author: int | None,
    roles: Iterable[tuple[int, str]],
    channel: str,
    conversation: int,
    text: str,
) -> str:
    """Filters as words: author `f12`, addressee `t7`, anyone `w7`, channel `cemail`, and `v99`.

    `roles` are (person, role). Behind them stand the pairs of characters by which a word is found
    in a script without spaces.
    """
    roles = sorted(roles)
    anyone = {person for person, role in roles if role != "named"}
    words = []
    if author is not None:
        anyone.add(author)
        words.append(f"f{author}")
    words += [f"t{person}" for person, role in roles if role == "to"]
    words += [f"w{person}" for person in sorted(anyone)]
    words += [channel_token(channel), f"v{conversation}"]
    if pairs := ideographs.tokens(text):
        words.append(pairs)
    return " ".join(words)


def channel_token(channel: str) -> str:
    """The word for a channel: `in person` is `cinperson`."""
    return "c" + "".join(mark for mark in channel.casefold() if mark.isalnum())


def search_ids(base: Base, moments: Sequence[int]) -> list[int]:
    """Free rowids for exchanges said at these moments: their milliseconds, or the next free ones.

    Each costs a few look-ups even where thousands were said in one millisecond.
    """
    given: set[int] = set()

    def taken(number: int) -> bool:
        if number in given:
            return True
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
