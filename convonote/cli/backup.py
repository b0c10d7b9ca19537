"""`backup`: a copy of the notebook that was checked, made while other programs use it."""

from pathlib import Path

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options, count
from convonote.cli.printing import say, say_json
from convonote.cli.progress import shown
from convonote.store.keeping.backup import backups, keep_newest
from convonote.store.keeping.records import Copy, Counts
from convonote.text.sizes import size

EXAMPLES = """\
convonote backup                       into the folder backups beside the notebook
convonote backup --keep 7              and only the seven newest there stay
convonote backup /media/stick/now.convonote
convonote restore /media/stick/now.convonote     put it back"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Make a copy and say where it is."""
    options = Options(
        "backup", examples=EXAMPLES, codes={stop.NOT_ALL: "the copy cannot be made there"}
    )
    options.add_argument(
        "file", path=True, metavar="FILE", nargs="?", help="a file that is not there yet"
    )
    options.add_argument(
        "--keep", type=count(1), metavar="N", help="remove all but the N newest of the usual place"
    )
    options.add_argument("--json", action="store_true", help="where it is and how much is in it")
    given = options.parse_args(arguments)
    if given.keep is not None and given.file:
        options.error("--keep is about the usual place; leave FILE out")
    with opened(notebook, create=False) as book:
        target = given.file and Path(given.file).expanduser().absolute()
        with shown("copying") as progress:
            copy = book.backup(target, progress=progress)
        gone = [] if given.keep is None else keep_newest(book.path, given.keep)
        there = backups(book.path)
    if given.json:
        say_json(as_json(copy))
        return stop.DONE
    say(f"{copy.path}: {described(copy.counts)}, {size(copy.size)}, checked")
    if gone:
        say(f"removed the {len(gone)} oldest; copies there now: {len(there)}")
    elif given.file is None and len(there) > 1:
        say(f"copies there now: {len(there)}; --keep N removes older ones")
    return stop.DONE


def described(counts: Counts) -> str:
    """How much there is, in words."""
    said = "exchange" if counts.exchanges == 1 else "exchanges"
    talks = "conversation" if counts.conversations == 1 else "conversations"
    people = "person" if counts.people == 1 else "people"
    return (
        f"{counts.exchanges:,} {said} in {counts.conversations:,} {talks},"
        f" {counts.people:,} {people}"
    )


def as_json(copy: Copy) -> dict[str, object]:
    """The same for another program."""
    return {
        "path": str(copy.path),
        "bytes": copy.size,
        "exchanges": copy.counts.exchanges,
        "conversations": copy.counts.conversations,
        "people": copy.counts.people,
    }
