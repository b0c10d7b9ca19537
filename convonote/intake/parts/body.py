"""What a message says, and what it carries: text, files, invitations, reports."""

from collections.abc import Callable
from dataclasses import dataclass, field

from convonote.intake.cutting import cut
from convonote.intake.mail.reports import Report
from convonote.intake.parts.calendar import Invitation
from convonote.intake.parts.telling_names import telling_name
from convonote.intake.records import Attachment

MOST_ATTACHMENTS = 1000
"""Files that are listed; a last line counts the rest."""
_LONGEST_TYPE = 100

Content = Callable[[], bytes]
"""Gives what a file holds, for where that is wanted."""


@dataclass(slots=True)
class Body:
    """What was read from the parts of a message."""

    texts: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """What is told before the text: to whom it was not delivered."""
    instead: list[Callable[[], str]] = field(default_factory=list)
    """What is read only where nothing else says anything, such as an enclosed message."""
    attachments: list[Attachment] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    """For each attachment what it holds."""
    invitation: Invitation | None = None
    report: Report = field(default_factory=Report)
    parts: int = 0
    """Parts without parts of their own that were seen so far."""
    unlisted: int = 0

    @property
    def text(self) -> str:
        """All that is said, as one text."""
        pieces = [*self.above, *self.texts]
        if self.invitation is not None:
            pieces.insert(0, self.invitation.block())
            if not self.texts and self.invitation.description:
                pieces.append(self.invitation.description)
        if not pieces:
            pieces = [text for read in self.instead if (text := read())]
        return cut("\n\n".join(pieces))

    def add_text(self, text: str) -> None:
        """Take in something said, unless the very same was said just before."""
        if text and not (self.texts and _same(self.texts[-1], text)):
            self.texts.append(text)

    def attach(self, name: str, kind: str, size: int, content: Content) -> None:
        """List a file; one without a name gets a telling one."""
        name = name.replace("\0", "\ufffd") or telling_name(kind, self.parts)
        if len(self.attachments) < MOST_ATTACHMENTS:
            self.attachments.append(Attachment(name, kind[:_LONGEST_TYPE], size))
            self.contents.append(content)
            return
        self.unlisted += 1
        rest = Attachment(f"and {self.unlisted + 1} more", "multipart/mixed", 0)
        self.attachments[-1] = rest


def _same(one: str, other: str) -> bool:
    return len(one) < 2 * len(other) < 4 * len(one) and one.split() == other.split()
