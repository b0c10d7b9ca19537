"""What people asked for and what matters before writing to them, for what stands in a composer."""

from dataclasses import dataclass, replace

from convonote.conversation.records import SECOND
from convonote.conversation.zones import offset_at
from convonote.store.listening.records import Before, Warning
from convonote.store.notebook import Notebook
from convonote.writing.compose_request import Mode
from convonote.writing.composing import Sketch
from convonote.writing.moments import BadMoment, moment_of

NOTHING = Before()
"""Nothing is known that matters."""


Occasion = tuple[Sketch, int]
"""What it depends on what is to be heeded."""


def occasion(notebook: Notebook, sketch: Sketch) -> Occasion:
    """All of a sketch but its words, in this minute: an hour that is asked for may begin."""
    return replace(sketch, text="", topic=""), notebook.now() // (60 * SECOND)


@dataclass(frozen=True, slots=True)
class Heeded:
    """What is to be heeded."""

    before: Before = NOTHING
    warnings: tuple[Warning, ...] = ()


def heeded(notebook: Notebook, sketch: Sketch) -> Heeded:
    """What matters for a sketch; a note says nothing to anybody, and what was said is said."""
    if sketch.mode is Mode.NOTE or not sketch.people:
        return Heeded()
    return Heeded(
        notebook.before_writing(sketch.people, sketch.conversation), warned(notebook, sketch)
    )


def warned(notebook: Notebook, sketch: Sketch) -> tuple[Warning, ...]:
    """What the sketch goes against, should the user say it so."""
    if sketch.mode not in (Mode.SAID, Mode.TALK) or sketch.edits is not None:
        return ()
    try:
        given = moment_of(notebook, sketch.typed.when)
    except BadMoment:
        return ()  # Saving says what is wrong with it.
    at = notebook.now() if given.at is None else given.at
    offset = offset_at(at, notebook.zone) if given.offset is None else given.offset
    people = (*sketch.people, *sketch.cc)
    return notebook.warnings(people, sketch.channel, at, offset, answers=sketch.answers)
