"""Reading mail into the notebook: what the verb and the screens share.

Knows neither the command line nor the screens; whoever calls shows the progress.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from convonote.config import Address
from convonote.conversation.records import Channel
from convonote.intake.formats import Format, SourceError, recognise
from convonote.intake.identity import Guess, guess_me
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.sources import STDIN, read
from convonote.store.notebook import Notebook
from convonote.store.records import Received

BATCH = 100
"""Messages in one transaction."""
SAMPLE = 2_000
"""Messages that are looked at to tell whose mail it is, before any is added."""


class WhoseMailError(Exception):
    """Nothing says whose mail it is; the message is one line that says what to do."""


class Stopped(Exception):
    """Whoever is shown the progress wants no more; what was added stays."""


@dataclass(slots=True)
class ImportResult:
    """What an import did, so far or in all."""

    received: Received = field(default_factory=Received)
    refused: list[Refused] = field(default_factory=list)
    skipped: int = 0
    looked_at: int = 0
    """Messages that were looked at to tell whose mail it is."""
    guess: Guess | None = None
    """Whose mail it was taken for, where nobody had said."""
    absent: tuple[str, ...] = ()
    """New addresses that were said to be the user's and are in none of the messages; not kept."""
    likely: str = ""
    """With `absent`: the address that may be meant."""
    stopped: bool = False
    """It was stopped before its end."""

    @property
    def read(self) -> int:
        """Everything that was a message or claimed to be one."""
        return self.received.added + self.received.already + len(self.refused)


OnProgress = Callable[[ImportResult], None]
"""Is shown the result so far after each batch; may raise Stopped."""


def run_import(
    notebook: Notebook,
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    me: Sequence[Address] = (),
    on_progress: OnProgress | None = None,
) -> ImportResult:
    """Take in all mail of the sources; a source that cannot be read is refused.

    `me` are the user's own addresses; without any, here or in the notebook, they are guessed from
    the mail. Ctrl+C stops it as Stopped does. Raises WhoseMailError, before anything is added,
    and NotebookError.
    """
    result = ImportResult()
    told = on_progress or (lambda _: None)
    incoming = _incoming(_found(sources, stdin), result)
    sample: list[Incoming] = []
    try:
        while len(sample) < SAMPLE and (batch := list(islice(incoming, BATCH))):
            sample += batch
            result.looked_at = len(sample)
            told(result)
    except (Stopped, KeyboardInterrupt):
        result.stopped = True
        return result
    if not sample:
        return result
    known = {value.casefold() for _, value in notebook.me.addresses}
    sought = {one[1].casefold(): one for one in me if one[1].casefold() not in known}
    if sought:
        try:
            found = _occurring(sought, sample, sources, bool(known), result, told)
        except (Stopped, KeyboardInterrupt):
            result.stopped = True
            return result
        notebook.set_me(None, found)
    elif not known:
        _guess_me(notebook, sample, result)
    # Those that come to light after the sample are told to the notebook at the end.
    late: list[Address] = []
    named = ", ".join(Path(source).name or str(source) for source in sources)
    everything = chain(sample, _noting(incoming, sought, late))
    with notebook.receive(named) as receiving:
        try:
            while batch := list(islice(everything, BATCH)):
                result.received = receiving.add(batch)
                told(result)
        except (Stopped, KeyboardInterrupt):
            result.stopped = True
    if late:
        notebook.set_me(None, late)
    if sought and not result.stopped:
        result.absent = tuple(value for _, value in sought.values())
        result.likely = next(iter(guess_me(sample).addresses), "")
    return result


def is_export(source: str | Path) -> bool:
    """Whether a source is an export of a notebook, which is restored rather than imported."""
    return str(source) != STDIN and recognise(source) is Format.EXPORT


def _guess_me(notebook: Notebook, sample: Sequence[Incoming], result: ImportResult) -> None:
    """Tell the notebook whose mail it is by the mail itself."""
    result.guess = guess_me(sample)
    if not result.guess.addresses:
        raise WhoseMailError(
            "nothing in it tells whose mail this is; say it with --me ADDRESS, or as"
            " me.addresses in the settings"
        )
    mine = [(Channel.EMAIL.value, address) for address in result.guess.addresses]
    notebook.set_me(result.guess.name or None, mine)


def _occurring(
    sought: dict[str, Address],
    sample: Sequence[Incoming],
    sources: Sequence[str | Path],
    known: bool,
    result: ImportResult,
    told: OnProgress,
) -> list[Address]:
    """Take those addresses out of the sought ones that occur in the mail, and give them.

    Where nobody is `known` as the user the mail behind the sample is looked through too, until one
    occurs: without any, the import would be for nobody.
    """
    found: list[Address] = []
    for _ in _noting(sample, sought, found):
        pass
    if found or known:
        return found
    if len(sample) >= SAMPLE:
        # Read once more from the start: keeping it all would need too much memory.
        again = _incoming(_found([one for one in sources if one != STDIN], None), ImportResult())
        for place, _ in enumerate(_noting(again, sought, found)):
            if found:
                return found
            if place % BATCH == 0:
                result.looked_at = max(result.looked_at, place)
                told(result)
    said = ", ".join(value for _, value in sought.values())
    likely = next(iter(guess_me(sample).addresses), "")
    raise WhoseMailError(
        f"--me {said} is in none of the messages; "
        + (f"is it {likely}? " if likely else "")
        + "import again with an address that is, or put yours into the settings as me.addresses"
    )


def _noting(
    messages: Iterable[Incoming], sought: dict[str, Address], found: list[Address]
) -> Iterator[Incoming]:
    """Hand the messages on, and move each address over that one was written by, to or got at."""
    for one in messages:
        if sought:
            parties = (one.author, *one.to, *one.cc)
            for address in (*(it.address for it in parties if it), *one.delivered_to):
                if (mine := sought.pop(address.casefold(), None)) is not None:
                    found.append(mine)
        yield one


def _found(
    sources: Sequence[str | Path], stdin: BinaryIO | None
) -> Iterator[Incoming | Refused | Skipped]:
    """What all sources hold; one that cannot be read is refused, and the rest goes on."""
    for source in sources:
        try:
            yield from read([source], stdin=stdin)
        except SourceError as problem:
            yield Refused(str(source), str(problem))


def _incoming(
    found: Iterable[Incoming | Refused | Skipped], result: ImportResult
) -> Iterator[Incoming]:
    """Hand on the exchanges, and note the rest."""
    for item in found:
        if isinstance(item, Incoming):
            yield item
        elif isinstance(item, Refused):
            result.refused.append(item)
        else:
            result.skipped += 1
