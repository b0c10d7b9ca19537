"""What is pasted arrives whole: nothing in it is a key, and a megabyte of it costs little.

Textual's parser (read in 8.2.8) looks at each character of a paste by itself, and gives out as
keys what follows an ESC in it. So pastes are taken out before it sees them.
"""

from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

_OVERLAP = len(BRACKETED_PASTE_START) - 1
"""Characters of a mark that the read before may have ended with."""


class PastingParser(XTermParser):
    """Textual's parser, for all but what stands between the marks of a paste."""

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        """What was read last, as far as a mark may have begun in it."""
        self._pasted: list[str] | None = None
        """What was pasted so far; None outside of a paste."""

    def feed(self, data: str) -> Iterable[Message]:
        """Give the keys, and what else the terminal sent, with each paste as one."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                keys, data = self._split(data, BRACKETED_PASTE_START)
                yield from super().feed(keys)
                if self._before == BRACKETED_PASTE_START:
                    self._before, self._pasted = "", []
                continue
            text, data = self._split(data, BRACKETED_PASTE_END)
            self._pasted.append(text)
            if self._before == BRACKETED_PASTE_END:
                pasted = "".join(self._pasted).removesuffix(BRACKETED_PASTE_END)
                self._before, self._pasted = "", None
                # The parser saw the paste begin; the one that it gives out for it is empty.
                ended = super().feed(BRACKETED_PASTE_END)
                yield from (message for message in ended if not isinstance(message, Paste))
                yield Paste(pasted.replace("\x00", ""))

    def _split(self, data: str, mark: str) -> tuple[str, str]:
        """What goes up to the end of a mark, which may have begun before, and what follows."""
        seen = self._before + data
        at = seen.find(mark)
        if at < 0:
            self._before = seen[-_OVERLAP:]
            return data, ""
        self._before = mark
        end = at + len(mark) - (len(seen) - len(data))
        return data[:end], data[end:]
