"""How many answers are expected, as words before the colon of a line of `log` say it."""

import re
from enum import Enum

_EVERYONE = re.compile(r"(?<![^\s,])(?:everyone|each of them)(?:\s*,|(?=\s|\Z))", re.IGNORECASE)
# "remind 4d if no answer" speaks of something else.
_NONE = re.compile(r"(?<![^\s,])(?<!\bif )no answer(?: needed)?(?:\s*,|(?=\s|\Z))", re.IGNORECASE)


class Answers(Enum):
    """Whose answer is waited for, where several were written to (T3, T4)."""

    ANY_ONE = "any one"
    """The first answer is enough."""
    EVERYONE = "everyone"
    NONE = "no answer"


def take_expected(head: str) -> tuple[str, Answers]:
    """What stands before the colon without `everyone` or `no answer`, and which it was.

    Raises ValueError where both stand there; the message says so.
    """
    bare, everyone = _EVERYONE.subn(" ", head)
    bare, none = _NONE.subn(" ", bare)
    if everyone and none:
        raise ValueError("everyone is to answer and no answer is needed: write one of them")
    if everyone:
        return bare, Answers.EVERYONE
    return (bare, Answers.NONE) if none else (head, Answers.ANY_ONE)
