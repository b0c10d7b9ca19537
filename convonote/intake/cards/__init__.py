"""vCards of all versions and programs: what is read from them, and cards as they are written.

`lines` puts the lines of each card together, `values` reads what one line says, `reach` and
`particulars` make addresses and details of that, `reading` whole cards; `writing` is the way back.
"""

import re

from convonote.intake.cards.reading import read_cards

__all__ = ["is_card", "read_cards"]

_BEGINNING = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:[\r\n]|\Z)", re.IGNORECASE)


def is_card(head: bytes) -> bool:
    """Whether a file with these first bytes holds vCards."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[1:2] == b"\0" or head[:1] == b"\0":
        head = head.replace(b"\0", b"")
        head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _BEGINNING.match(head.removeprefix(b"\xef\xbb\xbf")) is not None
