"""One exchange of a timeline as lines of text."""

from datetime import tzinfo

from convonote.conversation.records import Kind, Origin
from convonote.store.people.person_records import Person
from convonote.store.records import Entry
from convonote.text.clean import clean
from convonote.text.sizes import size
from convonote.text.times import said
from convonote.text.width import width
from convonote.widgets.promise_lines import promise_notes
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends

SHOWN = 60_000
"""Characters of a text that are laid out; the rest is a key away, in the original."""
INDENT = "  "


def entry_lines(
    entry: Entry,
    cells: int,
    now: int,
    zone: tzinfo,
    *,
    topic: str = "",
    group: bool = False,
    keys: tuple[str, str] = (".", ","),
) -> list[Line]:
    """The head of an exchange, its text, what came with it, what it promises, and a blank line.

    The subject shows where it is not the topic; whom it was said to, where there are several.
    """
    # The home screen stands before any text is laid out, and waits for nothing that does so.
    from convonote.text.lines import lines

    inner = max(1, cells - len(INDENT))
    found: list[Line] = [_head(entry, cells, now, group=group)]
    subject = clean(entry.subject)
    if subject and subject.casefold() != clean(topic).casefold():
        found.append((Span(INDENT), Span(subject, "aside")))
    body = lines(entry.drawn[:SHOWN], inner)
    found.extend((Span(INDENT), *line) for line in body)
    rest = len(entry.text) - SHOWN
    if rest > 0:
        found.append((Span(f"{INDENT}… {rest:,} more characters; O shows them", "aside"),))
    found.extend(
        (Span(f"{INDENT}[{clean(name)}  {size(count)}]", "aside"),)
        for name, _type, count in entry.attachments
    )
    notes = promise_notes(entry.promises, entry.reports, keys, inner, now, zone)
    found.extend((Span(INDENT), *note) for note in notes)
    found.append(())
    return found


def _head(entry: Entry, cells: int, now: int, *, group: bool) -> Line:
    """When, who, on what channel; at the end, what is not yet done about it."""
    when = said(entry.at, entry.offset, now) if entry.dated else "no date"
    left: list[Span] = [Span(f"{when}  ", "said")]
    if entry.kind is Kind.NOTE:
        left.append(Span("— note", "author"))
    elif entry.kind is Kind.TALK:
        left.append(Span("= ", "channel"))
        left.append(Span(_names(entry.speakers) or "a talk", "author"))
    else:
        me = entry.author is not None and entry.author.me
        left.append(Span(_name(entry.author), "author-me" if me else "author"))
        if group and entry.to:
            left.append(Span(f" → {_names(entry.to)}", "said"))
    if entry.kind is not Kind.NOTE:
        left.append(Span(f"  {clean(entry.channel)}", "channel"))
    marks = _marks(entry)
    right: Line = (Span(f" {marks}", "new" if entry.waiting else "queued"),) if marks else ()
    return ends(tuple(left), right, cells) if width(marks) < cells else tuple(left)


def _marks(entry: Entry) -> str:
    """What is not as with any other exchange."""
    return " ".join(
        word
        for word, holds in (
            ("new", entry.waiting),
            ("queued", entry.queued),
            ("edited", entry.edited),
            ("machine", entry.origin is Origin.MACHINE),
            ("not delivered", entry.origin is Origin.BOUNCE),
        )
        if holds
    )


def _name(person: Person | None) -> str:
    if person is None:
        return "somebody"
    return "me" if person.me else clean(person.name)


def _names(people: tuple[Person, ...]) -> str:
    shown = [_name(person) for person in people[:3]]
    more = f" +{len(people) - 3}" if len(people) > 3 else ""
    return ", ".join(shown) + more
