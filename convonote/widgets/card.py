"""Beside a timeline on wide terminals: who holds the turn and why, what is owed, who they are."""

from collections.abc import Sequence
from datetime import tzinfo

from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.widgets.rows import SIGNS, owed
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped


def card(
    conversation: Conversation, people: Sequence[Person], cells: int, now: int, zone: tzinfo
) -> list[Line]:
    """The lines of it."""
    inner = max(1, cells - 1)
    found: list[Line] = [_heading("WHOSE TURN")]
    holders = conversation.holders or conversation.lapsed
    for holder in holders:
        name = "me" if holder.person.me else clean(holder.person.name)
        sign = ">" if holder.person.me else "<"
        found.append((Span(f" {sign} {name}", "author"), Span(f"  {holder.rule}", "aside")))
        found += wrapped(holder.why, inner, "   ")
    if not holders:
        found.append((Span(f" {SIGNS[conversation.turn]} nobody"),))
    found.append(())
    found.append(_heading(f"OWED {len(conversation.promises)}"))
    for line in owed(conversation, now, zone):
        found += wrapped("".join(span.text for span in line), inner)
    found.append(())
    found.append(_heading(f"PEOPLE {len(conversation.people)}"))
    for person in people:
        found.append((Span(f" {clean(person.name)}", "author"),))
        found += [
            (Span(f"   {clean(channel)} ", "aside"), Span(clean(value)))
            for channel, value in person.addresses
        ]
    return found


def _heading(words: str) -> Line:
    return (Span(f" {words}", "heading"),)
