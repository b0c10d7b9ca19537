"""How a verb ends: the exit codes, and stopping with one of them."""

DONE = 0
"""Also where there was nothing to list."""
NOT_ALL = 1
"""No hit, what was given was refused in part or whole, or the output cannot be written."""
USAGE = 2
"""Wrong usage, or a name that fits several."""
NOTEBOOK = 3
"""The notebook cannot be opened or written."""
INSIDE = 70
"""Something went wrong that is no fault of the input."""
INTERRUPTED = 130
"""Left by Ctrl+C."""
PIPE_CLOSED = 141
"""Whoever read the output has gone."""
ALL_CODES = {
    DONE: "done; an empty list is done too",
    NOT_ALL: "no hit, what was given was refused in part or whole, or the output cannot be written",
    USAGE: "wrong usage, or a name that fits several (they are listed)",
    NOTEBOOK: "the notebook cannot be opened or written",
    INSIDE: "something went wrong inside",
    INTERRUPTED: "left by Ctrl+C",
    PIPE_CLOSED: "whoever read the output has gone",
}
"""What the codes mean, for the man page."""


class Stop(Exception):
    """A verb ends here; the message is one line that says what to do."""

    def __init__(self, code: int, message: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        """The exit code."""
        self.choices = choices
        """What could have been meant, one a line."""
