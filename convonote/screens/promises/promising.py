"""`Promising`: the commands on promises, for screens on which some of them are at hand."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from convonote.conversation.records import PromiseState
from convonote.host import key, takes_back
from convonote.screens.room import Room, Value
from convonote.store.errors import NotebookError
from convonote.store.promises.records import PromiseRow, Report
from convonote.store.records import Conversation, Entry
from convonote.text.clean import clean

ON_PROMISES = frozenset(
    {"keep_promise", "let_go", "take_suggestion", "dismiss_suggestion", "add_promise"}
)
"""The actions on promises."""

_TOLD = {
    PromiseState.OPEN: "open again",
    PromiseState.KEPT: "kept",
    PromiseState.LET_GO: "let go",
    PromiseState.DISMISSED: "dismissed",
}


def filed(promises: Sequence[PromiseRow]) -> str:
    """How many promises were found in what was written, to be said behind whose turn it is."""
    suggested = sum(each.state is PromiseState.SUGGESTED for each in promises)
    certain = len(promises) - suggested
    words = f"; {certain} promise{'' if certain == 1 else 's'} filed" if certain else ""
    return f"{words}; {suggested} suggested" if suggested else words


def suggestion_keys(screen: Room) -> tuple[str, str]:
    """The keys that take and dismiss a suggestion."""
    return key(screen, "take-suggestion"), key(screen, "dismiss-suggestion")


class Promising(Room):
    """A screen on which promises can be settled."""

    @property
    @abstractmethod
    def conversation(self) -> Conversation | None:
        """The selected conversation."""

    @property
    @abstractmethod
    def entry(self) -> Entry | None:
        """The selected exchange."""

    @property
    def on_exchange(self) -> bool:
        """Whether the keys mean the selected exchange rather than its conversation."""
        return False

    def at_hand(self, *states: PromiseState) -> list[PromiseRow]:
        """The promises in some of these states that a command may mean.

        Where the selected exchange made some, it is those; else the open ones of the conversation,
        and those made here that were settled.
        """
        conversation, entry = self.conversation, self.entry
        made = [each for each in (entry.promises if entry else ()) if each.state in states]
        if conversation is None or (made and self.on_exchange):
            return made
        there = self.notebook.promises(conversation=conversation.id)
        known = {each.id for each in there}
        return [*there, *(each for each in made if each.id not in known)]

    def suggested_at_hand(self) -> list[PromiseRow | Report]:
        """What is suggested in the selected exchange, else in its conversation."""
        conversation, entry = self.conversation, self.entry
        if entry is not None and self.on_exchange:
            suggested = (each for each in entry.promises if each.state is PromiseState.SUGGESTED)
            here: list[PromiseRow | Report] = [*entry.reports, *suggested]
            if here:
                return here
        if conversation is None:
            return []
        states = [PromiseState.SUGGESTED]
        return [
            *self.notebook.reports(conversation=conversation.id),
            *self.notebook.promises(states=states, conversation=conversation.id),
        ]

    # Kept, let go, open again

    def action_keep_promise(self) -> None:
        """Mark a promise as kept, or open again; ask which where there are several."""
        self._settle(PromiseState.KEPT)

    def action_let_go(self) -> None:
        """Let go of a promise, or take that back; ask which where there are several."""
        self._settle(PromiseState.LET_GO)

    def _settle(self, state: PromiseState) -> None:
        found = self._read_now(lambda: self.at_hand(PromiseState.OPEN, state))
        if found is None:
            return
        if not found:
            self.host.tell("Nothing is promised here")
            return
        self._choose(
            found, lambda it: self.settle(it, PromiseState.OPEN if it.state is state else state)
        )

    def settle(self, promise: PromiseRow, state: PromiseState) -> None:
        """Say where a promise stands, and show it."""
        self.host.change(
            lambda: self.notebook.set_promise(promise.id, state),
            lambda _: self._told_of(promise.what, _TOLD[state]),
        )

    def _told_of(self, what: str, told: str) -> None:
        self.host.tell(f"“{clean(what)}” {told}; {takes_back(self)}")
        self.host.reload()

    def _choose(self, promises: Sequence[PromiseRow], then: Callable[[PromiseRow], None]) -> None:
        """Go on with the only one, or ask which."""
        if len(promises) == 1:
            then(promises[0])
            return
        from convonote.screens.pick import pick_promise

        pick_promise(self, promises, then)

    # Suggestions

    def action_take_suggestion(self) -> None:
        """Take what is suggested here."""
        self._decide(take=True)

    def action_dismiss_suggestion(self) -> None:
        """Dismiss what is suggested here."""
        self._decide(take=False)

    def _decide(self, *, take: bool) -> None:
        found = self._read_now(self.suggested_at_hand)
        if found is None:
            return
        if not found:
            self.host.tell("Nothing is suggested here")
        elif len(found) == 1:
            self.decide(found[0], take=take)
        else:
            from convonote.screens.pick import pick_suggestion

            pick_suggestion(self, found, lambda one: self.decide(one, take=take))

    def decide(self, one: PromiseRow | Report, *, take: bool) -> None:
        """Take or dismiss one suggestion."""
        if isinstance(one, PromiseRow):
            state = PromiseState.OPEN if take else PromiseState.DISMISSED
            told = "taken" if take else _TOLD[state]
            self.host.change(
                lambda: self.notebook.set_promise(one.id, state),
                lambda _: self._told_of(one.what, told),
            )
            return
        answer = self.notebook.take_report if take else self.notebook.dismiss_report
        told = _TOLD[one.state] if take else "still open"
        self.host.change(lambda: answer(one.id), lambda _: self._told_of(one.what, told))

    # By hand

    def action_add_promise(self, words: str = "") -> None:
        """Ask for a promise in one line, and write it down."""
        from convonote.screens.promises.asking_promises import ask_promise

        if (conversation := self.conversation) is not None:
            ask_promise(self, conversation, words)
        else:
            self.host.tell("Select a conversation first; the promise belongs to it")

    def _read_now(self, read: Callable[[], Value]) -> Value | None:
        """What is read here and now, for the next key must find it decided; None on trouble."""
        try:
            return read()
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return None
