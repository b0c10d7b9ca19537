"""Texts, names and topics that nobody wrote: Zipf's law for words, a median of 400 bytes a text.

The commonest words are English, and those of which wishes are made stand among them, so that what
is looked for in a text is found as often as in mail: without them listening would cost nothing.
"""

from itertools import accumulate
from random import Random

from convonote.conversation.heard_wishes import WORDS

_ONSETS = ("b", "br", "d", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "l", "m", "n", "r", "s", "t", "nd", "st")
_MARKS = ("é", "ü", "ł", "š")
_ASKS = ("Could you send it by Friday?", "Which week suits you?", "Can you come?")
_CLOSINGS = ("Thanks!", "Perfect, thank you!", "Ok, see you then.", "Thank you so much!")
_FIRST = ("Ana", "Bob", "Chi", "Dan", "Eve", "Olena", "José", "Li", "Marek", "Noa", "Priya", "Wei")
_WISHES = ("Please don't call me, I prefer email.", "I am on leave until 4 December.")
_COMMONEST = (
    "the of and to in a is that it was for on are with as i be this at you not have from or by but"
    " we an they what all were when your can there use do how if will up about out many then them"
    " so some would make him into has two more her no way could my than been who now did get only"
    " me over new take our just good other know time see also where back much don't before right"
    " too any same please never better think say great help through line mean old tell very still"
)
"""The commonest words of English, the commonest first."""
_WORDED, _WISHED = 900, 1 / 500
"""The rank of the first word of which wishes are made, and the share of texts that hold a wish."""
_VOCABULARY, _SENTENCES = 30_000, 20_000
_MEDIAN = 400
"""Bytes in a text."""


class Words:
    """A source of texts, names and topics; the same for the same random numbers."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = sorted({self._word() for _ in range(_VOCABULARY)})
        random.shuffle(self._words)
        self._words[:0] = _COMMONEST.split()
        self._words[_WORDED:_WORDED] = WORDS
        weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._sentences = [
            " ".join(
                random.choices(self._words, cum_weights=weights, k=random.randint(4, 14))
            ).capitalize()
            + "."
            for _ in range(_SENTENCES)
        ]

    def text(self, asks: bool) -> str:
        """Some paragraphs; the last line asks something or not."""
        random = self._random
        left = random.lognormvariate(0, 0.9) * _MEDIAN
        parts: list[str] = []
        while left > 0:
            parts.append(random.choice(self._sentences))
            left -= len(parts[-1])
        text = " ".join(parts[:3])
        if len(parts) > 3:
            text += "\n\n" + " ".join(parts[3:])
        if random.random() < _WISHED:
            text += f" {random.choice(_WISHES)}"
        return f"{text}\n\n{random.choice(_ASKS)}" if asks else text

    def closing(self) -> str:
        """Thanks, or a farewell."""
        return self._random.choice(_CLOSINGS)

    def name(self) -> str:
        """A first name and a family name."""
        return f"{self._random.choice(_FIRST)} {self._random.choice(self._words).capitalize()}"

    def topic(self) -> str:
        """Two or three words."""
        words = self._random.choices(self._words, k=self._random.randint(1, 3))
        return " ".join(words).capitalize()

    def _word(self) -> str:
        random = self._random
        syllables = random.choices((1, 2, 3), (30, 50, 20))[0]
        word = "".join(
            random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
            for _ in range(syllables)
        )
        return word + random.choice(_MARKS) if random.random() < 0.02 else word
