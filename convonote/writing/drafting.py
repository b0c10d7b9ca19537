"""Keeping what is being written, so that a dropped line loses at most a second or two."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TypeVar

from convonote.store.notebook import Notebook
from convonote.store.records import Draft, Said
from convonote.writing.composing import Saying, Sketch, edit, say

Result = TypeVar("Result", Said, Said | None)


class Drafting:
    """The one draft of a composer; may be saved from any thread, one at a time."""

    def __init__(self, notebook: Notebook, draft: Draft | None = None) -> None:
        self._notebook = notebook
        self._lock = Lock()
        self._draft = draft
        self._saved: Sketch | None = None
        self._opened: Sketch | None = None
        self._said = False

    @property
    def draft(self) -> Draft | None:
        """The draft as it is on disk."""
        return self._draft

    def opened(self, sketch: Sketch) -> None:
        """Note what stood there before anything was typed: that is not worth keeping."""
        if self._draft is None:
            self._opened = sketch

    def save(self, sketch: Sketch, me: int) -> Draft | None:
        """Put it on disk, if it has changed and is worth it. Raises NotebookError."""
        with self._lock:
            if self._said or sketch == self._saved:
                return self._draft
            untouched = not sketch.text.strip() or sketch == self._opened
            if untouched and self._draft is None:
                return None
            self._draft = self._notebook.save_draft(
                self._draft,
                conversation=sketch.conversation,
                answers=sketch.answers,
                kind=sketch.kind,
                channel=sketch.channel,
                author=sketch.author(me),
                people=sketch.people,
                topic=sketch.topic,
                text=sketch.text,
                edits=sketch.edits,
                cc=sketch.cc,
                words=sketch.typed.packed(),
            )
            self._saved = sketch
            return self._draft

    def keep(self, sketch: Sketch, me: int) -> bool:
        """On leaving: save it, or drop it where nothing is written; whether it was kept."""
        if sketch.text.strip() and sketch != self._opened:
            return self.save(sketch, me) is not None
        with self._lock:
            if self._draft is not None and not self._said:
                self._notebook.drop_draft(self._draft.id)
                self._draft = None
        return False

    def say(self, complete: Callable[[], Saying]) -> Said:
        """Make an exchange of it; the draft goes in the same change, and none is saved after.

        `complete` gives what is to be said; what it writes, such as new people, is in that change.
        """
        return self._ended(say, complete)

    def edit(self, complete: Callable[[], Saying], *, whole: bool) -> Said | None:
        """Put it in the place of what it edits; the draft goes in the same change."""
        return self._ended(partial(edit, whole=whole), complete)

    def _ended(
        self, write: Callable[[Notebook, Saying], Result], complete: Callable[[], Saying]
    ) -> Result:
        with self._lock:
            draft = self._draft.id if self._draft else None
            with self._notebook.together():
                said = write(self._notebook, replace(complete(), draft=draft))
            self._said = True
            self._draft = None
            return said
