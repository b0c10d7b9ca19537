"""The reason for which somebody holds the turn, in a sentence."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo

from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Holder, Why

_BY: dict[str, str] = {
    Channel.EMAIL: " by email",
    Channel.PHONE: " by phone",
    Channel.VIDEO: " by video",
    Channel.CHAT: " by chat",
    Channel.SMS: " by sms",
    Channel.LETTER: " by letter",
    Channel.IN_PERSON: " in person",
    Channel.WEB: " on the web",
}
_TO = {Why.ASKED: " ", Why.WROTE: " to "}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def explain(holder: Holder, names: Mapping[int, str], zone: tzinfo, now: int) -> str:
    """Why somebody is expected to speak, such as "Ana asked on Tue 3 Nov by phone; no answer yet".

    `names` has those of the holder and of whoever waits; the user is "you". Whoever shows it must
    clean it: names are as they were stored.
    """
    reason = holder.reason
    when = _day(reason.at, zone, now)
    how = by_channel(reason.channel)
    who = "you" if holder.me else names.get(holder.person, "somebody")
    match reason.why:
        case Why.ASKED | Why.WROTE:
            verb = "asked" if reason.why is Why.ASKED else "wrote"
            asker = "you" if holder.asker_me else names.get(holder.asker or 0, "somebody")
            to = "" if holder.me or holder.asker_me else f"{_TO[reason.why]}{who}"
            since = "nothing went back since" if holder.me else "no answer yet"
            open_since = _open_since(holder, when, zone, now)
            remind = _reminded(holder, zone, now)
            return f"{asker} {verb}{to} on {when}{how}; {since}{open_since}{remind}"
        case Why.ACCEPTED:
            return f"{who} said {'you' if holder.me else 'they'} would, {when}{how}"
        case Why.PROMISED:
            due = "" if holder.due is None else f", due {day_in_words(holder.due, now, zone)}"
            return f"{who} promised on {when}{due}"
        case Why.SET:
            note = f": {reason.note}" if reason.note else ""
            open_since = _open_since(holder, when, zone, now)
            remind = _reminded(holder, zone, now)
            return f"you set the turn by hand on {when}{note}{open_since}{remind}"
        case Why.BOUNCED:
            return f"your message could not be delivered, {when}"


def _open_since(holder: Holder, when: str, zone: tzinfo, now: int) -> str:
    """Since when, where that is another day than the one that was named."""
    first = _day(holder.since, zone, now)
    return "" if first == when else f"; open since {first}"


def _reminded(holder: Holder, zone: tzinfo, now: int) -> str:
    if holder.remind is None:
        return ""
    been = "wanted" if holder.remind <= now else "want"
    return f"; you {been} to be reminded on {_day(holder.remind, zone, now)}"


def _day(at: int, zone: tzinfo, now: int) -> str:
    return day_in_words(_local(at, zone).date(), now, zone)


def by_channel(channel: str) -> str:
    """How something was said, such as " by phone"; nothing for a channel of the user's own."""
    return _BY.get(channel, "")


def day_in_words(day: date, now: int, zone: tzinfo) -> str:
    """A day with its weekday, such as `Tue 3 Nov`, and with its year where that is another."""
    year = "" if day.year == _local(now, zone).year else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def _local(at: int, zone: tzinfo) -> datetime:
    return (_EPOCH + timedelta(microseconds=at)).astimezone(zone)
