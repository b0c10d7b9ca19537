"""`WithPerson`: the commands of screens on which a person is selected."""

from abc import abstractmethod
from functools import partial

from convonote.host import key, takes_back
from convonote.screens.turns.conversing import Conversing
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Entry
from convonote.text.clean import clean
from convonote.writing.compose_request import ComposeRequest, Mode

NEEDS_PERSON = frozenset(
    {"say", "hear", "note", "answer", "briefing", "why"}
    | {"edit_card", "recommend", "delete_person", "merge_person", "set_quiet", "pictures"}
)


def with_them(notebook: Notebook, person: int, mode: Mode) -> ComposeRequest:
    """Write to somebody: in the conversation with them alone that waits longest, else anew."""
    found = notebook.with_people((person,))
    if found:
        return ComposeRequest(mode, found[0].id)
    return ComposeRequest(mode, people=(person,))


class WithPerson(Conversing):
    """A screen with somebody selected, and perhaps one of their conversations."""

    @property
    @abstractmethod
    def person(self) -> Person | None:
        """Who is selected."""

    @property
    def entry(self) -> Entry | None:
        """No exchange is selected here."""
        return None

    def go_to(self, conversation: int) -> None:
        """Who is selected stays so, whatever was written down."""

    def chosen(self, person: Person) -> None:
        """Select somebody, wherever they stand."""

    def after(self, person: Person) -> Person | None:
        """Who is selected once somebody is gone from the list."""
        return None if self.person is None or self.person.id == person.id else self.person

    def person_added(self, person: Person) -> None:
        """Who was just added is selected."""
        self.chosen(person)

    def on_selected(self, action: str) -> bool:
        """All that needs a person."""
        return action in NEEDS_PERSON | {"set_rhythm"} or super().on_selected(action)

    def lacks(self, action: str) -> str:
        """Commands on a person need one."""
        if action not in NEEDS_PERSON:
            return super().lacks(action)
        new = key(self, "add-person")
        return "" if self.person is not None else f"nobody is selected; {new} adds a person"

    def no_conversation(self) -> str:
        """The conversations stand beside the list."""
        pane = key(self, "switch-pane")
        return f"no conversation is selected; {pane} goes to those with the person"

    # Writing down

    def _write_down(self, mode: Mode) -> None:
        """In the selected conversation, else in the one with them alone that waits longest."""
        if self.conversation is not None:
            super()._write_down(mode)
        elif (person := self.person) is not None:
            try:
                self.compose_exchange(with_them(self.notebook, person.id, mode))
            except NotebookError as error:
                self.host.tell(clean(str(error)))

    def action_why(self) -> None:
        """Why it is whose turn in the selected conversation, else why to reach out to them."""
        if self.conversation is not None or self.person is None:
            super().action_why()
            return
        from convonote.screens.turns.why_in_touch import WhyInTouch

        self.app.push_screen(WhyInTouch(self.person.id))

    def action_answer(self) -> None:
        """Answer what they said last, wherever that was."""
        person = self.person
        if self.conversation is not None or person is None:
            super().action_answer()
            return
        try:
            last = self.notebook.last_words(person.id, theirs=True, limit=1)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if last:
            request = ComposeRequest(Mode.SAID, last[0].conversation, last[0].exchange)
            self.compose_exchange(request)
        else:
            self.host.tell(
                f"{clean(person.name)} has said nothing yet; {key(self, 'say')} writes to them"
            )

    def action_new_conversation(self) -> None:
        """Start a conversation with them."""
        people = () if self.person is None else (self.person.id,)
        self.compose_exchange(ComposeRequest(Mode.SAID, people=people))

    # Rhythm and pictures

    def action_pictures(self) -> None:
        """Pictures of the selected conversation, else of what was said with them."""
        from convonote.screens.timelines.pictures import Pictures

        if self.conversation is not None:
            super().action_pictures()
        elif (person := self.person) is not None:
            self.app.push_screen(Pictures(person=person.id))

    def action_set_rhythm(self, words: str = "") -> None:
        """Ask how often one wants to be in touch."""
        from convonote.screens.rhythm.asking_rhythm import ask_rhythm

        ask_rhythm(self, self.person, words)

    def action_set_quiet(self, words: str = "") -> None:
        """Ask until when they are left alone."""
        from convonote.screens.rhythm.asking_rhythm import ask_quiet

        if (person := self.person) is not None:
            ask_quiet(self, person, words)

    # The card

    def action_briefing(self) -> None:
        """Everything worth a look before one speaks with them."""
        from convonote.screens.people.briefing import BriefingScreen

        if (person := self.person) is not None:
            self.app.push_screen(BriefingScreen(person.id))

    def action_edit_card(self) -> None:
        """Change what is written on their card."""
        from convonote.screens.people.card_form import CardForm

        if (person := self.person) is not None:
            self.app.push_screen(CardForm(person.id, self._card_saved))

    def _card_saved(self, person: Person) -> None:
        self.host.tell(f"{clean(person.name)}: saved; {takes_back(self)}")
        self.chosen(person)

    def action_recommend(self, words: str = "") -> None:
        """Write down what they are good for, and who said so."""
        from convonote.screens.people.knowing import ask_recommendation

        if (person := self.person) is not None:
            ask_recommendation(self, person, words)

    def action_delete_person(self) -> None:
        """Take them out of the contact list."""
        person = self.person
        if person is None:
            return

        def done(_: object) -> None:
            on = self.after(person)
            now_on = f"; now on {clean(on.name)}" if on is not None else ""
            self.host.tell(
                f"{clean(person.name)} deleted; what was said stays; {takes_back(self)}{now_on}"
            )
            self.host.reload()

        self.host.change(lambda: self.notebook.delete_people((person.id,)), done)

    def action_merge_person(self) -> None:
        """Say who of the others they are."""
        from convonote.screens.people.merging import Merging

        if (person := self.person) is not None:
            self.app.push_screen(Merging(person), partial(self._merge, person))

    def _merge(self, person: Person, gone: Person | None) -> None:
        if gone is None:
            return

        def done(kept: Person) -> None:
            goes = gone if kept.id == person.id else person
            self.host.tell(
                f"{clean(goes.with_address)} is {clean(kept.with_address)} now; {takes_back(self)}"
            )
            self.chosen(kept)

        self.host.change(lambda: self.notebook.merge_people(person.id, gone.id), done)
