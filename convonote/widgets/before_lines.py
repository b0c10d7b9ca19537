"""What stands beside the composer: what matters before writing to somebody again."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from convonote.conversation.zones import day_of
from convonote.store.listening.records import Before, OpenQuestion, Remark, WishRow
from convonote.text.clean import clean
from convonote.text.spans import plain
from convonote.text.times import due, from_day, said
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped

UNBROKEN = 1_000
"""Cells in which every sentence has room; it is wrapped where it stands."""


def before_lines(before: Before, cells: int, now: int, zone: tzinfo) -> list[Line]:
    """All of it, under headings, at a width."""
    today = day_of(now, zone)
    several = len({one.person.id for one in before.wishes}) > 1
    parts: list[tuple[str, list[str]]] = [
        ("BEFORE YOU WRITE", [fact.text for fact in before.facts]),
        (
            "ASKED FOR",
            [
                f"{f'{one.person.name}: ' if several else ''}{one.text}"
                f" ({said(one.said_at, one.offset, now)})"
                for one in before.wishes
            ],
        ),
        ("THEY ASKED", [_question(one, now) for one in before.theirs]),
        ("YOU ASKED", [_question(one, now) for one in before.mine]),
        ("NEXT TIME", [one.text + from_day(one.due, today) for one in before.next_time]),
        (
            "THEY TOLD",
            [f"{one.text} ({said(one.said_at, one.offset, now)})" for one in before.volunteered],
        ),
    ]
    found: list[Line] = []
    for heading, texts in parts:
        if texts:
            found += [(Span(f" {heading}", "heading"),), *_listed(texts, cells), ()]
    return found[:-1]


def before_line(before: Before, now: int, zone: tzinfo) -> str:
    """The most of it in one line, for where there is no room beside."""
    today = day_of(now, zone)
    said_first = [one.text for one in before.next_time if one.due is None or one.due <= today]
    parts = [fact.text for fact in before.facts]
    parts += [f"asked for: {one.text}" for one in before.wishes]
    parts += [f"next time: {text}" for text in said_first]
    for count, what in (
        (len(before.theirs), "open question of theirs"),
        (len(before.mine), "open question of yours"),
        (len(before.next_time) - len(said_first), "for later"),
        (len(before.volunteered), "told"),
    ):
        if count:
            plural = "s" if count > 1 and "question" in what else ""
            parts.append(f"{count} {what.replace('question', f'question{plural}')}")
    return " · ".join(clean(part) for part in parts)


def remark_line(remark: Remark, now: int, zone: tzinfo) -> str:
    """A remark in a list of those that can be used up."""
    today = day_of(now, zone)
    from_day = f" ({due(remark.due, today)})" if remark.due else ""
    name = f"{remark.person.name}: " if remark.person else ""
    return f"{remark.kind}: {name}{remark.text}{from_day}"


def wish_line(wish: WishRow, now: int) -> str:
    """A wish in a list of what can be taken away."""
    return f"asked for: {wish.person.name}: {wish.text} ({said(wish.said_at, wish.offset, now)})"


def _question(question: OpenQuestion, now: int) -> str:
    from convonote.text.lines import lines

    text = " ".join(plain(line).strip() for line in lines(question.text, UNBROKEN))
    return f"{text} ({said(question.at, question.offset, now)})"


def _listed(texts: Iterable[str], cells: int) -> Iterator[Line]:
    for text in texts:
        first, *rest = wrapped(text, max(4, cells), "   ")
        head = first[0]
        yield (Span(f" - {head.text.removeprefix('   ')}", head.style),)
        yield from rest
