"""Which of several copies of one message counts: the same one, in whatever order they come in.

Discussion lists and gateways put tags before a subject, and footers and banners around a text, so
of two copies that came the same way the shorter one is nearer to what was written.
"""

import json
import zlib
from typing import NamedTuple

from convonote.conversation.records import Origin
from convonote.intake.records import Incoming

_MINUTE = 60_000_000
"""Microseconds in a minute."""

_PREFERRED = (Origin.PERSON, Origin.ACCEPTANCE, Origin.BOUNCE, Origin.MACHINE)
"""Copies of one message may differ in who seems to have made it; a person is likeliest."""


class Content(NamedTuple):
    """What one copy says."""

    text: str
    whole: bytes | str | None
    """The whole text, packed or not, where it differs."""
    subject: str
    attachments: str
    at: int | None = None
    """None where that is a guess, or a line of a chat, whose moments are made finer."""
    offset: int = 0
    replies_to: str | None = None

    @classmethod
    def of(cls, copy: Incoming) -> "Content":
        """What a copy says that came in."""
        whole = copy.original if copy.packed is None else copy.packed
        said = cls(copy.text, whole, copy.topic, carried(copy))
        if copy.chat:
            return said
        dated = copy.at is not None and copy.dated
        return said._replace(
            at=copy.at if dated else None,
            offset=copy.offset if dated else 0,
            replies_to=parent(copy),
        )

    def counts_before(self, other: "Content", *, edited: bool = False) -> bool:
        """Whether this one counts of the two; where the text is `edited`, by all else."""
        if self == other:
            return False
        mine, theirs = self._about(), other._about()
        if mine != theirs:
            return mine < theirs
        if edited:
            return False
        if self.text != other.text:
            return _plainest(self.text) < _plainest(other.text)
        one, two = _unpacked(self.whole), _unpacked(other.whole)
        return (len(one), one) < (len(two), two)

    def _about(self) -> tuple[object, ...]:
        """All but the text, which is the last to be asked since the user may have edited it."""
        return (
            self.at is None,
            _plainest(self.subject),
            self.at or 0,
            self.offset,
            # A copy may have lost what it carried.
            -len(self.attachments),
            self.attachments,
            self.replies_to is None,
            self.replies_to or "",
        )


def _plainest(text: str) -> tuple[bool, int, str]:
    """The least of several is the shortest that says anything."""
    return not text, len(text), text


def _unpacked(whole: bytes | str | None) -> str:
    return zlib.decompress(whole).decode() if isinstance(whole, bytes) else whole or ""


def weighed(origin: Origin, via_list: bool, copy: Incoming) -> tuple[Origin, bool, bool | None]:
    """Origin and via_list of a message with one more copy, and whether that copy's content counts.

    Copies that came over no list count before all others. None: the content itself decides.
    """
    over_list = bool(copy.lists)
    if over_list == via_list:
        return min(origin, copy.origin, key=_PREFERRED.index), via_list, None
    return (copy.origin, False, True) if via_list else (origin, False, False)


def finer(known: tuple[int, int], copy: Incoming) -> tuple[int, int]:
    """Moment and place of a line of a chat with one more copy of it, in whatever order they come.

    Some exports know no seconds, and one that begins within a minute counts fewer lines in it.
    """
    at, place = known
    if copy.at is not None and at < copy.at < at + _MINUTE:
        at = copy.at
    return at, max(place, copy.place)


def parent(incoming: Incoming) -> str | None:
    """The name of what a message replies to; nothing replies to itself."""
    return None if incoming.replies_to == incoming.name else incoming.replies_to


def carried(incoming: Incoming) -> str:
    """The attachments of a message as a column holds them."""
    attachments = [[each.name, each.type, each.size] for each in incoming.attachments]
    return json.dumps(attachments, ensure_ascii=False) if attachments else ""
