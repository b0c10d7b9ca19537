"""Keeping what is being written, so that a dropped line loses at most a second or two."""

from dataclasses import replace
from threading import Lock

from convonote.composing import Saying, Sketch, say
from convonote.store.notebook import Notebook
from convonote.store.records import Draft, Said


class Drafting:
    """The one draft of a composer; may be saved from any thread, one at a time."""

    def __init__(self, notebook: Notebook, draft: Draft | None = None) -> None:
        self._notebook = notebook
        self._lock = Lock()
        self._draft = draft
        self._saved: Sketch | None = None
        self._said = False

    @property
    def draft(self) -> Draft | None:
        """The draft as it is on disk."""
        return self._draft

    def save(self, sketch: Sketch, me: int) -> Draft | None:
        """Put it on disk, if it has changed and is worth it. Raises NotebookError."""
        with self._lock:
            if self._said or sketch == self._saved:
                return self._draft
            if not sketch.text.strip() and self._draft is None:
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
            )
            self._saved = sketch
            return self._draft

    def keep(self, sketch: Sketch, me: int) -> bool:
        """On leaving: save it, or drop it where nothing is written; whether it was kept."""
        if sketch.text.strip():
            return self.save(sketch, me) is not None
        with self._lock:
            if self._draft is not None and not self._said:
                self._notebook.drop_draft(self._draft.id)
                self._draft = None
        return False

    def say(self, saying: Saying) -> Said:
        """Make an exchange of it; the draft goes in the same change, and none is saved after."""
        with self._lock:
            draft = self._draft.id if self._draft else None
            said = say(self._notebook, replace(saying, draft=draft))
            self._said = True
            self._draft = None
            return said
