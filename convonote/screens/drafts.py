"""Drafts that were left: which one a composer goes on with, and offering them at the start."""

from convonote.conversation.records import Kind
from convonote.screens.compose_request import ComposeRequest, Mode
from convonote.store.notebook import Notebook
from convonote.store.records import Draft
from convonote.text.clean import clean

_KEYS = {Mode.SAID: "c", Mode.THEIRS: "t", Mode.TALK: "c, then Ctrl+t", Mode.NOTE: "i"}


def mode_of(draft: Draft, me: int) -> Mode:
    """What was being written down."""
    if draft.kind is Kind.NOTE:
        return Mode.NOTE
    if draft.kind is Kind.TALK:
        return Mode.TALK
    return Mode.SAID if draft.author in (None, me) else Mode.THEIRS


def draft_for(notebook: Notebook, request: ComposeRequest) -> Draft | None:
    """The latest draft of the same kind that was left in the same conversation."""
    me = notebook.me.id
    for draft in notebook.drafts():
        if draft.conversation == request.conversation and mode_of(draft, me) is request.mode:
            return draft
    return None


def offer(notebook: Notebook) -> str:
    """A line that says where the latest draft is and how to go on with it; none without one."""
    drafts = notebook.drafts()
    if not drafts:
        return ""
    latest = drafts[0]
    if latest.conversation is None:
        return "A draft was left: o goes on with it"
    conversation = notebook.conversation(latest.conversation)
    topic = clean(conversation.topic) if conversation else ""
    key = _KEYS[mode_of(latest, notebook.me.id)]
    return f"A draft was left in “{topic}”: {key} there goes on with it"
