"""`WhichConversation`: another conversation, found by its topic or the people in it."""

from convonote.conversation.zones import offset_at
from convonote.host import host
from convonote.screens.choosing import OFFERED, Choosing, Offer
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.text.times import said

PEOPLE = 3
"""People whose other conversations are offered before anything is typed."""


class WhichConversation(Choosing[Conversation]):
    """Asks which other conversation; dismisses it."""

    def __init__(self, conversation: Conversation) -> None:
        super().__init__("Which conversation?", placeholder="a topic or a name")
        self._conversation = conversation

    def read(self, words: str) -> list[Offer[Conversation]]:
        """Those that have the words, else those with the same people."""
        notebook, own = host(self).notebook, self._conversation
        if words:
            ids = [id for some in notebook.fitting(words).values() for id in some[: OFFERED + 1]]
            found = notebook.these_conversations(ids[: OFFERED + 1])
        else:
            ids = [
                id
                for person in own.people[:PEOPLE]
                for id in notebook.conversation_ids(person.id)[: OFFERED + 1]
            ]
            found = notebook.these_conversations(list(dict.fromkeys(ids)))
        others = [each for each in found if each.id != own.id]
        return [Offer(each, _named(each, notebook)) for each in others[:OFFERED]]

    def none(self, words: str) -> str:
        """Nothing fits."""
        return "No conversation has these words" if words else "Type a few letters"


def _named(conversation: Conversation, notebook: Notebook) -> str:
    people = ", ".join(person.name for person in conversation.people[:PEOPLE])
    last = ""
    if (at := conversation.last_at) is not None:
        last = f"  {said(at, offset_at(at, notebook.zone), notebook.now())}"
    return f"{conversation.topic or 'no topic'}  {people}{last}"
