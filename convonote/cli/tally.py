"""What an import read: the progress line, the summary and its JSON."""

import sys
from time import monotonic

from convonote.cli.printing import say, tell
from convonote.importing import ImportResult
from convonote.intake.records import Refused
from convonote.store.records import Received


class Tally:
    """Counts all that one command took in, and shows it while it runs."""

    def __init__(self) -> None:
        self.received = Received()
        self.refused: list[Refused] = []
        self.skipped = 0
        self.absent: tuple[str, ...] = ()
        """Addresses after `--me` that are in none of the messages."""
        self.stopped = False
        """Ctrl+C ended it."""
        self._started = monotonic()
        self._shown = sys.stderr.isatty()

    def restored(self, received: Received) -> None:
        """Count an export; what it refused was noted already."""
        self.received = _sum(self.received, received)

    def add(self, result: ImportResult) -> None:
        """Count mail, and say what it shows about whose it is."""
        self.received = _sum(self.received, result.received)
        self.refused += result.refused
        self.skipped += result.skipped
        self.stopped = result.stopped
        self.end_progress()
        if result.guess is not None:
            mine = ", ".join(result.guess.addresses)
            tell(
                f"taking {mine} to be you ({result.guess.why}); if that is wrong: "
                "import --undo, undo, and import again with --me ADDRESS"
            )
        self.absent = result.absent
        for one in result.absent:
            likely = f"is it {result.likely}? " if result.likely else ""
            tell(
                f"--me {one} is in none of the messages; {likely}"
                "it is not kept as yours; import again with the right one"
            )

    def progress(self, result: ImportResult) -> None:
        """On a terminal, show in place how far it is."""
        if not self._shown:
            return
        rate = result.looked_at / max(monotonic() - self._started, 0.001)
        line = f"{result.looked_at:,} looked at, {rate:,.0f} a second"
        if result.read:
            rate = result.read / max(monotonic() - self._started, 0.001)
            line = f"{result.read:,} read, {result.received.added:,} added, {rate:,.0f} a second"
        print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)

    def end_progress(self) -> None:
        """Take the progress line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

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
            say(f"new: {got.conversations} conversations, {got.people} people")
        if self.skipped:
            say(f"skipped {self.skipped} that are no messages")
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
            "refused": [{"source": one.source, "reason": one.reason} for one in self.refused],
        }


def _sum(one: Received, other: Received) -> Received:
    return Received(
        one.added + other.added,
        one.already + other.already,
        one.conversations + other.conversations,
        one.people + other.people,
    )
