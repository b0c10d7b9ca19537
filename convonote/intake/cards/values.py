"""What one line of a card says: its name, its parameters, and its value as text."""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

from convonote.intake.mail.charset import decode

_WHOLE = re.compile(
    rb"(?:([\w-]+)\.)?([\w/-]+)[ \t]*+((?:;(?:[^\";:]|\"[^\"]*+\")*+)*+):(.*)", re.DOTALL
)
_UNQUOTED = re.compile(rb"(?:([\w-]+)\.)?([\w/-]+)[ \t]*+((?:;[^;:]*+)*+):(.*)", re.DOTALL)
_PARAMETER = re.compile(r"(?:[^\";]|\"[^\"]*+\"|\")++")
_LISTED = re.compile(r"(?:[^\",]|\"[^\"]*+\"|\")++")
_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED_OLD = re.compile(r"\\([;,:])")
_SEPARATORS = {mark: re.compile(rf"\\.|{mark}", re.DOTALL) for mark in ";,"}
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
"""What no text on a card may hold."""
UNRANKED = 101
"""The rank of what a card does not prefer; what it does prefer has 1 to 100."""


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card."""

    name: str
    """In capitals."""
    group: str
    """What ties it to its label, such as `item1`."""
    parameters: Mapping[str, tuple[str, ...]]
    """By name in capitals, each with its values."""
    value: str
    """As text, escapes and all."""
    old: bool
    """It stands in a card of version 2.1, which knows fewer escapes."""

    @property
    def types(self) -> frozenset[str]:
        """Its types in small letters."""
        return frozenset(value.lower() for value in self.parameters.get("TYPE", ()))

    @property
    def rank(self) -> int:
        """How much it is preferred: 1 most, `UNRANKED` not at all."""
        for value in self.parameters.get("PREF", ()):
            if value.isascii() and value.isdecimal():
                return max(1, min(100, int(value[:4])))
        return 1 if "pref" in self.types or "PREF" in self.parameters else UNRANKED

    def first(self, parameter: str) -> str:
        """The first value of a parameter, or nothing."""
        return next(iter(self.parameters.get(parameter, ())), "")

    def text(self) -> str:
        """The value as one text."""
        return self._plain(self.value)

    def line(self) -> str:
        """The value on one line."""
        return one_line(self.text())

    def parts(self, separator: str) -> list[str]:
        """The value taken apart at `;` or `,`, each part on one line."""
        return [one_line(self._plain(part)) for part in self._split(separator)]

    def _split(self, separator: str) -> list[str]:
        parts, start = [], 0
        for found in _SEPARATORS[separator].finditer(self.value):
            if found[0] == separator:
                parts.append(self.value[start : found.start()])
                start = found.end()
        return [*parts, self.value[start:]]

    def _plain(self, value: str) -> str:
        if self.old:
            return _ESCAPED_OLD.sub(r"\1", value)
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def read_property(raw: bytes, *, old: bool) -> Property | None:
    """What a line says; None where it says nothing that can be read."""
    found = _WHOLE.fullmatch(raw) or _UNQUOTED.fullmatch(raw)
    if found is None:
        return None
    group, name, given, value = found.groups()
    parameters = _parameters(decode(given))
    encoding = next(iter(parameters.get("ENCODING", ())), "").upper()
    charset = next(iter(parameters.get("CHARSET", ())), None)
    return Property(
        name.decode("ascii", "replace").upper(),
        (group or b"").decode("ascii", "replace").lower(),
        parameters,
        decode(_decoded(value, encoding), charset),
        old,
    )


def one_line(text: str) -> str:
    """A text on one line, white space folded."""
    return " ".join(_CONTROL.sub(" ", text).split())


def lines(text: str) -> str:
    """A text of several lines, with one kind of line end and nothing around it."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _decoded(value: bytes, encoding: str) -> bytes:
    if encoding == "QUOTED-PRINTABLE":
        return binascii.a2b_qp(value)
    if encoding in ("BASE64", "B"):
        try:
            return binascii.a2b_base64(value)
        except binascii.Error:
            return value
    return value


def _parameters(given: str) -> dict[str, tuple[str, ...]]:
    """`;TYPE=work,voice;PREF` by name; what has no name is a type or an encoding."""
    found: dict[str, tuple[str, ...]] = {}
    for one in _PARAMETER.findall(given):
        name, equals, value = one.partition("=")
        name = name.strip().upper()
        if not equals:
            bare = one.strip()
            name, value = ("ENCODING" if bare.upper() in _ENCODINGS else "TYPE"), bare
        listed = _LISTED.findall(value)
        if name == "TYPE":
            # Some quote the whole list.
            listed = [each for part in listed for each in part.strip(' "').split(",")]
        values = tuple(_CARET.sub(lambda mark: _CARETS[mark[1]], v.strip(' "')) for v in listed)
        found[name] = (*found.get(name, ()), *filter(None, values))
    return found
