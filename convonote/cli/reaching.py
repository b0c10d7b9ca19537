"""Somebody whose rhythm is due: a plain line, and the JSON, which docs/json.md describes."""

from convonote.cli import records
from convonote.cli.printing import iso, iso_day
from convonote.conversation.turn_records import Section, Turn
from convonote.store.rhythm.records import ReachOut, Rhythm
from convonote.text.clean import clean
from convonote.text.width import cut, pad


def line(one: Rhythm, cells: int) -> str:
    """Who, and why, in as many cells."""
    who = max(12, (cells - 10) * 3 // 10)
    name = pad(cut(clean(one.person.name), who), who)
    return f"   {name}  {cut(clean(one.why), cells - who - 5)}"


def row(one: ReachOut) -> dict[str, object]:
    """The row of `turns --json`: about a person, so in no conversation."""
    return {
        "conversation": None,
        "topic": "",
        "people": [records.person(one.person)],
        "turn": Turn.NOBODY.value,
        "section": Section.REACH_OUT.value,
        "holders": [],
        "promises": [],
        "until": None,
        "last": iso(one.last_at),
        "channels": [one.channel] if one.channel else [],
        "why": one.why,
    }


def rhythm(one: Rhythm) -> dict[str, object]:
    """What the verb `rhythm` prints of a person."""
    return {
        "person": records.person(one.person),
        "days": one.days,
        "tag": one.tag or None,
        "last": iso(one.last_at),
        "channel": one.channel or None,
        "due": iso_day(one.due),
        "overdue": one.overdue,
        "not_before": None if one.quiet is None else iso_day(one.quiet.until),
        "reason": None if one.quiet is None else one.quiet.reason,
        "birthday": iso_day(one.birthday),
        "why": one.why,
    }
