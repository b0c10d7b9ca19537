"""`Original`: an exchange as it came in, nothing stripped and nothing read as markdown."""

from convonote.screens.reader import Reader
from convonote.store.records import Entry
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped_lines


class Original(Reader):
    """The whole text of one exchange."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def lines(self, cells: int) -> list[Line]:
        """The text, line by line."""
        text = self.notebook.original(self._entry.id) if self._entry.has_original else None
        head = "The original text" if text is not None else "The text as it was written"
        body = wrapped_lines(self._entry.text if text is None else text, cells)
        return [(Span(f" {head}", "title"),), (), *body]
