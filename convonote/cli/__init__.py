"""The command line: finds the verb, runs it, and turns what goes wrong into a line and a code.

A verb's module is imported when it is called, so that none pays for what another needs.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from convonote.cli import stop
from convonote.cli.stop import Stop
from convonote.cli.verbs import VERBS

TRACEBACK_VARIABLE = "CONVONOTE_TRACEBACK"
"""The environment variable that asks for Python's own report of what went wrong inside."""

PLAIN_DRIVER = "--plain-driver"
"""The option that sends the terminal all that is painted."""


def main(argv: Sequence[str]) -> int:
    """Run the command line and give its exit code."""
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        # What a terminal's encoding lacks is shown as a question mark, not as an error.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        if sys.stdout is None:
            # Said before anything is done, so that whoever asks again does not do it twice.
            raise Stop(stop.NOT_ALL, "the output cannot be written: it is closed; nothing was done")
        code = _ended(list(argv))
        sys.stdout.flush()
    except Stop as stopped:
        _complain(str(stopped), *stopped.choices)
        code = stopped.code
    except KeyboardInterrupt:
        code = stop.INTERRUPTED
    except BrokenPipeError:
        _abandon_output()
        code = stop.PIPE_CLOSED
    except Exception as error:
        code = _failed(error)
    return code


def _open_closed() -> None:
    """Where the shell closed stdin or stderr, read nothing and write to nowhere."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  # open to the end
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # so too


def _ended(argv: list[str]) -> int:
    """Run the command line as far as it goes."""
    try:
        return _dispatch(argv)
    except SystemExit as left:
        # How argparse ends after `--help`.
        return left.code if isinstance(left.code, int) else stop.DONE


def _dispatch(argv: list[str]) -> int:
    """Run the verb that stands first; without one, the screens."""
    rest, notebook = _without_notebook(argv)
    if rest in ([], [PLAIN_DRIVER]):
        from convonote.cli import screens

        return screens.run(notebook, plain_driver=bool(rest))
    verb, arguments = rest[0], rest[1:]
    if verb in ("--help", "-h", "help"):
        from convonote.cli import overview

        return overview.run(arguments)
    if verb == "--version":
        from convonote import __version__

        print(f"convonote {__version__}")
        return stop.DONE
    if verb not in VERBS:
        raise Stop(stop.USAGE, _unknown(verb))
    module = import_module(f"convonote.cli.{VERBS[verb].module}")
    code: int = module.run(arguments, notebook)
    return code


def _without_notebook(argv: list[str]) -> tuple[list[str], str | None]:
    """The arguments without `--notebook PATH`, which may stand anywhere before `--`."""
    rest: list[str] = []
    notebook = None
    given = iter(argv)
    for argument in given:
        if argument == "--":
            rest += ["--", *given]
        elif argument == "--notebook":
            notebook = next(given, "")
        elif argument.startswith("--notebook="):
            notebook = argument.partition("=")[2]
        else:
            rest.append(argument)
            continue
        if notebook == "":
            raise Stop(stop.USAGE, "--notebook needs the path of a notebook after it")
    return rest, notebook


def _unknown(verb: str) -> str:
    """What to say of a verb that there is not."""
    from difflib import get_close_matches

    kind = "option" if verb.startswith("-") else "verb"
    near = get_close_matches(verb, VERBS, n=1, cutoff=0.6)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"there is no {kind} {verb!r}; {meant}convonote --help lists what there is"


def _failed(error: Exception) -> int:
    """Say in a line what went wrong below, and give the code for it."""
    from convonote.store.errors import NotebookError, Refused

    if os.environ.get(TRACEBACK_VARIABLE):
        raise error
    if isinstance(error, NotebookError):
        _complain(str(error))
        return stop.NOT_ALL if isinstance(error, Refused) else stop.NOTEBOOK
    if isinstance(error, OSError) and error.filename is None:
        # Without a file's name it came from what is written to: a full disk, a closed terminal.
        _complain(f"the output cannot be written: {error.strerror or error}")
        _abandon_output()
        return stop.NOT_ALL
    _complain(
        f"something went wrong inside ({type(error).__name__}: {error}); "
        f"with {TRACEBACK_VARIABLE}=1 it says where, for a report"
    )
    return stop.INSIDE


def _complain(message: str, *choices: str) -> None:
    """Write one line to stderr, and below it what could have been meant."""
    from convonote.text.clean import clean

    print(f"convonote: {clean(message)}", file=sys.stderr)
    for choice in choices:
        print(f"  {clean(choice)}", file=sys.stderr)


def _abandon_output() -> None:
    """Leave stdout without what could not be written, which Python would try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
