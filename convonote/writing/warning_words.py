"""A warning in a sentence: what somebody asked for, and when."""

from collections.abc import Iterable

from convonote.store.listening.records import Warning
from convonote.text.clean import clean
from convonote.text.times import said


def warning_line(warning: Warning, now: int) -> str:
    """A warning in a sentence, clean: `Ana Lima said on 3 Nov 20:40: “no calls until 1 Dec”`."""
    name, text = clean(warning.person.name), clean(warning.text)
    if warning.said_at is None:
        return f"{name} {text}"
    when = said(warning.said_at, warning.offset, now)
    on = "at" if ":" in when and " " not in when else "on"
    return f"{name} said {on} {when}: “{text}”"


def warning_lines(warnings: Iterable[Warning], now: int) -> str:
    """Several warnings in one line."""
    return " · ".join(warning_line(one, now) for one in warnings)
