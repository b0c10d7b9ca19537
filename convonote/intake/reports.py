"""Reports about mail that was sent: could not be delivered, was delivered, was read."""

import re
from dataclasses import dataclass, field

from convonote.intake.addresses import party
from convonote.intake.headers import Headers, read_headers
from convonote.intake.names import message_id
from convonote.intake.records import Party

_MOST_RECIPIENTS = 1000
_TYPED = re.compile(r"^\s*(?:rfc822|utf-8|smtp|x400|unknown)\s*;\s*", re.I)
_ENCLOSED_NAME = re.compile(r"^Message-ID:\s*<([^<>\s]{1,400}@[^<>\s]{1,400})>", re.I | re.M)
_QMAIL = re.compile(r"^<([^<>\s]{1,200}@[^<>\s]{1,200})>:$", re.M)


@dataclass(slots=True)
class Report:
    """What a report says, and about which message."""

    failed: list[Party] = field(default_factory=list)
    """Whom it could not reach, for good."""
    delivery: bool = False
    """It tells of deliveries; otherwise it is a receipt, or no report at all."""
    receipt: bool = False
    about: str | None = None
    """The name of the message that it is about."""

    def add_statuses(self, raw: bytes) -> None:
        """Take in the recipients of a `message/delivery-status` part."""
        self.delivery = True
        position = 0
        for _ in range(_MOST_RECIPIENTS):
            while raw.startswith(b"\n", position):
                position += 1
            if position >= len(raw):
                return
            blank = raw.find(b"\n\n", position)
            stop = len(raw) if blank < 0 else blank
            self._add_status(read_headers(raw, position, stop)[0])
            position = stop + 1

    def _add_status(self, fields: Headers) -> None:
        action = fields.get("action").partition("(")[0].strip().lower()
        recipient = fields.get("final-recipient") or fields.get("original-recipient")
        if action == "failed" and (found := party(_TYPED.sub("", recipient))) is not None:
            self.failed.append(found)

    def add_enclosed(self, headers: Headers) -> None:
        """Take the name of the message that came back, from its headers."""
        self.about = self.about or message_id(headers)

    def add_receipt(self, fields: Headers) -> None:
        """Take in a read receipt (`message/disposition-notification`)."""
        self.receipt = True
        name = fields.get("original-message-id").strip(" <>")
        self.about = self.about or (name if "@" in name else None)

    def add_plain(self, headers: Headers, text: str) -> None:
        """Take in a failed delivery told in plain words by Exim, Gmail or qmail."""
        named = headers.get("x-failed-recipients").split(",")
        if not any(named) and "qmail-send program" in text[:500]:
            named = _QMAIL.findall(text[:20_000])
        found = [one for one in (party(name) for name in named[:_MOST_RECIPIENTS]) if one]
        if found and not self.failed:
            self.delivery = True
            self.failed.extend(found)
        if found and self.about is None and (name := _ENCLOSED_NAME.search(text)):
            self.about = name[1]
