"""Whether what stands in a composer can be said, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from convonote.addressing import Addressed, UnknownName, resolve
from convonote.composing import After, Saying, Sketch
from convonote.screens.compose_request import Mode
from convonote.screens.moments import BadMoment, moment_of
from convonote.store.notebook import Notebook


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


def ready(notebook: Notebook, sketch: Sketch, words: Words, me: int) -> tuple[Saying, Addressed]:
    """What is to be said and to whom, once all of it can be; raises NotReady, NotebookError."""
    if not sketch.text.strip():
        raise NotReady("There is nothing to save yet; write something first")
    try:
        moment = moment_of(notebook, words.when)
    except BadMoment as error:
        raise NotReady(str(error), "#when") from None
    saying = Saying(sketch, me, at=moment.at, offset=moment.offset)
    if sketch.mode is Mode.NOTE:
        return saying, Addressed()
    to = _resolved(notebook, words.to, words.to_labels, "#to")
    if not to.people:
        raise NotReady("Say with whom: a name, or +Name for somebody new", "#to")
    copied = Addressed()
    if sketch.mode is Mode.SAID:
        copied = _resolved(notebook, words.cc, words.cc_labels, "#cc")
    sketch = replace(sketch, people=to.known)
    return replace(saying, sketch=sketch, cc=copied.known, after=words.after), to


def _resolved(notebook: Notebook, names: str, labels: Mapping[str, int], where: str) -> Addressed:
    """Whom a field names."""
    try:
        return resolve(notebook, names, labels)
    except UnknownName as error:
        raise NotReady(str(error), where) from None
