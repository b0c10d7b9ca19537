"""`OnMarked`: commands that act on all marked conversations, as one change."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from convonote.conversation.turn_records import Section, Turn
from convonote.host import takes_back
from convonote.screens.turns.conversing import Conversing
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.widgets.queue import QueueList

ON_ALL = frozenset({"set_turn", "later", "close", "delete", "link"})
"""What can be done to all that is marked at once."""


class OnMarked(Conversing):
    """A screen with the queue, in which conversations can be marked."""

    queue: QueueList

    @property
    def marked(self) -> tuple[Conversation, ...]:
        """What is marked."""
        return tuple(self.queue.marked.values()) if self.query(QueueList) else ()

    def lacks(self, action: str) -> str:
        """What is marked needs no selection."""
        if action in ON_ALL and self.marked:
            return ""
        if action == "mark_row" and self.conversation is None:
            return self.no_conversation()
        return super().lacks(action)

    def action_mark_row(self) -> None:
        """Mark or unmark the selected conversation."""
        self.queue.mark()
        self.marks_changed()

    def unmark(self) -> None:
        """Let nothing be marked."""
        self.queue.keep_marked(())
        self.marks_changed()

    @abstractmethod
    def marks_changed(self) -> None:
        """Show how many are marked."""

    def _on_all(
        self,
        marked: Sequence[Conversation],
        done: str,
        work: Callable[[Conversation], object],
    ) -> None:
        """Do something to all that was marked, in one change that is called as it is told."""
        told = f"{counted(len(marked))} {done}"

        def do() -> None:
            with self.notebook.together(told):
                for conversation in marked:
                    work(conversation)

        def finished(_: object) -> None:
            acted_on = {one.id for one in marked}
            self.queue.keep_marked([one for one in self.marked if one.id not in acted_on])
            self.marks_changed()
            self.host.tell(f"{told}; {takes_back(self)}")
            self.host.reload()

        self.host.change(do, finished)

    # The commands

    def action_set_turn(self) -> None:
        """Choose whose turn it is in all that is marked."""
        if not self.marked:
            super().action_set_turn()
            return
        from convonote.screens.pick import Pick
        from convonote.widgets.choices import Choice

        choices = (
            Choice(Turn.ME, "me"),
            Choice(Turn.THEM, "them: whoever is in it, any one of several"),
            Choice(Turn.NOBODY, "nobody"),
        )
        marked = self.marked

        def picked(turn: str | None) -> None:
            if turn is not None:
                self._on_all(marked, f"given to {turn}", lambda one: self._give(one, Turn(turn)))

        self.app.push_screen(Pick(f"Whose turn in {counted(len(marked))}?", choices), picked)

    def _give(self, conversation: Conversation, turn: Turn) -> None:
        holders: Sequence[int] = ()
        if turn is Turn.ME:
            holders = (self.notebook.me.id,)
        elif turn is Turn.THEM:
            holders = [person.id for person in conversation.people]
        self.notebook.set_turn(conversation.id, holders, everyone=len(holders) == 1)

    def action_later(self, words: str = "") -> None:
        """Ask until when, and take all that is marked out of the queue until then."""
        if not self.marked:
            super().action_later(words)
            return
        from convonote.screens.asking import ask_day

        marked = self.marked

        def asked(until: int, shown: str) -> None:
            self._on_all(
                marked,
                f"later, back on {shown}",
                lambda one: self.notebook.set_later(one.id, until),
            )

        ask_day(self, f"{counted(len(marked))}: later, until when?", asked, words)

    def action_close(self) -> None:
        """Archive all that is marked; where all of it is, take it back."""
        if not self.marked:
            super().action_close()
            return
        closed = all(one.section is Section.CLOSED for one in self.marked)
        self._on_all(
            self.marked,
            "open again" if closed else "closed",
            lambda one: self.notebook.set_closed(one.id, not closed),
        )

    def action_link(self) -> None:
        """Make one of all that is marked, or link it."""
        if not self.marked:
            super().action_link()
            return
        first, *others = marked = self.marked
        if not others:
            from convonote.screens.turns.regrouping import ask

            ask(self, first, None)
            return
        from convonote.screens.pick import Pick
        from convonote.widgets.choices import Choice

        choices = (
            Choice("joined", "Join them: one conversation of all"),
            Choice("linked", f"Link the others to “{clean(first.topic) or 'no topic'}”"),
        )

        def picked(done: str | None) -> None:
            if done == "joined":
                self._on_all(marked, done, lambda one: self._join(first, one))
            elif done == "linked":
                self._on_all(marked, done, lambda one: self._link(first, one))

        self.app.push_screen(Pick(counted(len(marked)), choices), picked)

    def _join(self, first: Conversation, other: Conversation) -> None:
        if other.id != first.id:
            self.notebook.merge(first.id, other.id)

    def _link(self, first: Conversation, other: Conversation) -> None:
        known = {each.conversation.id for each in self.notebook.linked(first.id)}
        if other.id not in {first.id, *known}:
            self.notebook.link(first.id, other.id)

    def action_delete(self) -> None:
        """Delete all that is marked; asks where that is more than one."""
        if not self.marked:
            super().action_delete()
        elif len(self.marked) == 1:
            self._delete(self.marked, "delete")
        else:
            from convonote.screens.pick import Pick
            from convonote.widgets.choices import Choice

            many = counted(len(self.marked))
            choices = (Choice("keep", "keep them"), Choice("delete", f"delete {many}"))
            delete = partial(self._delete, self.marked)
            self.app.push_screen(Pick(f"Delete {many}?", choices), delete)

    def _delete(self, marked: Sequence[Conversation], answer: str | None) -> None:
        if answer == "delete":
            self._on_all(marked, "deleted", lambda one: self.notebook.delete(conversation=one.id))


def counted(count: int) -> str:
    """How many conversations."""
    return f"{count} conversation{'' if count == 1 else 's'}"
