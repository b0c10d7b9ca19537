"""A field of names, which offers people as one types."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from convonote.store.errors import NotebookError
from convonote.store.people.person_records import Person
from convonote.widgets.one_line import OneLine
from convonote.writing.addressing import NEW, Addressed, UnknownName, label, names

OFFERED = 5
"""People that are offered at a time."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Who is in the notebook, as a field of names asks; each is called in a thread."""

    fitting: Callable[[str, int], list[Person]]
    """So many people at most whom the beginning of a name may mean."""
    resolved: Callable[[str, Mapping[str, int]], Addressed]
    """Whom names mean, some of them being known already; raises UnknownName."""
    person: Callable[[int], Person | None]
    """Somebody with their addresses."""
    called: Callable[[Sequence[Person]], tuple[str, ...]]
    """What people are called, with what tells namesakes among them apart."""


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

    def __init__(self, directory: Directory, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._directory = directory
        self.labels: dict[str, int] = {}
        """The people that were chosen or stood here, by what stands in the field for them."""
        self._offered: tuple[Person, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._picked = 0
        self._sought = ""
        """What is being looked for; the offer that stands there is for words before."""
        self._taking = False
        """Enter was pressed before that was found."""
        self._ahead = 0
        """How far down was gone before that was found."""

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
        self._seek("")
        if typed and typed not in self.labels and not typed.startswith(NEW):
            self._seek(typed)
            self.look_up(typed)
        else:
            self._offer((), (typed,) if typed.startswith(NEW) and len(typed) > 1 else ())

    def on_focus(self) -> None:
        """The next name can be typed at once."""
        if self.being_typed:
            self._write(f"{self.value.rstrip()}, ")

    def on_blur(self) -> None:
        """Nothing stands behind the last name."""
        self._seek("")
        self._write(self.value.rstrip().removesuffix(","))
        if unknown := [name for name in names(self.value) if name not in self.labels]:
            self._learn(unknown)

    @work(group="names")
    async def _learn(self, unknown: list[str]) -> None:
        """Names typed in full are known from here on, so that a draft keeps them."""
        for name in unknown:
            try:
                found = await asyncio.to_thread(self._directory.resolved, name, self.labels)
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
        try:
            people = await asyncio.to_thread(self._meant, typed)
            called = await asyncio.to_thread(self._directory.called, people)
            shown = (*called, NEW + typed)
        except NotebookError:
            # Saving will meet the same error, and says it where it matters.
            people, shown = (), ()
        if typed != self._sought:
            return
        taking, ahead = self._taking, self._ahead
        self._seek("")
        self._offer(people, shown)
        self.action_pick(ahead)
        if taking:
            self.action_take()

    def _seek(self, typed: str) -> None:
        """Expect an answer for these words; keys for what was offered before count no more."""
        self._sought, self._taking, self._ahead = typed, False, 0

    def _meant(self, typed: str) -> tuple[Person, ...]:
        """Who could be meant; with addresses where a name alone would not tell whom."""
        found = self._directory.fitting(typed, OFFERED + 1)
        return tuple(
            (self._directory.person(one.id) or one) if self._is_anothers(one) else one
            for one in [one for one in found if not one.me][:OFFERED]
        )

    def _is_anothers(self, person: Person) -> bool:
        """Whether somebody else stands here by the same name."""
        return self.labels.get(label(person), person.id) != person.id

    def _offer(self, people: tuple[Person, ...], shown: tuple[str, ...]) -> None:
        self._offered, self._shown, self._picked = people, shown, 0
        self.post_message(self.Offered(self, shown, 0))

    def action_pick(self, step: int) -> None:
        """Go to another of those offered."""
        if self._sought:
            self._ahead += step
        elif self._shown and step:
            self._picked = (self._picked + step) % len(self._shown)
            self.post_message(self.Offered(self, self._shown, self._picked))

    def action_take(self) -> None:
        """Put the one offered in place of what is being typed; with none, go on."""
        if self._sought:
            self._taking = True
            return
        if not self._shown:
            self.screen.focus_next()
            return
        if self._picked < len(self._offered):
            self._take(self._offered[self._picked])
        else:
            self._put(self._shown[self._picked])
        self._offer((), ())

    def _take(self, person: Person) -> None:
        """A name that stands here already for somebody else is told apart by an address."""
        name = label(person, self.labels if self._is_anothers(person) else ())
        self.labels[name] = person.id
        self._put(name)

    def _put(self, name: str) -> None:
        before, comma, _ = self.value.rpartition(",")
        self.value = f"{before}{comma}{' ' if comma else ''}{name}, "
        self.cursor_position = len(self.value)
