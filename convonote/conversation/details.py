"""`DetailKind`: what can be said of a person beside names and addresses."""

from enum import StrEnum


class DetailKind(StrEnum):
    """What can be said of a person beside names and addresses."""

    LINE = "line"
    """Who they are in a line."""
    ORGANISATION = "organisation"
    ROLE = "role"
    BIRTHDAY = "birthday"
    """An ISO date; `--12-03` where the year is not known."""
    NOTE = "note"
    TAG = "tag"
    EXPERTISE = "expertise"
    INTEREST = "interest"
    RELATED = "related"
    """Somebody else by name, with how in `extra`: spouse, assistant."""
    PLACE = "place"
    """A postal address or a town, in one line."""
    PREFERS = "prefers"
    """The channel on which they are best reached."""
    MET = "met"
    """How we met."""
    ALSO = "also"
    """Another name they go by."""
    WEB = "web"
    """A page of theirs, with what it is in `extra`."""
