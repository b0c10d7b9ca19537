"""`L`: join a conversation with another, link the two, split an exchange off, or move it.

The conversations that are likely to be one stand first, so that one more key joins them.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.events import Mount

from convonote.host import host, takes_back
from convonote.screens.pick import Pick
from convonote.screens.turns.conversing import Conversing
from convonote.screens.turns.which_conversation import WhichConversation
from convonote.store.errors import NotebookError
from convonote.store.links.records import Likely, Linked
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Entry
from convonote.text.clean import clean
from convonote.widgets.choices import Choice

OFFERED = 4
"""Likely conversations that are offered, at most."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done: how it is called, and what does it."""

    title: str
    do: Callable[[], None]


class WhatToDo(Pick):
    """Asks which of the offers, and does it; keys that are typed ahead wait until they are read."""

    def __init__(self, title: str, read: Callable[[], Sequence[Offer]]) -> None:
        super().__init__(title, ())
        self._read = read
        self._offers: Sequence[Offer] = ()

    @on(Mount)
    async def read_first(self) -> None:
        """Read before the first frame, in a thread, so that the clock and signals go on."""
        try:
            self._offers = await asyncio.to_thread(self._read)
        except NotebookError as error:
            host(self).tell(clean(str(error)))
            self.dismiss(None)
            return
        self.offer([Choice(str(place), offer.title) for place, offer in enumerate(self._offers)])

    def do(self, id: str | None) -> None:
        """Do what was chosen."""
        if id is not None:
            self._offers[int(id)].do()


def ask(screen: Conversing, conversation: Conversation, entry: Entry | None) -> None:
    """Ask what to do with a conversation, or with the exchange of it that is selected."""
    notebook, regrouping = screen.notebook, _Regrouping(screen, conversation, entry)

    def read() -> list[Offer]:
        likely = notebook.likely(conversation.id, limit=OFFERED)
        return regrouping.offers(likely, notebook.linked(conversation.id))

    asked = WhatToDo(_name(conversation), read)
    screen.app.push_screen(asked, asked.do)


class _Regrouping:
    """What can be done with one conversation from a screen."""

    def __init__(self, screen: Conversing, conversation: Conversation, entry: Entry | None) -> None:
        self._screen = screen
        self._conversation = conversation
        self._entry = entry

    def offers(self, likely: list[Likely], linked: list[Linked]) -> list[Offer]:
        """All of them, the likeliest first."""
        offers = [
            Offer(
                f"Join with “{clean(each.conversation.topic) or 'no topic'}”: {each.reason}",
                lambda other=each.conversation: self._join(other),  # type: ignore[misc]  # a default
            )
            for each in likely
        ]
        offers.append(Offer("Join with another conversation …", self._ask(self._join)))
        offers.append(Offer("Link to another, which stays one of its own …", self._ask(self._link)))
        if self._entry is not None and self._conversation.exchanges > 1:
            entry = self._entry
            offers.append(
                Offer("Split this exchange off, with its answers", lambda: self._split(entry))
            )
            offers.append(
                Offer(
                    "Move this exchange to another conversation …",
                    self._ask(lambda other: self._move(entry, other)),
                )
            )
        for each in linked:
            name = _name(each.conversation)
            offers.append(
                Offer(
                    f"Go to “{name}”, which is linked",
                    lambda other=each.conversation: self._screen.go_to(other.id),  # type: ignore[misc]  # a default
                )
            )
            offers.append(
                Offer(
                    f"Take the link to “{name}” away",
                    lambda link=each.id: self._unlink(link),  # type: ignore[misc]  # a default
                )
            )
        return offers

    def _ask(self, then: Callable[[Conversation], None]) -> Callable[[], None]:
        """Ask which other conversation, and go on with it."""

        def chosen(other: Conversation | None) -> None:
            if other is not None:
                then(other)

        def ask() -> None:
            self._screen.app.push_screen(WhichConversation(self._conversation), chosen)

        return ask

    def _join(self, other: Conversation) -> None:
        own = self._conversation
        self._change(
            lambda notebook: notebook.merge(own.id, other.id),
            f"“{_name(other)}” is part of “{_name(own)}” now",
        )

    def _link(self, other: Conversation) -> None:
        own = self._conversation
        self._change(
            lambda notebook: notebook.link(own.id, other.id),
            f"“{_name(own)}” and “{_name(other)}” are linked",
        )

    def _unlink(self, link: int) -> None:
        self._change(lambda notebook: notebook.unlink(link), "The link is taken away")

    def _split(self, entry: Entry) -> None:
        self._change(
            lambda notebook: notebook.split(entry.id),
            "The exchange and its answers are a conversation of their own",
        )

    def _move(self, entry: Entry, other: Conversation) -> None:
        self._change(
            lambda notebook: notebook.move([entry.id], other.id),
            f"The exchange belongs to “{_name(other)}” now",
        )

    def _change(self, work: Callable[[Notebook], object], told: str) -> None:
        """Do it in a thread, say so, and show the conversation as it is then."""
        screen, id = self._screen, self._conversation.id

        def done(there: object) -> None:
            screen.host.tell(f"{told}; {takes_back(screen)}")
            screen.host.reload()
            if isinstance(there, Conversation) and there.id != id and screen.is_current:
                # The older of two keeps its place, and may be the other one.
                screen.go_to(there.id)

        screen.host.change(lambda: work(screen.notebook), done)


def _name(conversation: Conversation) -> str:
    people = ", ".join(person.name for person in conversation.people[:2])
    return clean(f"{conversation.topic or 'no topic'}" + (f" ({people})" if people else ""))
