"""The words by which it was told that a text asks or accepts, in a sentence."""

from .question import asking_sentence
from .turn_records import Why
from .wording import judge


def went_by(text: str, cause: Why) -> str:
    """By which words a text opened a wait for this cause; nothing where its words do not tell."""
    judged = judge(text)
    words = _joined(list(dict.fromkeys(_told(word, text) for word in judged.words)))
    match cause:
        case Why.ASKED if judged.asks:
            return f"It asks, told by {words}."
        case Why.ACCEPTED if judged.accepts:
            return f"It accepts, told by {words}."
        case Why.WROTE if not judged.asks:
            return "No words in it were taken for a question or a request."
    return ""


def _told(word: str, text: str) -> str:
    if word != "?":
        return f"“{' '.join(word.split())}”"
    asking = asking_sentence(text)
    return f"the question mark in “{asking}”" if "?" in asking else "the question mark"


def _joined(told: list[str]) -> str:
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)
