"""How much of a text is kept, and how it is told that there was more."""

LONGEST_TEXT = 2_000_000
"""Characters of text that are kept; a plain mark says where it was cut."""


def cut(text: str, more: int = 0) -> str:
    """A text that is not too long; `more` counts characters that were left out of it before."""
    left = max(0, len(text) - LONGEST_TEXT) + more
    return f"{text[:LONGEST_TEXT]}\n\n[cut here: {left} more characters]" if left else text
