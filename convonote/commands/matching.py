"""Which commands are meant by what is typed into the palette, the likeliest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from convonote.commands.command import Command

LOOSE = 4
"""The rank from which a match is only likely."""


@dataclass(frozen=True, slots=True)
class Match:
    """A command, and what is written behind its name."""

    command: Command
    words: str = ""
    rank: int = 0
    """How well it fits: 0 is its very name."""


def matches(query: str, listed: Iterable[Command], here: Callable[[Command], bool]) -> list[Match]:
    """What fits best first; of what fits well, that for which `here` holds before the rest."""
    words = query.split()
    found = [match for command in listed if (match := _match(command, words)) is not None]
    return sorted(
        found,
        key=lambda match: (
            match.rank >= LOOSE,
            not here(match.command),
            match.rank,
            len(match.words),
        ),
    )


def _match(command: Command, words: list[str]) -> Match | None:
    """The most of the words that are its name, where the rest can be given to it."""
    if not words:
        return Match(command)
    best: Match | None = None
    for count in range(len(words), 0, -1) if command.takes else (len(words),):
        rest = " ".join(words[count:])
        rank = _rank(command, words[:count])
        if rank is not None and rest:
            # Words that are given to it must stand behind what is surely its name.
            rank = rank + (rank > 0) if rank < LOOSE - 1 else None
        if rank is not None and (best is None or rank < best.rank):
            best = Match(command, rest, rank)
    return best


def _rank(command: Command, words: list[str]) -> int | None:
    """How well words name a command; None where they do not."""
    wanted = [word.casefold() for word in words]
    typed = " ".join(wanted)
    names = (command.title.casefold(), command.id.replace("-", " "), command.id)
    parts = [part for name in names for part in name.split()] + command.hint.split()
    text = " ".join((*names, command.hint))
    ways: tuple[Callable[[], bool], ...] = (
        lambda: typed in names,
        lambda: any(name.startswith(typed) for name in names),
        lambda: all(any(part.startswith(word) for part in parts) for word in wanted),
        lambda: all(word in text for word in wanted),
        lambda: _scattered(typed.replace(" ", ""), names[0]),
        lambda: all(word in f"{text} {command.help.casefold()}" for word in wanted),
    )
    return next((rank for rank, fits in enumerate(ways) if fits()), None)


def _scattered(letters: str, name: str) -> bool:
    """Whether a name has the letters in this order, the first one where a word begins."""
    for start in (place for place, one in enumerate(name) if place == 0 or name[place - 1] == " "):
        rest = iter(name[start:])
        if name[start] == letters[0] and all(letter in rest for letter in letters):
            return True
    return False
