"""What stands in one message of a chat written as text: words, pictures, marks of the program."""

import re
from dataclasses import dataclass
from mimetypes import guess_type

from convonote.intake.chats.words import ATTACHED, CALL, EDITED, MEDIA, OMITTED
from convonote.intake.records import Attachment

_MARK = "\u200e"
"""With this the program begins what it wrote itself."""
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_FILE = r"[^<>:\n\r/\\]{1,200}\.\w{1,5}"
_NUMBERED = re.compile(r"^(?:IMG|VID|AUD|PTT|DOC|STK|GIF)-\d{8}-WA\d{4,}\.\w{1,5}$")
_ATTACHED = re.compile(rf"^(?P<name>{_FILE}) \((?P<word>[^()\n]{{2,40}})\)\s*$")
_ANGLED = re.compile(rf"^<[^<>:\n]{{1,40}}: *(?P<name>{_FILE})>$")
_BRACKETS = re.compile(r"^<(?P<word>[^<>\n]{2,60})>$")
_EDITED = re.compile(r"\s*<(?P<word>[^<>\n]{3,60})>$")
_DOCUMENT = re.compile(rf"^(?P<name>{_FILE})(?: • [^\n]{{1,40}})?$")
# A place, a poll or the length of a call is told under the mark, too, and is no mere notice.
_TELLS = re.compile(r"[:\n\d]")
# Names in isolates, as exports write them, and bare numbers.
_NAMED = re.compile("@\u2068(?P<name>[^\u2068\u2069\n]{1,80})\u2069|@(?P<number>\\d{7,15})\\b")
# What signal-export writes for a picture or a file.
_LINKED = re.compile(r"!?\[(?P<name>[^\[\]\n]*)\]\((?:\.?/)?media/(?P<path>[^)\n]{1,300})\)")
_MOST = 50
"""Attachments, and people named, in one message."""
_LONGEST_NOTICE = 500
"""Characters of what the program itself writes."""


@dataclass(frozen=True, slots=True)
class Content:
    """One message, taken apart."""

    text: str
    attachments: tuple[Attachment, ...] = ()
    named: tuple[str, ...] = ()
    """Whom it mentions: names or numbers."""
    notice: bool = False
    """The program itself wrote it, under somebody's name."""


def content(text: str) -> Content:
    """Take a message apart, whatever language the program spoke."""
    named = dict.fromkeys(_mention(found) for found in _NAMED.finditer(text))
    text = _NAMED.sub(_without_isolates, text)
    attachments: list[Attachment] = []
    kept = []
    for number, line in enumerate(_unedited(text).split("\n")):
        left, name = _attached(line, first=number == 0)
        if name and len(attachments) < _MOST:
            attachments.append(_attachment(name))
            line = left
        kept.append(line)
    words = "\n".join(kept).strip("\n ")
    for found in [*_LINKED.finditer(words)][:_MOST]:
        attachments.append(_attachment(found["path"]))
    words = _LINKED.sub("", words).strip("\n ") if attachments else words
    generated = words.startswith(_MARK) and not attachments
    if not attachments and not words:
        # A picture to be seen once leaves no more than the name of who sent it.
        attachments.append(_attachment("media"))
    notice = (
        generated
        and not _TELLS.search(words)
        and not CALL.search(_MARKS.sub("", words[:_LONGEST_NOTICE]))
    )
    return Content(
        _MARKS.sub("", words) if generated else words,
        tuple(attachments),
        tuple(named)[:_MOST],
        notice,
    )


def _unedited(text: str) -> str:
    """A text without the mark that it was written anew."""
    found = _EDITED.search(_MARKS.sub("", text[-80:]))
    if found is None or not EDITED.search(found["word"]):
        return text
    return text[: text.rindex("<")].rstrip(f" {_MARK}")


def _attached(line: str, *, first: bool) -> tuple[str, str]:
    """What is said on a line, and the name of what it stands for, if that is a picture or file."""
    bare = _MARKS.sub("", line).strip()
    if found := _ATTACHED.match(bare):
        word, name = found["word"], found["name"]
        sure = line.startswith(_MARK) or ATTACHED.search(word) or _NUMBERED.match(name)
        return ("", name) if sure else (line, "")
    said, mark, told = line.rpartition(_MARK)
    if found := _ANGLED.match(told.strip() if mark else bare):
        return said.strip(f" {_MARK}"), found["name"]
    if first and (found := _BRACKETS.match(bare)) and MEDIA.search(found["word"]):
        return "", found["word"]
    if mark and len(told) <= _LONGEST_NOTICE and OMITTED.search(told.strip()):
        said = _MARKS.sub("", said).strip()
        document = _DOCUMENT.match(said)
        return ("", document["name"]) if document else (said, told.strip())
    return line, ""


def _attachment(name: str) -> Attachment:
    shown = name.replace("\\", "/").rpartition("/")[2].strip()[:200]
    return Attachment(shown or "media", guess_type(shown)[0] or "", 0)


def _without_isolates(found: re.Match[str]) -> str:
    return found[0].strip("\u2069").replace("\u2068", "")


def _mention(found: re.Match[str]) -> str:
    return found["name"] or f"+{found['number']}"
