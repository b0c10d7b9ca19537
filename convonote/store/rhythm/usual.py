"""How long people usually take to answer, as a fact to be shown (T13)."""

from convonote.conversation.turn_records import Pace
from convonote.store.base import Base
from convonote.store.people import people
from convonote.store.rhythm.records import UsualPace
from convonote.store.turns import pace


def usual_pace(base: Base, person: int) -> tuple[UsualPace, ...]:
    """Any channel first, then each one, that with the most answers first."""
    one = people.followed(base, person)
    known = pace.pace(base)
    channels = base.rows(
        "SELECT channel, count(*) FROM answer WHERE person = ? GROUP BY 1 HAVING count(*) >= ?"
        " ORDER BY 2 DESC, 1",
        (one, Pace.ENOUGH),
    )
    count, median = known.by_person[one]
    if count < Pace.ENOUGH:
        return ()
    by_channel = (UsualPace(name, *known.by_channel[one, name]) for name, _ in channels)
    return (UsualPace(None, count, median), *by_channel)
