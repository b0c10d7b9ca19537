"""Completion for fish, which quotes what is offered by itself."""

from collections.abc import Iterator, Sequence

from convonote.cli.grammar import Grammar, Kind, Word
from convonote.cli.shells import cases


def script(grammars: Sequence[Grammar]) -> str:
    """The script, for fish's folder of completions."""
    return cases.filled(
        cases.template("fish"),
        {
            "WITHIN": list(_within(grammars)),
            "VALUED": list(_valued(grammars)),
            "LINES": list(_lines(grammars)),
        },
    )


def _within(grammars: Sequence[Grammar]) -> Iterator[str]:
    for one in grammars:
        if " " in one.verb:
            yield f"case '{one.verb}'"
            yield f"    set verb '{one.verb}'"


def _valued(grammars: Sequence[Grammar]) -> Iterator[str]:
    patterns = [
        f"'{one.verb} {name}'"
        for one in grammars
        for switch in one.switches
        if switch.value is not None
        for name in switch.names
    ]
    yield f"case {' '.join(patterns)}"
    yield "    set value other"


def _lines(grammars: Sequence[Grammar]) -> Iterator[str]:
    for one in cases.top(grammars):
        yield f"complete -c convonote -n '__convonote_at \"\"' -a {one.verb} -d {_quoted(one.does)}"
    for one in grammars:
        at = f'complete -c convonote -n \'__convonote_at "{one.verb}"'
        for switch in one.switches:
            for name in switch.names:
                if name.startswith("--"):
                    value = "" if switch.value is None else f" -r {_offered(switch.value)}".rstrip()
                    yield f"{at}' -l {name[2:]}{value} -d {_quoted(switch.help)}"
        for other in grammars:
            if other.verb.startswith(f"{one.verb} "):
                yield f"{at} 0' -a {other.verb.removeprefix(one.verb).strip()}"
        for place, word in enumerate(one.words):
            if word.kind is not Kind.ANY:
                yield f"{at}{'' if word.repeats else f' {place}'}' {_offered(word)}"


def _offered(word: Word) -> str:
    """How fish is told what stands in a place."""
    if word.kind is Kind.FILE:
        return "-F"
    if word.kind is Kind.FOLDER:
        return "-a '(__fish_complete_directories (commandline -ct))'"
    if word.kind is Kind.CHOICE:
        return f"-a {_quoted(' '.join(word.among))}"
    return "" if word.kind is Kind.ANY else f"-a '(__convonote_offer {word.kind})'"


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("\\", "\\\\").replace("'", "\\'"))
