"""`redo`: do again what was undone last."""

from convonote.cli.undo import step

EXAMPLES = "convonote redo    what undo took back is there again"


def run(arguments: list[str], notebook: str | None) -> int:
    """Do one change again and say which."""
    return step("redo", EXAMPLES, arguments, notebook)
