"""What a verb takes: `argparse` with errors of one line and help with examples."""

import argparse
from typing import TYPE_CHECKING, NoReturn

from convonote.cli import stop
from convonote.cli.stop import Stop
from convonote.cli.verbs import VERBS

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

CODES = {
    stop.DONE: "done",
    stop.NOT_ALL: "no hit",
    stop.USAGE: "wrong usage, or a name that fits several (they are listed)",
    stop.NOTEBOOK: "the notebook cannot be opened",
}


class Options(argparse.ArgumentParser):
    """The options of one verb."""

    def __init__(self, verb: str, *, examples: str, codes: dict[int, str] | None = None) -> None:
        shown = {code: says for code, says in CODES.items() if code != stop.NOT_ALL}
        shown.update(codes or {})
        listed = "\n".join(f"  {code}  {shown[code]}" for code in sorted(shown))
        # A verb with verbs of its own, such as `people merge`, is listed once.
        does = VERBS[verb.partition(" ")[0]].does
        super().__init__(
            prog=f"convonote {verb}",
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=(
                f"examples:\n{_indented(examples)}\n\nexit codes:\n{listed}\n\n"
                "--notebook PATH (or CONVONOTE_NOTEBOOK) names another notebook."
            ),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; argparse's own way would pass over a full disk in silence."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Stop with one line instead of the whole usage."""
        raise Stop(stop.USAGE, f"{message}; see {self.prog} --help")


def _indented(examples: str) -> str:
    return "\n".join(f"  {line}" for line in examples.strip().splitlines())
