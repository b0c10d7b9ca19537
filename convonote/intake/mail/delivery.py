"""What a report about mail says of each recipient, in lines to read (RFC 3464, RFC 8098)."""

import re

from convonote.intake.html.escaping import escaped
from convonote.intake.mail.addresses import party
from convonote.intake.mail.headers import Headers, read_headers

_MOST = 50
_LONGEST_REASON = 300
_TYPED = re.compile(r"^\s*[\w.-]{1,30}\s*;\s*")
_SAID = {
    "failed": "Not delivered to",
    "delayed": "Not yet delivered to",
    "delivered": "Delivered to",
    "relayed": "Handed on to",
    "expanded": "Handed on to the list",
}
_DONE = {"displayed": "Displayed by", "deleted": "Deleted unread by", "denied": "Receipt denied by"}


def deliveries(raw: bytes) -> list[str]:
    """A line for each recipient that a `message/delivery-status` part tells of."""
    lines: list[str] = []
    position = 0
    while position < len(raw) and len(lines) <= _MOST:
        while raw.startswith(b"\n", position):
            position += 1
        blank = raw.find(b"\n\n", position)
        stop = len(raw) if blank < 0 else blank
        if line := _delivery(read_headers(raw, position, stop)[0]):
            lines.append(line)
        position = stop + 1
    if len(lines) > _MOST:
        lines[_MOST:] = ["and to others"]
    return lines


def receipt(fields: Headers) -> str:
    """What a `message/disposition-notification` part tells: read, or deleted unread."""
    recipient = _recipient(fields)
    done = fields.get("disposition").rpartition(";")[2].partition("/")[0].strip().lower()
    return f"**{_DONE.get(done, 'Receipt from')}** {escaped(recipient)}" if recipient else ""


def _delivery(fields: Headers) -> str:
    action = fields.get("action").partition("(")[0].strip().lower()
    status = fields.get("status").partition("(")[0].strip()
    if not action and status[:1] in "45":
        action = "failed" if status.startswith("5") else "delayed"
    recipient = _recipient(fields)
    if action not in _SAID or not recipient:
        return ""
    reason = " ".join(_TYPED.sub("", fields.text("diagnostic-code")).split())
    if action in ("delivered", "relayed", "expanded") or not (reason or status):
        return f"**{_SAID[action]}** {escaped(recipient)}"
    return (
        f"**{_SAID[action]}** {escaped(recipient)}: {escaped((reason or status)[:_LONGEST_REASON])}"
    )


def _recipient(fields: Headers) -> str:
    written = fields.get("final-recipient") or fields.get("original-recipient")
    found = party(_TYPED.sub("", written)) if written else None
    return found.address if found else ""
