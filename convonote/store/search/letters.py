"""Texts and names as they are compared; loads next to nothing, since completion waits for it."""

import unicodedata

LONGEST = 300
"""Characters of a name or topic that are compared."""


def fold(text: str) -> str:
    """A text as it is compared: small letters, no accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def folded(text: str) -> str:
    """A name as it is compared: one line of small letters without accents."""
    readable = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return " ".join(fold(readable[:LONGEST]).casefold().split())
