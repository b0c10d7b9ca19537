"""When somebody left a conversation, as the user noted it."""

import json

from convonote.conversation.records import ChoiceKind
from convonote.store.base import Base


def when_left(base: Base, conversation: int) -> dict[int, int]:
    """By person when it was last noted that they left; they may have spoken since."""
    noted = base.rows(
        "SELECT holders, at FROM choice"
        " WHERE conversation = ? AND kind = ? AND deleted_at IS NULL ORDER BY at, id",
        (conversation, str(ChoiceKind.LEFT)),
    )
    return {person: at for holders, at in noted for person in json.loads(holders)}
