"""`Conversing`: the commands of screens on which a conversation is selected."""

from abc import abstractmethod
from collections.abc import Callable

from convonote.conversation.records import Kind
from convonote.conversation.turn_records import Section, Turn
from convonote.host import key, takes_back
from convonote.screens.promises.promising import ON_PROMISES, filed
from convonote.screens.writing.rewriting import Rewriting
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Said
from convonote.telling.turn_set import set_besides
from convonote.text.clean import clean
from convonote.writing.compose_request import ComposeRequest, Mode

NEEDS_CONVERSATION = frozenset(
    {
        "answer",
        "say",
        "hear",
        "note",
        "set_turn",
        "later",
        "why",
        "close",
        "delete",
        "pictures",
        "link",
    }
    | ON_PROMISES
)
NEEDS_ENTRY = frozenset({"original", "copy"})
BACK = 40
"""How many exchanges are looked through for the one to answer."""

WHOSE = {
    Turn.ME: "it is your turn",
    Turn.THEM: "it is their turn",
    Turn.NOBODY: "it is nobody's turn",
}


class Conversing(Rewriting):
    """A screen that has a conversation, and perhaps an exchange of it, selected."""

    @abstractmethod
    def go_to(self, conversation: int) -> None:
        """Select another conversation, before the next key is looked at."""

    def on_selected(self, action: str) -> bool:
        """All that needs a conversation or an exchange."""
        return action in NEEDS_CONVERSATION | NEEDS_ENTRY or super().on_selected(action)

    def lacks(self, action: str) -> str:
        """Commands on a conversation need one, those on an exchange an exchange."""
        if action in NEEDS_CONVERSATION and self.conversation is None:
            return self.no_conversation()
        if action in NEEDS_ENTRY and self.entry is None:
            return self.no_entry()
        return super().lacks(action)

    def no_conversation(self) -> str:
        """How a conversation comes to be selected."""
        down, up, new = (key(self, each) for each in ("down", "up", "new-conversation"))
        return f"no conversation is selected; {down} and {up} select one, {new} begins one"

    def _on_conversation(
        self, work: Callable[[int], object], told: Callable[[Conversation], str]
    ) -> None:
        """Change the selected conversation in a thread, say so, and show it."""
        conversation = self.conversation
        if conversation is None:
            return

        def done(_: object) -> None:
            self.host.tell(told(conversation))
            self.host.reload()

        self.host.change(lambda: work(conversation.id), done)

    # Writing down

    def _write_down(self, mode: Mode) -> None:
        if (conversation := self.conversation) is not None:
            self.compose_exchange(ComposeRequest(mode, conversation.id))

    def action_say(self) -> None:
        """What I said."""
        self._write_down(Mode.SAID)

    def action_hear(self) -> None:
        """What they said."""
        self._write_down(Mode.THEIRS)

    def action_note(self) -> None:
        """A private note."""
        self._write_down(Mode.NOTE)

    def action_answer(self) -> None:
        """Answer what somebody else said last."""
        conversation = self.conversation
        if conversation is None:
            return
        try:
            answers = _last_word(self.notebook, conversation.id)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        self.compose_exchange(ComposeRequest(Mode.SAID, conversation.id, answers))

    def written(self, said: Said | None) -> None:
        """Show what was written down, and say whose turn it is now."""
        self.reload()
        if said is None:
            return
        self.load(
            lambda: self.notebook.conversation(said.conversation),
            lambda conversation: self._told(said, conversation),
            group="told",
        )

    def _told(self, said: Said, conversation: Conversation | None) -> None:
        if conversation is not None:
            told = f"{_topic(conversation)}: {WHOSE[conversation.turn]}"
            self.host.tell(f"{told}{filed(said.promises)}")
            self.go_to(conversation.id)

    # Whose turn

    def action_set_turn(self) -> None:
        """Choose who holds the turn."""
        from convonote.screens.turns.turn import TurnPicker

        if (conversation := self.conversation) is not None:
            self.app.push_screen(
                TurnPicker(conversation), lambda now: self._turn_set(conversation, now)
            )

    def _turn_set(self, before: Conversation, conversation: Conversation | None) -> None:
        if conversation is not None:
            besides = set_besides(before, conversation, self.notebook.zone, self.notebook.now())
            self.host.tell(f"{_topic(conversation)}: {WHOSE[conversation.turn]}{besides}")
            self.reload()

    def action_why(self) -> None:
        """Why it is whose turn."""
        from convonote.screens.turns.why import Why

        if (conversation := self.conversation) is not None:
            self.app.push_screen(Why(conversation.id))

    def action_next_mine(self) -> None:
        """The next conversation where it is my turn."""
        self._to_neighbour(1)

    def action_previous_mine(self) -> None:
        """The one before."""
        self._to_neighbour(-1)

    def _to_neighbour(self, step: int) -> None:
        here = self.conversation.id if self.conversation else None

        # Read here and now: the next key must act on what is gone to.
        try:
            there = self.neighbour(here, step)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if there is None:
            self.host.tell("Nobody is waiting for you")
        elif there == here:
            self.host.tell("This is the only one where it is your turn")
        else:
            self.go_to(there)

    def neighbour(self, here: int | None, step: int) -> int | None:
        """The next (1) or previous (-1) conversation where it is my turn."""
        return self.notebook.neighbour(here, step=step)

    def action_link(self) -> None:
        """Join the conversation with another, link them, or take it apart."""
        from convonote.screens.turns.regrouping import ask

        if (conversation := self.conversation) is not None:
            ask(self, conversation, self.entry if self.on_exchange else None)

    def action_pictures(self) -> None:
        """Who spoke when in the conversation."""
        from convonote.screens.timelines.pictures import Pictures

        if (conversation := self.conversation) is not None:
            self.app.push_screen(Pictures(conversation=conversation.id))

    def action_briefing(self) -> None:
        """The briefing on who is in the conversation; asks whom, where there are several."""
        from convonote.screens.people.briefing import brief

        if (conversation := self.conversation) is not None:
            brief(self, conversation.people)

    # Later, closed, deleted

    def action_later(self, words: str = "") -> None:
        """Ask until when, and take the conversation out of the queue until then."""
        from convonote.screens.asking import ask_later

        if (conversation := self.conversation) is not None:
            ask_later(self, conversation, words)

    def action_close(self) -> None:
        """Archive the conversation, or take it back."""
        conversation = self.conversation
        closed = conversation is not None and conversation.section is Section.CLOSED
        self._on_conversation(
            lambda id: self.notebook.set_closed(id, not closed),
            lambda it: f"{_topic(it)}: {'open again' if closed else f'closed; {takes_back(self)}'}",
        )

    def action_delete(self) -> None:
        """Delete the conversation."""
        self._on_conversation(
            lambda id: self.notebook.delete(conversation=id),
            lambda it: f"{_topic(it)}: deleted; {takes_back(self)}",
        )

    # Reading

    def action_original(self) -> None:
        """The exchange as it came in."""
        from convonote.screens.timelines.original import Original

        if (entry := self.entry) is not None:
            self.app.push_screen(Original(entry))

    def action_copy(self) -> None:
        """Copy the text of the exchange, and say how far it got."""
        from convonote.clipboard import copied

        if (entry := self.entry) is not None:
            self.load(
                lambda: copied(entry.text, self.app.copy_to_clipboard),
                self.host.tell,
                group="copy",
            )


def _topic(conversation: Conversation) -> str:
    return clean(conversation.topic) or "It"


def _last_word(notebook: Notebook, conversation: int) -> int | None:
    """What somebody else said last; where nobody did, what was said last."""
    window = notebook.timeline(conversation, start=-BACK, limit=BACK)
    said = [entry for entry in window.entries if entry.kind is not Kind.NOTE]
    for entry in reversed(said):
        if entry.author is None or not entry.author.me:
            return entry.id
    return said[-1].id if said else None
