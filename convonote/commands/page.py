"""The manual's table of keys, made from the registry."""

from collections.abc import Iterable, Iterator

from convonote.commands import TITLES, Command, Where, commands
from convonote.commands.command import LETTERS, OWN_ROOMS, TALKS, TYPING
from convonote.commands.key_names import shown
from convonote.commands.keymap import Keymap

_HEAD = """\
# The keys

Every command of the screens, by the screen on which it works. On each of them `?` or `F1` lists
the same, filtered as you type, and `:` or `Ctrl+p` finds a command by its name; Enter does it.

A command is called by its *id* in `config.toml`, where `[keys]` gives it another key or a list of
some: `later = "z"`, `find = ["/", "ctrl+f"]`. [Settings](manual/settings.md#keys) has the rest.
What has no key is found by its name in the palette; what may be written behind the name there, as
in `:later fri`, stands in brackets.

This page is written by `python -m convonote.commands > docs/keys.md`.
"""


def page() -> str:
    """The page, ready to be written."""
    return "\n".join([_HEAD, *_everywhere(), *(line for where in TITLES for line in _of(where))])


def _everywhere() -> Iterator[str]:
    """What works wherever letters are commands, once."""
    shared = [command for command in commands(Where.HOME) if _is_shared(command)]
    yield from _table("In every room", shared, Where.HOME)


def _of(where: Where) -> Iterator[str]:
    listed = [
        command for command in commands(where) if where not in LETTERS or not _is_shared(command)
    ]
    if listed:
        yield from _table(TITLES[where], listed, where)


def _is_shared(command: Command) -> bool:
    """Whether all rooms have it in which letters are commands."""
    return {*TALKS, *OWN_ROOMS} <= {*command.screens}


def _table(title: str, listed: Iterable[Command], where: Where) -> Iterator[str]:
    yield from (f"## {title}", "", "| key | command | id | what it does |", "|---|---|---|---|")
    for command in listed:
        keys = " ".join(_code(shown(key)) for key in Keymap().keys(command, where)) or "by name"
        takes = f" [{command.takes}]" if command.takes else ""
        yield f"| {keys} | {command.title}{takes} | `{command.id}` | {command.help} |"
    if where in TYPING:
        yield from ("", "Letters are typed here.")
    yield ""


def _code(key: str) -> str:
    """A key as code, also the one that divides a table's columns."""
    return f"`{key}`".replace("|", "\\|")
