"""Messages as Apple Mail keeps them: a count of bytes, the message, and a list of properties."""

import re
from dataclasses import dataclass

_COUNT = re.compile(rb"\s*(\d{1,9})[ \t]*\r?\n")
_FLAGS = re.compile(rb"<key>flags</key>\s*<integer>(\d{1,20})</integer>")
_DELETED, _DRAFT = 1 << 1, 1 << 6


@dataclass(frozen=True, slots=True)
class Emlx:
    """What is in such a file."""

    raw: bytes
    deleted: bool = False
    draft: bool = False


def unwrapped(content: bytes) -> Emlx:
    """The message in a file; one that does not begin with a count is a message as it is."""
    counted = _COUNT.match(content)
    if counted is None:
        return Emlx(content)
    end = counted.end() + int(counted[1])
    found = _FLAGS.search(content, end)
    flags = int(found[1]) if found else 0
    return Emlx(content[counted.end() : end], bool(flags & _DELETED), bool(flags & _DRAFT))
