"""The lines that a composer shows around what is being written."""

from convonote.conversation.records import Kind
from convonote.store.records import Entry
from convonote.text.clean import clean
from convonote.text.times import said
from convonote.widgets.spans import Line, Span
from convonote.writing.compose_request import Mode

NAMES = {
    Mode.SAID: "I said",
    Mode.THEIRS: "they said",
    Mode.TALK: "we talked",
    Mode.NOTE: "note",
}


def mode_line(mode: Mode, topic: str, *, edits: bool = False) -> Line:
    """What is being written, among what it could be; what it is about."""
    if edits:
        head = f"[edit: {NAMES[mode]}]"
        return (Span(head, "title"), Span("  "), Span(clean(topic), "topic"))
    spans: list[Span] = []
    for each, name in NAMES.items():
        chosen = each is mode
        spans.append(Span(f"[{name}]" if chosen else f" {name} ", "title" if chosen else "hint"))
        spans.append(Span(" ", "name"))
    return (*spans, Span(f" {clean(topic)}", "topic"))


def quoted_head(entry: Entry, now: int) -> Line:
    """Who said what stands below, when and how."""
    if entry.kind is Kind.NOTE:
        who = "— note"
    elif entry.kind is Kind.TALK:
        who = "= " + ", ".join("me" if one.me else clean(one.name) for one in entry.speakers[:3])
    elif entry.author is None:
        who = "somebody"
    else:
        who = "me" if entry.author.me else clean(entry.author.name)
    when = said(entry.at, entry.offset, now) if entry.dated else "no date"
    return (
        Span(f"{when}  ", "said"),
        Span(who, "author"),
        Span("" if entry.kind is Kind.NOTE else f"  {clean(entry.channel)}", "channel"),
    )
