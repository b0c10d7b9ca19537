"""A field of names, which offers people as one types."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from convonote.screens.host import host
from convonote.store.records import NotebookError, Person
from convonote.widgets.one_line import OneLine
from convonote.writing.addressing import NEW, UnknownName, label, names, resolve

OFFERED = 5
"""People that are offered at a time."""


class PeopleField(OneLine):
    """Names with commas between; the last one is being typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "pick(1)", "Next of those offered", show=False),
        Binding("up", "pick(-1)", "The one before", show=False),
        Binding("enter", "take", "Take the one offered", show=False),
    ]

    @dataclass
    class Offered(Message):
        """What could be meant by what is being typed; `picked` is the one that Enter takes."""

        field: "PeopleField"
        names: tuple[str, ...]
        picked: int

        @property
        def control(self) -> "PeopleField":
            """The field, for `on`."""
            return self.field

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.labels: dict[str, int] = {}
        """The people that were chosen or stood here, by what stands in the field for them."""
        self._offered: tuple[Person, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._picked = 0

    def fill(self, people: Iterable[Person], others: Iterable[str] = ()) -> None:
        """Let these people stand in the field, and names that are nobody's yet."""
        shown = []
        for person in people:
            name = label(person, self.labels)
            self.labels[name] = person.id
            shown.append(name)
        self._write(", ".join([*shown, *others]))

    @property
    def being_typed(self) -> str:
        """The last name, which is not yet followed by a comma."""
        return self.value.rpartition(",")[2].strip()

    @property
    def people(self) -> tuple[int, ...]:
        """Those of the names that are known without asking."""
        return tuple(
            dict.fromkeys(self.labels[name] for name in names(self.value) if name in self.labels)
        )

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names that are nobody's, or not yet known to be somebody's."""
        return tuple(name for name in names(self.value) if name not in self.labels)

    def watch_value(self, before: str, value: str) -> None:
        """Look for people once the value has changed under the user's hands."""
        super().watch_value(before, value)
        typed = self.being_typed
        if not self.has_focus:
            return
        if typed and typed not in self.labels and not typed.startswith(NEW):
            self.look_up(typed)
        else:
            self._offer((), (typed,) if typed.startswith(NEW) and len(typed) > 1 else ())

    def on_focus(self) -> None:
        """The next name can be typed at once."""
        if self.being_typed:
            self._write(f"{self.value.rstrip()}, ")

    def on_blur(self) -> None:
        """Nothing stands behind the last name."""
        self._write(self.value.rstrip().removesuffix(","))
        if unknown := [name for name in names(self.value) if name not in self.labels]:
            self._learn(unknown)

    @work(exclusive=True, group="people")
    async def _learn(self, unknown: list[str]) -> None:
        """Names typed in full are known from here on, so that a draft keeps them."""
        notebook = host(self).notebook
        for name in unknown:
            try:
                found = await asyncio.to_thread(resolve, notebook, name, self.labels)
            except (UnknownName, NotebookError):
                continue  # Saving says what is wrong with it.
            if found.known:
                self.labels[name] = found.known[0]
        self.post_message(self.Changed(self, self.value))

    def _write(self, value: str) -> None:
        """Put other separators between the same names: nobody need know."""
        with self.prevent(OneLine.Changed):
            self.value = value
        self.cursor_position = len(value)

    @work(exclusive=True, group="people")
    async def look_up(self, typed: str) -> None:
        """Ask the notebook who could be meant."""
        notebook = host(self).notebook
        try:
            found = await asyncio.to_thread(notebook.people, typed, limit=OFFERED + 1)
        except NotebookError:
            return  # Saving will meet the same error, and says it where it matters.
        if typed == self.being_typed:
            people = tuple(one for one in found if not one.me)[:OFFERED]
            self._offer(people, (*(one.name for one in people), NEW + typed))

    def _offer(self, people: tuple[Person, ...], shown: tuple[str, ...]) -> None:
        self._offered, self._shown, self._picked = people, shown, 0
        self.post_message(self.Offered(self, shown, 0))

    def action_pick(self, step: int) -> None:
        """Go to another of those offered."""
        if self._shown:
            self._picked = (self._picked + step) % len(self._shown)
            self.post_message(self.Offered(self, self._shown, self._picked))

    def action_take(self) -> None:
        """Put the one offered in place of what is being typed; with none, go on."""
        if not self._shown:
            self.screen.focus_next()
            return
        if self._picked < len(self._offered):
            self._take(self._offered[self._picked])
        else:
            self._put(self._shown[self._picked])
        self._offer((), ())

    @work(exclusive=True, group="people")
    async def _take(self, person: Person) -> None:
        """A name that stands here already for somebody else is told apart by an address."""
        name = label(person, ())
        if self.labels.get(name, person.id) != person.id:
            full = await asyncio.to_thread(host(self).notebook.person, person.id)
            name = label(full or person, self.labels)
        self.labels[name] = person.id
        self._put(name)

    def _put(self, name: str) -> None:
        before, comma, _ = self.value.rpartition(",")
        self.value = f"{before}{comma}{' ' if comma else ''}{name}, "
        self.cursor_position = len(self.value)
