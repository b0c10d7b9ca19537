"""Completion for zsh, which quotes what is offered by itself."""

from collections.abc import Sequence

from convonote.cli.grammar import Grammar
from convonote.cli.shells import cases


def script(grammars: Sequence[Grammar]) -> str:
    """The script, for a folder in `fpath` or for `source`."""
    verbs = [_described(one.verb, one.does) for one in cases.top(grammars)]
    return cases.filled(
        cases.template("zsh"),
        {
            "WITHIN": list(cases.within(grammars)),
            "VALUED": list(cases.valued(grammars)),
            "VERBS": [*verbs, _described("--notebook", "another notebook")],
            "OPTIONS": [f"'{one.verb}') options=({_options(one)}) ;;" for one in grammars],
            "PLACES": list(cases.places(grammars)),
        },
    )


def _options(one: Grammar) -> str:
    return " ".join(
        _described(name, switch.help)
        for switch in one.switches
        for name in switch.names
        if name.startswith("--")
    )


def _described(word: str, says: str) -> str:
    """A word with what it means, in quotes."""
    return "'{}'".format(f"{word}:{says}".replace("'", "'\\''"))
