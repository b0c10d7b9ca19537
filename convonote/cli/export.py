"""`export`: everything, as a folder of pages for people, or as one JSON object a line."""

from pathlib import Path

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json, tell
from convonote.cli.progress import shown
from convonote.cli.stop import Stop
from convonote.store.notebook import Notebook

EXAMPLES = """\
convonote export ~/conversations             a page of markdown for each, and people.vcf
convonote export --json > all.jsonl          everything there is, nothing lost
convonote --notebook new import all.jsonl    the same notebook again
convonote export --recommendations plumber   names, and addresses marked as public"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Write pages into a folder, or print every record of the notebook."""
    options = Options(
        "export",
        examples=EXAMPLES,
        codes={stop.NOT_ALL: "files in the way were left as they are, or it cannot be written"},
    )
    options.add_argument("folder", path=True, metavar="DIR", nargs="?", help="where the pages go")
    options.add_argument("--json", action="store_true", help="lines of JSON on standard output")
    options.add_argument(
        "--recommendations", metavar="TOPIC", help="who is good for it, as a page to pass on"
    )
    given = options.parse_args(arguments)
    if sum(map(bool, (given.json, given.folder, given.recommendations))) != 1:
        options.error("name a folder, or --json for one stream, or --recommendations TOPIC")
    with opened(notebook) as book:
        if given.recommendations:
            from convonote.cli.recommendations import page

            return page(book, given.recommendations)
        if given.json:
            for record in book.export():
                say_json(record)
            return stop.DONE
        return _pages(book, Path(given.folder).expanduser())


def _pages(book: Notebook, folder: Path) -> int:
    from convonote.exporting.folder import export_folder

    try:
        with shown("writing") as progress:
            done = export_folder(book, folder, progress=progress)
    except OSError as error:
        raise Stop(
            stop.NOT_ALL, f"{error.filename or folder} cannot be written: {error.strerror}"
        ) from None
    removed = f", removed {done.removed}" if done.removed else ""
    say(f"wrote {done.written}, unchanged {done.unchanged}{removed} in {folder}")
    for path in done.left:
        tell(f"{path} is not as it was written; it was left alone. Move it away to have it anew")
    return stop.NOT_ALL if done.left else stop.DONE
