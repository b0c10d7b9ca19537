"""What may stand in a filter that is being typed."""

from convonote.conversation.filters import KINDS, PEOPLE, TURNS, Field
from convonote.conversation.records import Channel
from convonote.store.base import Base
from convonote.store.search import named

MOST = 20
"""What is offered at most."""
_WORDS = {Field.ON: tuple(Channel), Field.TURN: TURNS, Field.HAS: KINDS}


def completions(base: Base, field: Field, start: str) -> list[str]:
    """The names, topics or words that go on from what stands there, the likeliest first."""
    if field in _WORDS:
        return [str(word) for word in _WORDS[field] if word.startswith(start.casefold())]
    if field in PEOPLE:
        found = _column(base, "person", "name", named.people(base, start, MOST))
    elif field is Field.IN:
        found = _column(base, "conversation", "topic", named.conversations(base, start, MOST))
    else:
        return []
    # Quotes end a filter, so none can stand in it.
    return list(dict.fromkeys(" ".join(one.replace('"', " ").split()) for one in found))


def _column(base: Base, table: str, column: str, ids: list[int]) -> list[str]:
    return [base.value(f"SELECT {column} FROM {table} WHERE id = ?", (id,)) for id in ids]
