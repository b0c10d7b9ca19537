"""Pieces of lines with any style name: those of texts, and those of the screens around them."""

from dataclasses import dataclass
from typing import Protocol


class Styled(Protocol):
    """A piece of one line; the spans of `text` are such, too."""

    @property
    def text(self) -> str:
        """What stands there, cleaned."""

    @property
    def style(self) -> str:
        """The name of its look, in `styles`."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one line of a screen."""

    text: str
    style: str = "plain"


Line = tuple[Styled, ...]
"""One line on the screen."""
