"""Whom task items name, among the people concerned."""

from collections.abc import Collection

from convonote.conversation.called import folded_name, meant
from convonote.conversation.tasks import Task
from convonote.store.notebook import Notebook
from convonote.writing.composing import Sketch


def is_known(task: Task, names: Collection[str]) -> bool:
    """Whether it names nobody, or one of some people, or the user."""
    if not task.owner or folded_name(task.owner) == "me":
        return True
    return meant(task.owner, dict(enumerate(names))) is not None


def names_of(notebook: Notebook, sketch: Sketch) -> list[str]:
    """Everybody whom a task item of a sketch may name, each once."""
    people = [notebook.person(id) for id in (*sketch.people, *sketch.cc)]
    found = {one.id: one.name for one in (*people, notebook.me) if one is not None}
    if sketch.conversation is not None:
        into = notebook.conversation(sketch.conversation)
        found |= {} if into is None else {one.id: one.name for one in into.people}
    new = (name.removeprefix("+") for name in (*sketch.typed.new, *sketch.typed.new_cc))
    return [*found.values(), *new]
