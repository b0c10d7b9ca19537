"""`Saving`: from what stands in a composer to the notebook, or to a line that says why not."""

import asyncio
from dataclasses import replace

from textual import work

from convonote.host import host, key, takes_back
from convonote.screens.writing.delivery import Delivery, Undelivered
from convonote.screens.writing.looking_through import LookingThrough
from convonote.store.errors import NotebookError
from convonote.store.listening.records import Warning
from convonote.widgets.fields import Fields
from convonote.writing.composing import Sketch
from convonote.writing.heeding import warned
from convonote.writing.openings import Opening
from convonote.writing.readiness import NotReady, Ready, ready
from convonote.writing.warning_words import warning_lines


class Saving(LookingThrough):
    """Writes down what stands in the fields and the text, once."""

    _delivery: Delivery

    def __init__(self) -> None:
        super().__init__()
        self._opening: Opening | None = None
        """What it opened with, once that is read."""
        self._loaded = asyncio.Event()
        self._busy = False
        """Saving is under way."""
        self._anyway: tuple[Warning, ...] = ()
        """The warnings that were read, so that saving again goes on all the same."""

    @property
    def fields(self) -> Fields:
        """All that stands above the text."""
        return self.query_one(Fields)

    @property
    def me(self) -> int:
        """Who I am, also before the fields are filled."""
        return (self._opening.me if self._opening else host(self).notebook.me).id

    def action_save(self) -> None:
        """Write it down, once."""
        if not self._busy:
            self._busy = True
            self._save()

    @work(group="save")
    async def _save(self) -> None:
        try:
            await self._loaded.wait()
            await self._save_now()
        except NotReady as reason:
            self.query_one(reason.where).focus()
            self.tell(str(reason))
        except Undelivered as reason:
            self.tell(str(reason))
        except NotebookError as error:
            self.tell(f"Not saved: {error}")
        finally:
            self._busy = False

    async def _save_now(self) -> None:
        sketch, words, notebook = self.sketch, self.fields.words, host(self).notebook
        whole = self._opening is None or self._opening.whole
        found = await asyncio.to_thread(
            lambda: ready(notebook, sketch, words, self.me, whole=whole)
        )
        if sketch.edits is not None:
            said = await self._delivery.edit(self._as_reminded(found), whole=whole)
            told = "Nothing was changed" if said is None else f"Edited; {takes_back(self)}"
            host(self).tell(told)
            self.dismiss(said)
            return
        await self._heed(replace(found.saying.sketch, cc=found.saying.cc))
        said = await self._delivery.deliver(found)
        if said is None:
            host(self).tell("The draft stays")
        self.dismiss(said)

    async def _heed(self, sketch: Sketch) -> None:
        """Tell what it goes against; raises Undelivered unless that was read already."""
        notebook = host(self).notebook
        warnings = await asyncio.to_thread(warned, notebook, sketch)
        if set(warnings) - set(self._anyway):
            self._anyway = warnings
            line = warning_lines(warnings, notebook.now())
            raise Undelivered(f"{key(self, 'save')} again goes on all the same · {line}")

    def _as_reminded(self, found: Ready) -> Ready:
        """A reminder that was not touched stays, also one whose day has come."""
        before, words = self._opening, self.fields.remind.value
        if before is None or before.edits is None or words != before.typed.remind:
            return found
        return replace(found, saying=replace(found.saying, remind=before.edits.remind_at))
