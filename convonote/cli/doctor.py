"""`doctor`: compute everything again that can be, compare, and say what is wrong."""

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json, say_json_list
from convonote.cli.progress import shown
from convonote.store.keeping.backup import backups
from convonote.store.notebook import Notebook

EXAMPLES = """\
convonote doctor           check, and mend what can be computed again
convonote doctor --json    the findings for another program
convonote doctor --purge   erase for good what was deleted; undo cannot bring it back"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what was found wrong."""
    options = Options("doctor", examples=EXAMPLES, codes={stop.NOT_ALL: "something was wrong"})
    options.add_argument("--json", action="store_true", help="a JSON list of findings")
    options.add_argument("--purge", action="store_true", help="erase for good what was deleted")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        if given.purge:
            _purge(book, as_json=given.json)
            return stop.DONE
        with shown("checking") as progress:
            findings = book.doctor(progress=progress)
        if given.json:
            say_json_list({"what": one.what, "mended": one.mended} for one in findings)
        else:
            for one in findings:
                say(f"{'mended' if one.mended else 'wrong'}: {one.what}")
            if not findings:
                say(f"Nothing is wrong with {book.path}.")
    return stop.NOT_ALL if findings else stop.DONE


def _purge(book: Notebook, *, as_json: bool) -> None:
    """Erase what was deleted, and say how much that was and where it still is."""
    gone = book.purge()
    if as_json:
        say_json(
            {
                "exchanges": gone.exchanges,
                "conversations": gone.conversations,
                "others": gone.others,
            }
        )
        return
    say(
        f"erased for good: exchanges {gone.exchanges:,}, topics {gone.conversations:,},"
        f" other things {gone.others:,}"
    )
    if there := backups(book.path):
        say(f"copies made before still hold it: {len(there)} in {there[0].parent}")
