"""`TurnSetter`: what the user says of the turn of a conversation, and of when it comes back."""

from collections.abc import Sequence

from convonote.store.reader import Reader
from convonote.store.records import Conversation


class TurnSetter(Reader):
    """The methods of `Notebook` that set the turn by hand; `undo` takes each back."""

    def set_turn(
        self,
        conversation: int,
        holders: Sequence[int],
        *,
        everyone: bool = True,
        reason: str = "",
        remind: int | None = None,
    ) -> Conversation:
        """Set the turn by hand: to some people, or with none to nobody (T8).

        `remind` is the moment from which it is to be nudged where no answer has come.
        """
        from convonote.store.turns import choices

        return choices.set_turn(
            self._base, conversation, holders, everyone=everyone, reason=reason, remind=remind
        )

    def set_reminder(self, conversation: int, at: int | None) -> Conversation:
        """Nudge from a moment on if what the user said there is not answered; None for not (T13).

        Raises NotebookError where nobody owes the user an answer.
        """
        from convonote.store.turns import reminding

        return reminding.set_reminder(self._base, conversation, at)

    def set_later(self, conversation: int, until: int | None) -> Conversation:
        """Take a conversation out of the queue until a moment, or back into it (T11)."""
        from convonote.store.turns import choices

        return choices.set_later(self._base, conversation, until)

    def set_closed(self, conversation: int, closed: bool = True) -> Conversation:
        """Close a conversation, or open it again (T11)."""
        from convonote.store.turns import choices

        return choices.set_closed(self._base, conversation, closed)

    def set_left(self, conversation: int, people: Sequence[int]) -> Conversation:
        """Say that people are in a conversation no longer: nobody waits for them (T8)."""
        from convonote.store.turns import choices

        return choices.set_left(self._base, conversation, people)

    def sent(self, exchange: int) -> None:
        """Note that a queued exchange is now known to be sent (T10)."""
        from convonote.store.turns import choices

        choices.sent(self._base, exchange)
