"""What Outlook packs into `winmail.dat` (TNEF): the text, and the files that were attached.

Read here, since the one library for it is no longer kept up, keeps everything in memory several
times, and cannot be bounded. The format is [MS-OXTNEF] and [MS-OXCDATA].
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from convonote.intake.mail.charset import decode
from convonote.intake.parts.rtf import read_rtf, unpacked

_SIGNATURE = b"\x78\x9f\x3e\x22"
_MOST_ATTRIBUTES = 20_000
_MOST_PROPERTIES = 5_000
_MOST_FILES = 1_000

_BODY, _CODEPAGE, _PROPERTIES = 0x800C, 0x9007, 0x9003
_BEGINS, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_PLAIN, _RTF, _HTML, _HTML_CODEPAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _TYPE, _CONTENT = 0x3707, 0x3704, 0x3001, 0x370E, 0x3701
_WANTED = {
    _PLAIN, _RTF, _HTML, _HTML_CODEPAGE, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _TYPE, _CONTENT
}  # fmt: skip

_SIZES = {
    0x2: 4,
    0x3: 4,
    0x4: 4,
    0xA: 4,
    0xB: 4,
    0x5: 8,
    0x6: 8,
    0x7: 8,
    0x14: 8,
    0x40: 8,
    0x48: 16,
}
_STRING, _UNICODE, _OBJECT, _BINARY = 0x1E, 0x1F, 0xD, 0x102
_OF_ANY_LENGTH = {_STRING, _UNICODE, _OBJECT, _BINARY}
_SEVERAL = 0x1000
_NAMED = 0x8000


@dataclass(slots=True)
class PackedFile:
    """A file in it."""

    name: str = ""
    type: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Packed:
    """What is in it."""

    plain: str = ""
    html: str = ""
    files: list[PackedFile] = field(default_factory=list)


def read_tnef(raw: bytes) -> Packed | None:
    """What it holds, as far as it can be read; None where it is none."""
    if not raw.startswith(_SIGNATURE):
        return None
    found = Packed()
    codepage = "cp1252"
    for kind, data in _attributes(raw):
        if kind == _CODEPAGE:
            codepage = f"cp{int.from_bytes(data[:4], 'little')}"
        elif kind == _BODY:
            found.plain = found.plain or _text(data, codepage)
        elif kind == _PROPERTIES:
            _add_body(found, dict(_properties(data, codepage)), codepage)
        elif kind == _BEGINS and len(found.files) < _MOST_FILES:
            found.files.append(PackedFile())
        elif found.files:
            _add_to_file(found.files[-1], kind, data, codepage)
    found.files = [one for one in found.files if one.name or one.content]
    return found


def _add_body(found: Packed, values: dict[int, str | bytes], codepage: str) -> None:
    if plain := values.get(_PLAIN):
        found.plain = plain if isinstance(plain, str) else _text(plain, codepage)
    if html := values.get(_HTML):
        page = values.get(_HTML_CODEPAGE, b"")
        number = int.from_bytes(page, "little") if isinstance(page, bytes) else 0
        declared = {65001: "utf-8", 0: codepage}.get(number, f"cp{number}")
        found.html = html if isinstance(html, str) else _text(html, declared)
    rich = values.get(_RTF)
    if isinstance(rich, bytes) and not (found.plain or found.html):
        text, is_html = read_rtf(unpacked(rich))
        if is_html:
            found.html = text
        else:
            found.plain = text.strip()


def _add_to_file(file: PackedFile, kind: int, data: bytes, codepage: str) -> None:
    if kind == _TITLE:
        file.name = file.name or _text(data, codepage)
    elif kind == _DATA:
        file.content = file.content or data
    elif kind == _FILE_PROPERTIES:
        values = dict(_properties(data, codepage))
        for wanted in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME):
            if isinstance(name := values.get(wanted), str) and name:
                file.name = name
                break
        if isinstance(declared := values.get(_TYPE), str):
            file.type = declared.strip().lower()[:100]
        if isinstance(content := values.get(_CONTENT), bytes):
            file.content = file.content or content


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    position = 6
    for _ in range(_MOST_ATTRIBUTES):
        if position + 9 > len(raw):
            return
        kind = int.from_bytes(raw[position + 1 : position + 3], "little")
        length = int.from_bytes(raw[position + 5 : position + 9], "little")
        position += 9
        yield kind, raw[position : position + length]
        position += length + 2


def _properties(data: bytes, codepage: str) -> Iterator[tuple[int, str | bytes]]:
    """The properties that matter; what cannot be read ends them."""
    count = int.from_bytes(data[:4], "little")
    position = 4
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, name = _number(data, position, 2), _number(data, position + 2, 2)
        position += 4
        if name >= _NAMED:
            by_name = _number(data, position + 16, 4) == 1
            position += 24
            if by_name:
                position += _padded(_number(data, position - 4, 4))
        values = 1
        several = bool(kind & _SEVERAL)
        kind &= ~_SEVERAL
        if several or kind in _OF_ANY_LENGTH:
            values = _number(data, position, 4)
            position += 4
        for place in range(values):
            if kind in _OF_ANY_LENGTH:
                length = _number(data, position, 4)
                position += 4
            elif kind in _SIZES:
                length = _SIZES[kind]
            else:
                return
            if place == 0 and name in _WANTED:
                yield name, _value(kind, data[position : position + length], codepage)
            position += _padded(length)
            if position > len(data):
                return


def _value(kind: int, data: bytes, codepage: str) -> str | bytes:
    if kind == _STRING:
        return _text(data, codepage)
    if kind == _UNICODE:
        return data.decode("utf-16-le", "replace").rstrip("\0")
    return data


def _text(data: bytes, codepage: str) -> str:
    return decode(data.rstrip(b"\0"), codepage)


def _number(data: bytes, position: int, length: int) -> int:
    return int.from_bytes(data[position : position + length], "little")


def _padded(length: int) -> int:
    return (length + 3) & ~3
