"""The sections of the queue, and which of them can be folded."""

from convonote.conversation.turn_records import Section
from convonote.widgets.sections_model import SectionsModel, Spot

__all__ = ["ALWAYS_OPEN", "SECTIONS", "QueueModel", "Spot"]

ALWAYS_OPEN = (Section.MINE, Section.NUDGE, Section.THEIRS, Section.REACH_OUT)
SECTIONS = (
    *(Section.MINE, Section.NUDGE, Section.THEIRS, Section.LATER, Section.REACH_OUT),
    *(Section.QUIET, Section.RESTING, Section.CLOSED),
)


class QueueModel(SectionsModel[Section]):
    """The rows of the queue."""

    def __init__(self) -> None:
        super().__init__(SECTIONS, ALWAYS_OPEN)
