"""`Filtered`: a room of which a filter may leave only a part, as one types it."""

from convonote.screens.room import Room


class Filtered(Room):
    """Shows what fits `words`, and all of it without any."""

    words = ""
    """What is shown is filtered by these."""

    def action_filter(self, words: str = "") -> None:
        """Show only what fits; the words are asked for where none are given."""
        from convonote.screens.filter_line import FilterLine

        if words:
            self.filter_by(words)
        else:
            self.app.push_screen(
                FilterLine(self.words, self.filter_by), lambda kept: self.filter_by(kept or "")
            )

    def filter_by(self, words: str) -> None:
        """Show only what has these words; none of them leaves all."""
        if words != self.words:
            self.words = words
            self.reload()
