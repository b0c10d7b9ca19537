"""Several versions of one text in a message: which a part offers, and which says nothing."""

from convonote.intake.parts.mime import Part

_NO_VERSIONS = ("text/calendar", "text/rfc822-headers")
_STUB = 300
"""Characters of a plain text that may only say that there is HTML."""


def versions_in(part: Part) -> set[str]:
    """The types of text that a version of a message offers."""
    if part.children:
        return set().union(*(versions_in(child) for child in part.children))
    return {part.type} if _is_text(part) and not part.attached else set()


def is_named_text(part: Part) -> bool:
    """Whether a part is a text that has a name, and yet is there to be read."""
    return _is_text(part) and bool(part.name) and part.disposition != "attachment"


def _is_text(part: Part) -> bool:
    return part.type.startswith("text/") and part.type not in _NO_VERSIONS


def is_stub(said: list[str]) -> bool:
    """Whether a plain text may only say that one should look at the other one."""
    return len(said) == 1 and len(said[0]) < _STUB and "html" in said[0].lower()
