"""How well asking is recognised, and the table of weights that it goes by.

    python -m bench.asks PATH/asks/train.tsv [--write]

The sentences are e-mail sentences marked `Yes` or `No` (EmailIntentDataSet, ParakweetLabs,
Apache-2.0). The table is a logistic regression over words and pairs of words, made sparse by an L1
penalty so that a person can read it; of the sentences themselves nothing is kept. Cross-validation
puts sentences that begin alike, or have a run of words in common, into the same part, since many
are nearly the same; nothing is chosen on a part that is then judged. The cues were written by hand
with such sentences in view, so what they add is told apart: only the figure of the words alone is
free of that.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path

from convonote.conversation import leaning, wording

PENALTY = 1.2e-3
"""The weight of the L1 penalty: greater makes the table smaller."""
RAREST = 6
"""Sentences in which a sign must stand to be weighed at all."""
PARTS = 5
OPENING, RUN = 4, 7
"""Words by which two sentences are nearly the same: at the beginning, and anywhere in a row."""
TABLE = Path(__file__).parent.parent / "convonote/conversation/asking_weights.py"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure how well asking is recognised.")
    parser.add_argument("sentences", type=Path, help="a table of Yes or No and a sentence")
    parser.add_argument("--write", action="store_true", help="make the table of weights again")
    asked = parser.parse_args()
    lines = asked.sentences.read_text("utf-8").splitlines()
    wanted = [line.startswith("Yes\t") for line in lines]
    texts = [line.partition("\t")[2] for line in lines]
    cued = [wording.judge(text, None).asks for text in texts]
    signs = [leaning.signs(wording.plain(text)) for text in texts]
    print(_figures("cues alone, which were written by hand", cued, wanted))
    words, both = _held_out(texts, signs, wanted)
    print(_figures("words alone, cross-validated", words, wanted))
    print(_figures("both, cross-validated", both, wanted))
    if asked.write:
        _write(_fit(_common(signs), wanted))
    began = time.perf_counter()
    told = [wording.judge(text).asks for text in texts]
    print(_figures("the table as it stands, on what it was learnt from", told, wanted))
    print(f"{(time.perf_counter() - began) / len(texts) * 1e6:.0f} µs a sentence")
    took = sorted(_took(text) for text in texts)
    middle, slow = took[len(took) // 2], took[-len(took) // 100]
    print(f"the middle one {middle:.0f} µs, of 100 the slowest {slow:.0f} µs")


def _took(text: str) -> float:
    """How many microseconds a sentence takes, at the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        wording.judge(text)
        best = min(best, time.perf_counter() - began)
    return best * 1e6


def _common(signs: Sequence[set[str]]) -> list[set[str]]:
    seen = Counter(sign for one in signs for sign in one)
    return [{sign for sign in one if seen[sign] >= RAREST} for one in signs]


def _parts(texts: Sequence[str]) -> list[int]:
    """The part in which each sentence is; those that are nearly the same are in the same one."""
    first: dict[str, int] = {}
    leads = list(range(len(texts)))
    for number, text in enumerate(texts):
        for key in _alike(re.findall("[a-z]+", wording.plain(text))):
            one, other = _lead(leads, first.setdefault(key, number)), _lead(leads, number)
            leads[max(one, other)] = min(one, other)
    groups = [_lead(leads, number) for number in range(len(texts))]
    shuffled = sorted(set(groups))
    random.Random(1).shuffle(shuffled)
    part = {group: number % PARTS for number, group in enumerate(shuffled)}
    return [part[group] for group in groups]


def _alike(words: Sequence[str]) -> set[str]:
    """What a sentence has in common with those that are nearly the same."""
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return {"^ " + " ".join(words[:OPENING]), *runs}


def _lead(leads: list[int], number: int) -> int:
    while leads[number] != number:
        leads[number] = number = leads[leads[number]]
    return number


