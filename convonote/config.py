"""The settings of `config.toml`: who the user is and how mail is sent.

An error in the file is one line with file and line, and the rest of the file still counts.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from convonote.conversation.records import DAY, QUIET_AFTER, QUIET_AFTER_ASK, SECOND, Channel

if TYPE_CHECKING:
    from convonote.commands.rebinding import Rebound

Address = tuple[str, str]
"""(channel, value)"""


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says, and what is wrong in it."""

    name: str | None = None
    """What the user is called."""
    addresses: tuple[Address, ...] = ()
    """The user's own addresses."""
    send: str | None = None
    """The command that takes a message as `sendmail -t` does."""
    theme: str | None = None
    """The colours of the screens, by a name in `screen_themes`; None for what was chosen there."""
    mouse: bool = True
    """Whether the mouse is the program's; else it is the terminal's, to select and copy with."""
    cursor: bool = False
    """Whether the terminal's own cursor is seen, which stands on what is selected."""
    plain_driver: bool = False
    """Whether all that is painted is sent to the terminal, as Textual does it by itself."""
    zone: tzinfo | None = None
    """The time zone in which days begin; None for the machine's own."""
    chat_pause: int | None = None
    """After how many microseconds of silence another conversation begins in a chat."""
    quiet_after: int = QUIET_AFTER
    """After how many microseconds of silence a wait goes quiet whose opening asks nothing."""
    quiet_after_ask: int = QUIET_AFTER_ASK
    """The same where its opening asks."""
    keys: "Rebound" = field(default_factory=dict)
    """The keys that the user gave to commands, by their ids."""
    errors: tuple[str, ...] = ()
    """One line each, such as `…/config.toml:7: me.name must be text`."""


class _Wrong(ValueError):
    """A value that a setting cannot have; the message completes "KEY …"."""


def load(path: Path) -> Config:
    """Read the settings; without a file, all are as if not set."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return Config(errors=(f"{path}: cannot be read: {error.strerror}",))
    import tomllib

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Config(errors=(f"{path}:{line}: this is not UTF-8; save the file as UTF-8",))
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(errors=(_syntax_error(path, text, str(error)),))
    return _config(path, text, read)


def _config(path: Path, text: str, read: Mapping[str, object]) -> Config:
    """The settings that are right, with a line for each that is not."""
    values: dict[str, object] = {}
    errors: list[tuple[int, str]] = []
    if "keys" in read:
        values["keys"], errors = _keys(text, read["keys"])
    for key, value in _flat(read):
        setting = _SETTINGS.get(key)
        if key.partition(".")[0] == "keys":
            continue
        try:
            if setting is None:
                raise _Wrong(f"is no setting; there are {', '.join(_SETTINGS)}")
            field, reading = setting
            values[field] = reading(value)
        except _Wrong as wrong:
            errors.append((_line_of(text, key), f"{key} {wrong}"))
    lines = tuple(f"{path}:{line}: {error}" for line, error in sorted(errors))
    return Config(**values, errors=lines)  # type: ignore[arg-type]  # each reader gives its field's type


def _keys(text: str, written: object) -> tuple["Rebound", list[tuple[int, str]]]:
    """The keys that the user chose, and the lines on which something is wrong."""
    from convonote.commands.rebinding import rebindings

    if not isinstance(written, dict):
        return {}, [(_line_of(text, "keys"), 'keys must be a table, such as [keys] later = "z"')]
    rebound, refused = rebindings(written)
    return rebound, [(_line_of(text, f"keys.{id}"), f"keys.{id} {why}") for id, why in refused]


def _flat(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, object]]:
    """The settings with dotted keys; a table is no setting, unless it stands where one should."""
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        name = prefix + key
        if isinstance(value, dict) and name not in _SETTINGS:
            known = any(setting.startswith(f"{name}.") for setting in _SETTINGS)
            found.extend(_flat(value, f"{name}.") if known else [(name, value)])
        else:
            found.append((name, value))
    return found


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong('must be text in quotation marks, such as "…"')
    return value.strip()


def _addresses(value: object) -> tuple[Address, ...]:
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list):
        raise _Wrong('must be a list of addresses, such as ["ana@example.org", "phone +48 600 1"]')
    return tuple(address(_text(one)) for one in written)


def address(written: str) -> Address:
    """A channel and a value, from `ana@example.org`, `+48 600 1` or `signal ana.12`.

    Raises ValueError, whose message completes "KEY …".
    """
    channel, _, value = written.partition(" ")
    if value.strip() and channel.casefold() in _CHANNELS:
        return channel.casefold(), value.strip()
    if "@" in written and " " not in written:
        return Channel.EMAIL.value, written
    if re.fullmatch(r"\+?[\d ()/.-]{3,}", written):
        return Channel.PHONE.value, written
    raise _Wrong(f'holds {written!r}, which is no address; write its channel first: "phone …"')


def _zone(value: object) -> tzinfo:
    from zoneinfo import ZoneInfo

    name = _text(value)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise _Wrong(f'is {name!r}, which is no time zone; write one as "Europe/Lisbon"') from None


def _theme(value: object) -> str:
    from convonote.screen_themes import THEMES

    if not isinstance(value, str) or value not in THEMES:
        names = ", ".join(f'"{name}"' for name in THEMES)
        raise _Wrong(f"must be one of {names}")
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("must be true or false")
    return value


def _length(value: object) -> int:
    written = value.strip() if isinstance(value, str) else ""
    found = re.fullmatch(r"(\d{1,4}) ?(min|h|d|w)", written)
    length = int(found[1]) * _LENGTHS[found[2]] if found else 0
    if not length:
        raise _Wrong('must be a length of time in quotation marks, such as "3d", "12h" or "2w"')
    return length


_LENGTHS = {"min": 60 * SECOND, "h": 3600 * SECOND, "d": DAY, "w": 7 * DAY}

_CHANNELS = frozenset(Channel) | {
    "signal", "whatsapp", "telegram", "instagram", "matrix", "post",
}  # fmt: skip
"""What may stand before an address."""

_SETTINGS: Mapping[str, tuple[str, Callable[[object], object]]] = {
    "zone": ("zone", _zone),
    "me.name": ("name", _text),
    "me.addresses": ("addresses", _addresses),
    "send.command": ("send", _text),
    "import.chat_pause": ("chat_pause", _length),
    "turn.quiet_after": ("quiet_after", _length),
    "turn.quiet_after_ask": ("quiet_after_ask", _length),
    "screen.theme": ("theme", _theme),
    "screen.mouse": ("mouse", _yes_or_no),
    "screen.cursor": ("cursor", _yes_or_no),
    "screen.plain_driver": ("plain_driver", _yes_or_no),
}
"""What may stand in the file: the field that each fills, and how it is read."""


def _syntax_error(path: Path, text: str, message: str) -> str:
    """One line for a file that is not TOML; the parser names the line at the end of its message."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    said = message[: place.start()] if place else message
    return f"{path}:{line}: {said}; the whole file is left aside until this is mended"


def _line_of(text: str, key: str) -> int:
    """The line, from 1, on which a setting stands, or the one on which its table begins."""
    table, best = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        name = header[1] if header else line.partition("=")[0]
        name = re.sub(r"[\s\"']", "", name)
        if header:
            table = f"{name}."
        elif "=" not in line:
            continue
        full = name if header else table + name
        if full == key:
            return number
        if key.startswith(f"{full}."):
            best = number
    return best
