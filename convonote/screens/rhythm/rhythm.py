"""`RhythmRoom`: whom to reach out to, with whom one is in touch, and pictures of it."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.pace import usually
from convonote.conversation.rhythm import every
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.moving import Movable, Moving
from convonote.screens.people.with_person import WithPerson
from convonote.screens.room import RELOAD
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.store.rhythm.picture_records import Picture, Weeks
from convonote.store.rhythm.records import GroupRhythm, Rhythm, UsualPace
from convonote.telling.picturing import glyphs_here, parts, picture_lines, weeks_lines
from convonote.text.clean import clean
from convonote.widgets.rhythm_list import RhythmList, RhythmState, Standing
from convonote.widgets.sections import PAGE
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.wrapping import wrapped

SETTLES = 0.12
"""Seconds that the keys rest before the pictures follow."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reload reads: the list, and the rhythms of tags."""

    state: RhythmState
    groups: list[GroupRhythm]


@dataclass(frozen=True, slots=True)
class About:
    """What stands beside the list."""

    rhythm: Rhythm | None
    picture: Picture | None
    pace: tuple[UsualPace, ...]
    weeks: Weeks


class RhythmRoom(Moving, WithPerson):
    """The room of rhythm."""

    WHERE = Where.RHYTHM
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.RHYTHM)
    CSS = """
    RhythmList { width: 32; height: 1fr; }
    RhythmRoom.-three RhythmList { width: 44; }
    RhythmRoom.-narrow RhythmList { width: 1fr; }
    RhythmRoom.-narrow #pictures { display: none; }
    """

    people = query_one(RhythmList)
    pictures = query_one("#pictures", ManyLines)

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._about: About | None = None

    def compose_body(self) -> ComposeResult:
        """The list, and beside it the pictures."""
        yield OneLineText(id="header")
        with Horizontal(id="panes"):
            yield RhythmList(self._read_page, self.notebook.now, self.notebook.zone)
            yield ManyLines(id="pictures")

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self._part()
        self.people.focus()
        try:
            self._apply(_read(self.notebook, None, {(Standing.REACH_OUT, 0)}))
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        self._follow(after=0.0)

    # Reading

    def _read_page(self, section: Standing, offset: int, limit: int) -> list[Rhythm]:
        try:
            return _page(self.notebook, section, offset, limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return []

    def reload(self) -> None:
        """Read the list again, and what stands beside it."""
        selected, pages = self.people.selected, self.people.pages_in_view()
        self.load(lambda: _read(self.notebook, selected, pages), self._reloaded, group=RELOAD)

    def _reloaded(self, read: Read) -> None:
        if (now := self.people.caught_up(read.state)) is None:
            self.reload()
            return
        self._apply(replace(read, state=now))
        self._follow(after=0.0)

    def _apply(self, read: Read) -> None:
        self.people.apply(read.state)
        groups = "  ".join(f"#{clean(one.tag)} {every(one.days)}" for one in read.groups)
        left: Line = (Span(" Rhythm", "title"), Span(f"  {groups}", "aside"))
        self.query_one("#header", OneLineText).show(ends(left, (), self.app.size.width))
        self.refresh_hints()

    def _follow(self, *, after: float) -> None:
        """Show who is selected, once the keys rest."""
        selected, cells = self.people.selected, self._cells
        if self.app.size.width >= 80:
            self.load(
                lambda: _about(self.notebook, selected, cells),
                self._show,
                group="pictures",
                after=after,
            )

    def _show(self, about: About) -> None:
        cells = self._cells
        now, zone, glyphs = self.notebook.now(), self.notebook.zone, glyphs_here()
        lines: list[Line] = []
        if about.rhythm is None:
            add = key(self, "edit-rhythm")
            lines += wrapped(
                f"Nobody is selected. {add} says how often you want to be in touch with all who"
                f" have a tag, such as #family 3w; in {key(self, 'go-people')} People"
                f" {key(self, 'set-rhythm')} says it of one person.",
                cells,
            )
        else:
            lines += [(Span(f" {clean(about.rhythm.person.name)}", "title"),)]
            lines += wrapped(about.rhythm.why, cells)
            for pace in about.pace[:1]:
                lines += wrapped(usually(about.rhythm.person.name, pace.median), cells)
        if about.picture is not None:
            lines += [(), *picture_lines(about.picture, cells, glyphs, now, zone)]
        title = "Everybody, week by week"
        lines += [(), *weeks_lines(title, about.weeks, cells, glyphs, now, zone)]
        self.pictures.show(lines)
        if self._about is None or self._about.rhythm != about.rhythm:
            self.pictures.first()
        self._about = about

    @property
    def _cells(self) -> int:
        return max(40, (self.pictures.size.width or self.app.size.width - 32) - 1)

    def on_resize(self) -> None:
        """Draw in the width there is now."""
        if self.is_whole:
            self._part()
            self.reload()

    def _part(self) -> None:
        self.people.divider = self.app.size.width >= 80

    # What is selected

    @property
    def person(self) -> Person | None:
        """Who is selected."""
        selected = self.people.selected if self.query(RhythmList) else None
        return None if selected is None else selected.person

    @property
    def conversation(self) -> Conversation | None:
        """No conversation is selected here."""
        return None

    @property
    def pane(self) -> Movable:
        """The pictures while they have the keys, else the list."""
        return self.pictures if self.pictures.has_focus else self.people

    def action_switch_pane(self) -> None:
        """To the pictures and back."""
        wide = self.app.size.width >= 80
        (self.pictures if wide and self.people.has_focus else self.people).focus()

    @on(RhythmList.Moved)
    def _moved(self) -> None:
        self.refresh_hints()
        self._follow(after=SETTLES)

    @on(RhythmList.Opened)
    def action_open(self) -> None:
        """All that is worth a look before one speaks with them."""
        self.action_briefing()

    def action_edit_rhythm(self, words: str = "") -> None:
        """Ask how often one wants to be in touch."""
        self.action_set_rhythm(words)


def _read(notebook: Notebook, selected: Rhythm | None, pages: set[tuple[Standing, int]]) -> Read:
    """What a reload needs; who is selected is found again wherever they stand now."""
    reach, rest = notebook.rhythm_counts()
    place = None
    if selected is not None:
        for standing in Standing:
            people = [row.person.id for row in _page(notebook, standing, 0, None)]
            if selected.person.id in people:
                place = (standing, people.index(selected.person.id))
    state = RhythmState(
        counts={Standing.REACH_OUT: reach, Standing.IN_TOUCH: rest},
        pages={
            (standing, page): _page(notebook, standing, page * PAGE, PAGE)
            for standing, page in pages
        },
        place=place,
        selected=None if selected is None else selected.person.id,
    )
    return Read(state, notebook.group_rhythms())


def _page(notebook: Notebook, standing: Standing, offset: int, limit: int | None) -> list[Rhythm]:
    if standing is Standing.REACH_OUT:
        return notebook.reach_out(offset, limit)
    return notebook.in_touch(offset, limit)


def _about(notebook: Notebook, selected: Rhythm | None, cells: int) -> About:
    weeks = notebook.weeks()
    if selected is None:
        return About(None, None, (), weeks)
    person = selected.person.id
    picture = notebook.picture(person=person, parts=parts(cells))
    return About(notebook.rhythm(person), picture, notebook.usual_pace(person), weeks)
