"""`undo`: take back what the user did last; an import is taken back by `import --undo`."""

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.stop import Stop
from convonote.store.errors import UndoError

EXAMPLES = "convonote undo    what was logged, set or changed last is as it was before"


def run(arguments: list[str], notebook: str | None) -> int:
    """Take back one change and say which."""
    return step("undo", EXAMPLES, arguments, notebook)


def step(verb: str, examples: str, arguments: list[str], notebook: str | None) -> int:
    """Go one step back, or with `redo` forth again."""
    codes = {stop.NOT_ALL: f"there is nothing to {verb}, or it has changed since"}
    options = Options(verb, examples=examples, codes=codes)
    options.add_argument("--json", action="store_true", help="what it was, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        try:
            what = book.undo() if verb == "undo" else book.redo()
        except UndoError as error:
            raise Stop(stop.NOT_ALL, str(error)) from None
        if given.json:
            say_json({"what": what})
        else:
            say(f"{'undone' if verb == 'undo' else 'done again'}: {what}")
    return stop.DONE
