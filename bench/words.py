"""Texts, names and topics that nobody wrote: Zipf's law for words, a median of 400 bytes a text."""

from itertools import accumulate
from random import Random

_ONSETS = ("b", "br", "d", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "l", "m", "n", "r", "s", "t", "nd", "st")
_MARKS = ("é", "ü", "ł", "š")
_ASKS = ("Could you send it by Friday?", "Which week suits you?", "Can you come?")
_CLOSINGS = ("Thanks!", "Perfect, thank you!", "Ok, see you then.", "Thank you so much!")
_FIRST = ("Ana", "Bob", "Chi", "Dan", "Eve", "Olena", "José", "Li", "Marek", "Noa", "Priya", "Wei")
_VOCABULARY, _SENTENCES = 30_000, 20_000
_MEDIAN = 400
"""Bytes in a text."""


class Words:
    """A source of texts, names and topics; the same for the same random numbers."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = sorted({self._word() for _ in range(_VOCABULARY)})
        random.shuffle(self._words)
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
