"""What a verb takes: `argparse` with errors of one line and help with examples."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from convonote.cli import stop
from convonote.cli.stop import Stop
from convonote.cli.verbs import VERBS

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

DESCRIBE = "\0describe"
"""In the place of arguments: give the options of the verb, and run nothing."""
CODES = {
    stop.DONE: "done",
    stop.NOT_ALL: "no hit",
    stop.USAGE: "wrong usage, or a name that fits several (they are listed)",
    stop.NOTEBOOK: "the notebook cannot be opened",
}

_DIGITS = 9
"""Digits of the greatest number that an option takes."""


class Described(Exception):
    """Carries the options of a verb to whoever asked for them."""

    def __init__(self, options: "Options") -> None:
        super().__init__(options.prog)
        self.options = options


class Options(argparse.ArgumentParser):
    """The options of one verb."""

    def __init__(self, verb: str, *, examples: str, codes: dict[int, str] | None = None) -> None:
        shown = {code: says for code, says in CODES.items() if code != stop.NOT_ALL}
        shown.update(codes or {})
        self.examples = examples
        self.codes = {code: shown[code] for code in sorted(shown)}
        """What each exit code of the verb means."""
        self.taken: list[argparse.Action] = []
        """What it takes, in the order of its help."""
        self._paths: set[str] = set()
        listed = "\n".join(f"  {code}  {shown[code]}" for code in sorted(shown))
        first, _, second = verb.partition(" ")
        self.does = dict(VERBS[first].within)[second] if second else VERBS[first].does
        """What it does, in a line."""
        super().__init__(
            prog=f"convonote {verb}",
            description=f"{self.does[0].upper()}{self.does[1:]}.",
            epilog=(
                f"examples:\n{_indented(examples)}\n\nexit codes:\n{listed}\n\n"
                "--notebook PATH (or CONVONOTE_NOTEBOOK) names another notebook."
            ),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def add_argument(self, *args: Any, path: bool = False, **kwargs: Any) -> argparse.Action:
        """Take an option or an argument, as argparse does, and remember that it is taken.

        With `path` it names a file, which may be any bytes; all else is text.
        """
        action = super().add_argument(*args, **kwargs)
        if path:
            self._paths.add(action.dest)
        if action.help != argparse.SUPPRESS:
            self.taken.append(action)
        return action

    def parse_args(self, args: Sequence[str], namespace: None = None) -> argparse.Namespace:  # type: ignore[override]  # Verbs ask for no more.
        """The arguments as the verb takes them; Stop with one line where they are wrong."""
        if list(args) == [DESCRIBE]:
            raise Described(self)
        given = super().parse_args(args, namespace)
        for name, value in vars(given).items():
            for one in value if isinstance(value, list) else [value]:
                if name not in self._paths and isinstance(one, str) and not _is_text(one):
                    shown = one.encode(errors="replace").decode()
                    encoding = sys.getfilesystemencoding().upper()
                    self.error(f"{shown!r} is not {encoding}, in which text is given here")
        return given

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; argparse's own way would pass over a full disk in silence."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Stop with one line instead of the whole usage."""
        raise Stop(stop.USAGE, f"{message}; see {self.prog} --help")


def count(least: int) -> Callable[[str], int]:
    """What an option takes that counts rows, none of which any notebook has more of."""

    def read(written: str) -> int:
        number = int(written) if written.isdecimal() and len(written) <= _DIGITS else -1
        if number < least:
            raise argparse.ArgumentTypeError(f"needs a number from {least} to {10**_DIGITS - 1:,}")
        return number

    return read


def _is_text(argument: str) -> bool:
    """Whether an argument is valid in the encoding of the terminal, as far as Python could tell."""
    return not any("\ud800" <= letter <= "\udfff" for letter in argument)


def _indented(examples: str) -> str:
    return "\n".join(f"  {line}" for line in examples.strip().splitlines())
