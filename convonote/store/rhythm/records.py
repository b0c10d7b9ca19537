"""What the notebook hands out about rhythm: frozen records."""

from dataclasses import dataclass
from datetime import date

from convonote.store.people.person_records import Person


@dataclass(frozen=True, slots=True)
class Quiet:
    """A time in which nobody wants to reach out to somebody."""

    until: date
    """The first day that is not quiet any more."""
    reason: str
    """Why, or what they asked for, in their words."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often the user wants to be in touch with somebody, and how that stands."""

    person: Person
    days: int
    tag: str
    """The tag whose rhythm it is; empty for one of their own."""
    last_at: int | None
    """When one was last in touch, on any channel."""
    due: date
    """The day from which they stand under *Reach out*, if nothing is said until then."""
    overdue: int
    """Days since then, 0 on that day; negative for days to come."""
    quiet: Quiet | None
    """A quiet time in which today is."""
    birthday: date | None
    """The next one, where it is near."""
    channel: str
    """How one was last in touch; empty where one never was."""
    conversation: int | None
    """The conversation in which that was."""
    said: tuple[str, ...]
    """All of that in words: how often, when one was last in touch, a birthday, a quiet time."""

    @property
    def why(self) -> str:
        """Such as "every 3 weeks (#family); last in touch on Mon 12 Oct by phone"."""
        return "; ".join(self.said)

    @property
    def reaching(self) -> bool:
        """They stand under *Reach out* now: it is due, or a birthday is near, and no quiet time."""
        return self.overdue >= 0 or (self.birthday is not None and self.quiet is None)


ReachOut = Rhythm
"""A row of *Reach out*: somebody whose rhythm is due."""


@dataclass(frozen=True, slots=True)
class GroupRhythm:
    """The rhythm of all who have a tag."""

    tag: str
    days: int
    people: int
    """How many have the tag."""


@dataclass(frozen=True, slots=True)
class UsualPace:
    """How long somebody usually takes to answer, as a fact."""

    channel: str | None
    """None for any channel."""
    answers: int
    """How many answers are on record."""
    median: int
    """Microseconds."""
