"""Conversations in which a name decides who counts as whom (T17)."""

from convonote.conversation.who import full_name
from convonote.store.base import Base


def beside_namesakes(base: Base, person: int, once: str | None = None) -> set[int]:
    """The conversations in which somebody else has this person's full name, the user too.

    `once` is the name that they had, in place of the one they have.
    """
    return {
        conversation
        for conversation, mine, other in base.rows(
            "SELECT p.conversation, me.name, they.name FROM participant AS p"
            " JOIN person AS me ON me.id = p.person"
            " JOIN participant AS o ON o.conversation = p.conversation"
            " JOIN person AS they ON they.id = o.person OR they.me = 1"
            " WHERE p.person = ? AND they.id <> p.person",
            (person,),
        )
        if full_name(once or mine) == full_name(other) != ""
    }
