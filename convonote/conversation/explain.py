"""The reason for which somebody holds the turn, in a sentence."""

from collections.abc import Mapping
from datetime import date, tzinfo

from convonote.conversation.day_words import long_day
from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Holder, Why
from convonote.conversation.zones import day_at, day_of

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


def explain(
    holder: Holder,
    names: Mapping[int, str],
    zone: tzinfo,
    now: int,
    offsets: Mapping[int, int] | None = None,
    *,
    dated: bool = True,
) -> str:
    """Why somebody is expected to speak, such as "Ana asked on Tue 3 Nov by phone; no answer yet".

    `names` has those of the holder and of whoever waits; the user is "you". `offsets` has that of
    each moment at which something was said, where it was said; what the user set goes by `zone`.
    Unless `dated`, nobody knows when anything was said. Whoever shows it must clean it: names are
    as they were stored.
    """
    reason = holder.reason

    def said(at: int) -> str:
        offset = (offsets or {}).get(at)
        day = day_of(at, zone) if offset is None else day_at(at, offset)
        return day_in_words(day, now, zone)

    when = said(reason.at) if dated else "an unknown day"
    first = said(holder.since) if dated else when
    open_since = "" if first == when else f"; open since {first}"
    remind = _reminded(holder, zone, now)
    how = by_channel(reason.channel)
    who = "you" if holder.me else names.get(holder.person, "somebody")
    match reason.why:
        case Why.ASKED | Why.WROTE:
            verb = "asked" if reason.why is Why.ASKED else "wrote"
            asker = "you" if holder.asker_me else names.get(holder.asker or 0, "somebody")
            to = "" if holder.me or holder.asker_me else f"{_TO[reason.why]}{who}"
            since = "nothing went back since" if holder.me else "no answer yet"
            return f"{asker} {verb}{to} on {when}{how}; {since}{open_since}{remind}"
        case Why.ACCEPTED:
            return f"{who} said {'you' if holder.me else 'they'} would, {when}{how}"
        case Why.PROMISED:
            due = "" if holder.due is None else f", due {day_in_words(holder.due, now, zone)}"
            return f"{who} promised on {when}{due}"
        case Why.SET:
            note = f": {reason.note}" if reason.note else ""
            return f"you set the turn by hand on {when}{note}{open_since}{remind}"
        case Why.BOUNCED:
            return f"your message could not be delivered, {when}"


def _reminded(holder: Holder, zone: tzinfo, now: int) -> str:
    if holder.remind is None:
        return ""
    been = "wanted" if holder.remind <= now else "want"
    return f"; you {been} to be reminded on {day_in_words(day_of(holder.remind, zone), now, zone)}"


def by_channel(channel: str) -> str:
    """How something was said, such as " by phone"; nothing for a channel of the user's own."""
    return _BY.get(channel, "")


def day_in_words(day: date, now: int, zone: tzinfo) -> str:
    """A day with its weekday, such as `Tue 3 Nov`, and with its year where that is another."""
    return long_day(day, day_of(now, zone))
