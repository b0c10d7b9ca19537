"""`--help` without a verb: all verbs in a line each."""

from importlib import import_module

from convonote.cli import stop
from convonote.cli.stop import Stop
from convonote.cli.verbs import VERBS

BEFORE = """\
usage: convonote [--notebook PATH] [VERB …]

A notebook of the conversations you are in: whose turn is it, since when, what was said,
and what was promised. Without a verb it opens the screens.
"""
AFTER = """\
Everywhere:
  --notebook PATH   another notebook (or CONVONOTE_NOTEBOOK=PATH)
  --help            with a verb (or help VERB): what it takes, with examples and exit codes
  --version         which convonote this is
  --plain-driver    without a verb or with demo: send the terminal all that is painted,
                    not only what changed

Exit codes: 0 done, 1 no hit or some input refused, 2 wrong usage or a name that fits several,
3 the notebook cannot be opened."""


def run(arguments: list[str]) -> int:
    """Print the overview, or with `help VERB` the help of that verb."""
    if not arguments:
        print(BEFORE)
        print("Verbs:")
        for name, verb in VERBS.items():
            print(f"  {name:<11}  {verb.does}")
        print()
        print(AFTER)
        return stop.DONE
    if arguments[0] not in VERBS:
        raise Stop(stop.USAGE, f"there is no verb {arguments[0]!r}; convonote --help lists them")
    asked, *rest = arguments
    module = import_module(f"convonote.cli.{VERBS[asked].module}")
    behind = [word for word, _ in VERBS[asked].within if [word] == rest]
    code: int = module.run([*behind, "--help"], None)
    return code
