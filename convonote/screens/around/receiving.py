"""`Receiving`: an import under way, and what became of it."""

import asyncio
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import Worker

from convonote.config import Address
from convonote.conversation.records import Channel
from convonote.intake.formats import SourceError
from convonote.screens.prompt import Echo, Prompt
from convonote.screens.reader import Reader
from convonote.store.errors import NotebookError
from convonote.text.clean import clean
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from convonote.importing.result import ImportResult

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
        self._nothing_in = True
        """Whose it is must be known before any of it is taken in."""

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
        from convonote.importing import WhoseMailError, run_import
        from convonote.importing.exports import is_export, restore_file
        from convonote.importing.result import ImportResult, Stopped, described

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
                return restore_file(self.notebook, self._source, on_progress=progress)
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
        lines = told(result, self.notebook.chat_pause)
        self._say(*lines, "q or Esc: to your conversations")
        self._nothing_in = False
        if result.nobody:
            self._ask()

    def _ask_whose(self, tried: tuple[Address, ...], among: tuple[str, ...]) -> None:
        """Say why nothing was taken in, and ask."""
        which = [f"Which of these are you? {', '.join(among)}"] if among else []
        if tried:
            which.insert(0, f"{', '.join(value for _, value in tried)} is in none of it.")
        self._say(*which)
        self._ask(among)

    def _ask(self, among: tuple[str, ...] = ()) -> None:
        """Ask for the user's own address or, `among` those in a chat, name; begin again with it."""
        if not self.is_current:
            return
        prompt = Prompt(
            "Your own name in this chat" if among else "Whose mail is this? Your own address in it",
            placeholder=among[0] if among else "me@example.org",
            echo=_echo_own,
        )
        self.app.push_screen(prompt, self._asked_whose)

    def _asked_whose(self, words: str | None) -> None:
        from convonote.importing.whose_mail import own_address

        if words is not None:
            self._say("Looking…")
            self._begin((own_address(words),))
        elif self._nothing_in:
            self._say(*self._paragraphs, "Nothing was read.")

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


def told(result: "ImportResult", chat_pause: int) -> list[str]:
    """What an import did, a paragraph each."""
    from convonote.importing.result import (
        NOBODY,
        how_cut,
        how_many_skipped,
        how_many_unchanged,
        what_is_new,
    )

    got = result.received
    lines = [
        f"Read {result.read}, added {got.added}, already there {got.already}, "
        f"refused {len(result.refused)}."
    ]
    if got.added:
        lines.append(_sentence(what_is_new(got)))
    if got.chats:
        lines.append(_sentence(how_cut(got, chat_pause)))
    if result.unchanged:
        lines.append(_sentence(how_many_unchanged(result.unchanged)))
    if result.skipped:
        lines.append(_sentence(how_many_skipped(result.skipped)))
    if result.guess is not None:
        mine = ", ".join(value for _, value in result.guess.addresses)
        lines.append(f"You were taken to be {mine} ({result.guess.why}).")
    for one in result.absent:
        kept = "; it is kept as yours all the same" if one in result.kept else ""
        lines.append(f"{one} is in none of it{kept}.")
    if result.nobody:
        lines.append(_sentence(NOBODY))
    lines += [f"{one.source}: {one.reason}" for one in result.troubles[:LISTED]]
    lines += [f"Refused: {one.source}: {one.reason}" for one in result.refused[:LISTED]]
    return lines


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _echo_own(words: str) -> Echo:
    """Only an address for mail, or a name in a chat, can say whose it is."""
    from convonote.importing.whose_mail import own_address

    try:
        channel, value = own_address(words)
    except ValueError as error:
        return Echo(f"This {error}", good=False)
    if channel not in ("", Channel.EMAIL.value):
        return Echo("This is no address for mail", good=False)
    return Echo(f"= {value}")
