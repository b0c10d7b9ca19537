"""What lies in a folder tree: message files, mboxes and Maildirs, in an order that stays."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from convonote.intake.formats import is_maildir
from convonote.intake.message import Flags

_SENT = re.compile(
    r"\.?(?:inbox\.)?(?:sent(?:[ _-]?(?:items|mail|messages))?|gesendet(?:e[ _](?:objekte"
    r"|elemente))?"
    r"|(?:[eé]l[eé]ments )?envoy[eé]s|(?:messages )?envoy[eé]s|enviados?|elementos enviados"
    r"|itens enviados"
    r"|posta inviata|inviat[ai]|verzonden(?: items)?|sendt(?:e elementer)?|skickat|skickade objekt"
    r"|l[aä]hetetyt|wys[lł]ane|elementy wys[lł]ane|odeslan[aá]|отправленные|надіслані"
    r"|gönderilmiş(?: öğeler)?"
    r"|已发送(?:邮件)?|寄件備份|送信済み(?:トレイ|メール)?|보낸편지함|보낸 메일함)",
    re.I,
)
_DRAFTS = re.compile(
    r"\.?(?:inbox\.)?(?:drafts?|entw[uü]rfe|brouillons?|borradores|bozze|rascunhos|concepten"
    r"|kladder|utkast"
    r"|luonnokset|(?:wersje )?robocze|szkice|koncepty|черновики|чернетки|taslaklar"
    r"|草稿箱?|下書き|임시보관함)",
    re.I,
)
_ENDINGS = (".mbox", ".mbx", ".mbs", ".eml")


@dataclass(frozen=True, slots=True)
class Found:
    """One file in a folder, before it is opened."""

    path: Path
    flags: Flags
    place: int
    """Its place among the files of its folder."""
    message: bool = False
    """It lies where only messages lie."""
    trashed: bool = False
    """Its owner has deleted it, though it is still there."""


def files_in(folder: Path) -> Iterator[Found]:
    """All files below a folder, sorted by name; OSError where the folder itself is closed."""
    yield from _files(folder, Flags(), os.listdir(folder))


def _files(folder: Path, around: Flags, names: list[str]) -> Iterator[Found]:
    flags = flags_of(folder, around)
    maildir = is_maildir(folder)
    if maildir:
        yield from _messages(folder, flags)
    for place, name in enumerate(sorted(names)):
        path = folder / name
        if path.is_dir():
            if (maildir and name in ("cur", "new", "tmp")) or path.is_symlink():
                continue  # A link may lead in a circle.
            yield from _files(path, flags, _listed(path))
        elif not maildir and path.is_file():
            yield Found(path, flags_of(path, flags), place)


def _messages(maildir: Path, flags: Flags) -> Iterator[Found]:
    """What was delivered to a Maildir, oldest first; `tmp` is not yet delivered."""
    entries = [(name, part) for part in ("cur", "new") for name in _listed(maildir / part)]
    for place, (name, part) in enumerate(sorted(entries)):
        path = maildir / part / name
        if name.startswith(".") or not path.is_file():
            continue
        marks = name.rpartition(":2,")[2] if ":2," in name else ""
        yield Found(path, Flags(flags.draft or "D" in marks, flags.mine), place, True, "T" in marks)


def flags_of(path: Path, around: Flags) -> Flags:
    """What the name of a folder, or of an mbox, says about the messages in it."""
    name = path.name
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return Flags(
        draft=around.draft or _DRAFTS.fullmatch(name) is not None,
        mine=around.mine or _SENT.fullmatch(name) is not None,
    )


def _listed(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []  # A closed folder deep in a tree hides itself only.
