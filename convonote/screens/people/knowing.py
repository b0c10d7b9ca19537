"""Who knows about something: asking for it, showing it, and writing down who was recommended."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from convonote.commands import Where
from convonote.host import key, takes_back
from convonote.screens.bindings import bindings
from convonote.screens.prompt import Echo, Prompt, ask
from convonote.screens.reader import Layout, Reading
from convonote.screens.room import Room
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.people.records import Knower
from convonote.store.search.records import Hit
from convonote.telling.particulars import source
from convonote.text.clean import clean
from convonote.text.times import said
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped
from convonote.writing.addressing import UnknownName, resolve

MOST = 20
"""Exchanges that are shown."""
BY = " by "
"""What stands between a topic and who recommended somebody for it."""


class Knowing(Reading):
    """The people who know about a topic, then what was said of it, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic

    def read(self, cells: int) -> Layout:
        """Who knows, and what was said."""
        knowers = self.notebook.who_knows(self._topic)
        said = self.notebook.search(self._topic, limit=MOST, kindred=True)
        return partial(self._laid_out, knowers, said.hits)

    def _laid_out(self, knowers: Sequence[Knower], hits: Sequence[Hit], cells: int) -> list[Line]:
        """Each with where it comes from."""
        now, zone = self.notebook.now(), self.notebook.zone
        found: list[Line] = [(Span(f" Who knows about {clean(self._topic)}", "title"),), ()]
        for one in knowers:
            found += wrapped(one.person.with_address, cells, " ", "author")
            for each in one.knows:
                found += wrapped(source(each, now, zone), cells, "   ")
        if not knowers:
            write = key(self, "recommend")
            found += wrapped(
                f"Nobody: no card says so, and nobody was recommended for it. On a person, {write}"
                " writes down what they are good for.",
                cells,
                " ",
                "aside",
            )
        found += [(), (Span(" SAID OF IT", "heading"),)]
        for hit in hits:
            head = f"{said(hit.at, hit.offset, now)}  {hit.author}  {hit.topic}"
            found += wrapped(head, cells, " ", "author")
            found += wrapped(hit.snippet, cells, "   ")
        if not hits:
            find = key(self, "find")
            found += wrapped(
                f"Nothing was said with these words; {find} finds by others.", cells, " ", "aside"
            )
        return found


def ask_topic(screen: Room, words: str) -> None:
    """Ask what somebody shall know about, and show who does."""

    def asked(topic: str | None) -> None:
        if topic:
            screen.app.push_screen(Knowing(topic))

    ask(screen, Prompt("Who knows about what?", placeholder="plumber"), asked, words)


def ask_recommendation(screen: Room, person: Person, words: str) -> None:
    """Ask what somebody is good for and who said so, and write it down."""
    name = clean(person.name)

    def asked(given: str | None) -> None:
        if not given:
            return

        def done(_: object) -> None:
            screen.host.tell(f"{name}: good for {clean(given)}; {takes_back(screen)}")
            screen.host.reload()

        topic, by = _said(screen.notebook, given)
        screen.host.change(lambda: screen.notebook.recommend(person.id, topic, by=by), done)

    def echo(given: str) -> Echo:
        try:
            topic, by = _said(screen.notebook, given)
        except (UnknownName, NotebookError) as error:
            return Echo(str(error), good=False)
        known = by is not None and screen.notebook.person(by)
        return Echo(f"= {topic}" + (f", as {known.name} said" if known else ""))

    prompt = Prompt(
        f"What is {name} good for, by whose word?", placeholder="plumbing by Ana", echo=echo
    )
    ask(screen, prompt, asked, words)


def _said(notebook: Notebook, given: str) -> tuple[str, int | None]:
    """A topic, and who recommended; raises UnknownName."""
    topic, by, name = given.rpartition(BY)
    if not by or not topic.strip():
        return given.strip(), None
    known = resolve(notebook, name, {}).known
    return topic.strip(), known[0] if known else None
