"""Completion for bash.

Bash tells the words of a line with their quotes, and cuts them at colons besides. So the function
reads the line itself; what it offers is quoted as the word was begun.
"""

from collections.abc import Sequence

from convonote.cli.grammar import Grammar
from convonote.cli.shells import cases


def script(grammars: Sequence[Grammar]) -> str:
    """The script, for `source` or a folder of completions."""
    verbs = " ".join(one.verb for one in cases.top(grammars))
    options = [f"'{one.verb}') options='{' '.join(cases.names(one))}' ;;" for one in grammars]
    return cases.filled(
        cases.template("bash"),
        {
            "WITHIN": list(cases.within(grammars)),
            "VALUED": list(cases.valued(grammars)),
            "VERBS": [verbs],
            "OPTIONS": options,
            "PLACES": list(cases.places(grammars)),
        },
    )
