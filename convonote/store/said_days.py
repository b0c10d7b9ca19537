"""SQL that tells on which day something was said, by the clocks where it was said.

Moments stand in an index and days do not: so it is asked for all that may be of the day anywhere on
earth, and of these for what is.
"""

from datetime import date, datetime, time

from convonote.conversation.records import DAY
from convonote.conversation.zones import EPOCH, MICROSECOND

_CLOCK = '{of}at + {of}"offset" * 60000000'


def from_day(moment: str, day: date, *, of: str = "", unit: int = 1) -> tuple[str, tuple[int, int]]:
    """What was said on a day or later, with its parameters.

    `moment` is the column that has an index: when it was said or later, in so many
    microseconds as `unit`. `of` stands before the columns of the exchange, such as `e.`.
    """
    begins = _begins(day)
    sql = f"{moment} >= ? AND {_CLOCK.format(of=of)} >= ?"
    return sql, ((begins - DAY) // unit, begins)


def before_day(
    moment: str, day: date, *, of: str = "", unit: int = 1
) -> tuple[str, tuple[int, int]]:
    """What was said before a day, as `from_day` has it; `moment` is less than hours later."""
    begins = _begins(day)
    sql = f"{moment} < ? AND {_CLOCK.format(of=of)} < ?"
    return sql, ((begins + DAY) // unit, begins)


def _begins(day: date) -> int:
    """Midnight on the clocks of wherever it was said."""
    return (datetime.combine(day, time()) - EPOCH) // MICROSECOND
