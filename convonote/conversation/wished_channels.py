"""The channels that a line in somebody's own words asks for, and those that it asks to leave."""

import re
from collections.abc import Iterator

from .records import Channel

_CALL = frozenset({Channel.PHONE, Channel.VIDEO})
_WRITE = frozenset({Channel.EMAIL, Channel.CHAT, Channel.SMS, Channel.LETTER, Channel.WEB})
_TEXT = frozenset({Channel.SMS, Channel.CHAT})
_MESSENGERS = (
    *("signal", "whatsapp", "telegram", "threema", "matrix", "imessage", "messenger"),
    *("slack", "discord", "irc", "xmpp"),
)
FAMILIES: dict[str, str] = {
    **dict.fromkeys(_MESSENGERS, Channel.CHAT),
    "mail": Channel.EMAIL,
    "mobile": Channel.PHONE,
    "telephone": Channel.PHONE,
    "post": Channel.LETTER,
    "text": Channel.SMS,
}
"""Channels that go by a name of their own, and the channel of which each is one."""

_WORDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("call", "calls", "calling", "phone calls", "called"), _CALL),
    **dict.fromkeys(("ring", "ringing"), _CALL),
    **dict.fromkeys(("phone", "telephone", "phoning"), frozenset({Channel.PHONE})),
    **dict.fromkeys(
        ("video", "video calls", "videocalls", "zoom", "skype", "facetime", "teams"),
        frozenset({Channel.VIDEO}),
    ),
    **dict.fromkeys(
        ("email", "emails", "e-mail", "e-mails", "mail", "mails", "emailing", "emailed"),
        frozenset({Channel.EMAIL}),
    ),
    **dict.fromkeys(("write", "writing", "written"), _WRITE),
    **dict.fromkeys(("text", "texts", "texting", "texted", "sms"), _TEXT),
    **dict.fromkeys(("chat", "chats", "message", "messages", "messaging"), _TEXT),
    **{name: frozenset({name, Channel.CHAT}) for name in _MESSENGERS},
    **dict.fromkeys(("letter", "letters", "post", "postcard"), frozenset({Channel.LETTER})),
    **dict.fromkeys(
        ("visit", "visits", "visiting", "in person", "drop by", "come by"),
        frozenset({Channel.IN_PERSON}),
    ),
}
_CHANNEL = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_NOT_A_CHANNEL = r"(?! (?:address|account|number|yet|back|list|box|centre|center|home|sign))"
NEGATIVE = (
    r"(?:no|not|don't|dont|do not|never|rather than|instead of|than|avoid|hates?|dislikes?|without)"
)
"""Words after which something is not wanted."""
_FILLED = r"(?:(?:please|to|by|via|on|the|any|more|want|like|be|him|her|them|me|a|over) )*"
_REFUSED = re.compile(
    rf"\b{NEGATIVE} {_FILLED}(?P<these>(?:{_CHANNEL})"
    rf"(?:(?:,? (?:or|and|nor) |, |/)(?:no )?(?:{_CHANNEL}))*)\b{_NOT_A_CHANNEL}"
)
_EACH = re.compile(rf"\b(?:{_CHANNEL})\b{_NOT_A_CHANNEL}")
_CLAUSE = re.compile(r"[,;.!()]| but | and ")
_ASKED = re.compile(
    r"\b(?:only|prefers?|preferably|please|best|better|rather|just|use|likes?|favours?)\b"
)
_AT_MOST = 4
"""Words of a clause that is an order by itself, such as "write" or "text me first"."""


def channels_in(line: str) -> tuple[frozenset[str], frozenset[str]]:
    """The channels that a line in small letters refuses, and those that it asks for."""
    unwelcome: set[str] = set()
    for found in _REFUSED.finditer(line):
        for word in _EACH.findall(found["these"]):
            unwelcome |= _WORDS[word]
    rest = _REFUSED.sub(" ,", line)
    welcome = {channel for clause in _CLAUSE.split(rest) for channel in _asked_for(clause)}
    if unwelcome and welcome:
        # "Write, don't call": whatever is not asked for is left to the refusal.
        unwelcome -= welcome
    return frozenset(unwelcome), frozenset(welcome)


def is_about_channels(clause: str) -> bool:
    """Whether a channel is named in it."""
    return _EACH.search(clause) is not None


def without_channels(clause: str) -> str:
    """The clause without the channels it names."""
    return _EACH.sub(" ", clause)


def named_in(clause: str) -> frozenset[str]:
    """All the channels that a clause names."""
    return frozenset(channel for word in _EACH.findall(clause) for channel in _WORDS[word])


def _asked_for(clause: str) -> Iterator[str]:
    words = clause.split()
    found = _EACH.search(clause)
    if found is None:
        return
    order = len(words) <= _AT_MOST and found.start() == len(clause) - len(clause.lstrip())
    by = len(words) <= _AT_MOST and words[0] in ("by", "via", "on")
    if _ASKED.search(clause) or order or by:
        yield from named_in(clause)
