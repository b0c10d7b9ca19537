"""What an import did so far, as it is shown while it runs and at its end."""

from collections.abc import Callable
from dataclasses import dataclass, field

from convonote.conversation.records import DAY, SECOND
from convonote.importing.progress import Progress, in_words
from convonote.intake.identity import Guess
from convonote.intake.records import Refused
from convonote.store.incoming.records import Received

_UNITS = (("day", DAY), ("hour", 3600 * SECOND), ("minute", 60 * SECOND))
_BAR = 24
"""Cells of the bar that shows how much is done."""


class Stopped(Exception):
    """Whoever is shown the progress wants no more; what was added stays."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be done though all is in, such as keeping what is attached to a message."""

    source: str
    reason: str


@dataclass(slots=True)
class ImportResult:
    """What an import did, so far or in all."""

    received: Received = field(default_factory=Received)
    refused: list[Refused] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    skipped: int = 0
    unchanged: int = 0
    """Files that were not read, since nothing changed in them."""
    looked_at: int = 0
    """Messages that were looked at to tell whose mail it is."""
    guess: Guess | None = None
    """Whose mail it was taken for, where nobody had said."""
    nobody: bool = False
    """Mail came in of which nothing tells whose it is, while nobody is known as the user."""
    kept: tuple[str, ...] = ()
    """What was said to be the user's before it was found, as nobody was known."""
    absent: tuple[str, ...] = ()
    """New addresses that were said to be the user's and are in none of the messages.

    They are the user's only where they are among those `kept`.
    """
    likely: str = ""
    """With `absent`: the address that may be meant."""
    stopped: bool = False
    """It was stopped before its end."""
    restoring: bool = False
    """It is an export that is taken in, of which the lines are counted."""
    progress: Progress = field(default_factory=Progress)

    @property
    def read(self) -> int:
        """Everything that was a message or claimed to be one."""
        return self.received.added + self.received.already + len(self.refused)


OnProgress = Callable[[ImportResult], None]
"""Is shown the result so far, after each batch and now and then; may raise Stopped."""


NOBODY = (
    "nothing tells whose mail this is, so nothing waits for you; say it with"
    " convonote import --me ADDRESS [SOURCE], or as me.addresses in the settings"
)
"""What is said where mail came in for nobody."""


def what_is_new(received: Received) -> str:
    """How many conversations and people were not there before."""
    talks = "conversation" if received.conversations == 1 else "conversations"
    people = "person" if received.people == 1 else "people"
    return f"new: {received.conversations:,} {talks}, {received.people:,} {people}"


def how_many_unchanged(files: int) -> str:
    """Files that were not read, since nothing changed in them."""
    if files == 1:
        return "1 file unchanged since it was read last"
    return f"{files:,} files unchanged since they were read last"


def how_many_skipped(count: int) -> str:
    """What was passed over without a word."""
    return f"skipped {count:,} that {'is no message' if count == 1 else 'are no messages'}"


def how_cut(received: Received, pause: int) -> str:
    """What became of chats, in which nothing tells conversations apart but silence."""
    chats = "1 chat" if received.chats == 1 else f"{received.chats:,} chats"
    made = "1 new conversation" if received.cut == 1 else f"{received.cut:,} new conversations"
    unit, size = next((one for one in _UNITS if pause % one[1] == 0), _UNITS[-1])
    length = pause // size
    silence = f"{length} {unit}" if length == 1 else f"{length} {unit}s"
    return f"{chats}: {made}, cut where nothing was said for {silence}"


def described(result: ImportResult) -> str:
    """The bar and the figures beside it, in one line."""
    progress = result.progress
    parts = []
    if progress.share is not None:
        full = round(progress.share * _BAR)
        parts.append(f"[{'#' * full}{'.' * (_BAR - full)}] {progress.share:4.0%} ")
    if result.restoring:
        what = "lines read"
    else:
        what = "read" if result.read else "looked at, to tell whose mail it is"
    if not progress.messages:
        parts.append("looking for what is new" if not result.unchanged else "")
        return " ".join(parts).rstrip()
    parts.append(f"{progress.messages:,} {what}, {progress.rate:,.0f} a second")
    if progress.left is not None and (result.read or result.restoring):
        parts.append(f"· {in_words(progress.left)} left")
    return " ".join(parts)
