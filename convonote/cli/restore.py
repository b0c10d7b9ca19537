"""`restore`: put a copy in the place of the notebook; what was there is kept."""

import time
from pathlib import Path

from convonote import locations
from convonote.cli import stop
from convonote.cli.backup import as_json, described
from convonote.cli.opening import opened, settings
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.progress import shown
from convonote.store.keeping.putting_back import put_back
from convonote.store.opening import local_zone

EXAMPLES = """\
convonote restore ~/.local/share/convonote/backups/notebook-2026-11-22-120000.convonote
convonote restore old.convonote --notebook other.convonote    into another notebook
convonote import all.jsonl                                    what export --json wrote"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Check the copy, keep what is there, put the copy in its place, and say how to go back."""
    options = Options(
        "restore", examples=EXAMPLES, codes={stop.NOT_ALL: "the file is no copy of a notebook"}
    )
    options.add_argument(
        "file", path=True, metavar="FILE", help="a copy that convonote backup made"
    )
    options.add_argument("--json", action="store_true", help="what was done, as JSON")
    given = options.parse_args(arguments)
    read = settings()
    path, kept = locations.notebook(notebook), Path(given.file).expanduser().absolute()
    with shown("copying") as progress:
        done = put_back(
            kept, path, time.time_ns() // 1000, read.zone or local_zone(), progress=progress
        )
    # Opened once, so that a copy of an older version is brought up to this one.
    with opened(notebook, read, create=False):
        pass
    if given.json:
        say_json(
            {
                "path": str(path),
                "exchanges": done.counts.exchanges,
                "conversations": done.counts.conversations,
                "people": done.counts.people,
                "before": None if done.before is None else as_json(done.before),
                "aside": None if done.aside is None else str(done.aside),
            }
        )
        return stop.DONE
    say(f"restored {kept}: {described(done.counts)}")
    if done.before is not None:
        say(f"what was there before ({described(done.before.counts)}) is kept; to go back:")
        say(f"  convonote restore {done.before.path}")
    if done.aside is not None:
        say(f"what was there before was damaged; it is in {done.aside} as it was")
    return stop.DONE
