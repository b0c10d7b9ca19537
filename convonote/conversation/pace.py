"""How long somebody usually takes to answer, in words: a fact, never a judgement (T13)."""

from convonote.conversation.explain import by_channel
from convonote.conversation.records import DAY, SECOND

_MINUTE, _HOUR = 60 * SECOND, 3600 * SECOND


def usually(name: str, took: int, channel: str | None = None) -> str:
    """Such as "Ana usually answers within 2 d by email"; whoever shows it must clean the name."""
    return f"{name} usually answers within {rough(took)}{by_channel(channel or '')}"


def rough(took: int) -> str:
    """A length of time rounded up to what one would say: `5 min`, `3 h`, `2 d`, `6 w`."""
    for size, most, unit in ((_MINUTE, 60, "min"), (_HOUR, 48, "h"), (DAY, 21, "d")):
        count = max(1, -(-took // size))
        if count < most:
            return f"{count} {unit}"
    return f"{-(-took // (7 * DAY))} w"


def long_time(lasted: int) -> str:
    """Some days or more, spelled out: `6 days`, `4 weeks`, `5 months`, `3 years`."""
    days = lasted // DAY
    for size, least, unit in ((365, 730, "year"), (30, 90, "month"), (7, 21, "week")):
        if days >= least:
            return f"{days // size} {unit}s"
    return f"{days} day{'' if days == 1 else 's'}"
