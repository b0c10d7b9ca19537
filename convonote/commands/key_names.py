"""Keys by name: as the registry writes them, as a person reads and writes them, and as pressed.

The registry writes a printable key as its character, but for `comma` and `space`, and any other as
Textual names it, such as `ctrl+d` or `pagedown`.
"""

from collections.abc import Mapping

_SHOWN: Mapping[str, str] = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "Backspace",
    "comma": ",",
}
_CHARACTERS = {"comma": ",", "space": " "}
_NAMED = frozenset(_SHOWN) | {f"f{number}" for number in range(1, 25)}
_WRITTEN: Mapping[str, str] = {
    **{name: name for name in _NAMED - {"comma"}},
    **{sign.casefold(): name for name, sign in _SHOWN.items()},
    "return": "enter",
    "pgup": "pageup",
    "pgdown": "pagedown",
    "del": "delete",
}
"""What may be written for a key that is no character, in small letters."""
_KEPT_AWAY: Mapping[str, str] = {
    **{f"ctrl+{key}": "is kept by terminals or tmux" for key in ("a", "b", "h", "i", "j", "m")},
    "ctrl+space": "is kept by tmux",
    "ctrl+@": "is kept by tmux",
    "ctrl+c": "copies in text fields",
    "ctrl+q": "always leaves the program",
    "shift+enter": "is Enter in most terminals",
    "f10": "is kept by terminals for their menu",
    "f11": "is kept by terminals for the full screen",
}
"""Keys that no command may have, and why."""


class NoKey(ValueError):
    """What was written is no key that a command can have; the message completes "KEY …"."""


def shown(key: str) -> str:
    """A key as a person reads it, such as `Ctrl+d` or `↓`."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    named = _SHOWN.get(name, name.upper() if name in _NAMED else name)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), named])


def printable(key: str) -> bool:
    """Whether a key writes a character where one types."""
    return len(key) == 1 or key in _CHARACTERS


def character(key: str) -> str | None:
    """The character that a key writes, if any."""
    return key if len(key) == 1 else _CHARACTERS.get(key)


def pressed(name: str, written: str | None) -> str:
    """The key that Textual reports by its name and the character that it writes."""
    if written and len(written) == 1 and written.isprintable() and "ctrl+" not in name:
        return next((key for key, sign in _CHARACTERS.items() if sign == written), written)
    return name


def key_named(words: str) -> str:
    """The key that a person means by `z`, `Ctrl+e`, `f5` or `PgDn`; raises NoKey."""
    written = words.strip() or words
    if len(written) == 1 and written not in _WRITTEN:
        if not written.isprintable():
            raise NoKey(_no_key(written))
        return pressed(written, written)
    *before, last = written.split("+") if not written.endswith("++") else [written[:-2], "+"]
    modifiers = sorted(modifier.strip().casefold() for modifier in before)
    last = last.strip()
    name = _WRITTEN.get(last.casefold(), last if len(last) == 1 else "")
    if not name or not set(modifiers) <= {"ctrl", "shift", "alt", "meta", "super"}:
        raise NoKey(_no_key(written))
    if set(modifiers) & {"alt", "meta", "super"}:
        raise NoKey(
            f"holds {written!r}: Alt and the like are kept by terminals and window managers"
        )
    return _modified(modifiers, name, written)


def _modified(modifiers: list[str], name: str, written: str) -> str:
    """A key with Ctrl or Shift, where a terminal can tell it from others."""
    if len(name) == 1 and modifiers:
        if modifiers == ["shift"]:
            raise NoKey(
                f"holds {written!r}; write the character that it gives, such as {name.upper()!r}"
            )
        if modifiers != ["ctrl"] or not ((name.isascii() and name.isalpha()) or name == "@"):
            raise NoKey(f"holds {written!r}, which terminals do not tell from other keys")
        name = name.lower()
    key = "+".join([*modifiers, name])
    if key in _KEPT_AWAY:
        raise NoKey(f"holds {written!r}, which {_KEPT_AWAY[key]}")
    return key


def _no_key(written: str) -> str:
    return f'holds {written!r}, which is no key; write one as "z", "ctrl+e", "f5" or "pagedown"'
