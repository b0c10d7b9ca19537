"""`export --json`: everything, one JSON object a line."""

import argparse

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say_json

EXAMPLES = """\
convonote export --json > all.jsonl          everything there is
convonote --notebook new import all.jsonl    the same notebook again"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print every record of the notebook."""
    options = Options("export", examples=EXAMPLES)
    options.add_argument("--json", action="store_true", help="lines of JSON on standard output")
    options.add_argument("folder", nargs="*", help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if given.folder or not given.json:
        options.error(
            "export writes to standard output only, no folders of files yet:"
            " convonote export --json > all.jsonl"
        )
    with opened(notebook) as book:
        for record in book.export():
            say_json(record)
    return stop.DONE
