"""`Receiving`: an import under way, and what became of it."""

import asyncio
from pathlib import Path
from threading import Event

from textual.worker import Worker

from convonote.config import Address, address
from convonote.conversation.records import Channel
from convonote.intake.formats import SourceError
from convonote.screens.prompt import Echo, Prompt
from convonote.screens.reader import Reader
from convonote.store.records import NotebookError
from convonote.text.clean import clean
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped

LISTED = 200
"""Refusals that are listed."""


class Receiving(Reader):
    """Shows the progress of an import; leaving it stops it, and what was added stays."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self._source = source
        self._left = Event()
        self._paragraphs: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self._say("Looking…")
        self._begin()

    def _begin(self, me: tuple[Address, ...] = ()) -> None:
        self._worker: Worker[None] = self.run_worker(self._import(me), group="import")

    def on_unmount(self) -> None:
        """Have the thread stop at the next batch."""
        self._left.set()

    async def _import(self, me: tuple[Address, ...]) -> None:
        from convonote.importing import ImportResult, Stopped, WhoseMailError, is_export, run_import

        def progress(result: ImportResult) -> None:
            if self._left.is_set():
                raise Stopped
            self.app.call_from_thread(self._progress, result.looked_at, result.read)

        def work() -> ImportResult:
            if is_export(self._source):
                raise SourceError("This is an export: bring it in with convonote import")
            return run_import(self.notebook, [self._source], me=me, on_progress=progress)

        try:
            result = await asyncio.to_thread(work)
        except WhoseMailError:
            self._ask_whose(me)
            return
        except (SourceError, NotebookError) as error:
            self._say(str(error))
            return
        got = result.received
        lines = [
            f"Read {result.read}, added {got.added}, already there {got.already}, "
            f"refused {len(result.refused)}.",
            f"New: {got.conversations} conversations, {got.people} people.",
        ]
        if result.guess is not None:
            mine = ", ".join(result.guess.addresses)
            lines.append(f"Your own address was taken to be {mine}, which {result.guess.why}.")
        if result.absent:
            lines.append(f"{', '.join(result.absent)} is in none of it.")
        lines += [f"Refused: {one.source}: {one.reason}" for one in result.refused[:LISTED]]
        self._say(*lines, "q or Esc: to your conversations")

    def _ask_whose(self, tried: tuple[Address, ...]) -> None:
        """Ask for the user's own address, and begin again with it."""
        if tried:
            self._say(f"{', '.join(value for _, value in tried)} is in none of it.")
        else:
            self._say("Nothing in it tells whose mail this is; with your address it can be read.")
        if not self.is_current:
            return
        prompt = Prompt(
            "Whose mail is this? Your own address in it",
            placeholder="me@example.org",
            echo=_echo_own,
        )
        self.app.push_screen(prompt, self._asked_whose)

    def _asked_whose(self, words: str | None) -> None:
        if words is None:
            self._say("Nothing was read: nothing in it tells whose mail this is.")
        else:
            self._say("Looking…")
            self._begin((address(words),))

    def _progress(self, looked_at: int, read: int) -> None:
        if read:
            self._say(f"{read:,} read …")
        else:
            self._say(f"{looked_at:,} looked at, to see whose mail it is …")

    def _say(self, *paragraphs: str) -> None:
        self._paragraphs = paragraphs
        self.reload()

    def lines(self, cells: int) -> list[Line]:
        """What there is to tell so far."""
        found: list[Line] = [(Span(f" Import from {clean(str(self._source))}", "title"),), ()]
        for paragraph in self._paragraphs:
            found += wrapped(paragraph, cells)
        return found


def _echo_own(words: str) -> Echo:
    """Only an address for mail can say whose mail it is."""
    try:
        channel, value = address(words)
    except ValueError as error:
        return Echo(f"This {error}", good=False)
    if channel != Channel.EMAIL.value:
        return Echo("This is no address for mail", good=False)
    return Echo(f"= {value}")
