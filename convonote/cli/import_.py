"""`import`: take in mail, or an export of convonote; reading the same again adds nothing."""

import re
import sys
from collections.abc import Iterable, Sequence
from io import BufferedReader
from pathlib import Path

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json, tell
from convonote.cli.stop import Stop
from convonote.cli.tally import Tally
from convonote.config import Address, address
from convonote.importing import WhoseMailError, is_export, run_import
from convonote.intake.formats import Format, SourceError, recognise_head
from convonote.intake.sources import STDIN
from convonote.store.notebook import Notebook
from convonote.store.records import UndoError

EXAMPLES = """\
convonote import ~/Mail --me ana@example.org    a Maildir, or a folder with mail in it
convonote import inbox.mbox sent.mbox           as often as you like; only what is new is added
convonote import - < message.eml                one message
convonote import all.jsonl                      what convonote export --json wrote
convonote import --undo                         take the last import back"""
_NAMED = re.compile(r".*<([^<>\s]+@[^<>\s]+)>")


def run(arguments: list[str], notebook: str | None) -> int:
    """Take in the sources and print what came of it."""
    options = Options("import", examples=EXAMPLES, codes={stop.NOT_ALL: "some of it was refused"})
    options.add_argument(
        "sources", metavar="SOURCE", nargs="*", help="mbox, Maildir, .eml, folder, export, or -"
    )
    options.add_argument(
        "--me", metavar="ADDRESS", action="append", default=[], help="an address of yours; repeat"
    )
    options.add_argument("--undo", action="store_true", help="take the last import back")
    options.add_argument("--json", action="store_true", help="the counts as one JSON object")
    given = options.parse_args(arguments)
    if given.undo == bool(given.sources):
        options.error(
            "name what to import (an mbox, a Maildir, .eml files, a folder, an export or -);"
            " no source is remembered yet; or give --undo alone"
        )
    me = _mine(given.me)
    with opened(notebook) as book:
        if given.undo:
            say(_undo(book))
            return stop.DONE
        tally = Tally()
        _take_in(book, given.sources, me, tally)
        if given.json:
            say_json(tally.as_json())
        else:
            tally.summary()
    if tally.stopped:
        tell("stopped; what was added stays, and the same command goes on from there")
        return stop.INTERRUPTED
    nobody = bool(me) and len(tally.absent) == len(me)
    return stop.NOT_ALL if tally.refused or nobody else stop.DONE


def _mine(written: Iterable[str]) -> list[Address]:
    """The addresses after `--me`; a name around one is left aside."""
    mine = []
    for one in written:
        named = _NAMED.fullmatch(one.strip())
        try:
            mine.append(address(named[1] if named else one.strip()))
        except ValueError as error:
            raise Stop(stop.USAGE, f"--me {error}") from None
    return mine


def _undo(book: Notebook) -> str:
    try:
        return book.undo_import()
    except UndoError as error:
        raise Stop(stop.NOT_ALL, str(error)) from None


def _take_in(book: Notebook, sources: Sequence[str], me: Sequence[Address], tally: Tally) -> None:
    """Take in exports, then mail."""
    exports = [source for source in sources if _is_export(source)]
    mail = [source for source in sources if source not in exports]
    try:
        for source in exports:
            _restore(book, source, tally)
        if mail:
            tally.add(
                run_import(book, mail, stdin=sys.stdin.buffer, me=me, on_progress=tally.progress)
            )
    except WhoseMailError as error:
        raise Stop(stop.USAGE, str(error)) from None
    finally:
        tally.end_progress()


def _is_export(source: str) -> bool:
    if source == STDIN:
        stdin = sys.stdin.buffer
        # Looked at without being read, so that a message in it is still whole.
        head = stdin.peek(64) if isinstance(stdin, BufferedReader) else b""
        return recognise_head(head) is Format.EXPORT
    try:
        return is_export(source)
    except SourceError:
        # Reading it will say what is wrong with it.
        return False


def _restore(book: Notebook, source: str, tally: Tally) -> None:
    """Take in an export, line by line."""
    from convonote.store.restore import read_lines

    shown = "standard input" if source == STDIN else source
    with sys.stdin.buffer if source == STDIN else Path(source).open("rb") as lines:
        tally.restored(
            book.restore(read_lines(lines, shown), source=shown, refused=tally.refused.append)
        )
