"""Figures, and the table of them."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    values: Sequence[float]
    unit: str
    budget: str
    compared: Sequence[float] = ()
    """The same of what it is compared to, measured in turn with it."""
    compared_to: str = ""
    at_most: float | None = None
    """The budget for the median, or for the ratio of medians where something is compared."""
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        """The median of the ratios, pair by pair."""
        if not self.compared:
            return None
        return statistics.median(
            mine / other for mine, other in zip(self.values, self.compared, strict=True)
        )

    @property
    def verdict(self) -> str:
        """Whether the budget is kept; empty where there is none."""
        value = statistics.median(self.values) if self.ratio is None else self.ratio
        if self.at_most is not None:
            return "ok" if value <= self.at_most else "over"
        if self.at_least is not None:
            return "ok" if value >= self.at_least else "under"
        return ""

    def row(self) -> str:
        """As it is printed."""
        median = statistics.median(self.values)
        spread = f"{min(self.values):,.4g} to {max(self.values):,.4g}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} × {self.compared_to}"
        return (
            f"| {self.what} | {median:,.4g} {self.unit} | {spread} | {ratio} |"
            f" {self.budget} | {self.verdict} |"
        )


def table(figures: Sequence[Figure], notebook: Path) -> str:
    """All figures as a markdown table, under a line about the machine."""
    size = notebook.stat().st_size / 1e6
    head = (
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},"
        f" Textual {version('textual')}; notebook of {size:,.1f} MB\n\n"
        "| what | median | from … to | ratio | budget | |\n|---|---|---|---|---|---|\n"
    )
    return head + "\n".join(figure.row() for figure in figures)
