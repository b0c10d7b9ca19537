"""What an import read: the summary and its JSON."""

from dataclasses import fields

from convonote.cli.bar import Bar
from convonote.cli.printing import say, tell
from convonote.importing.result import (
    NOBODY,
    ImportResult,
    Trouble,
    how_cut,
    how_many_skipped,
    how_many_unchanged,
    what_is_new,
)
from convonote.intake.records import Refused
from convonote.store.incoming.records import Received

_MOST_TROUBLES = 20


class Tally:
    """Counts all that one command took in, and shows it while it runs."""

    def __init__(self, *, shown: bool, chat_pause: int) -> None:
        """`shown`: how far it is may be shown while it runs; `chat_pause` is what cuts chats."""
        self._chat_pause = chat_pause
        self.received = Received()
        self.refused: list[Refused] = []
        self.skipped = 0
        self.unchanged = 0
        """Files that were not read, since nothing changed in them."""
        self.troubles: list[Trouble] = []
        self.strange: tuple[str, ...] = ()
        """What stands after `--me`, is in none of the messages, and is not kept."""
        self.stopped = False
        """Ctrl+C ended it."""
        self._bar = Bar(wanted=shown)

    @property
    def shown(self) -> bool:
        """How far it is is shown while it runs."""
        return self._bar.shown

    def add(self, result: ImportResult) -> None:
        """Count what came in, and say what it shows about whose it is."""
        self.received = _sum(self.received, result.received)
        self.refused += result.refused
        self.skipped += result.skipped
        self.unchanged += result.unchanged
        self.stopped = result.stopped
        self.end_progress()
        self.troubles += result.troubles
        for trouble in result.troubles[:_MOST_TROUBLES]:
            tell(f"{trouble.source}: {trouble.reason}")
        if len(result.troubles) > _MOST_TROUBLES:
            tell(f"and the same with {len(result.troubles) - _MOST_TROUBLES} more")
        if result.guess is not None:
            mine = ", ".join(value for _, value in result.guess.addresses)
            tell(
                f"taking {mine} to be you ({result.guess.why}); if that is wrong: "
                "import --undo, undo, and import again with --me ADDRESS"
            )
        self.strange = tuple(one for one in result.absent if one not in result.kept)
        for one in result.absent:
            if one in result.kept:
                tell(f"--me {one} is in none of the messages; it is kept as yours all the same")
                continue
            likely = f"is it {result.likely}? " if result.likely else ""
            tell(
                f"--me {one} is in none of the messages; {likely}"
                "it is not kept as yours; import again with the right one"
            )
        if result.nobody:
            tell(NOBODY)

    def progress(self, result: ImportResult) -> None:
        """On a terminal, show in place how far it is."""
        self._bar.draw(result)

    def end_progress(self) -> None:
        """Take the progress line away."""
        self._bar.clear()

    @property
    def read(self) -> int:
        """Everything that was a message or claimed to be one."""
        return self.received.added + self.received.already + len(self.refused)

    def summary(self) -> None:
        """Print what was read and done, and what was refused with its reason."""
        got = self.received
        if got.added or got.already or not self.refused:
            say(
                f"read {self.read}, added {got.added}, already there {got.already}, "
                f"refused {len(self.refused)}"
            )
        if got.added:
            say(what_is_new(got))
        if got.chats:
            say(how_cut(got, self._chat_pause))
        if self.unchanged:
            say(how_many_unchanged(self.unchanged))
        if self.skipped:
            say(how_many_skipped(self.skipped))
        for one in self.refused:
            # The reason names the source where it is refused as a whole.
            whole = one.source in one.reason
            tell(one.reason if whole else f"refused {one.source}: {one.reason}")

    def as_json(self) -> dict[str, object]:
        """The same for another program."""
        got = self.received
        return {
            "read": self.read,
            "added": got.added,
            "already": got.already,
            "conversations": got.conversations,
            "people": got.people,
            "skipped": self.skipped,
            "unchanged": self.unchanged,
            "refused": [{"source": one.source, "reason": one.reason} for one in self.refused],
            "troubles": [{"source": one.source, "reason": one.reason} for one in self.troubles],
        }


def _sum(one: Received, other: Received) -> Received:
    """The counts of both."""
    return Received(
        **{each.name: getattr(one, each.name) + getattr(other, each.name) for each in fields(one)}
    )
