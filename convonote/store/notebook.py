"""`Notebook`: the one door to what is stored.

A thin class: each method is a function of a module beside it, inside one transaction. It hands
out frozen records only, and may be used from any thread; each has a connection of its own. What
goes wrong with the file is raised as `NotebookError`, one line that says what to do.
Modules that only writing needs are loaded when it comes to that: showing the queue waits for none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import tzinfo
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from convonote.conversation.records import Kind
from convonote.store.changes import SETUP, USER
from convonote.store.incoming.importer import Importer
from convonote.store.incoming.records import Received
from convonote.store.keeping.keeper import Keeper
from convonote.store.links.links import Links
from convonote.store.listening.listening import Listening
from convonote.store.opening import local_zone, open_base, present
from convonote.store.people.contact_list import ContactList
from convonote.store.promises.promise_list import PromiseList
from convonote.store.records import Conversation, Finding, Said
from convonote.store.rhythm.rhythms import Rhythms
from convonote.store.search.finder import Finder
from convonote.store.turns import placing
from convonote.store.turns.turn_setter import TurnSetter
from convonote.store.writing.draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from convonote.intake.records import Refused
    from convonote.store.writing.amending import Amended


class Notebook(
    TurnSetter,
    PromiseList,
    Listening,
    Rhythms,
    ContactList,
    Keeper,
    Finder,
    Links,
    Importer,
    DraftKeeper,
):
    """The conversations of one user, in one SQLite file."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], int] = present,
        zone: tzinfo | None = None,
        chat_pause: int | None = None,
        quiet_after: int | None = None,
        quiet_after_ask: int | None = None,
        create: bool = True,
    ) -> None:
        """Open the notebook, made first where there is none and `create` allows it.

        `clock` gives the present as UTC microseconds; `zone` is the user's, the system's if None;
        `chat_pause` is how many microseconds of silence cut a chat. After `quiet_after` of them a
        wait goes quiet whose opening asks nothing, after `quiet_after_ask` one that asks; None is
        as the notebook was opened before. Raises NotebookError.
        """
        base = open_base(
            path,
            clock=clock,
            zone=zone or local_zone(),
            quiet_after=quiet_after,
            quiet_after_ask=quiet_after_ask,
            create=create,
        )
        super().__init__(base)
        if chat_pause is not None:
            self._base.chat_pause = chat_pause

    def close(self) -> None:
        """Close it in all threads."""
        self._base.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def settle(self) -> int:
        """Place again what changed by the passing of time; how many conversations that moved."""
        return placing.settle(self._base)

    # Writing; each is one change, which `undo` takes back

    @contextmanager
    def together(self, what: str = "") -> Iterator[None]:
        """All that is written inside is one change of the user, which one `undo` takes back.

        `what` is what the whole is called; without it, it is called as the last part of it.
        """
        with self._base.together(USER, what):
            yield

    @contextmanager
    def from_the_start(self) -> Iterator[None]:
        """All that is written inside belongs to the notebook as it is made: `undo` keeps it."""
        with self._base.together(SETUP):
            yield

    def say(
        self,
        text: str,
        *,
        conversation: int | None = None,
        topic: str = "",
        kind: Kind = Kind.SAID,
        channel: str,
        author: int | None = None,
        to: Sequence[int] = (),
        cc: Sequence[int] = (),
        speakers: Sequence[int] = (),
        at: int | None = None,
        offset: int | None = None,
        answers: int | None = None,
        everyone: bool = False,
        no_answer: bool = False,
        queued: bool = False,
        turn: Sequence[int] | None = None,
        turn_everyone: bool = True,
        turn_reason: str = "",
        draft: int | None = None,
        remind: int | None = None,
    ) -> Said:
        """Write down what was said, a talk or a note, in a conversation or a new one (`topic`).

        `author` None is the user, or nobody in particular for a talk; `at` None is now. With no
        `to`, what I say goes to everybody in the conversation, what they say to me. `turn` sets
        it by hand in the same change (empty: nobody), for each of several unless `turn_everyone` is
        False; `draft` is dropped in the same change. `remind` is the moment from which it is to be
        nudged where no answer has come.
        """
        from convonote.store.writing import saying

        return saying.say(
            self._base,
            saying.Saying(
                text=text,
                conversation=conversation,
                topic=topic,
                kind=kind,
                channel=channel,
                author=author,
                to=tuple(to),
                cc=tuple(cc),
                speakers=tuple(speakers),
                at=at,
                offset=offset,
                answers=answers,
                everyone=everyone,
                no_answer=no_answer,
                queued=queued,
                turn=None if turn is None else tuple(turn),
                turn_everyone=turn_everyone,
                turn_reason=turn_reason,
                draft=draft,
                remind=remind,
            ),
        )

    def edit(self, exchange: int, text: str, *, amended: "Amended | None" = None) -> Said | None:
        """Put another text in the place of what is written; the one before is kept.

        It is what was made of `Entry.drawn`, where the boxes are as the promises stand. `amended`
        says what else is otherwise: how, when and to whom. Raises NotebookError where that came in
        by import, of which the text alone can be changed. None where nothing differs.
        """
        from convonote.store.writing import editing

        return editing.edit(self._base, exchange, text, amended)

    def delete(self, *, exchange: int | None = None, conversation: int | None = None) -> None:
        """Delete an exchange or a whole conversation."""
        from convonote.store.writing import editing

        editing.delete(self._base, exchange=exchange, conversation=conversation)

    def rename(self, conversation: int, topic: str) -> None:
        """Give a conversation another topic."""
        from convonote.store.writing import editing

        editing.rename(self._base, conversation, topic)

    def merge(self, kept: int, gone: int) -> Conversation:
        """Make two conversations one, called as `kept` is if the user wrote that.

        The uid of the older one stays, and the other still leads to it.
        """
        from convonote.store.writing import regrouping

        return regrouping.merge(self._base, kept, gone)

    def split(self, exchange: int, *, with_answers: bool = True, topic: str = "") -> Conversation:
        """Make an exchange a conversation of its own, with all that answers it.

        Later replies follow what they answer, and nothing joins the two again but `merge`.
        """
        from convonote.store.writing import regrouping

        return regrouping.split(self._base, exchange, with_answers=with_answers, topic=topic)

    def move(self, exchanges: Iterable[int], into: int) -> Conversation:
        """Move exchanges into another conversation; one that is left empty becomes part of it."""
        from convonote.store.writing import regrouping

        return regrouping.move(self._base, exchanges, into)

    def undo(self) -> str:
        """Take back the user's own last change; says what it was. Raises UndoError."""
        from convonote.store import undoing

        return undoing.undo(self._base)

    def redo(self) -> str:
        """Do again what was taken back last; says what it was. Raises UndoError."""
        from convonote.store import undoing

        return undoing.redo(self._base)

    # The whole

    def export(self) -> Iterator[dict[str, object]]:
        """Everything as records, from which `restore` makes the same notebook."""
        from convonote.store.exporting import export

        return export.export(self._base)

    def restore(
        self,
        records: Iterable["Mapping[str, object] | Refused"],
        *,
        source: str = "the export",
        refused: "Callable[[Refused], None] | None" = None,
    ) -> Received:
        """Take in what `export` gave; what is there already stays.

        A record that cannot be taken in is given to `refused`, named by its line in `source`.
        """
        from convonote.store.exporting import restore

        return restore.restore(self._base, records, source=source, refused=refused)

    def doctor(self, *, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
        """Check the file, the index and every turn; mend what can be computed again."""
        from convonote.store import doctor

        return doctor.doctor(self._base, progress=progress)
