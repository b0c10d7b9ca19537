"""What somebody typed into find, as an expression that FTS5 takes.

Any text is a valid query: operators and quotes are words here, and what holds no letter or digit
is left out.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from convonote.store.search import ideographs
from convonote.store.search.letters import fold

LONGEST = 1_000
"""Characters of a query that are read; what is longer was pasted by mistake."""
MOST = 24
"""Words of a query that are sought, so that no query is slow for its length."""
PREFIX = 3
"""A word is the beginning of a word from this length on; shorter ones are too many to merge."""

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
_NOT_WORD = re.compile(r"(?:_|[^\w\u0300-\u036f])+")
"""What stands between words; an accent that stands by itself is within one."""


@dataclass(frozen=True, slots=True)
class Query:
    """The parts of a query: all of them must be there."""

    words: tuple[str, ...] = ()
    """Beginnings of words, each as the words the index knows, separated by one space."""
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """All the words with some of these beginnings: to be sought in the place of the beginning."""
    akin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other words that will do in the place of some of these beginnings."""
    phrases: tuple[str, ...] = ()
    """Exact phrases, in the same form."""
    runs: tuple[str, ...] = ()
    """Runs of a script without spaces, found anywhere."""
    tokens: tuple[tuple[str, ...], ...] = ()
    """Filters: words of the `tokens` column, such as `f12` or `cemail`; one of each group."""

    without: tuple[str, ...] = ()
    """Words of the `tokens` column, none of which may be there."""

    @property
    def empty(self) -> bool:
        """Nothing is sought."""
        return not (self.said or self.tokens)

    @property
    def said(self) -> bool:
        """Something that was said is sought, not only filters."""
        return bool(self.words or self.phrases or self.runs)

    def spelt(self, begun: Callable[[str], Sequence[str] | None]) -> "Query":
        """The same with the words that have its beginnings; None keeps one as a beginning."""
        known = {word: begun(word) for word in self.words if _star(word)}
        spellings = {word: tuple(found) for word, found in known.items() if found is not None}
        return replace(self, spellings=spellings)

    def kindred(self, akin: Callable[[str], Sequence[str]]) -> "Query":
        """The same where other words will do as well."""
        return replace(self, akin={word: tuple(akin(word)) for word in self.words})

    def expression(self) -> str:
        """The expression for FTS5; only for a query that is not empty."""
        text = [self._word(word) for word in self.words]
        text += [f'"{phrase}"' for phrase in self.phrases]
        tokens = [ideographs.sought(run) for run in self.runs]
        tokens += [_any_of(group) for group in self.tokens]
        columns = []
        if text:
            columns.append(f"text : ({' AND '.join(text)})")
        if tokens:
            columns.append(f"tokens : ({' AND '.join(tokens)})")
        found = " AND ".join(columns)
        return f"({found}) NOT tokens : {_any_of(self.without)}" if self.without else found

    def _word(self, word: str) -> str:
        # A beginning that no word has is sought as it is: it is not there either.
        spelt = self.spellings.get(word) or ()
        begun = [] if spelt else [f'"{word}"{_star(word)}']
        return _either([*begun, *(f'"{one}"' for one in (*spelt, *self.akin.get(word, ())))])

    def pattern(self) -> re.Pattern[str] | None:
        """What finds the hits in a folded text (see `fold`); None where only filters are sought."""
        found = [re.escape(run) for run in map(fold, self.runs)]
        found += [_as_pattern(word, exact=not _star(word)) for word in self.words]
        others = (one for word in self.words for one in self.akin.get(word, ()))
        found += [_as_pattern(phrase, exact=True) for phrase in (*self.phrases, *others)]
        return re.compile("|".join(found)) if found else None


def parse(
    text: str, tokens: tuple[tuple[str, ...], ...] = (), *, without: Sequence[str] = ()
) -> Query:
    """Read a query, with filters that were read already."""
    words: list[str] = []
    phrases: list[str] = []
    runs: list[str] = []
    readable = "".join(" " if _unreadable(mark) else mark for mark in text[:LONGEST])
    for piece in list(_PIECE.finditer(readable))[:MOST]:
        quoted, bare = piece.groups()
        said = unicodedata.normalize("NFC", bare if quoted is None else quoted)
        found = ideographs.runs(said)
        if found:
            runs += found
        elif known := " ".join(_NOT_WORD.sub(" ", said).split()):
            (words if quoted is None else phrases).append(known)
    return Query(
        tuple(words),
        phrases=tuple(phrases),
        runs=tuple(runs),
        tokens=tokens,
        without=tuple(without),
    )


def _as_pattern(words: str, *, exact: bool) -> str:
    """Neighbouring words in a folded text, the last one whole or only begun."""
    parts = [re.escape(word) for word in fold(words).split()]
    return r"(?<![^\W_])" + r"[\W_]+".join(parts) + (r"(?![^\W_])" if exact else "")


def _star(word: str) -> str:
    """The mark of a beginning, where the last word is long enough."""
    return " *" if len(word.split()[-1]) >= PREFIX else ""


def _any_of(words: Sequence[str]) -> str:
    """The expression for one of some words; none for no words."""
    return _either([f'"{word}"' for word in words])


def _either(parts: Sequence[str]) -> str:
    """The expression for one of some parts."""
    found = " OR ".join(parts)
    return f"({found})" if len(parts) > 1 else found


def _unreadable(mark: str) -> bool:
    """Control characters and halves of a pair, which SQLite cannot be given."""
    return unicodedata.category(mark) in ("Cc", "Cs")
