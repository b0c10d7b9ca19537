"""`import`: take in mail, cards, chats or an export; reading the same again adds nothing."""

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from io import BufferedReader, BytesIO

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json, tell
from convonote.cli.stop import Stop
from convonote.cli.tally import Tally
from convonote.config import Address
from convonote.importing import WhoseMailError, run_import
from convonote.importing.exports import is_export, restore, restore_file
from convonote.importing.whose_mail import own_address
from convonote.intake.formats import HEAD, Format, SourceError, recognise_head
from convonote.intake.records import Refused
from convonote.intake.sources import STDIN
from convonote.intake.unpacking import compressed_with, first_unpacked
from convonote.store.errors import UndoError
from convonote.store.notebook import Notebook

EXAMPLES = """\
convonote import ~/Mail --me ana@example.org    a Maildir, or a folder with mail in it
convonote import inbox.mbox sent.mbox.gz        as often as you like; only what is new is added
convonote import                                everything that was imported before, once more
convonote import contacts.vcf "WhatsApp Chat - Ana.zip"
convonote import - < message.eml                one message, or whatever comes over a pipe
convonote import all.jsonl                      what convonote export --json wrote
convonote import --sources                      what is read when no SOURCE is named
convonote import --undo                         take the last import back"""
_NAMED = re.compile(r".*<([^<>\s]+@[^<>\s]+)>")


def run(arguments: list[str], notebook: str | None) -> int:
    """Take in the sources and print what came of it."""
    given = _parsed(arguments)
    me = _mine(given.me)
    with opened(notebook) as book:
        if given.undo:
            undone = _undo(book)
            if given.json:
                say_json({"what": undone})
            else:
                say(undone)
            return stop.DONE
        if given.listed or given.forget is not None:
            from convonote.cli import sources

            return sources.run(book, forget=given.forget, json=given.json)
        tally = Tally(shown=not given.json, chat_pause=book.chat_pause)
        try:
            _take_in(book, given, me, tally)
        except KeyboardInterrupt:
            tally.stopped = True
        if given.json:
            say_json(tally.as_json())
        else:
            tally.summary()
    if tally.stopped:
        tell("stopped; what was added stays, and the same command goes on from there")
        return stop.INTERRUPTED
    nobody = bool(me) and len(tally.strange) == len(me)
    return stop.NOT_ALL if tally.refused or tally.troubles or nobody else stop.DONE


def _parsed(arguments: list[str]) -> Namespace:
    """The options, which must go together."""
    options = Options(
        "import",
        examples=EXAMPLES,
        codes={stop.NOT_ALL: "some of it was refused, or an attachment not written"},
    )
    options.add_argument(
        "sources",
        path=True,
        metavar="SOURCE",
        nargs="*",
        help="mbox, Maildir, .eml, vCard, chat, transcript, export, a folder or a zip of these,"
        " or -; none: all that were imported before",
    )
    options.add_argument(
        "--me",
        metavar="ADDRESS",
        action="append",
        default=[],
        help="an address of yours, or your name in a chat; repeat",
    )
    options.add_argument(
        "--again", action="store_true", help="read also the files in which nothing changed"
    )
    options.add_argument(
        "--attachments",
        path=True,
        metavar="FOLDER",
        help="write what is attached to messages into FOLDER",
    )
    options.add_argument("--undo", action="store_true", help="take the last import back")
    options.add_argument(
        "--sources", action="store_true", dest="listed", help="list what is read without a SOURCE"
    )
    options.add_argument(
        "--forget", metavar="SOURCE", help="do not read it again without naming it"
    )
    options.add_argument("--json", action="store_true", help="what came of it as JSON")
    given = options.parse_args(arguments)
    reads = bool(given.sources or given.me or given.again or given.attachments)
    if [reads, given.undo, given.listed, given.forget is not None].count(True) > 1:
        options.error("--undo, --sources and --forget stand alone")
    if "" in given.sources:
        options.error("a SOURCE is empty; name a file or a folder")
    return given


def _mine(written: Iterable[str]) -> list[Address]:
    """The addresses after `--me`; a name around one is left aside."""
    mine = []
    for one in written:
        named = _NAMED.fullmatch(one.strip())
        try:
            mine.append(own_address(named[1] if named else one))
        except ValueError as error:
            raise Stop(stop.USAGE, f"--me {error}") from None
    return mine


def _undo(book: Notebook) -> str:
    try:
        return book.undo_import()
    except UndoError as error:
        raise Stop(stop.NOT_ALL, str(error)) from None


def _take_in(book: Notebook, given: Namespace, me: Sequence[Address], tally: Tally) -> None:
    """Take in exports, then the rest; without a source what was imported before."""
    if not given.sources and not book.sources():
        raise Stop(
            stop.USAGE,
            "nothing was imported before; name what to import: an mbox, a Maildir, .eml files,"
            " cards, a chat, a folder of them, an export, or -",
        )
    exports = [source for source in given.sources if _is_export(source)]
    rest = [source for source in given.sources if source not in exports]
    try:
        for source in exports:
            _restore(book, source, tally)
        if rest or not given.sources:
            tally.add(
                run_import(
                    book,
                    rest or None,
                    stdin=sys.stdin.buffer,
                    me=me,
                    again=given.again,
                    keep_in=given.attachments and os.path.abspath(given.attachments),
                    on_progress=tally.progress if tally.shown else None,
                )
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
        if compressed_with(head):
            head = first_unpacked(BytesIO(head), HEAD)
        return head.startswith(b"{") and recognise_head(head) is Format.EXPORT
    try:
        return is_export(source)
    except SourceError:
        # Reading it will say what is wrong with it.
        return False


def _restore(book: Notebook, source: str, tally: Tally) -> None:
    """Take in an export, line by line."""
    progress = tally.progress if tally.shown else None
    if source == STDIN:
        with sys.stdin.buffer as lines:
            tally.add(restore(book, lines, "standard input", on_progress=progress))
        return
    try:
        tally.add(restore_file(book, source, on_progress=progress))
    except SourceError as problem:
        tally.refused.append(Refused(source, str(problem)))
