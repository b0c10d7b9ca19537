"""What the scripts share: their templates, and the branches of a `case` in bash and zsh."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from convonote.cli.grammar import Grammar, Kind, Word


def top(grammars: Sequence[Grammar]) -> list[Grammar]:
    """The verbs themselves, without the words behind them."""
    return [one for one in grammars if " " not in one.verb]


def within(grammars: Sequence[Grammar]) -> Iterator[str]:
    """A word behind a verb makes another verb of it."""
    for one in grammars:
        if " " in one.verb:
            yield f"'{one.verb}') verb='{one.verb}' place=0 ;;"


def valued(grammars: Sequence[Grammar]) -> Iterator[str]:
    """Options behind which a value stands."""
    for one in grammars:
        for switch in one.switches:
            if switch.value is not None:
                patterns = " | ".join(f"'{one.verb} {name}'" for name in switch.names)
                yield f"{patterns}) value='{kind(switch.value)}' ;;"


def places(grammars: Sequence[Grammar]) -> Iterator[str]:
    """What stands in each place behind each verb."""
    for one in grammars:
        behind = [
            other.verb.removeprefix(f"{one.verb} ")
            for other in grammars
            if other.verb.startswith(f"{one.verb} ")
        ]
        if behind:
            yield f"'{one.verb} 0') _convonote_place '{' '.join(behind)}' ;;"
        for place, word in enumerate(one.words):
            if word.kind is not Kind.ANY:
                pattern = f"'{one.verb} '*" if word.repeats else f"'{one.verb} {place}'"
                yield f"{pattern}) _convonote_place '{kind(word)}' ;;"
    yield f"'help 0') _convonote_place '{' '.join(one.verb for one in top(grammars))}' ;;"


def kind(word: Word) -> str:
    """What stands in a place, as the scripts know it: a kind, or the words there are."""
    return " ".join(word.among) if word.among else word.kind.value


def names(one: Grammar) -> list[str]:
    """The long options of a verb."""
    return [name for switch in one.switches for name in switch.names if name.startswith("--")]


def template(shell: str) -> str:
    """The script of a shell, with names such as `@VERBS@` where lines are to be filled in."""
    return files(__package__).joinpath(f"completion.{shell}").read_text("utf-8")


def filled(text: str, branches: dict[str, Sequence[str]]) -> str:
    """A script with lines in the places of their names, as far to the right as the name stood."""
    for name, lines in branches.items():
        start = text.index(f"@{name}@")
        depth = start - text.rindex("\n", 0, start) - 1
        text = text.replace(f"@{name}@", f"\n{' ' * depth}".join(lines))
    return text
