"""`People`: the contact list, the card of who is selected, and their conversations."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.zones import day_of
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.filtered import Filtered
from convonote.screens.moving import Movable, Moving
from convonote.screens.people.people_reading import (
    About,
    Listed,
    read_about,
    read_contacts,
    read_conversations,
    read_list,
)
from convonote.screens.people.with_person import WithPerson
from convonote.screens.room import RELOAD
from convonote.store.errors import NotebookError
from convonote.store.people.person_records import Contact, Person
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.widgets.contact_lines import contact_card, contact_row, talk_row
from convonote.widgets.paged import PagedList
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.text import ManyLines, OneLineText

SETTLES = 0.12
"""Seconds that the keys rest before the card follows."""


class People(Moving, Filtered, WithPerson):
    """The room of people."""

    WHERE = Where.PEOPLE
    INNERMOST = "#conversations"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PEOPLE)
    CSS_PATH = "people.tcss"

    contacts = query_one("#contacts", PagedList)
    card = query_one("#about-card", ManyLines)
    conversations = query_one("#conversations", PagedList)

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._about = About(None)
        self._known: frozenset[int] | None = None
        """Who was there before something was taken back, until that is read."""
        self._chosen: tuple[int, int | None] | None = None
        """Who is to be selected, until that is read, and who was when that was said."""

    def compose_body(self) -> ComposeResult:
        """The list, and beside it the card and the conversations."""
        now = self.notebook.now
        yield OneLineText(id="header")
        with Horizontal(id="panes"):
            yield PagedList[Contact](
                lambda one, cells, selected: contact_row(one, cells, now(), selected=selected),
                id="contacts",
            )
            with Container(id="about"):
                yield ManyLines(id="about-card")
                with Vertical(id="talks"):
                    yield OneLineText(id="talks-title")
                    yield PagedList[Conversation](self._talk_row, id="conversations")

    def _talk_row(self, one: Conversation, cells: int, selected: bool) -> Line:
        now, zone = self.notebook.now(), self.notebook.zone
        person = self._person_beside or 0
        return talk_row(one, cells, now, zone, person, selected=selected)

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self._part()
        self.contacts.focus()
        try:
            self._list(read_list(self.notebook, self.words, None, ()))
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        self._follow(after=0.0)

    # Reading

    def reload(self, select: int | None = None) -> None:
        """Read the list again, and what stands beside it."""
        words, near, known = self.words, self.contacts.near(), self._known
        began = self.contacts.selected_id
        if select is not None:
            self._chosen = (select, began)
        chosen, began = self._chosen or (began, began)

        def reloaded(listed: Listed) -> None:
            # A later reload may have put this one aside, but not what it was to select.
            self._known = self._chosen = None
            self._list(replace(listed, select=self.contacts.caught_up(listed.select, began)))
            self._follow(after=0.0)

        self.load(
            lambda: read_list(self.notebook, words, chosen, near, known), reloaded, group=RELOAD
        )

    def _list(self, listed: Listed) -> None:
        new, more = key(self, "add-person"), key(self, "palette")
        # A key is never parted from what it does.
        none = f"Nobody is here yet.  {new}\u00a0new\u00a0person   {more}\u00a0import"
        if self.words:
            none = f"Nobody fits “{clean(self.words)}”.  {key(self, 'back')} no filter"
        self.contacts.show_empty(none)
        self.contacts.show(listed.ids, listed.rows, select=listed.select)
        self._show_header()
        self.refresh_hints()

    def _show_header(self) -> None:
        filtered: Line = ()
        if self.words:
            filtered = (Span("   filter: ", "aside"), Span(clean(self.words), "found"))
        count = f"  {len(self.contacts.ids)}"
        left: Line = (Span(" People", "title"), Span(count), *filtered)
        self.query_one("#header", OneLineText).show(ends(left, (), self.app.size.width))

    @on(PagedList.Wanted, "#contacts")
    def _read_contacts(self, event: PagedList.Wanted) -> None:
        self.load(
            lambda: read_contacts(self.notebook, event.ids),
            self.contacts.supply,
            group="more contacts",
        )

    @on(PagedList.Wanted, "#conversations")
    def _read_conversations(self, event: PagedList.Wanted) -> None:
        self.load(
            lambda: read_conversations(self.notebook, event.ids),
            self.conversations.supply,
            group="more conversations",
        )

    # What stands beside the list

    @on(PagedList.Moved, "#contacts")
    def _moved(self) -> None:
        self.refresh_hints()
        self._follow(after=SETTLES)

    @on(PagedList.Moved, "#conversations")
    def _moved_beside(self) -> None:
        self.refresh_hints()

    def _follow(self, *, after: float) -> None:
        """Show who is selected, once the keys rest."""
        id = self.contacts.selected_id
        self.load(lambda: read_about(self.notebook, id), self._show, group="about", after=after)

    def _show(self, about: About) -> None:
        before, self._about = self._person_beside, about
        self._lay_card()
        contact = about.briefing.contact if about.briefing else None
        same = before is not None and before == self._person_beside
        if not same:
            self.card.first()
        select = self.conversations.selected_id if same else None
        self.conversations.show(about.ids, about.rows or {}, select=select)
        if not same:
            self.conversations.first()
        title = f" CONVERSATIONS {len(about.ids)}" if contact else ""
        self.query_one("#talks-title", OneLineText).show((Span(title, "heading"),))
        self.refresh_hints()

    def _lay_card(self) -> None:
        """Lay the card out in the width that it has now."""
        lines: list[Line] = []
        if self._about.briefing is not None and self.card.size.width:
            cells = max(8, self.card.size.width - 1)
            notebook = host(self).notebook
            today = day_of(notebook.now(), notebook.zone)
            card = contact_card(self._about.briefing, self._about.recommended, cells, today)
            lines = [*card, ()]
        self.card.show(lines)

    @property
    def _person_beside(self) -> int | None:
        """Whose card stands beside the list."""
        return self._about.briefing.contact.person.id if self._about.briefing else None

    def on_resize(self) -> None:
        """More panes or fewer: part them by a line, and lay the card out anew."""
        if self.is_whole:
            self._part()
            self.reload()

    def _part(self) -> None:
        self.contacts.divider = self.app.size.width >= 80

    # What is selected

    @property
    def person(self) -> Person | None:
        """Who is selected."""
        if not self.query("#contacts"):
            return None
        contact = self.contacts.selected
        return contact.person if isinstance(contact, Contact) else None

    @property
    def conversation(self) -> Conversation | None:
        """The selected conversation, while the keys are there."""
        if not self.query("#conversations") or not self.conversations.has_focus:
            return None
        found = self.conversations.selected
        return found if isinstance(found, Conversation) else None

    # Moving

    @property
    def pane(self) -> Movable:
        """The pane that has the keys."""
        beside = next((one for one in self._beside if one.has_focus), None)
        return beside or self.contacts

    @property
    def _beside(self) -> tuple[ManyLines, "PagedList[Conversation]"]:
        return self.card, self.conversations

    def action_switch_pane(self) -> None:
        """To the card, to the conversations, and back to the list."""
        panes = (self.contacts, *self._beside)
        at = next((place for place, pane in enumerate(panes) if pane.has_focus), 0)
        self._go(panes[(at + 1) % len(panes)])

    def _go(self, pane: "PagedList[Contact] | PagedList[Conversation] | ManyLines") -> None:
        """Give a pane the keys; on a narrow terminal it is shown in place of the list."""
        self.set_class(pane is not self.contacts, "-beside")
        pane.focus()
        # On a narrow terminal the card has no width before it is shown.
        self.call_after_refresh(self._lay_card)
        self.refresh_hints()

    @on(PagedList.Opened)
    def action_open(self) -> None:
        """From the list to the card and the conversations; from there into the conversation."""
        from convonote.screens.timelines.timeline import Timeline

        if (conversation := self.conversation) is not None:
            self.app.push_screen(Timeline(conversation.id))
        elif self.person is not None:
            self._go(self.conversations if self.conversations.ids else self.card)

    def action_back(self) -> None:
        """Back to the list, then without its filter, then back to where one came from."""
        if self.contacts.has_focus or not self.query("#contacts"):
            if self.words:
                self.filter_by("")
            else:
                self.dismiss()
        else:
            self._go(self.contacts)

    # The filter

    def action_filter(self, words: str = "") -> None:
        """Show only those whose name, address or card has what one types."""
        self._go(self.contacts)
        super().action_filter(words)

    def after(self, person: Person) -> Person | None:
        """The next one, else the one before."""
        if self.contacts.selected_id != person.id:
            return self.person
        contact = self.contacts.beside
        return contact.person if isinstance(contact, Contact) else None

    def _redone(self, how: str, what: str) -> None:
        """Select who comes back."""
        self._known = frozenset(self.contacts.ids)
        super()._redone(how, what)

    def chosen(self, person: Person) -> None:
        """Select somebody, wherever they stand."""
        self.reload(select=person.id)
