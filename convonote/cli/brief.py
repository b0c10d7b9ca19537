"""`show PERSON --brief`: what is worth a look before one speaks with somebody."""

from convonote.cli import records
from convonote.cli.printing import columns, iso, iso_day, say, say_json
from convonote.store.listening.records import Remark, WishRow
from convonote.store.notebook import Notebook
from convonote.store.people.records import Briefing
from convonote.store.rhythm.records import Rhythm
from convonote.telling.briefed import about, parts
from convonote.text.clean import clean
from convonote.text.width import cut


def brief(book: Notebook, person: int, *, as_json: bool) -> None:
    """Print the briefing on somebody."""
    briefing = book.briefing(person)
    assert briefing is not None
    if as_json:
        say_json(_record(briefing))
        return
    say(briefing.contact.person.name)
    for line in about(briefing):
        say(f"  {line}")
    for part in parts(briefing, book.now(), book.zone):
        say()
        say(part.title)
        for line in part.lines:
            say(f"  {cut(clean(line), columns() - 2)}")


def _record(one: Briefing) -> dict[str, object]:
    return {
        **records.contact(one.contact),
        "conversations": [records.conversation(each) for each in one.conversations],
        "open": one.open,
        "promises": [records.promise(each) for each in one.promises],
        "wishes": [_wish(each) for each in one.wishes],
        "next_time": [_remark(each) for each in one.next_time],
        "volunteered": [_remark(each) for each in one.volunteered],
        "rhythm": None if one.rhythm is None else _rhythm(one.rhythm),
        "quiet": None
        if one.quiet is None
        else {"until": iso_day(one.quiet.until), "reason": one.quiet.reason},
        "pace": [
            {"channel": each.channel, "answers": each.answers, "seconds": each.median // 1_000_000}
            for each in one.pace
        ],
        "said": [records.hit(each) for each in one.last],
    }


def _wish(one: WishRow) -> dict[str, object]:
    return {"uid": one.uid, "text": one.text, "at": iso(one.said_at), "until": iso_day(one.until)}


def _remark(one: Remark) -> dict[str, object]:
    return {"uid": one.uid, "text": one.text, "at": iso(one.said_at), "due": iso_day(one.due)}


def _rhythm(one: Rhythm) -> dict[str, object]:
    return {
        "days": one.days,
        "tag": one.tag or None,
        "last": iso(one.last_at),
        "due": iso_day(one.due),
        "why": one.why,
    }
