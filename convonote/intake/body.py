"""What a message says, and what it carries: text, files, invitations, reports."""

from dataclasses import dataclass, field

from convonote.intake.calendar import Invitation, read_invitation
from convonote.intake.charset import decode
from convonote.intake.flowed import unflowed
from convonote.intake.headers import read_headers
from convonote.intake.hypertext import readable
from convonote.intake.mime import Part, content, size
from convonote.intake.records import Attachment
from convonote.intake.reports import Report

LONGEST_TEXT = 2_000_000
"""Characters of text that are kept; a plain mark says where it was cut."""
_MOST_BYTES = 8_000_000
_LONGEST_HTML = 1_000_000
_MOST_ATTACHMENTS = 200
_MOST_STRUCTURE = 1_000_000
"""Bytes of an invitation or a report that are read."""


@dataclass(slots=True)
class Body:
    """What was read from the parts of a message."""

    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    invitation: Invitation | None = None
    report: Report = field(default_factory=Report)

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        text = "\n\n".join(self.texts)
        if not text and self.invitation is not None:
            text = self.invitation.sentence()
        if len(text) > LONGEST_TEXT:
            left = len(text) - LONGEST_TEXT
            text = f"{text[:LONGEST_TEXT]}\n\n[cut here: {left} more characters]"
        return text


def read_body(raw: bytes, root: Part) -> Body:
    """Read the parts: plain text rather than HTML, files by name, type and size only."""
    body = Body()
    _visit(raw, root, body)
    return body


def _visit(raw: bytes, part: Part, body: Body) -> None:
    kind = part.type
    if part.children:
        if kind == "multipart/alternative":
            _choose(raw, part, body)
        else:
            for child in part.children:
                _visit(raw, child, body)
    elif kind == "text/calendar":
        _invite(raw, part, body)
    elif kind.startswith("message/") or kind == "text/rfc822-headers":
        _enclosed(raw, part, body)
    elif kind.startswith("text/") and not part.attached:
        if text := _text(raw, part):
            body.texts.append(text)
    else:
        _attach(body, part.name, kind, size(raw, part))


def _choose(raw: bytes, part: Part, body: Body) -> None:
    """Of several versions of the same, take the plain one unless it is blank."""
    before = len(body.texts)
    # What is neither, such as an invitation or a file, is no version of the text: it is read too.
    for wanted in ("text/plain", "text/html", ""):
        for child in part.children:
            if _offers(child, wanted) and (len(body.texts) == before or not wanted):
                _visit(raw, child, body)


def _offers(part: Part, wanted: str) -> bool:
    """Whether that part, or one inside it, is of a type; nothing wanted means no text at all."""
    if not wanted:
        versions = ("text/plain", "text/html", "text/enriched", "text/richtext", "text/watch-html")
        return not any(_offers(part, version) for version in versions)
    if part.children:
        return any(_offers(child, wanted) for child in part.children)
    return part.type == wanted and not part.attached


def _text(raw: bytes, part: Part) -> str:
    text = decode(content(raw, part, _MOST_BYTES), part.params.get("charset"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if part.type == "text/html":
        return readable(text[:_LONGEST_HTML])
    if part.params.get("format", "").lower() == "flowed":
        text = unflowed(text, delete_space=part.params.get("delsp", "").lower() == "yes")
    return text.strip("\n") if text.strip() else ""


def _invite(raw: bytes, part: Part, body: Body) -> None:
    text = decode(content(raw, part, _MOST_STRUCTURE), part.params.get("charset"))
    body.invitation = body.invitation or read_invitation(text)
    if part.name:
        _attach(body, part.name, part.type, size(raw, part))


def _enclosed(raw: bytes, part: Part, body: Body) -> None:
    """A message inside the message, or what a mail program reports about one."""
    inner = content(raw, part, _MOST_STRUCTURE).replace(b"\r\n", b"\n").lstrip(b"\n")
    if part.type in ("message/delivery-status", "message/global-delivery-status"):
        body.report.add_statuses(inner)
    elif part.type == "message/disposition-notification":
        body.report.add_receipt(read_headers(inner, 0, len(inner))[0])
    else:
        headers, _ = read_headers(inner, 0, len(inner))
        body.report.add_enclosed(headers)
        if part.type != "text/rfc822-headers":
            _attach(body, part.name or headers.text("subject"), part.type, size(raw, part))


def _attach(body: Body, name: str, kind: str, length: int) -> None:
    if len(body.attachments) < _MOST_ATTACHMENTS:
        body.attachments.append(Attachment(name, kind[:100], length))
