"""What the notebook raises; each message is one line for the user."""


class NotebookError(Exception):
    """The notebook cannot be opened or written; the message is one line that says what to do."""


class Refused(NotebookError):
    """What was asked for cannot be done with this; the notebook is well, and as it was."""


class UndoError(Exception):
    """There is nothing to undo, or its rows have changed since; the message says which."""
