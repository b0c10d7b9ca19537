"""Text as SQLite can hold it."""


def storable(text: str) -> str:
    """The text; half a surrogate pair, which no encoding knows, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
