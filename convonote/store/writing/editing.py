"""Changing what was written down: its text, its topic, whether it is there at all."""

from convonote.conversation.wording import judge
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.listening import filing as remarks
from convonote.store.people import naming, recommending
from convonote.store.promises import filing, worded
from convonote.store.records import Said
from convonote.store.search import searching
from convonote.store.storable import storable
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import Touched, refold
from convonote.store.writing import amending, originals
from convonote.store.writing.amending import Amended
from convonote.store.writing.saying import promises_in, setting_of
from convonote.store.writing.titling import retitle


def edit(base: Base, exchange: int, text: str, amended: Amended | None = None) -> Said | None:
    """Put another text in the place of what is written; None where nothing is otherwise."""
    text = storable(text)
    with base.writing(USER, "") as recording:
        conversation, before = _required(base, exchange)
        searching.unindex(base, [exchange])
        was = setting_of(base, exchange)
        otherwise = amended is not None and amending.amend(base, recording, exchange, amended)
        # Who edits sees the boxes as the promises stand.
        if text == filing.drawn(base, exchange, before) and not otherwise:
            searching.index(base, [exchange])
            return None
        if text != before:
            originals.keep(base, recording, exchange)
            recording.set("exchange", exchange, "text", text)
            judged = judge(text)
            for flag in ("asks", "closes", "accepts"):
                recording.set("exchange", exchange, flag, int(getattr(judged, flag)))
        recording.set("exchange", exchange, "edited_at", base.now())
        if otherwise:
            # Who is in the conversation may be others now, and may be named in the text.
            refold(base, [conversation])
        setting = setting_of(base, exchange)
        filing.refile(base, recording, exchange, (before, text), setting, by_user=True)
        worded.refile(base, recording, exchange, text, setting)
        amending.said_otherwise(base, recording, exchange, text, (was, setting))
        remarks.refile(base, recording, exchange, text, setting)
        recommending.refile(base, recording, exchange, (before, text), setting)
        if otherwise:
            refold(base, [conversation])
        else:
            refold(base, (), touched={conversation: Touched(edited=frozenset({exchange}))})
        retitle(base, [conversation], recording=recording)
        searching.index(base, [exchange])
        recording.what = f"edited in {choices.topic(base, conversation)}"
        return Said(exchange, conversation, recording.change, promises_in(base, exchange))


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
        refold(base, (), touched={conversation: Touched(shifted=frozenset({exchange}))})
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
        raise Refused("this exchange is no longer there; it was deleted meanwhile")
    return row[0], row[1]
