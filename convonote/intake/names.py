"""The names of messages: what makes copies of one message one, and joins answers to it."""

import hashlib
import re

from convonote.intake.headers import Headers

_ANGLED = re.compile(r"<([^<>]{3,1000})>")
_SPACE = re.compile(r"\s+")
MOST_REFERENCES = 200
_LONGEST = 500


def message_id(headers: Headers) -> str | None:
    """The Message-ID without angle brackets and white space; None where it can name nothing."""
    names = _names(headers.get("message-id"), bare=True)
    return names[0] if names else None


def references(headers: Headers, own: str) -> tuple[tuple[str, ...], str | None]:
    """The names of all messages it refers to, oldest first, and the one it replies to."""
    older = [name for value in headers.all("references") for name in _names(value, bare=True)]
    # Some programs write prose into In-Reply-To, so that only its first name can be trusted.
    parents = _names(headers.get("in-reply-to"), bare=False)
    parent = parents[0] if parents and parents[0] != own else None
    found = dict.fromkeys(name for name in older if name != own)
    if parent is not None:
        found.setdefault(parent)
    names = tuple(found)
    if len(names) > MOST_REFERENCES:
        names = (names[0], *names[1 - MOST_REFERENCES :])
    return names, parent or (names[-1] if names else None)


def content_name(*content: str) -> str:
    """A name for a message that has none: the same content gives the same, wherever it was kept."""
    folded = "\0".join(_SPACE.sub("", part) for part in content)
    digest = hashlib.sha256(folded.encode("utf-8", "replace")).hexdigest()
    return f"content:{digest[:40]}"


def _names(value: str, *, bare: bool) -> list[str]:
    """Names in angle brackets; where there are none, what looks like one, if that is trusted."""
    if not value:
        return []
    angled = _ANGLED.findall(value)
    if not angled and (bare or len(value.split()) == 1):
        angled = value.split()
    names = [_SPACE.sub("", name).strip("<>,;\"'")[:_LONGEST] for name in angled]
    # Without an `@` it is no name in the whole world, and would join strangers.
    return [name for name in names if "@" in name.strip("@")]
