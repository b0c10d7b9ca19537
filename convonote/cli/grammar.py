"""What each verb takes, asked of the verbs themselves: completions and the man page go by it."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from convonote.cli.options import DESCRIBE, Described, Options
from convonote.cli.verbs import VERBS


class Kind(StrEnum):
    """What stands in some place of a command."""

    ANY = "any"
    """Words that nobody can guess."""
    CHOICE = "choice"
    """One of a few words."""
    FILE = "file"
    FOLDER = "folder"
    NAMES = "names"
    """A person or a topic."""
    PEOPLE = "people"
    TAGGED = "tagged"
    """A person, or all who have a #tag."""
    PROMISES = "promises"
    """What is promised, in its words."""
    HOLDERS = "holders"
    """Who may be given the turn: me, them, nobody, a person."""


_KINDS = {
    "A": Kind.PEOPLE,
    "B": Kind.PEOPLE,
    "PERSON": Kind.PEOPLE,
    "WHAT": Kind.NAMES,
    "OTHER": Kind.NAMES,
    "WHO": Kind.TAGGED,
    "NAME": Kind.PEOPLE,
    "HOLDER": Kind.HOLDERS,
    "PROMISE": Kind.PROMISES,
    "DIR": Kind.FOLDER,
    "FOLDER": Kind.FOLDER,
    "FILE": Kind.FILE,
    "SOURCE": Kind.FILE,
}
"""What the word for a place in the help stands for; any other for anything."""


@dataclass(frozen=True, slots=True)
class Word:
    """A place of a command."""

    kind: Kind
    shown: str
    """How the help calls it."""
    help: str
    among: tuple[str, ...] = ()
    """The words that there are, for a choice."""
    repeats: bool = False
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Switch:
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    value: Word | None
    """What stands behind it, if anything does."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """A verb, or a word behind one such as `people merge`, and what it takes."""

    verb: str
    does: str
    words: tuple[Word, ...]
    switches: tuple[Switch, ...]
    examples: str
    codes: dict[int, str]


def every() -> Iterator[Grammar]:
    """The grammar of every verb, each before the words that may stand behind it."""
    for verb in VERBS:
        yield of(verb)
        for word, _ in VERBS[verb].within:
            yield of(verb, word)


def of(verb: str, word: str = "") -> Grammar:
    """What a verb takes, or a word behind it."""
    options = _options(verb, word)
    return Grammar(
        verb=f"{verb} {word}".rstrip(),
        does=options.does,
        words=tuple(_word(one) for one in options.taken if not one.option_strings),
        switches=tuple(_switch(one) for one in options.taken if one.option_strings),
        examples=options.examples,
        codes=options.codes,
    )


def _options(verb: str, word: str) -> Options:
    module = import_module(f"convonote.cli.{VERBS[verb].module}")
    try:
        module.run([*([word] if word else []), DESCRIBE], None)
    except Described as described:
        return described.options
    raise LookupError(f"{verb} looks at something before its arguments")


def _switch(one: argparse.Action) -> Switch:
    value = None if one.nargs == 0 else _word(one)
    return Switch(tuple(one.option_strings), one.help or "", value)


def _word(one: argparse.Action) -> Word:
    metavar = one.metavar if isinstance(one.metavar, str) else one.dest.upper()
    among = tuple(str(each) for each in one.choices or ())
    kind = Kind.CHOICE if among else _KINDS.get(metavar, Kind.ANY)
    return Word(
        kind,
        metavar,
        one.help or "",
        among,
        repeats=one.nargs in ("*", "+"),
        needed=one.nargs not in ("*", "?"),
    )