def _held_out(
    texts: Sequence[str], signs: Sequence[set[str]], wanted: Sequence[bool]
) -> tuple[list[bool], list[bool]]:
    """Whether each sentence asks, by a table that was learnt without its part.

    First by the words alone, then as `judge` tells it.
    """
    words, both = [False] * len(texts), [False] * len(texts)
    parts = _parts(texts)
    for part in range(PARTS):
        rest = [number for number, its in enumerate(parts) if its != part]
        table = _fit(_common([signs[n] for n in rest]), [wanted[n] for n in rest])
        for number, its in enumerate(parts):
            if its == part:
                words[number] = table.weighed(signs[number]) > 0
                both[number] = wording.judge(texts[number], table).asks
    return words, both


def _fit(signs: Sequence[set[str]], wanted: Sequence[bool], rounds: int = 120) -> leaning.Table:
    """A sparse logistic regression, by accelerated proximal gradients scaled sign by sign."""
    names = sorted({sign for one in signs for sign in one})
    number = {name: place for place, name in enumerate(names)}
    rows = [[number[sign] for sign in one] for one in signs]
    seen = Counter(place for row in rows for place in row)
    count = len(rows)
    steps = [count / (3.0 * max(1, seen[place])) for place in range(len(names))]
    weights = [0.0] * len(names)
    ahead, bias, ahead_bias, pace = weights[:], 0.0, 0.0, 1.0
    for _ in range(rounds):
        slopes, slope = [0.0] * len(names), 0.0
        for row, yes in zip(rows, wanted, strict=True):
            weighed = ahead_bias + sum(ahead[place] for place in row)
            error = 1 / (1 + exp(-max(-30.0, min(30.0, weighed)))) - yes
            slope += error
            for place in row:
                slopes[place] += error
        moved = [
            _shrunk(at - rise / count * step, PENALTY * step)
            for at, rise, step in zip(ahead, slopes, steps, strict=True)
        ]
        moved_bias = ahead_bias - slope / count
        next_pace = (1 + sqrt(1 + 4 * pace * pace)) / 2
        swing = (pace - 1) / next_pace
        ahead = [new + swing * (new - old) for new, old in zip(moved, weights, strict=True)]
        ahead_bias = moved_bias + swing * (moved_bias - bias)
        weights, bias, pace = moved, moved_bias, next_pace
    kept = {name: weights[place] for name, place in number.items() if weights[place]}
    return leaning.Table(bias, kept)


def _shrunk(weight: float, by: float) -> float:
    return max(0.0, weight - by) if weight > 0 else min(0.0, weight + by)


def _write(table: leaning.Table) -> None:
    kept = {sign: round(weight, 2) for sign, weight in table.weights.items()}
    lines = [
        f"    {sign!r}: {weight:.2f},".replace("'", '"')
        for sign, weight in sorted(kept.items(), key=lambda one: (-one[1], one[0]))
        if weight
    ]
    text = [
        '"""Weights of words and pairs of words: how much they tell that a sentence asks.',
        "",
        "Made by `python -m bench.asks` from EmailIntentDataSet (ParakweetLabs, Apache-2.0);",
        "`^` and `$` are the beginning and the end of a sentence, `0` any number.",
        '"""',
        "",
        f"BIAS = {table.bias:.2f}",
        '"""What a sentence weighs before its words."""',
        "",
        "WEIGHTS: dict[str, float] = {",
        *lines,
        "}",
    ]
    TABLE.write_text("\n".join(text) + "\n", "utf-8")


def _figures(what: str, told: Sequence[bool], wanted: Sequence[bool]) -> str:
    both = sum(one and other for one, other in zip(told, wanted, strict=True))
    precision, recall = both / max(1, sum(told)), both / max(1, sum(wanted))
    score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{what}: F1 {score:.3f}, precision {precision:.3f}, recall {recall:.3f}"


if __name__ == "__main__":
    main()
