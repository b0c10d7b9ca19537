"""What a file or folder is, told by its content."""

import os
import re
import stat
from enum import StrEnum
from pathlib import Path

from convonote.intake.unpacking import compressed_with

HEAD = 4096
"""Bytes by which a file is judged; of what is no message no more is read."""


class Format(StrEnum):
    """What can be told apart."""

    MBOX = "mbox"
    MAILDIR = "Maildir"
    MESSAGE = "message"
    FOLDER = "folder"
    EXPORT = "export"
    """The JSON lines that convonote itself writes."""
    VCARD = "vCard"
    WHATSAPP = "WhatsApp chat"
    TELEGRAM = "Telegram export"
    SIGNAL = "Signal chat"
    INSTAGRAM = "Instagram chat"
    TRANSCRIPT = "transcript"
    """WebVTT, SRT or `Name: words`."""
    COMPRESSED = "compressed file"
    """By gzip, bzip2 or xz."""
    ZIP = "zip archive"
    EMPTY = "empty file"
    UNKNOWN = "unknown"


class SourceError(Exception):
    """A source cannot be read; the message is one line that says what to do."""


_HEADER = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
_FROM_LINE = re.compile(rb"From [^\r\n]*\r?\n")
# One of these is enough to be mail; of the others, which notes and listings have too, two.
_MAIL = {
    b"from", b"received", b"return-path", b"message-id", b"delivered-to", b"mime-version",
    b"content-type", b"dkim-signature", b"x-mailer", b"envelope-to", b"in-reply-to",
    b"content-transfer-encoding", b"x-mozilla-status", b"x-gmail-labels", b"list-id",
}  # fmt: skip
_ALSO = {b"to", b"subject", b"date", b"cc", b"bcc", b"sender", b"reply-to", b"status"}
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd (unpack it first)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive (unpack it first)"),
    (b"Rar!", "a rar archive (unpack it first)"),
    (b"BABYL OPTIONS", "a Babyl file of old Emacs (unpack it with its b2m first)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an Outlook or office file (save it as .eml first)"),
    (b"!BDN", "an Outlook archive (export it as mbox first)"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
)


def recognise(path: str | Path) -> Format:
    """What was named, told by its first bytes; raises SourceError where nothing can be read."""
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            return Format.MAILDIR if is_maildir(Path(path)) else Format.FOLDER
        if not stat.S_ISREG(mode):
            raise SourceError(f"{path} is no file and no folder: name one that holds mail")
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        raise SourceError(cannot_read(path, problem)) from None
    return recognise_head(head, str(path), named=True)


def recognise_head(head: bytes, name: str = "", *, named: bool = False) -> Format:
    """What a file is, from its first bytes; the name `.eml` alone vouches for broken ones.

    Where somebody `named` the file, less is asked of a transcript.
    """
    head = head.removeprefix(b"\xef\xbb\xbf")
    if not head.strip():
        return Format.EMPTY
    if head.startswith((b'{"convonote":', b'{"convonote" :')):
        return Format.EXPORT
    if head.startswith(b"PK\3\4") or head.startswith(b"PK\5\6"):
        return Format.ZIP
    if compressed_with(head):
        return Format.COMPRESSED
    return _recognise_mail(head, name) or _recognise_other(head, name, named)


def _recognise_mail(head: bytes, name: str) -> Format | None:
    if b"\n" not in head:
        head = head.replace(b"\r", b"\n")
    head = head.lstrip(b"\r\n")
    if head.startswith(b"\1\1\1\1\n"):
        return Format.MBOX
    if _FROM_LINE.match(head) and _is_mail(head[head.index(b"\n") + 1 :], wanted=1):
        return Format.MBOX
    if _is_mail(head, wanted=2) or name.lower().endswith((".eml", ".emlx")):
        return Format.MESSAGE
    return None


def _recognise_other(head: bytes, name: str, named: bool) -> Format:
    """Cards, chats and transcripts; what tells them apart is loaded when it comes to that."""
    from convonote.intake.cards import is_card
    from convonote.intake.chats import chat_format
    from convonote.intake.transcripts import is_transcript

    if is_card(head):
        return Format.VCARD
    chat = chat_format(head, name)
    if chat is not None:
        return chat
    return Format.TRANSCRIPT if is_transcript(head, name, named=named) else Format.UNKNOWN


def is_maildir(path: Path) -> bool:
    """Whether a folder is a Maildir: it has `cur`, and `new` or `tmp`."""
    return (path / "cur").is_dir() and ((path / "new").is_dir() or (path / "tmp").is_dir())


def cannot_read(path: str | Path, problem: OSError) -> str:
    """One line about a file that cannot be opened."""
    if isinstance(problem, FileNotFoundError):
        return f"{path}: no such file or folder"
    return f"{path} cannot be read: {(problem.strerror or 'unknown error').lower()}"


def no_message(path: str | Path) -> str:
    """One line about a file that was named and is nothing that is read."""
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        return cannot_read(path, problem)
    kind = next((words for magic, words in _KINDS if head.startswith(magic)), "")
    what = f"it is {kind}" if kind else 'a transcript has lines such as "Ana: Good morning."'
    return f"{path} is not recognised as mail, cards, a chat or a transcript: {what}"


def _is_mail(head: bytes, *, wanted: int) -> bool:
    """Whether the first lines are headers of mail; `wanted`: how many of the common ones."""
    common = 0
    for line in head.lstrip(b"\r\n").splitlines():
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t") or line.startswith((b">From ", b"From ")):
            continue
        header = _HEADER.match(line)
        if header is None:
            break
        name = header[1].lower()
        if name in _MAIL:
            return b"\0" not in head
        common += name in _ALSO
    return common >= wanted and b"\0" not in head
