"""`Original`: an exchange as it came in, nothing stripped and nothing read as markdown."""

from convonote.screens.reader import Layout, Reading
from convonote.store.records import Entry
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped_lines


class Original(Reading):
    """The whole text of one exchange."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def read(self, cells: int) -> Layout:
        """The text, line by line."""
        text = self.notebook.original(self._entry.id) if self._entry.has_original else None
        head = "The original text" if text is not None else "The text as it was written"
        whole = self._entry.text if text is None else text
        title: Line = (Span(f" {head}", "title"),)
        return lambda cells: [title, (), *wrapped_lines(whole, cells)]
