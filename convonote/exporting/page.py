"""A conversation as a page of markdown, oldest first; the same conversation is the same page.

Nothing on it depends on the present, so whose turn it is, which changes by waiting, is left out.
"""

import re
from collections.abc import Iterable, Iterator

from convonote.conversation.records import Kind
from convonote.conversation.zones import clock_at
from convonote.store.people.person_records import Person
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation, Entry
from convonote.text.clean import clean, clean_lines
from convonote.text.sizes import size

_MARKUP = re.compile(r"[\\`*<\[]")
"""What a name or topic may not be read as."""


def lines(conversation: Conversation, entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of the page, without their ends."""
    yield f"# {_plain(conversation.topic) or '(no topic)'}"
    yield ""
    people = ", ".join(_reached(person) for person in conversation.people)
    yield f"With {people or 'nobody yet'}."
    if conversation.promises:
        yield ""
        yield from map(_promise, conversation.promises)
    for entry in entries:
        yield ""
        yield f"## {_head(entry)}"
        yield ""
        # As a quotation it keeps its own headings and fences to itself.
        for line in clean_lines(entry.drawn).split("\n"):
            yield f"> {line}".rstrip()
        for name, type_, count in entry.attachments:
            yield ""
            yield f"Attached: {_plain(name) or '(no name)'} ({_plain(type_)}, {size(count)})"


def _head(entry: Entry) -> str:
    """When, who to whom, how."""
    when = f"{clock_at(entry.at, entry.offset):%Y-%m-%d %H:%M}" if entry.dated else "no date"
    if entry.kind is Kind.NOTE:
        return f"{when} · private note"
    if entry.kind is Kind.TALK:
        who = ", ".join(map(_name, entry.speakers))
    else:
        who = _name(entry.author) if entry.author else "somebody"
        to = ", ".join(map(_name, entry.to))
        who = f"{who} to {to}" if to else who
    marks = "".join(
        f" · {mark}"
        for mark, shown in (
            ("queued", entry.queued),
            ("automatic", entry.origin != "person"),
            ("edited", entry.edited),
        )
        if shown
    )
    return f"{when} · {who} · {_plain(entry.channel)}{marks}"


def _promise(one: PromiseRow) -> str:
    due = f" (by {one.due.isoformat()})" if one.due else ""
    return f"- [ ] {_name(one.owner)}: {_plain(one.what)}{due}"


def _name(person: Person) -> str:
    return "me" if person.me else _plain(person.name)


def _reached(person: Person) -> str:
    return _plain(person.with_address)


def _plain(text: str) -> str:
    """One line in which nothing is markup."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", clean(text))
