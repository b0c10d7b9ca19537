"""Drafts that were left: which one a composer goes on with, and offering them at the start."""

from collections.abc import Callable

from convonote.store.notebook import Notebook
from convonote.store.records import Draft
from convonote.text.clean import clean
from convonote.writing.compose_request import ComposeRequest, Mode, mode_of

_BEGUN_BY = {
    Mode.SAID: ("say",),
    Mode.THEIRS: ("hear",),
    Mode.TALK: ("say", "cycle-mode"),
    Mode.NOTE: ("note",),
}
"""The commands that lead to a composer of a mode."""


def draft_for(notebook: Notebook, request: ComposeRequest) -> Draft | None:
    """The latest draft of the same kind that was left in the same conversation."""
    me = notebook.me.id
    for draft in notebook.drafts():
        same = draft.conversation == request.conversation and draft.edits == request.edits
        if request.conversation is None and request.people:
            same = same and set(draft.people) == set(request.people)
        if same and (draft.edits is not None or mode_of(draft, me) is request.mode):
            return draft
    return None


def offer(notebook: Notebook, key: Callable[[str], str]) -> str:
    """A line that says where the latest draft is and how to go on with it; none without one.

    `key` gives the key of a command by its id.
    """
    drafts = notebook.drafts()
    if not drafts:
        return ""
    latest = drafts[0]
    if latest.conversation is None:
        return f"A draft was left: {key('new-conversation')} goes on with it"
    conversation = notebook.conversation(latest.conversation)
    topic = clean(conversation.topic) if conversation else ""
    mode = mode_of(latest, notebook.me.id)
    begun_by = _BEGUN_BY[mode] if latest.edits is None else ("edit",)
    keys = ", then ".join(key(command) for command in begun_by)
    return f"A draft was left in “{topic}”: {keys} there goes on with it"
