"""`Rewriting`: changing what is written already, in the composer or in the user's own editor."""

from textual.app import SuspendNotSupported

from convonote.conversation.records import Kind
from convonote.host import key, takes_back
from convonote.screens.promises.promising import Promising
from convonote.store.records import Entry
from convonote.text.clean import clean
from convonote.writing.compose_request import ComposeRequest, Mode

NEEDS_ENTRY = frozenset({"edit", "edit_in_editor"})


class Rewriting(Promising):
    """A screen on which the selected exchange can be edited."""

    def on_selected(self, action: str) -> bool:
        """What is edited is what is selected."""
        return action in NEEDS_ENTRY or super().on_selected(action)

    def lacks(self, action: str) -> str:
        """Without an exchange there is nothing to edit."""
        if action in NEEDS_ENTRY and self.entry is None:
            return self.no_entry()
        return super().lacks(action)

    def no_entry(self) -> str:
        """How an exchange comes to be selected."""
        return f"no exchange is selected; {key(self, 'switch-pane')} goes to the timeline"

    def action_edit(self) -> None:
        """Edit the exchange in the composer."""
        if (entry := self.entry) is not None:
            where, answers = entry.conversation, entry.answers
            self.compose_exchange(
                ComposeRequest(_mode(entry), where, answers, edits=entry.id, text=entry.drawn)
            )

    def action_edit_in_editor(self) -> None:
        """Edit its text in the user's own editor, and keep what comes back."""
        from convonote.writing.editing import edit, editor_command

        entry = self.entry
        if entry is None:
            return
        try:
            with self.app.suspend():
                edited = edit(entry.drawn, editor_command())
        except SuspendNotSupported:
            self.host.tell("An editor cannot be opened in this terminal")
            return
        self.app.refresh(layout=True)
        if edited.note or edited.text == entry.drawn:
            self.host.tell(edited.note or "Nothing was changed")
        elif not edited.text.strip():
            self.host.tell(f"An empty text is not kept; {key(self, 'delete')} deletes")
        else:
            self.host.change(lambda: self.notebook.edit(entry.id, edited.text), self._edited)

    def _edited(self, _: object) -> None:
        conversation = self.conversation
        topic = clean(conversation.topic) if conversation else ""
        self.host.tell(f"{topic or 'It'}: edited; {takes_back(self)}")
        self.host.reload()


def _mode(entry: Entry) -> Mode:
    if entry.kind is Kind.NOTE:
        return Mode.NOTE
    if entry.kind is Kind.TALK:
        return Mode.TALK
    return Mode.SAID if entry.author is None or entry.author.me else Mode.THEIRS
