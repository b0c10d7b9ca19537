"""What the user may bind to which command: `[keys]` of the settings, each mistake in a line."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from convonote.commands import COMMANDS, Command
from convonote.commands.command import TITLES, TYPING
from convonote.commands.key_names import NoKey, key_named, shown
from convonote.commands.keymap import Keymap, works

Rebound = dict[str, tuple[str, ...]]
"""The keys of commands by their ids, as the user wants them."""
Refused = list[tuple[str, str]]
"""Ids and why their keys are left as they were, which completes "KEY …"."""

_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
_EDITING = frozenset(
    {
        "enter",
        "tab",
        "shift+tab",
        "backspace",
        "delete",
        "left",
        "right",
        "up",
        "down",
        "home",
        "end",
    }
)
"""Keys without which nothing can be typed."""


def rebindings(written: Mapping[str, object]) -> tuple[Rebound, Refused]:
    """The keys that can be given, and what is wrong with the others."""
    rebound: Rebound = {}
    refused: Refused = []
    for id, value in written.items():
        try:
            command = _command(id)
            rebound[id] = _keys(command, value)
        except NoKey as wrong:
            refused.append((id, str(wrong)))
    while (clash := next(_clashes(rebound), None)) is not None:
        refused.append(clash)
        del rebound[clash[0]]
    return rebound, refused


def _command(id: str) -> Command:
    if id in _BY_ID:
        return _BY_ID[id]
    titles = {command.title.casefold(): command.id for command in COMMANDS}
    near = get_close_matches(id.casefold(), [*_BY_ID, *titles], 1, cutoff=0.5)
    nearest = titles.get(near[0], near[0]) if near else ""
    hint = f"did you mean {nearest}?" if nearest else "docs/keys.md lists them"
    raise NoKey(f"is no command; {hint}")


def _keys(command: Command, value: object) -> tuple[str, ...]:
    """The keys that a command has from now on; raises NoKey."""
    written = [value] if isinstance(value, str) else value
    if (
        not isinstance(written, list)
        or not written
        or not all(isinstance(one, str) for one in written)
    ):
        raise NoKey('must be a key in quotation marks, such as "z", or a list of some')
    keys = tuple(dict.fromkeys(key_named(one) for one in written))
    typing = [where for where in command.screens if where in TYPING]
    if len(typing) == len(command.screens):
        for key in keys:
            if not works(key, typing[0]) or (key in _EDITING and key not in command.keys):
                raise NoKey(
                    f"works where one types, which takes {shown(key)} for itself; "
                    'write one as "ctrl+e" or "f5"'
                )
    # Where the new keys are letters, those that are none stay, for the screens on which one types.
    kept = [
        key
        for where in typing
        if not any(works(key, where) for key in keys)
        for key in command.keys
        if works(key, where)
    ]
    return tuple(dict.fromkeys((*keys, *kept)))


def _clashes(rebound: Rebound) -> Iterator[tuple[str, str]]:
    """The rebound commands whose keys do something else on one of their screens, the last first."""
    keymap = Keymap(rebound)
    for id in reversed(rebound):
        command = _BY_ID[id]
        for other in COMMANDS:
            common = [
                where for where in TITLES if where in command.screens and where in other.screens
            ]
            for where in common if other is not command else ():
                taken = set(keymap.keys(command, where)) & set(keymap.keys(other, where))
                if taken:
                    key = shown(min(taken))
                    yield (
                        id,
                        f"cannot have {key}, which is {other.id} ({other.title}) on "
                        f"{TITLES[where]}; bind that to another key as well",
                    )
