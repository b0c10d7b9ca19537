"""Reports about mail that was sent: could not be delivered, was delivered, was read."""

import re
from dataclasses import dataclass, field

from convonote.intake.mail.addresses import party
from convonote.intake.mail.headers import Headers, read_headers
from convonote.intake.mail.names import message_id
from convonote.intake.records import Party

_MOST_RECIPIENTS = 1000
_TYPED = re.compile(r"^\s*(?:rfc822|utf-8|smtp|x400|unknown)\s*;\s*", re.I)
_ENCLOSED_NAME = re.compile(
    r"^[> \t]{0,8}Message-ID:\s*<([^<>\s]{1,400}@[^<>\s]{1,400})>", re.I | re.M
)
_SERVER = re.compile(
    r"mailer.?daemon|postmaster|mail delivery|system administrator|mail administrator"
    r"|microsoftexchange|mdaemon",
    re.I,
)
_FAILED = re.compile(
    (
        # Exim, Gmail, sendmail, Exchange, Domino, Yahoo, qmail, Postfix, and who writes as they do.
        r"the following address(?:\(es\)|es)? (?:failed|had permanent fatal errors)[^\n]*"
        r"|failed permanently:"
        r"|your message wasn't delivered to"
        r"|following recipient(?:\(s\)|s)? (?:could not be reached|cannot be reached)[^\n]*"
        r"|delivery has failed to these recipients[^\n]*"
        r"|was not delivered to:?"
        r"|unable to deliver your message to (?:the following address(?:es)?\.?)?"
        r"|wasn't able to deliver your message to the following addresses\."
        r"|(?:could not|cannot|can not) be delivered to(?: one or more)?(?: of)?(?: its)?"
        r"(?: the following)?(?: recipients?(?:\(s\))?| address(?:es)?)?[.:]?"
        r"|undeliverable (?:mail )?to:?"
        r"|konnte (?:leider )?nicht zugestellt werden[^\n]*"
        r"|n'a pas pu être (?:remis|délivré|distribué)[^\n]*"
        r"|no se (?:ha podido|pudo) entregar[^\n]*"
    ).replace(" ", r"\s+"),
    re.I,
)
_DELAYED = re.compile(
    r"\(delay(?:ed)?\)|warning message only|(?:has been|is|was) delayed|delayed mail"
    r"|not yet been delivered|will (?:be retried|keep trying|retry|continue to)|still (?:re)?trying"
    r"|could not send (?:message )?for past|delivery delay",
    re.I,
)
_RECIPIENT = re.compile(
    r"[ \t]{0,20}(?:to:[ \t]*)?(?:[\w .,'-]{0,60}[(<\[]|['\"<(\[]?)(?:mailto:)?"
    r"([^\s<>()\[\]@'\":;,]{1,200}@[^\s<>()\[\]@'\":;,]{1,200}\w)(?=$|[\s<>()\[\]'\":;,.])",
    re.I,
)
_LOOKED_THROUGH = 20_000
_BEGINNING = 1_500
_LINES = 200
_LINES_WITHOUT = 8
"""Lines after the words that tell of the failure in which an address must stand."""


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
        failed = action == "failed" or (not action and fields.get("status").startswith("5"))
        if failed and (found := party(_TYPED.sub("", recipient))) is not None:
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
        """Take in a failed delivery that a server tells in plain words only."""
        named = headers.get("x-failed-recipients")
        if self.failed or not (named or _SERVER.search(headers.get("from"))):
            return
        told = text[:_LOOKED_THROUGH]
        if _DELAYED.search(headers.text("subject")) or _DELAYED.search(told[:_BEGINNING]):
            self.delivery = True
            return
        recipients = named.split(",")[:_MOST_RECIPIENTS] if named else _recipients(told)
        found = [one for one in map(party, recipients) if one is not None]
        if found:
            self.delivery = True
            self.failed.extend(found)
            if self.about is None and (name := _ENCLOSED_NAME.search(text)):
                self.about = name[1]


def _recipients(told: str) -> list[str]:
    """The addresses that stand behind the words that tell of a failed delivery."""
    phrase = _FAILED.search(told)
    found: list[str] = []
    passed = 0
    for line in told[phrase.end() :].split("\n")[:_LINES] if phrase else ():
        recipient = _RECIPIENT.match(line)
        if recipient is not None and not _SERVER.match(recipient[1]):
            found.append(recipient[1])
            passed = 0
        elif line.strip():
            passed += 1
            # What comes back below the report names other people.
            if passed > _LINES_WITHOUT or line.startswith("---"):
                break
    return list(dict.fromkeys(found))
