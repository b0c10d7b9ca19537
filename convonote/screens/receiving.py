"""`Receiving`: an import under way, and what became of it."""

import asyncio
from pathlib import Path
from threading import Event
from time import monotonic

from textual.worker import Worker

from convonote.config import Address
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
EVERY = 0.5
"""Seconds between two drawings of how far it is."""


class Receiving(Reader):
    """Shows the progress of an import; leaving it stops it, and what was added stays."""

    def __init__(self, source: Path | None) -> None:
        """`source` None is everything that was imported before."""
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
        from convonote.import_result import ImportResult, Stopped, described, how_cut
        from convonote.importing import WhoseMailError, is_export, run_import

        drawn = 0.0

        def progress(result: ImportResult) -> None:
            nonlocal drawn
            if self._left.is_set():
                raise Stopped
            if monotonic() - drawn >= EVERY:
                drawn = monotonic()
                self.app.call_from_thread(self._say, described(result))

        def work() -> ImportResult:
            if self._source is not None and is_export(self._source):
                raise SourceError("This is an export: bring it in with convonote import")
            sources = None if self._source is None else [self._source]
            return run_import(self.notebook, sources, me=me, on_progress=progress)

        try:
            result = await asyncio.to_thread(work)
        except WhoseMailError as unknown:
            self._ask_whose(me, unknown.among)
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
        if got.chats:
            lines.append(f"{how_cut(got, self.notebook.chat_pause)}.")
        lines += result.troubles[:LISTED]
        if result.unchanged:
            lines.append(f"{result.unchanged:,} files unchanged since they were read last.")
        if result.guess is not None:
            mine = ", ".join(value for _, value in result.guess.addresses)
            lines.append(f"Your own address was taken to be {mine}, which {result.guess.why}.")
        if result.absent:
            lines.append(f"{', '.join(result.absent)} is in none of it.")
        lines += [f"Refused: {one.source}: {one.reason}" for one in result.refused[:LISTED]]
        self._say(*lines, "q or Esc: to your conversations")

    def _ask_whose(self, tried: tuple[Address, ...], among: tuple[str, ...]) -> None:
        """Ask for the user's own address or, `among` those in a chat, name; begin again with it."""
        if tried:
            self._say(f"{', '.join(value for _, value in tried)} is in none of it.")
        elif among:
            self._say(f"Which of these are you? {', '.join(map(clean, among))}")
        else:
            self._say("Nothing in it tells whose mail this is; with your address it can be read.")
        if not self.is_current:
            return
        prompt = Prompt(
            "Your own name in this chat" if among else "Whose mail is this? Your own address in it",
            placeholder=among[0] if among else "me@example.org",
            echo=_echo_own,
        )
        self.app.push_screen(prompt, self._asked_whose)

    def _asked_whose(self, words: str | None) -> None:
        from convonote.whose_mail import own_address

        if words is None:
            self._say("Nothing was read: nothing in it tells whose mail this is.")
        else:
            self._say("Looking…")
            self._begin((own_address(words),))

    def _say(self, *paragraphs: str) -> None:
        self._paragraphs = paragraphs
        self.reload()

    def lines(self, cells: int) -> list[Line]:
        """What there is to tell so far."""
        where = "all that was imported before" if self._source is None else str(self._source)
        found: list[Line] = [(Span(f" Import from {clean(where)}", "title"),), ()]
        for paragraph in self._paragraphs:
            found += wrapped(paragraph, cells)
        return found


def _echo_own(words: str) -> Echo:
    """Only an address for mail, or a name in a chat, can say whose it is."""
    from convonote.whose_mail import own_address

    try:
        channel, value = own_address(words)
    except ValueError as error:
        return Echo(f"This {error}", good=False)
    if channel not in ("", Channel.EMAIL.value):
        return Echo("This is no address for mail", good=False)
    return Echo(f"= {value}")
