"""JSON of any size, read piece by piece: no more than one value of it is held at a time."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 18
"""Bytes that are read at once."""
_LARGEST = 1 << 22
"""Characters of one value; a greater one is broken."""
_NEAR = 64
"""Characters before the end of what was read within which an error may be for lack of the rest."""
_MOST_STRANGE = 1_000
"""Elements in a row that are no messages."""
_BLANK = re.compile(r"[\s,:]*")
_SKIPPED = re.compile(r"[^\"\[\]{},]*")
_STRING_ENDS = re.compile(r'(?:[^"\\]|\\.)*', re.S)
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")


class Broken(ValueError):
    """It is no JSON from here on; the message completes "it is …"."""


class JsonStream:
    """A file of JSON with a place in it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._decoder = json.JSONDecoder(strict=False)
        self._text = ""
        self._at = 0
        self._ended = False

    def next(self) -> str:
        """The first letter of what comes next; empty at the end."""
        while True:
            self._pass(_BLANK)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def fields(self) -> Iterator[str]:
        """The keys of an object; whoever asks takes or skips the value after each."""
        yield from self._inside("{", "}", keyed=True)

    def elements(self) -> Iterator[str]:
        """An empty string before each element of an array, which whoever asks takes or skips."""
        yield from self._inside("[", "]", keyed=False)

    def value(self) -> object:
        """The whole of the value that comes next; raises Broken."""
        self.next()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                torn = error.pos > len(self._text) - _NEAR or error.msg.startswith("Unterminated")
                if not (torn and self._more()):
                    raise Broken("cut short" if torn else "broken JSON") from None
            except (ValueError, RecursionError):
                raise Broken("nested too deep, or has a number without end") from None
            else:
                # A number may go on in what has not been read yet.
                if end < len(self._text) or not self._more():
                    self._at = end
                    return found
            if len(self._text) - self._at > _LARGEST:
                raise Broken("greater than any message")

    def skip(self) -> None:
        """Go past the value that comes next, however great it is."""
        depth = 0
        while self.next():
            mark = self._text[self._at]
            self._at += 1
            if mark == '"':
                self._skip_string()
            elif mark in "[{":
                depth += 1
            elif mark in "]}":
                depth -= 1
            else:
                self._pass(_SKIPPED)
                if self._at == len(self._text):
                    continue
            if depth <= 0:
                return

    def resume(self) -> bool:
        """Go on behind a broken element of an array of objects; whether another one was found."""
        while True:
            if found := _NEXT.search(self._text, self._at):
                self._at = found.end()
                return True
            self._at = max(self._at, len(self._text) - _NEAR)
            if not self._more():
                self._at = len(self._text)
                return False

    def _inside(self, opens: str, closes: str, *, keyed: bool) -> Iterator[str]:
        if self.next() != opens:
            raise Broken("something else than was expected")
        self._at += 1
        while (mark := self.next()) != closes:
            if not mark:
                raise Broken("cut short")
            yield str(self.value()) if keyed else ""
        self._at += 1

    def _skip_string(self) -> None:
        while True:
            self._pass(_STRING_ENDS)
            if self._text[self._at : self._at + 1] == '"':
                self._at += 1
                return
            # A stroke at the end belongs to what follows.
            if not self._more():
                return

    def _pass(self, what: re.Pattern[str]) -> None:
        if found := what.match(self._text, self._at):
            self._at = found.end()

    def _more(self) -> bool:
        """Read on, as much again as there is, so that a long value is not tried too often."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        raw = self._file.read(max(_CHUNK, len(rest)))
        self._ended = not raw
        self._text = rest + self._decode(raw, final=self._ended)
        self._at = 0
        return True


def messages(stream: JsonStream, *dates: str) -> Iterator[object]:
    """The elements of an array, which have one of these fields; what cannot be read as its problem.

    Raises Broken where nothing behind that can be read, or too many in a row are no messages.
    """
    strange = 0
    for _ in stream.elements():
        message: object
        try:
            message = stream.value()
        except Broken as problem:
            yield problem
            if not stream.resume():
                raise
            continue
        is_message = isinstance(message, dict) and any(date in message for date in dates)
        strange = 0 if is_message else strange + 1
        if strange > _MOST_STRANGE:
            raise Broken("no chat from here on")
        yield message
