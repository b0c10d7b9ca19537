"""What is told once the turn was set by hand: who left, and when one is reminded."""

from datetime import tzinfo

from convonote.conversation.zones import day_of
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.text.times import long_day


def set_besides(before: Conversation, now: Conversation, zone: tzinfo, at: int) -> str:
    """Who has left since, and the day of the reminder, to be said behind whose turn it is."""
    gone = [clean(one.name) for one in now.people if one.id in now.left - before.left]
    told = [f"{', '.join(gone)} {'has' if len(gone) == 1 else 'have'} left"] if gone else []
    reminders = [holder.remind for holder in now.holders if holder.remind is not None]
    if reminders:
        day = long_day(day_of(min(reminders), zone), day_of(at, zone))
        told.append(f"you are reminded on {day}")
    return "".join(f"; {each}" for each in told)
