"""Which conversations have no date at all: all that was said there came without one."""

import json
from collections.abc import Collection

from convonote.store.base import Base

_SAID = "EXISTS (SELECT 1 FROM exchange AS e WHERE e.conversation = conversation.id"
_LIVE = "AND e.deleted_at IS NULL)"
DATED = f"(NOT {_SAID} {_LIVE} OR {_SAID} AND e.dated {_LIVE})"
"""SQL: it is known of something in a conversation when it was said, or nothing was said there."""


def undated(base: Base, conversations: Collection[int]) -> set[int]:
    """Those of some conversations in which something was said, and nothing of it has a date."""
    found = base.rows(
        f"SELECT id FROM conversation WHERE id IN (SELECT value FROM json_each(?)) AND NOT {DATED}",
        (json.dumps(list(conversations)),),
    )
    return {conversation for (conversation,) in found}
