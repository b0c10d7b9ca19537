"""Until when somebody is left alone: as the user said, or as they asked for themselves."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache

from convonote.conversation.quiet_times import QuietTime, next_clear
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.zones import day_at
from convonote.store.base import Base
from convonote.store.listening import remarks
from convonote.store.listening.heard import absences
from convonote.store.people import people
from convonote.store.rhythm.records import Quiet


def quiet(base: Base, person: int) -> Quiet | None:
    """The quiet time of one person that holds today, whoever it comes from."""
    id = people.followed(base, person)
    said = said_by_user(base, id)
    meant = () if said is None else (QuietTime(said.until, reason=said.reason),)
    return today(base, (*meant, *asked(base, [id]).get(id, ())))


def said_by_user(base: Base, person: int) -> Quiet | None:
    """Until when the user means to leave somebody alone, where that is not over."""
    row = base.row(
        "SELECT until, reason FROM quiet WHERE person = ? AND deleted_at IS NULL",
        (people.followed(base, person),),
    )
    if row is None:
        return None
    until, reason = row
    return today(base, [QuietTime(date.fromisoformat(until), reason=reason)])


def asked(base: Base, who: Collection[int]) -> Mapping[int, tuple[QuietTime, ...]]:
    """The times in which some people asked that nothing at all reaches them, in their words.

    Who said in passing that they are away is left alone as well.
    """
    found: dict[int, tuple[QuietTime, ...]] = {}
    for person, name, text, at, offset in base.rows(
        "SELECT r.person, (SELECT name FROM person WHERE id = r.person), r.text, r.said_at,"
        " r.offset"
        f"{remarks.THERE} AND r.kind = ? AND r.used_at IS NULL"
        " AND r.person IN (SELECT value FROM json_each(?))",
        (str(RemarkKind.WISH), json.dumps(list(who))),
    ):
        if (time := _asked(text, at, offset, name)) is not None:
            found[person] = (*found.get(person, ()), time)
    for person, heard, said_on in absences(base, who):
        if (until := heard.wish.until) is not None:
            time = QuietTime(until, heard.wish.since or said_on, heard.text)
            found[person] = (*found.get(person, ()), time)
    return found


@lru_cache(maxsize=4096)
def _asked(text: str, at: int, offset: int, name: str) -> QuietTime | None:
    """The time in which a line asks for nothing at all; kept, since the queue asks again often."""
    wish = remarks.read(text, at, offset, name)
    if wish is None or not wish.quiet or wish.until is None:
        return None
    return QuietTime(wish.until, wish.since or day_at(at, offset), text)


def today(base: Base, times: Iterable[QuietTime]) -> Quiet | None:
    """What holds today of some quiet times: until none does any more, and every reason."""
    now = base.today()
    holding = [one for one in times if one.holds(now)]
    if not holding:
        return None
    reasons = dict.fromkeys(one.reason for one in holding if one.reason)
    return Quiet(next_clear(now, holding), "; ".join(reasons))
