"""What the clock of a telephone showed, as a moment."""

from datetime import datetime, tzinfo

from convonote.conversation.zones import EPOCH, MICROSECOND, instant, offset_at


def moment(wall: datetime, zone: tzinfo | None) -> tuple[int, int]:
    """UTC microseconds and minutes east of UTC; without a zone the machine's own counts."""
    if zone is None:
        try:
            zone = wall.astimezone().tzinfo
        except (OverflowError, OSError, ValueError):
            zone = None
    if zone is None:
        return (wall - EPOCH) // MICROSECOND, 0
    at = instant(wall, zone)
    try:
        return at, offset_at(at, zone)
    except OverflowError:
        return at, 0
