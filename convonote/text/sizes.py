"""How big something is, in a few cells."""


def size(count: int) -> str:
    """Return a number of bytes as `812 B`, `14 kB` or `3.2 MB`."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
