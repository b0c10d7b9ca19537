"""The column beside a pane: a line between panes that also shows how far one has come."""

TRACK = "│"
THUMB = "║"


def rail(
    y: int, height: int, first: int, total: int, *, shown: int | None = None, divider: bool
) -> str:
    """The character beside line `y` of a view of `height` lines.

    `first` of `total` things is at the top, and `shown` of them (as many as lines, if None) fit.
    """
    fit = height if shown is None else shown
    if total <= fit or height <= 0:
        return TRACK if divider else " "
    length = max(1, height * fit // total)
    start = min(height - length, first * (height - length) // max(1, total - fit))
    return THUMB if start <= y < start + length else TRACK
