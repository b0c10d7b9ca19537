"""Whose cards have some words: what is written of people beside what was said."""

from convonote.store.notebook import Notebook
from convonote.store.search.letters import folded
from convonote.telling.particulars import in_a_line

NAMED = 3
"""People that are named; of more it is only said that there are more."""
LOOKED_AT = 20
"""People that are looked at."""


def on_cards(notebook: Notebook, words: str) -> str:
    """`on the cards of Ana Lima (plays the viola), Bob`; empty where it is on none.

    Not yet cleaned.
    """
    if not words.strip() or ":" in words:
        return ""  # A filter asks for what was said.
    sought = folded(words)
    found = [
        one
        for one in notebook.contacts(words, limit=LOOKED_AT)
        if sought not in folded(one.person.name)  # They are found by their name anyway.
    ]
    told = []
    for one in found[:NAMED]:
        line = in_a_line(one.details)
        told.append(f"{one.person.name} ({line})" if line else one.person.name)
    more = ["…"] if len(found) > NAMED else []
    return f"on the cards of {', '.join([*told, *more])}" if told else ""
