"""Who holds the turn among several, in words and in the order of names."""

from convonote.conversation.turn_records import Turn
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation


def people_in_turn(one: Conversation) -> tuple[Person, ...]:
    """Everybody in a conversation, first those whose turn it is, last those who left."""
    holding = {holder.person.id for holder in one.holders if one.turn is Turn.THEM}
    return tuple(sorted(one.people, key=lambda each: (each.id in one.left, each.id not in holding)))


def others_awaited(one: Conversation) -> str:
    """Whom one waits for in a conversation of several, such as "any of Ana, Bob"; else nothing.

    The names are as they were written: clean them where they are shown.
    """
    if len(one.people) < 2:
        return ""
    others = [holder for holder in one.holders if not holder.person.me]
    names = ", ".join(holder.person.name for holder in others)
    openings = {(holder.since, holder.exchange) for holder in others}
    if len(others) == 1 or len(openings) != 1:
        return names
    return f"{'each' if others[0].everyone else 'any'} of {names}"
