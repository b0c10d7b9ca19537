"""What goes against something that people asked for, told before anything is written."""

from collections.abc import Collection, Iterator
from datetime import datetime

from convonote.conversation.details import DetailKind
from convonote.conversation.wished_channels import named_in
from convonote.conversation.wishes import Against, Wish, against
from convonote.conversation.zones import EPOCH, clock_at
from convonote.store.base import Base
from convonote.store.listening.records import Warning
from convonote.store.listening.remarks import wishes
from convonote.store.people import details, people
from convonote.store.people.person_records import Person
from convonote.store.rhythm import quieting


def warnings(
    base: Base, who: Collection[int], channel: str, at: int, offset: int, answers: int | None
) -> tuple[Warning, ...]:
    """What a message to some people on a channel at a moment goes against.

    What was said before they asked, or before the user meant to leave them alone, goes against
    nothing.
    """
    local = clock_at(at, offset)
    spoken = None if answers is None else _channel(base, answers)
    found: dict[tuple[int, str], Warning] = {}
    for id in dict.fromkeys(who):
        one = people.person(base, id)
        if one is None or one.me:
            continue
        told = (
            *_quiet(base, one, at, local),
            *_asked(base, one, channel, at, local),
            *_preferred(base, one, channel),
        )
        for warning in told:
            # Who has just written on a channel does not mind an answer there.
            mere = warning.said_at is None and warning.against is Against.CHANNEL
            if not mere or channel != spoken:
                found.setdefault((one.id, warning.text.casefold()), warning)
    return tuple(found.values())


def _quiet(base: Base, one: Person, at: int, local: datetime) -> Iterator[Warning]:
    """Until when the user means to leave them alone."""
    quiet = quieting.said_by_user(base, one.id)
    if quiet is not None and local.date() < quiet.until and at >= _since(base, one):
        reason = f": {quiet.reason}" if quiet.reason else ""
        text = f"is to be left alone until {quiet.until}{reason}"
        yield Warning(one, text, Against.TIME, None, 0, None)


def _since(base: Base, one: Person) -> int:
    sql = "SELECT created_at FROM quiet WHERE person = ? AND deleted_at IS NULL"
    since: int = base.value(sql, (people.followed(base, one.id),))
    return since


def _asked(base: Base, one: Person, channel: str, at: int, local: datetime) -> Iterator[Warning]:
    for row in wishes(base, one.id):
        wish = None if row.over or at < row.said_at else row.wish
        if wish is not None and (what := against(wish, channel, local)):
            yield Warning(one, row.text, what, row.said_at, row.offset, row.exchange)


def _preferred(base: Base, one: Person, channel: str) -> Iterator[Warning]:
    """The channels on which the card says they are best reached."""
    preferred = preferred_channels(base, one.id)
    names = [name.casefold() for name in preferred]
    wish = Wish(welcome=frozenset(names).union(*map(named_in, names)))
    if preferred and against(wish, channel, EPOCH) is Against.CHANNEL:
        yield Warning(one, f"prefers {' or '.join(preferred)}", Against.CHANNEL, None, 0, None)


def preferred_channels(base: Base, person: int) -> tuple[str, ...]:
    """The channels that somebody prefers, as their card has it."""
    rows = details.details(base, people.followed(base, person))
    return tuple(row.value for row in rows if row.kind == DetailKind.PREFERS)


def _channel(base: Base, exchange: int) -> str | None:
    channel: str | None = base.value("SELECT channel FROM exchange WHERE id = ?", (exchange,))
    return channel
