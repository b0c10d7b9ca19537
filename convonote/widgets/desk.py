"""The text being written, and beside or below it how it will read."""

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Container

from convonote.widgets.editor import Editor
from convonote.widgets.page import Page
from convonote.writing.editing import edit, editor_command
from convonote.writing.reviewing import near

PREVIEW_WIDTH = 120
"""Columns of the screen from which the preview shows by itself."""


class Desk(Container):
    """An editor with a preview that folds away."""

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.editor = Editor(text, id="text")
        """The text."""
        self._preview = Page(id="preview")
        self._preview.can_focus = False
        self._preview.display = False
        self._wanted: bool | None = None
        """Whether the user wants a preview; None for where there is room."""

    def compose(self) -> ComposeResult:
        """The editor first, so that it has the focus."""
        yield self.editor
        yield self._preview

    def on_mount(self) -> None:
        """Writing goes on where it ended."""
        self.editor.move_cursor(self.editor.document.end)

    def on_resize(self) -> None:
        """The preview folds away where there is no room."""
        room = self.app.size.width >= PREVIEW_WIDTH
        self._show(room if self._wanted is None else self._wanted)

    def toggle_preview(self) -> None:
        """Show the preview, or fold it away."""
        self._wanted = not self._preview.display
        self._show(self._wanted)

    def _show(self, wanted: bool) -> None:
        if self._preview.display != wanted:
            self._preview.display = wanted
            self.call_after_refresh(self.lay_out)

    def lay_out(self) -> None:
        """Show in the preview what is around the cursor."""
        if self._preview.display:
            row = self.editor.cursor_location[0]
            self._preview.show_markdown(near(self.editor.text, row))

    def edit_outside(self) -> str:
        """Let the user's own editor at the text; a line where it did not go as usual."""
        editor = self.editor
        try:
            with self.app.suspend():
                edited = edit(editor.text, editor_command())
        except SuspendNotSupported:
            return "An editor cannot be opened in this terminal"
        self.app.refresh(layout=True)
        if edited.text != editor.text:
            editor.replace_all(edited.text)
        return edited.note
