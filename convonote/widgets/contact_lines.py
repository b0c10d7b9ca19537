"""People as lines: a row of the contact list, and a whole card."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from itertools import groupby

from convonote.conversation.details import DetailKind
from convonote.store.people.person_records import Contact, DetailRow
from convonote.store.people.records import Briefing, Knows
from convonote.store.records import Conversation
from convonote.telling.contact_fields import LABELS
from convonote.telling.particulars import in_a_line, told
from convonote.text.clean import clean
from convonote.text.times import ago, from_day
from convonote.text.width import cut, pad, width
from convonote.widgets.rows import MARKER, SIGN_STYLES, SIGNS, turn_words
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.wrapping import wrapped

_LABEL = 13
"""Cells of what stands before a detail."""
_TOLD_ABOVE = (DetailKind.LINE, DetailKind.ROLE, DetailKind.ORGANISATION)


def contact_row(contact: Contact, cells: int, now: int, *, selected: bool) -> Line:
    """One person: the name, who they are where there is room, and when one last spoke."""
    when = "" if contact.last_at is None else ago(contact.last_at, now)
    body = max(4, cells - 2 - max(4, width(when)))
    name_cells = body if body < 34 else max(20, body * 2 // 5)
    line = ""
    if body > name_cells:
        room = body - name_cells - 1
        line = " " + pad(cut(clean(in_a_line(contact.details)), room), room)
    return (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(pad(clean(contact.person.name), name_cells), "name"),
        Span(line, "aside"),
        Span(f" {when:>4}", "when"),
    )


def talk_row(
    conversation: Conversation, cells: int, now: int, zone: tzinfo, person: int, *, selected: bool
) -> Line:
    """One of somebody's conversations: what about, who else is in it, whose turn since when."""
    others = [clean(one.name) for one in conversation.people if one.id != person]
    with_them: Line = (Span(f"  with {', '.join(others)}", "aside"),) if others else ()
    overdue = any(promise.overdue for promise in conversation.promises if promise.owner.me)
    topic = clean(conversation.topic) or "(no topic)"
    left: Line = (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(SIGNS[conversation.turn], SIGN_STYLES[conversation.turn]),
        Span("!", "overdue") if overdue else Span(" "),
        Span(topic, "topic"),
        *with_them,
    )
    when = turn_words(conversation, now, zone).removeprefix(SIGNS[conversation.turn])
    return ends(left, (Span(f" {when} ", "when"),), cells)


def contact_card(
    briefing: Briefing, recommended: Sequence[Knows], cells: int, today: date
) -> list[Line]:
    """All that is known of somebody, what they were recommended for, and what they said of it."""
    contact, person = briefing.contact, briefing.contact.person
    found: list[Line] = [(Span(f" {clean(person.name)}", "title"),)]
    found += wrapped(in_a_line(contact.details), cells) if in_a_line(contact.details) else []
    found += _work(contact, cells)
    found.append(())
    for place, (channel, value) in enumerate(person.addresses):
        marks = [
            *(["preferred"] if place < contact.preferred else []),
            *(["public"] if (channel, value) in contact.public else []),
        ]
        marked = f" ({', '.join(marks)})" if marks else ""
        found += _labelled(channel, value + marked, cells)
    for kind, some in groupby(told(contact.details), lambda one: one.kind):
        if kind not in _TOLD_ABOVE:
            found += _details(kind, list(some), cells)
    for one in recommended:
        by = one.recommendation.by if one.recommendation else None
        found += _labelled("recommended", f"{one.topic}{f', by {by.name}' if by else ''}", cells)
    found += _heard(briefing, cells, today)
    if not person.addresses and not contact.details and not recommended:
        found += wrapped("Nothing is written down yet: e edits the card.", cells, " ", "aside")
    return found


def _heard(briefing: Briefing, cells: int, today: date) -> Iterator[Line]:
    """How often one wants to be in touch, and what private notes have of them."""
    if briefing.rhythm is not None:
        yield from _labelled("rhythm", briefing.rhythm.why, cells)
    for label, some in (
        ("asked for", [one.text for one in briefing.wishes]),
        ("next time", [one.text + from_day(one.due, today) for one in briefing.next_time]),
        ("told", [one.text for one in briefing.volunteered]),
    ):
        for text in some:
            yield from _labelled(label, text, cells)


def _work(contact: Contact, cells: int) -> Iterator[Line]:
    """Role and organisation, where the line does not say them already."""
    above = in_a_line(contact.details)
    some = [
        one.value
        for kind in (DetailKind.ROLE, DetailKind.ORGANISATION)
        for one in contact.details
        if one.kind == kind and one.value not in above
    ]
    if some:
        yield from wrapped(", ".join(some), cells)


def _details(kind: str, some: list[DetailRow], cells: int) -> list[Line]:
    label = LABELS.get(kind, "shares with" if kind == "shares" else kind)
    if kind == DetailKind.NOTE:
        words = [words for one in some for words in one.value.splitlines()]
        lines = [line for each in words for line in wrapped(each, cells, "   ")]
        return [(Span(f" {label}", "aside"),), *lines]
    if kind == DetailKind.TAG:
        return _labelled(label, ", ".join(one.value for one in some), cells)
    found: list[Line] = []
    for one in some:
        found += _labelled(label, one.value + (f" ({one.extra})" if one.extra else ""), cells)
    return found


def _labelled(label: str, words: str, cells: int) -> list[Line]:
    """What it is, and beside it what is known, which goes on below itself."""
    margin = " " * (_LABEL + 1)
    first, *more = wrapped(words, max(cells, _LABEL + 8), margin) or [(Span(margin),)]
    head = Span(f" {pad(clean(label), _LABEL - 1)} ", "aside")
    return [(head, Span(first[0].text.removeprefix(margin))), *more]
