"""Rich text as Outlook packs it into winmail.dat: unpacked, and read as text or as HTML."""

import re

LONGEST = 1 << 20
"""Bytes of rich text that are unpacked."""

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds before the first byte ([MS-OXRTFCP] 2.1.3.1)."""
_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|."
)
_UNSEEN = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "datastore",
    "listtable", "listoverridetable", "rsidtbl", "generator", "header", "footer", "mmathPr",
    "xmlnstbl", "latentstyles",
}  # fmt: skip
_MEANS = {
    "par": "\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "tab": "\t", "cell": " ",
    "row": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•",
}  # fmt: skip


def unpacked(packed: bytes) -> bytes:
    """Compressed rich text as it was; nothing where it is none ([MS-OXRTFCP])."""
    size = int.from_bytes(packed[4:8], "little")
    kind = packed[8:12]
    if kind == b"MELA":
        return packed[16 : 16 + min(size, LONGEST)]
    if kind != b"LZFu":
        return b""
    return _inflated(packed, min(size, LONGEST))


def _inflated(packed: bytes, size: int) -> bytes:
    window = bytearray(_START.ljust(4096, b" "))
    write = len(_START)
    found = bytearray()
    position = 16
    while position < len(packed) and len(found) < size:
        control = packed[position]
        position += 1
        for bit in range(8):
            if position >= len(packed) or len(found) >= size:
                break
            if not control >> bit & 1:
                found.append(packed[position])
                window[write] = packed[position]
                write = (write + 1) & 4095
                position += 1
                continue
            pair = int.from_bytes(packed[position : position + 2])
            position += 2
            read = pair >> 4
            if read == write:
                return bytes(found)  # The mark of the end.
            for _ in range((pair & 15) + 2):
                byte = window[read]
                found.append(byte)
                window[write] = byte
                read = (read + 1) & 4095
                write = (write + 1) & 4095
    return bytes(found[:size])


def read_rtf(raw: bytes) -> tuple[str, bool]:
    """The text in rich text, and whether it is HTML that was wrapped in it ([MS-OXRTFEX])."""
    text = raw[:LONGEST].decode("latin-1")
    reader = _Reader(wraps_html="\\fromhtml1" in text[:4096])
    for token in _TOKEN.finditer(text):
        reader.take(token)
    found = "".join(reader.pieces).replace("\r", "").replace("\0", "\ufffd")
    # A character beyond the first 65,536 is written as two halves.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), reader.wraps_html


class _Reader:
    """Rich text on its way to text; what a group sets ends with it."""

    def __init__(self, *, wraps_html: bool) -> None:
        self.wraps_html = wraps_html
        self.pieces: list[str] = []
        self.codec = "cp1252"
        self.unseen = False
        """This group is not part of the text."""
        self.doubled = False
        """What stands here is there a second time, for who reads no HTML."""
        self.skip = 1
        """Characters after one of Unicode that stand for it elsewhere."""
        self.left = 0
        self.starred = False
        self.outside: list[tuple[bool, bool, int]] = []
        self.bytes = bytearray()

    def take(self, token: re.Match[str]) -> None:
        word, number, byte, sign, brace, plain = token.groups()
        if byte is not None:
            if not self.unseen and not self.doubled and not self._skipped():
                self.bytes.append(int(byte, 16))
            return
        self._flush()
        if brace == "{":
            self.outside.append((self.unseen, self.doubled, self.skip))
        elif brace == "}":
            if self.outside:
                self.unseen, self.doubled, self.skip = self.outside.pop()
            self.starred = False
        elif sign is not None:
            self._sign(sign)
        elif word is not None:
            self._word(word, number)
        elif plain is not None:
            self._write(plain[self.left :] if self.left else plain)
            self.left = max(0, self.left - len(plain))

    def _skipped(self) -> bool:
        self.left, skipped = max(0, self.left - 1), self.left > 0
        return skipped

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.starred = True
        elif sign in "\\{}":
            self._write(sign)
        elif sign in "~_-":
            self._write({"~": " ", "_": "-", "-": ""}[sign])

    def _word(self, word: str, number: str | None) -> None:
        starred, self.starred = self.starred, False
        value = int(number) if number else None
        if word == "ansicpg" and value is not None:
            self.codec = _codec(value)
        elif word == "htmlrtf":
            self.doubled = value != 0
        elif word == "htmltag" and starred:
            self.doubled = False
        elif word in _UNSEEN or starred:
            self.unseen = True
        elif word == "uc" and value is not None:
            self.skip = min(max(value, 0), 10)
        elif word == "u" and value is not None:
            self._write(chr(value & 0xFFFF))
            self.left = self.skip
        elif word in _MEANS:
            self._write(_MEANS[word])

    def _write(self, text: str) -> None:
        if not self.unseen and not self.doubled:
            self.pieces.append(text)

    def _flush(self) -> None:
        if self.bytes:
            self.pieces.append(self.bytes.decode(self.codec, "replace"))
            self.bytes.clear()


def _codec(page: int) -> str:
    try:
        return "".encode(f"cp{page}").decode() or f"cp{page}"
    except LookupError:
        return "cp1252"
