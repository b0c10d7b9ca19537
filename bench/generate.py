"""Write a realistic notebook of any size, for benchmarks.

    python bench/generate.py NOTEBOOK --exchanges N
        [--conversations N/10] [--people N/20] [--seed S]

Words follow Zipf's law, texts have a median of 400 bytes, a tenth of the conversations wait for
the user, and one conversation holds a tenth of all exchanges.
"""

import argparse
import sys
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from convonote.conversation.records import DAY, SECOND
from convonote.store.base import Base
from convonote.store.opening import local_zone, open_base, present
from convonote.store.people import naming
from convonote.store.search import searching
from convonote.store.search.tokens import tokens
from convonote.store.turns import folding, placing
from convonote.store.uid import new_uid

YEARS = 10
CHUNK = 5_000
"""Exchanges written in one transaction."""
CHANNELS = ("email",) * 6 + ("chat",) * 3 + ("phone", "sms", "letter", "in person")
MY_TURN, THEIR_TURN, QUIET = 0.10, 0.06, 0.24
"""Shares of the conversations; the others rest."""

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


@dataclass(frozen=True, slots=True)
class Size:
    """How much there shall be."""

    exchanges: int
    conversations: int
    people: int


def usual_size(exchanges: int) -> Size:
    """Ten exchanges to a conversation, twenty to a person."""
    return Size(exchanges, max(2, exchanges // 10), max(2, exchanges // 20))


@dataclass(frozen=True, slots=True)
class Plan:
    """One conversation before it is written."""

    id: int
    people: tuple[int, ...]
    moments: tuple[int, ...]
    """When something is said, oldest first."""
    end: str
    """`mine`, `theirs`, `quiet` or `rest`: how it stands at its end."""


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


def generate(path: Path, size: Size, seed: int = 1) -> None:
    """Write a new notebook; `path` must not exist yet."""
    random = Random(seed)
    words = Words(random)
    base = open_base(path, clock=present, zone=local_zone(), create=True)
    try:
        with base.outside():
            base.run("PRAGMA synchronous = OFF")  # Made again rather than mended.
        _write_people(base, size.people, words)
        plans = _plans(base, size, random)
        _write_conversations(base, plans, words)
        _write_exchanges(base, plans, random, words)
        _fold(base, size.conversations)
        with base.outside():
            base.run("PRAGMA wal_checkpoint(TRUNCATE)")
            base.run("ANALYZE")
    finally:
        base.close()


def _write_people(base: Base, count: int, words: Words) -> None:
    now = base.now()
    with base.transaction():
        for _ in range(count):
            name = words.name()
            cursor = base.run(
                "INSERT INTO person (uid, name, created_at) VALUES (?, ?, ?)",
                (new_uid(), name, now),
            )
            value = f"{name.replace(' ', '.').lower()}.{cursor.lastrowid}@example.org"
            base.run(
                "INSERT INTO address (uid, person, channel, value, folded, created_at)"
                " VALUES (?, ?, 'email', ?, ?, ?)",
                (new_uid(), cursor.lastrowid, value, value, now),
            )
            assert cursor.lastrowid is not None
            naming.index_person(base, cursor.lastrowid)


def _plans(base: Base, size: Size, random: Random) -> list[Plan]:
    """Who speaks in which conversation and when; the last one is the long one."""
    long = size.exchanges // 10
    rest = size.exchanges - long
    weights = [random.paretovariate(1.3) for _ in range(size.conversations - 1)]
    scale = rest / sum(weights)
    lengths = [max(1, min(round(weight * scale), rest // 4 + 1)) for weight in weights]
    _fit(lengths, rest)
    plans = []
    for number, length in enumerate([*lengths, long], start=1):
        end = _end(random)
        people = {2 + int(size.people * random.random() ** 3) for _ in range(_company(random))}
        moments = _moments(base.now(), length, end, random)
        plans.append(Plan(number, tuple(sorted(people)), moments, end))
    return plans


def _fit(lengths: list[int], total: int) -> None:
    """Make the lengths add up, by one here and there."""
    difference = total - sum(lengths)
    while difference:
        for index in range(len(lengths)):
            step = (difference > 0) - (difference < 0)
            if step and lengths[index] + step >= 1:
                lengths[index] += step
                difference -= step


def _company(random: Random) -> int:
    return random.choices((1, 2, 3, 5), (80, 12, 6, 2))[0]


def _end(random: Random) -> str:
    drawn = random.random()
    for end, share in (("mine", MY_TURN), ("theirs", THEIR_TURN), ("quiet", QUIET)):
        if drawn < share:
            return end
        drawn -= share
    return "rest"


def _moments(now: int, length: int, end: str, random: Random) -> tuple[int, ...]:
    live = end in ("mine", "theirs")
    last = now - round(random.uniform(0.1, 60 if live else YEARS * 365) * DAY)
    last -= 100 * DAY if end == "quiet" else 0
    step = random.lognormvariate(1, 1.2) * DAY
    gaps = (
        round(random.expovariate(1) * min(step, YEARS * 365 * DAY / length)) for _ in range(length)
    )
    moments = [last]
    for gap in islice(gaps, length - 1):
        moments.append(moments[-1] - gap - SECOND)
    return tuple(reversed(moments))


def _write_conversations(base: Base, plans: list[Plan], words: Words) -> None:
    with base.transaction():
        for plan in plans:
            base.run(
                "INSERT INTO conversation (id, uid, topic, created_at) VALUES (?, ?, ?, ?)",
                (plan.id, new_uid(), words.topic(), plan.moments[0]),
            )
            naming.index_conversation(base, plan.id)


def _write_exchanges(base: Base, plans: list[Plan], random: Random, words: Words) -> None:
    """In the order of time, as they would have come to be known."""
    order = sorted(
        (moment, plan.id, index) for plan in plans for index, moment in enumerate(plan.moments)
    )
    last: dict[int, int] = {}
    change = _import(base)
    for first in range(0, len(order), CHUNK):
        with base.transaction():
            for id, (moment, conversation, index) in enumerate(
                order[first : first + CHUNK], start=first + 1
            ):
                plan = plans[conversation - 1]
                _write(base, id, plan, index, moment, last.get(conversation), random, words)
                last[conversation] = id
        _progress("exchanges", first + CHUNK, len(order))
    with base.transaction():
        base.run(
            'INSERT INTO part (change, seq, "table", first, last) VALUES (?, 0, ?, 1, ?)',
            (change, "exchange", len(order)),
        )


def _import(base: Base) -> int:
    with base.transaction():
        cursor = base.run(
            "INSERT INTO change (uid, at, actor, what) VALUES (?, ?, 'import', 'generated')",
            (new_uid(), base.now()),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _write(
    base: Base,
    id: int,
    plan: Plan,
    index: int,
    moment: int,
    answered: int | None,
    random: Random,
    words: Words,
) -> None:
    final = index == len(plan.moments) - 1
    mine = random.random() < 0.5
    asks, closes = random.random() < 0.4, False
    if final:
        mine = plan.end != "mine" and (plan.end == "theirs" or random.random() < 0.5)
        asks, closes = plan.end != "rest", plan.end == "rest"
    speaker = plan.people[index % len(plan.people)]
    author = base.me if mine else speaker
    to = plan.people if mine else (base.me,)
    if closes:
        to = (base.me, *plan.people)
    channel = CHANNELS[(plan.id * 7 + index // 8) % len(CHANNELS)]
    roles = [(person, "to") for person in dict.fromkeys(to) if person != author]
    text = words.closing() if closes else words.text(asks)
    known = tokens(author, roles, channel, plan.id, text, attached=False)
    (search_id,) = searching.search_ids(base, [moment])
    base.run(
        "INSERT INTO exchange (id, uid, conversation, kind, channel, author, at, sorted_at, text,"
        " answers, asks, closes, made_by, search_id, tokens)"
        " VALUES (?, ?, ?, 'said', ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?)",
        (
            *(id, new_uid(), plan.id, channel, author, moment, moment, text),
            *(answered, int(asks), int(closes), search_id, known),
        ),
    )
    base.many(
        "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
        [(id, person, role) for person, role in roles],
    )
    searching.add_rows(base, [(search_id, text, known)])


def _fold(base: Base, conversations: int) -> None:
    """The turn of every conversation, and the queue by everybody's pace."""
    paced: set[int] = set()
    step = 1_000
    for first in range(1, conversations + 1, step):
        with base.transaction():
            placing.begin_import(base)
            some = range(first, min(first + step, conversations + 1))
            folding.refold(base, some, paced=paced)
        _progress("turns", first + step, conversations)
    placing.finish_import(base)


def _progress(what: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        print(f"\r{what}: {min(done, total):,} of {total:,}", end=end, file=sys.stderr, flush=True)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a realistic notebook of any size.")
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--exchanges", type=int, required=True)
    parser.add_argument("--conversations", type=int)
    parser.add_argument("--people", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.notebook.exists():
        parser.error(f"{asked.notebook} exists; name a new file")
    if asked.exchanges < 20:
        parser.error("--exchanges must be at least 20")
    usual = usual_size(asked.exchanges)
    size = Size(
        asked.exchanges,
        asked.conversations or usual.conversations,
        asked.people or usual.people,
    )
    generate(asked.notebook, size, asked.seed)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
