"""From what stands in a composer to what is said: the honest question, handing over, saving."""

import asyncio
from dataclasses import replace

from textual.app import App
from textual.screen import Screen

from convonote import composing, sending
from convonote.addressing import Addressed, add_new
from convonote.clipboard import copy
from convonote.composing import Saying
from convonote.drafting import Drafting
from convonote.screens.compose_request import Mode
from convonote.screens.host import host
from convonote.screens.sending import How, SendingQuestion
from convonote.sending import SendingError
from convonote.store.records import NotebookError, Said
from convonote.text.clean import clean


class Undelivered(Exception):
    """It was not saved; the message says why, or what to do."""


class Delivery:
    """The way out of one composer."""

    def __init__(self, screen: Screen[Said | None], drafting: Drafting) -> None:
        self._screen = screen
        self._drafting = drafting
        self._handed: str | None = None
        """What was handed over, where writing it down then failed: it must not be sent twice."""

    async def deliver(self, saying: Saying, addressed: Addressed) -> Said | None:
        """Ask what became of it if it must be asked, and write it down; None keeps the draft.

        Raises Undelivered, and NotebookError where the notebook cannot be written.
        """
        sketch = saying.sketch
        if sketch.mode is not Mode.SAID or not sending.leaves(sketch.channel):
            return await self._say(saying, addressed)
        if self._handed == sketch.text:
            return await self._say(replace(saying, queued=True), addressed)
        command = host(self._screen).config.send
        how = await self._screen.app.push_screen_wait(SendingQuestion(sketch.channel, command))
        if how is None:
            raise Undelivered("Not saved yet; the text is here")
        if how is How.DRAFT:
            await asyncio.to_thread(self._drafting.save, sketch, saying.me)
            return None
        if how is How.SENT:
            return await self._say(saying, addressed)
        told = await self._hand_over(how, saying, addressed, command or "")
        self._handed = sketch.text
        said = await self._record(saying, addressed, told)
        host(self._screen).tell(told)
        return said

    async def _record(self, saying: Saying, addressed: Addressed, told: str) -> Said:
        """Write down what has left already, as queued."""
        try:
            return await self._say(replace(saying, queued=True), addressed)
        except NotebookError as error:
            raise Undelivered(
                f"{told}, but not written down: {error} · Ctrl+s tries again, without sending"
            ) from error

    async def _hand_over(self, how: How, saying: Saying, addressed: Addressed, command: str) -> str:
        """Hand it over; what happened, in a line."""
        app: App[object] = self._screen.app
        if how is How.CLIPBOARD:
            return await asyncio.to_thread(copy, saying.sketch.text, app.copy_to_clipboard)
        if len(addressed.known) < len(addressed.people):
            raise Undelivered("A new person has no email address yet; add it, or say s or k")
        try:
            letter = await asyncio.to_thread(composing.letter, host(self._screen).notebook, saying)
            name = sending.new_message_id(letter.sender[1])
            content = sending.message(letter, name)
            printed = await asyncio.to_thread(sending.hand_over, command, content)
        except SendingError as error:
            raise Undelivered(str(error)) from error
        return f"Handed over to {clean(command)}" + (f": {printed}" if printed else "")

    async def _say(self, saying: Saying, addressed: Addressed) -> Said:
        return await asyncio.to_thread(self._say_now, saying, addressed)

    def _say_now(self, saying: Saying, addressed: Addressed) -> Said:
        """Add those who are new and write it down; the draft goes with it."""
        notebook = host(self._screen).notebook
        people = add_new(notebook, addressed)
        sketch = replace(saying.sketch, people=people)
        return self._drafting.say(replace(saying, sketch=sketch))
