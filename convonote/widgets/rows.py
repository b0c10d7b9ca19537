"""The rows of the queue as lines of text: a heading, and a conversation."""

from collections.abc import Mapping
from datetime import tzinfo

from convonote.conversation.turn_records import Section, Turn
from convonote.conversation.zones import day_of
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation
from convonote.telling.sections import TITLES
from convonote.telling.whose import people_in_turn
from convonote.text.clean import clean
from convonote.text.times import ago, due
from convonote.text.width import cut, pad, width
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends

SIGNS: Mapping[Turn, str] = {Turn.ME: ">", Turn.THEM: "<", Turn.NOBODY: "="}
"""Whose turn it is, in one character."""
DRAFT = "…"
"""What stands before the names where something is begun and not yet written down."""
MARKER = "▌"
"""What stands before the selected row, besides its attribute."""


GONE = " (left)"
"""What stands behind who has left a conversation."""


def people_of(conversation: Conversation, cells: int) -> str:
    """Who is in a conversation: as many names as fit, whose turn it is first, and how many more."""
    names = [
        f"{clean(person.name)}{GONE if person.id in conversation.left else ''}"
        for person in people_in_turn(conversation)
    ]
    if not names:
        return "me"
    shown = names[0]
    for place, name in enumerate(names[1:], start=1):
        longer = f"{shown}, {name}"
        rest = len(names) - place - 1
        if width(longer) + (len(f" +{rest}") if rest else 0) > cells:
            return f"{cut(shown, cells - len(f' +{rest + 1}'))} +{rest + 1}"
        shown = longer
    return cut(shown, cells)


def heading(
    section: Section, count: int, *, folds: bool, unfolded: bool, selected: bool = False
) -> Line:
    """A section's title with its count; `+` or `-` where it can be unfolded or folded."""
    sign = ("-" if unfolded else "+") if folds else ""
    return (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(f"{TITLES[section]} {count} {sign}", "heading"),
    )


def conversation_row(
    conversation: Conversation,
    cells: int,
    now: int,
    zone: tzinfo,
    *,
    selected: bool = False,
    marked: bool | None = None,
) -> Line:
    """One conversation: whose turn, who, what about, since when.

    `marked` None where no row is marked; else it takes a column of its own.
    """
    when = _when(conversation, now, zone)
    overdue = any(promise.overdue for promise in conversation.promises if promise.owner.me)
    mark: Line = () if marked is None else (Span("*" if marked else " ", "marker"),)
    begun = DRAFT if conversation.draft else ""
    body = max(4, cells - 4 - len(mark) - width(when))
    name_cells = min(body, max(8, body * 11 // 20))
    topic_cells = max(0, body - name_cells - 1)
    return (
        Span(MARKER, "marker") if selected else Span(" "),
        *mark,
        Span(SIGNS[conversation.turn], SIGN_STYLES[conversation.turn]),
        Span("!", "overdue") if overdue else Span(" "),
        Span(pad(f"{begun}{people_of(conversation, name_cells - len(begun))}", name_cells), "name"),
        Span(" "),
        Span(pad(cut(clean(conversation.topic), topic_cells), topic_cells), "topic"),
        Span(f" {when}", "when"),
    )


SIGN_STYLES: Mapping[Turn, str] = {
    Turn.ME: "turn-me",
    Turn.THEM: "turn-them",
    Turn.NOBODY: "turn-nobody",
}


def _when(conversation: Conversation, now: int, zone: tzinfo) -> str:
    """How long it has been waiting, or until when it rests."""
    if conversation.section is Section.LATER and conversation.until is not None:
        return due(day_of(conversation.until, zone), day_of(now, zone))
    at = conversation.since if conversation.since is not None else conversation.last_at
    return "" if at is None or not conversation.dated else ago(at, now)


def owed(conversation: Conversation, now: int, zone: tzinfo) -> list[Line]:
    """What is owed in a conversation, mine first, the earliest due first."""
    today = day_of(now, zone)
    promises = sorted(
        conversation.promises,
        key=lambda promise: (not promise.owner.me, promise.due is None, promise.due or today),
    )
    return [
        (
            Span(f"{_owner(promise)}: ", "owed"),
            Span(f"“{clean(promise.what)}”"),
            Span(
                f" {due(promise.due, today)}" if promise.due else "",
                "overdue" if promise.overdue else "when",
            ),
        )
        for promise in promises
    ]


def _owner(promise: PromiseRow) -> str:
    return "you owe" if promise.owner.me else f"{clean(promise.owner.name)} owes"


def turn_words(conversation: Conversation, now: int, zone: tzinfo) -> str:
    """Whose turn it is and since when, such as `> 4d`."""
    return f"{SIGNS[conversation.turn]} {_when(conversation, now, zone)}".rstrip()


def part_line(conversation: Conversation, what: str, shown: str, cells: int) -> Line:
    """The topic, by what its exchanges are looked for, and which of them is or are shown."""
    topic: Line = (Span(f" {clean(conversation.topic)}", "title"), Span(f"  {what}", "aside"))
    return ends(topic, (Span(f"  {shown} ", "when"),), cells)


def title_line(conversation: Conversation, now: int, zone: tzinfo, cells: int) -> Line:
    """The topic, who is in it, and whose turn it is since when."""
    right = f"{'draft  ' if conversation.draft else ''}{turn_words(conversation, now, zone)}"
    topic: Line = (Span(clean(conversation.topic), "title"), Span("  "))
    people: Line = (Span(f"{people_of(conversation, cells // 2)}, me", "aside"),)
    return ends((Span(" "), *topic, *people), (Span(f"  {right} ", "when"),), cells)
