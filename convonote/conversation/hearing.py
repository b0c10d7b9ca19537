"""Who hears what is said, whom it addresses, and for whom it answers: T1, T2, T3, T5, T15."""

from convonote.conversation.records import Channel, Exchange, Settings
from convonote.conversation.turn_records import Wait

_GROUP_CHANNELS = (Channel.CHAT, Channel.SMS)


def concerns_me(exchange: Exchange, answered: Exchange | None, settings: Settings) -> bool:
    """T5: list mail concerns the turn where I wrote it, stand in To, or am answered."""
    return (
        not exchange.via_list
        or exchange.author == settings.me
        or settings.me in exchange.to
        or (answered is not None and answered.author == settings.me)
    )


def heard_by_asker(wait: Wait, exchange: Exchange, heard: set[int]) -> bool:
    """T1: the asker hears it in To or Cc, or on the list the question went over.

    Where nobody asks (T8, a bounce), whatever the holder says is heard.
    """
    if wait.asker is None or wait.asker in heard:
        return True
    return bool(heard.intersection(wait.lists))


def answers_for(
    wait: Wait,
    exchange: Exchange,
    author: int,
    answered: Exchange | None,
    settings: Settings,
) -> int | None:
    """T1, T3: the one among those awaited whose answer this is, if it is one."""
    if author in wait.awaited:
        return author
    if wait.everyone or exchange.closes or wait.asker is None:
        return None  # T3: a bystander's closing ends nothing.
    if author in wait.cc:
        return wait.awaited[0]
    on_list = settings.lists.intersection(wait.awaited)
    to_asker = answered is None or answered.author == wait.asker or wait.asker in exchange.to
    return min(on_list) if on_list and to_asker else None


def addressed(
    exchange: Exchange, author: int, answered: Exchange | None, settings: Settings
) -> tuple[int, ...]:
    """T2, T5, T15: whom this addresses, its author left out."""
    me, lists = settings.me, settings.lists
    if exchange.channel in _GROUP_CHANNELS:
        everybody = {*exchange.to, *exchange.cc, author} - lists
        if len(everybody) > 2:  # T15
            named = {*exchange.named}
            if answered is not None and answered.author is not None:
                named.add(answered.author)
            return tuple(sorted((named & everybody) - {author}))
    them = {*exchange.to} - lists
    if exchange.via_list and author != me and me not in them:
        # It answers me on the list only: it waits for me where it asks.
        them = {me} if exchange.asks else set()
    if author == me and exchange.asks:
        them |= lists.intersection(exchange.to)  # anybody on the list
    return tuple(sorted(them - {author}))
