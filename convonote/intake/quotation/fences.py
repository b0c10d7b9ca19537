"""Code between ``` fences, in which nothing is a quotation or a signature."""

from collections.abc import Sequence


def fenced(lines: Sequence[str]) -> list[bool]:
    """For each line whether it belongs to fenced code; a fence that never closes fences nothing."""
    inside: list[bool] = [False] * len(lines)
    opened = -1
    length = 0
    for at, line in enumerate(lines):
        if "```" not in line:
            continue
        bare = line.strip()
        run = len(bare) - len(bare.lstrip("`"))
        if opened < 0 and run >= 3:
            opened, length = at, run
        elif run >= length > 0 and run == len(bare):
            # Only as long a fence, and nothing behind it, ends what a fence began.
            inside[opened : at + 1] = [True] * (at + 1 - opened)
            opened, length = -1, 0
    return inside
