"""`undo`: take back what the user did last; an import is taken back by `import --undo`."""

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say
from convonote.cli.stop import Stop
from convonote.store.records import UndoError

EXAMPLES = "convonote undo    what was logged, set or changed last is as it was before"


def run(arguments: list[str], notebook: str | None) -> int:
    """Take back one change and say which."""
    return step("undo", EXAMPLES, arguments, notebook)


def step(verb: str, examples: str, arguments: list[str], notebook: str | None) -> int:
    """Go one step back, or with `redo` forth again."""
    codes = {stop.NOT_ALL: f"there is nothing to {verb}, or it has changed since"}
    Options(verb, examples=examples, codes=codes).parse_args(arguments)
    with opened(notebook) as book:
        try:
            say(f"undone: {book.undo()}" if verb == "undo" else f"done again: {book.redo()}")
        except UndoError as error:
            raise Stop(stop.NOT_ALL, str(error)) from None
    return stop.DONE
