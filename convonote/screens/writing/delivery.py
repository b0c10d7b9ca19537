"""From what stands in a composer to what is said: the honest question, handing over, saving."""

import asyncio
from dataclasses import replace
from functools import partial

from textual.app import App
from textual.screen import Screen

from convonote.clipboard import NotCopied, copy
from convonote.host import host, key
from convonote.screens.writing.sending import How, SendingQuestion
from convonote.store.errors import NotebookError
from convonote.store.records import Said
from convonote.text.clean import clean
from convonote.writing import composing, sending
from convonote.writing.addressing import add_new
from convonote.writing.compose_request import Mode
from convonote.writing.composing import Saying
from convonote.writing.drafting import Drafting
from convonote.writing.readiness import Ready
from convonote.writing.sending import SendingError


class Undelivered(Exception):
    """It was not saved; the message says why, or what to do."""


class Delivery:
    """The way out of one composer."""

    def __init__(self, screen: Screen[Said | None], drafting: Drafting) -> None:
        self._screen = screen
        self._drafting = drafting
        self._handed: str | None = None
        """What was handed over, where writing it down then failed: it must not be sent twice."""

    async def deliver(self, ready: Ready) -> Said | None:
        """Ask what became of it if it must be asked, and write it down; None keeps the draft.

        Raises Undelivered, and NotebookError where the notebook cannot be written.
        """
        saying = ready.saying
        sketch = saying.sketch
        if sketch.mode is not Mode.SAID or not sending.leaves(sketch.channel):
            return await self._say(ready)
        if self._handed == sketch.text:
            return await self._say(_queued(ready))
        command = host(self._screen).config.send
        how = await self._screen.app.push_screen_wait(SendingQuestion(sketch.channel, command))
        if how is None:
            raise Undelivered("Not saved yet; the text is here")
        if how is How.DRAFT:
            await asyncio.to_thread(self._drafting.save, sketch, saying.me)
            return None
        if how is How.SENT:
            return await self._say(ready)
        told = await self._hand_over(how, ready, command or "")
        self._handed = sketch.text
        said = await self._record(ready, told)
        host(self._screen).tell(told)
        return said

    async def _record(self, ready: Ready, told: str) -> Said:
        """Write down what has left already, as queued."""
        try:
            return await self._say(_queued(ready))
        except NotebookError as error:
            again = f"{key(self._screen, 'save')} tries again, without sending"
            raise Undelivered(f"{told}, but not written down: {error} · {again}") from error

    async def _hand_over(self, how: How, ready: Ready, command: str) -> str:
        """Hand it over; what happened, in a line."""
        app: App[object] = self._screen.app
        if how is How.CLIPBOARD:
            try:
                text = ready.saying.sketch.text
                return await asyncio.to_thread(copy, text, app.copy_to_clipboard)
            except NotCopied as error:
                raise Undelivered(str(error)) from error
        if ready.has_new:
            raise Undelivered("A new person has no email address yet; add it, or answer otherwise")
        try:
            notebook = host(self._screen).notebook
            letter = await asyncio.to_thread(composing.letter, notebook, ready.saying)
            name = sending.new_message_id(letter.sender[1])
            content = sending.message(letter, name)
            printed = await asyncio.to_thread(sending.hand_over, command, content)
        except SendingError as error:
            raise Undelivered(str(error)) from error
        return f"Handed over to {clean(command)}" + (f": {printed}" if printed else "")

    async def edit(self, ready: Ready, *, whole: bool) -> Said | None:
        """Put it in the place of what it edits; None where nothing differs."""
        return await asyncio.to_thread(
            self._drafting.edit, partial(self._complete, ready), whole=whole
        )

    async def _say(self, ready: Ready) -> Said:
        return await asyncio.to_thread(self._drafting.say, partial(self._complete, ready))

    def _complete(self, ready: Ready) -> Saying:
        """What is to be said, once those who are new are added."""
        notebook = host(self._screen).notebook
        people, cc = add_new(notebook, ready.to), add_new(notebook, ready.cc)
        sketch = replace(ready.saying.sketch, people=people)
        return replace(ready.saying, sketch=sketch, cc=cc)


def _queued(ready: Ready) -> Ready:
    return replace(ready, saying=replace(ready.saying, queued=True))
