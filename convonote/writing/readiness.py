"""Whether what stands in a composer can be said, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from convonote.store.notebook import Notebook
from convonote.writing.addressing import Addressed, UnknownName, resolve
from convonote.writing.compose_request import Mode
from convonote.writing.composing import After, Saying, Sketch
from convonote.writing.moments import BadMoment, moment_of, reminder_of

NOBODY = Addressed()
NOBODY_ANSWERS = frozenset({After.NO_ANSWER, After.ME, After.NOBODY})
"""Whose turn it is where no answer is waited for."""


class NotReady(Exception):
    """Something is missing or wrong: one line, and the selector of where to mend it."""

    def __init__(self, message: str, where: str = "#text") -> None:
        super().__init__(message)
        self.where = where


@dataclass(frozen=True, slots=True)
class Words:
    """What is typed in the fields, as it is typed."""

    to: str = ""
    cc: str = ""
    when: str = ""
    after: After = After.RULES
    to_labels: Mapping[str, int] = field(default_factory=dict)
    cc_labels: Mapping[str, int] = field(default_factory=dict)
    remind: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be said, and to whom, new people too."""

    saying: Saying
    to: Addressed = NOBODY
    cc: Addressed = NOBODY

    @property
    def has_new(self) -> bool:
        """Whether somebody in it is not in the notebook yet."""
        return any(len(some.known) < len(some.people) for some in (self.to, self.cc))


def ready(
    notebook: Notebook, sketch: Sketch, words: Words, me: int, *, whole: bool = True
) -> Ready:
    """What is to be said and to whom, once all of it can be; raises NotReady, NotebookError.

    Without `whole` nothing but the text counts.
    """
    if not sketch.text.strip():
        raise NotReady("There is nothing to save yet; write something first")
    if not whole:
        return Ready(Saying(sketch, me))
    try:
        moment = moment_of(notebook, words.when)
    except BadMoment as error:
        raise NotReady(str(error), "#when") from None
    saying = Saying(sketch, me, at=moment.at, offset=moment.offset)
    if sketch.mode is Mode.NOTE:
        return Ready(saying)
    to = _resolved(notebook, words.to, words.to_labels, "#to")
    if not to.people:
        raise NotReady("Say with whom: a name, or +Name for somebody new", "#to")
    copied = Addressed()
    if sketch.mode is Mode.SAID:
        copied = _resolved(notebook, words.cc, words.cc_labels, "#cc")
        try:
            saying = replace(saying, remind=reminder_of(notebook, words.remind))
        except BadMoment as error:
            raise NotReady(str(error), "#remind") from None
        if saying.remind is not None and words.after in NOBODY_ANSWERS:
            raise NotReady(
                f"With “{words.after}” nobody is to answer, so there is nothing to remind you of",
                "#remind",
            )
    sketch = replace(sketch, people=to.known)
    return Ready(replace(saying, sketch=sketch, cc=copied.known, after=words.after), to, copied)


def _resolved(notebook: Notebook, names: str, labels: Mapping[str, int], where: str) -> Addressed:
    """Whom a field names."""
    try:
        return resolve(notebook, names, labels)
    except UnknownName as error:
        raise NotReady(str(error), where) from None
