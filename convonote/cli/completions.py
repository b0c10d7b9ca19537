"""`completions`: what a shell needs to complete verbs, options, people and topics."""

import sys

from convonote.cli import stop

EXAMPLES = """\
convonote completions bash > ~/.local/share/bash-completion/completions/convonote
convonote completions zsh > ~/.zfunc/_convonote      with ~/.zfunc in fpath before compinit
convonote completions fish > ~/.config/fish/completions/convonote.fish"""
_HOLDERS = ("me", "them", "nobody")


def run(arguments: list[str], notebook: str | None) -> int:
    """Print the script for a shell; the scripts themselves ask for names."""
    match arguments:
        case ["--offer", kind, "--", typed]:
            return _offer(kind, typed, notebook)
    from convonote.cli.grammar import every
    from convonote.cli.options import Options
    from convonote.cli.shells import bash, fish, zsh

    shells = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}
    options = Options("completions", examples=EXAMPLES)
    options.add_argument("shell", metavar="SHELL", choices=list(shells), help="bash, zsh or fish")
    given = options.parse_args(arguments)
    print(shells[given.shell](list(every())), end="")
    return stop.DONE


def _offer(kind: str, typed: str, notebook: str | None) -> int:
    """Print the names that begin so, one a line; nothing is loaded that is not needed for it."""
    from convonote import locations
    from convonote.store import offering
    from convonote.text.clean import clean

    path = locations.notebook(notebook)
    if kind == "promises":
        found = offering.promises(path, typed)
    elif kind == "tagged" and typed.startswith("#"):
        found = offering.tags(path, typed)
    else:
        found = offering.names(path, typed, people=True, topics=kind == "names")
    if kind == "holders":
        found = [*(word for word in _HOLDERS if word.startswith(typed)), *found]
    for name in found:
        # What cannot be shown as it is, or would be read as an option, is better typed by its id.
        if name.strip() == name and clean(name) == name and not name.startswith("-"):
            sys.stdout.write(f"{name}\n")
    return stop.DONE
