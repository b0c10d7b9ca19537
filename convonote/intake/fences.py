"""Code between ``` fences, in which nothing is a quotation or a signature."""

from collections.abc import Sequence


def fenced(lines: Sequence[str]) -> list[bool]:
    """For each line whether it belongs to fenced code; a fence that never closes fences nothing."""
    inside: list[bool] = [False] * len(lines)
    opened = -1
    for at, line in enumerate(lines):
        if "```" not in line or not line.lstrip().startswith("```"):
            continue
        if opened < 0:
            opened = at
        else:
            inside[opened : at + 1] = [True] * (at + 1 - opened)
            opened = -1
    return inside
