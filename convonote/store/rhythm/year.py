"""The weeks of a year, and how much everybody said in each."""

from datetime import date, timedelta
from itertools import pairwise

from convonote.conversation.zones import day_begins, day_of
from convonote.store.base import Base
from convonote.store.rhythm.picture_records import Weeks

WEEKS = 53
"""Weeks in a strip: a year, and the one it ends in."""


def everybody(base: Base) -> Weeks:
    """Everything that was said in each week of the past year."""
    weeks, limits = begins(base, base.now())
    spans = [(begin // 1000, end // 1000) for begin, end in pairwise(limits)]
    sql = "SELECT count(*) FROM exchange WHERE search_id >= ? AND search_id < ?"
    counts = [base.value(sql, span) for span in spans]
    # What is deleted stands in the same index; there is little of it.
    for (moment,) in base.rows(
        "SELECT search_id FROM exchange WHERE deleted_at IS NOT NULL"
        " AND search_id >= ? AND search_id < ?",
        (spans[0][0], spans[-1][1]),
    ):
        counts[next(n for n, (_, end) in enumerate(spans) if moment < end)] -= 1
    return Weeks(weeks, tuple(counts))


def begins(base: Base, end: int) -> tuple[date, list[int]]:
    """The Monday with which a year of weeks begins, and the moments between them."""
    last = day_of(end, base.zone)
    monday = last - timedelta(last.weekday() + 7 * (WEEKS - 1))
    days = (monday + timedelta(7 * week) for week in range(WEEKS + 1))
    return monday, [day_begins(day, base.zone) for day in days]


def none(base: Base, end: int) -> Weeks:
    """A year in which nothing was said."""
    return Weeks(begins(base, end)[0], (0,) * WEEKS)
