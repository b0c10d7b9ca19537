"""Links and pictures of a page: which address is shown beside the words, and how it is written."""

import re
from urllib.parse import urljoin

_WITH_ADDRESS = ("http:", "https:", "mailto:", "ftp:", "tel:")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:")
_NOT_COMPARED = re.compile(r"[\s/]+")
_UNSAFE = re.compile(r"[\s()<>\\`\x00-\x1f\x7f]|&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)")
_LONGEST = 4000
"""Characters of an address; a longer one leads nowhere that anybody could check."""


def written(shown: str, target: str, base: str) -> str:
    """The address of a link as markdown takes it, or nothing where the words say it already."""
    if base and target and not _SCHEME.match(target):
        target = _joined(base, target)
    if not target[:7].lower().startswith(_WITH_ADDRESS) or len(target) > _LONGEST:
        return ""
    address = _NOT_COMPARED.sub("", target).lower()
    plain = address.partition(":")[2]
    if _NOT_COMPARED.sub("", shown).lower() in (address, plain, plain.partition("?")[0]):
        return ""
    return _UNSAFE.sub(lambda found: "".join(map(_quoted, found[0])), target)


def is_base(target: str) -> bool:
    """Whether addresses can be taken relative to that one."""
    return target[:8].lower().startswith(("http://", "https://"))


def _quoted(character: str) -> str:
    return f"%{ord(character):02X}" if character < "\x80" else ""


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target[:_LONGEST])
    except ValueError:
        return ""  # The standard library raises it on brackets that are no address.
