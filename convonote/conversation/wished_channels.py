"""The channels that words name in a line about how somebody wants to be reached."""

import re
from collections.abc import Iterable

from .records import Channel

CALL = frozenset({Channel.PHONE, Channel.VIDEO})
"""What it is to talk without being in one place."""
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
    **dict.fromkeys(("call", "calls", "calling", "phone calls", "be called", "ring"), CALL),
    **dict.fromkeys(("phone", "telephone", "phoning"), frozenset({Channel.PHONE})),
    **dict.fromkeys(
        ("video", "video calls", "videocalls", "zoom", "skype", "facetime", "teams"),
        frozenset({Channel.VIDEO}),
    ),
    **dict.fromkeys(
        ("email", "emails", "e-mail", "e-mails", "mail", "mails", "emailing", "be emailed"),
        frozenset({Channel.EMAIL}),
    ),
    **dict.fromkeys(("write", "writing", "be written"), _WRITE),
    **dict.fromkeys(("text", "texts", "texting", "be texted", "sms"), _TEXT),
    **dict.fromkeys(("chat", "chats", "message", "messages", "messaging"), _TEXT),
    **{name: frozenset({name}) for name in _MESSENGERS},
    **dict.fromkeys(("letter", "letters", "post", "postcard"), frozenset({Channel.LETTER})),
    **dict.fromkeys(
        ("visit", "visits", "visiting", "in person", "drop by", "come by"),
        frozenset({Channel.IN_PERSON}),
    ),
}
CHANNEL = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
"""The words for channels, as a part of a pattern."""
_EACH = re.compile(rf"(?<![\w-])(?:{CHANNEL})(?![\w-])")


def named_in(words: str) -> frozenset[str]:
    """All the channels that words in small letters name."""
    return frozenset(channel for word in _EACH.findall(words) for channel in _WORDS[word])


def meant_by(words: Iterable[str]) -> frozenset[str]:
    """The channels that some words for channels stand for."""
    return frozenset(channel for word in words for channel in _WORDS[word])


def is_several(word: str) -> bool:
    """Whether a word is one for several things, such as `calls`, which somebody may also do."""
    return word.endswith("s") and word not in ("sms", "teams")


def among(channel: str, named: frozenset[str]) -> bool:
    """Whether a channel in small letters is one of some: `signal` is a chat, yet not every chat."""
    return channel in named or FAMILIES.get(channel) in named


def welcomed(channel: str, named: frozenset[str]) -> bool:
    """Whether a channel is one of some, or may be: a mere `chat` may be on Signal."""
    return among(channel, named) or any(FAMILIES.get(each) == channel for each in named)
