"""`Rewriting`: changing what is written already, in the composer or in the user's own editor."""

from textual.app import SuspendNotSupported

from convonote.conversation.records import Kind
from convonote.screens.host import key, takes_back
from convonote.screens.promises.promising import Promising
from convonote.screens.writing.compose_request import ComposeRequest, Mode
from convonote.store.records import Entry
from convonote.text.clean import clean
from convonote.writing.editing import edit, editor_command

NEEDS_ENTRY = frozenset({"edit", "edit_in_editor"})


class Rewriting(Promising):
    """A screen on which the selected exchange can be edited."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without an exchange there is nothing to edit."""
        if action in NEEDS_ENTRY:
            return self.entry is not None
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Edit the exchange in the composer."""
        if (entry := self.entry) is not None:
            where, answers = entry.conversation, entry.answers
            self.compose_exchange(
                ComposeRequest(_mode(entry), where, answers, edits=entry.id, text=entry.drawn)
            )

    def action_edit_in_editor(self) -> None:
        """Edit its text in the user's own editor, and keep what comes back."""
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
