"""`doctor`: compute everything again that can be, compare, and say what is wrong."""

import sys

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json_list

EXAMPLES = """\
convonote doctor           check, and mend what can be computed again
convonote doctor --json    the findings for another program"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what was found wrong."""
    options = Options("doctor", examples=EXAMPLES, codes={stop.NOT_ALL: "something was wrong"})
    options.add_argument("--json", action="store_true", help="a JSON list of findings")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        shown = sys.stderr.isatty()
        findings = book.doctor(progress=_progress if shown else None)
        if shown:
            print(end="\r\x1b[K", file=sys.stderr)
        if given.json:
            say_json_list({"what": one.what, "mended": one.mended} for one in findings)
        else:
            for one in findings:
                say(f"{'mended' if one.mended else 'wrong'}: {one.what}")
            if not findings:
                say(f"Nothing is wrong with {book.path}.")
    return stop.NOT_ALL if findings else stop.DONE


def _progress(done: int, total: int) -> None:
    print(f"\rchecking {done:,} of {total:,}", end="", file=sys.stderr, flush=True)
