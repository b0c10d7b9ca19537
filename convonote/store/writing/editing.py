"""Changing what was written down: its text, its topic, whether it is there at all."""

from convonote.conversation.wording import judge
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.incoming.titling import retitle
from convonote.store.people import naming
from convonote.store.promises import filing
from convonote.store.records import NotebookError
from convonote.store.search import searching
from convonote.store.storable import storable
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import refold
from convonote.store.writing.saying import setting_of


def edit(base: Base, exchange: int, text: str) -> None:
    """Put another text in the place of what is written; the change keeps the one before."""
    text = storable(text)
    with base.writing(USER, "") as recording:
        conversation, before = _required(base, exchange)
        if text == before:
            return
        searching.unindex(base, [exchange])
        recording.set("exchange", exchange, "text", text)
        judged = judge(text)
        for flag in ("asks", "closes", "accepts"):
            recording.set("exchange", exchange, flag, int(getattr(judged, flag)))
        recording.set("exchange", exchange, "edited_at", base.now())
        filing.refile(base, recording, exchange, (before, text), setting_of(base, exchange))
        refold(base, [conversation])
        retitle(base, [conversation], recording=recording)
        searching.index(base, [exchange])
        recording.what = f"edited in {choices.topic(base, conversation)}"


def delete(base: Base, *, exchange: int | None, conversation: int | None) -> None:
    """Mark an exchange or a whole conversation as deleted."""
    if (exchange is None) == (conversation is None):
        raise ValueError("delete takes an exchange or a conversation, one of them")
    with base.writing(USER, "") as recording:
        if exchange is not None:
            _delete_exchange(base, recording, exchange)
        elif conversation is not None:
            kept = queue.required(base, conversation)
            recording.what = f"deleted {choices.topic(base, kept)}"
            _delete_conversation(base, recording, kept)


def rename(base: Base, conversation: int, topic: str) -> None:
    """Give a conversation another topic, which no import overwrites."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        recording.what = f"renamed {choices.topic(base, kept)}"
        recording.set("conversation", kept, "topic", storable(topic.strip()))
        recording.set("conversation", kept, "topic_by", "user")
        naming.index_conversation(base, kept)


def _delete_exchange(base: Base, recording: Recording, exchange: int) -> None:
    conversation, _ = _required(base, exchange)
    recording.what = f"deleted an exchange in {choices.topic(base, conversation)}"
    recording.delete("exchange", exchange)
    for (promise,) in base.rows("SELECT id FROM promise WHERE exchange = ?", (exchange,)):
        recording.delete("promise", promise)
    left = "SELECT 1 FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
    if base.row(left, (conversation,)):
        refold(base, [conversation])
        retitle(base, [conversation], recording=recording)
    else:
        # With the only thing that was said, there is no conversation left.
        _delete_conversation(base, recording, conversation)


def _delete_conversation(base: Base, recording: Recording, conversation: int) -> None:
    recording.delete("conversation", conversation)
    naming.index_conversation(base, conversation)
    refold(base, [conversation])


def _required(base: Base, exchange: int) -> tuple[int, str]:
    row = base.row(
        "SELECT conversation, text FROM exchange WHERE id = ? AND deleted_at IS NULL", (exchange,)
    )
    if row is None:
        raise NotebookError("this exchange is no longer there; it was deleted meanwhile")
    return row[0], row[1]
