"""Scripts written without spaces: what the index needs so that a word inside a run is found.

The tokenizer takes a run such as 我们去京都吧 for one word. Its pairs of neighbouring characters
are indexed beside it, so that 京都 is found inside; the last character stands alone, so that a
single character is found as the beginning of a pair.
"""

import re
import unicodedata
from functools import cache

_RUN = (
    "[\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
"""Han, Hiragana and Katakana, without their punctuation."""


@cache
def _run() -> re.Pattern[str]:
    """The pattern, compiled once it is needed, since that takes milliseconds."""
    return re.compile(_RUN)


def runs(text: str) -> list[str]:
    """The runs in a text, in one normal form."""
    if text.isascii():
        return []
    return [unicodedata.normalize("NFKC", run) for run in _run().findall(text)]


def pairs(run: str) -> list[str]:
    """The neighbouring characters of a run, and its last one alone."""
    return [run[start : start + 2] for start in range(len(run))]


def tokens(text: str) -> str:
    """The words to be indexed for the runs in a text."""
    return " ".join(pair for run in runs(text) for pair in pairs(run))


def sought(run: str) -> str:
    """The FTS5 expression that finds a run within the indexed pairs."""
    if len(run) == 1:
        return f'"{run}" *'
    return f'"{" ".join(pairs(run)[:-1])}"'
