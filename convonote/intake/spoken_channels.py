"""The words for channels in a line of `log`."""

from convonote.conversation.records import Channel

CHANNELS: dict[str, Channel] = {
    "email": Channel.EMAIL,
    "e-mail": Channel.EMAIL,
    "mail": Channel.EMAIL,
    "phone": Channel.PHONE,
    "call": Channel.PHONE,
    "called": Channel.PHONE,
    "telephone": Channel.PHONE,
    "tel": Channel.PHONE,
    "voicemail": Channel.PHONE,
    "phone call": Channel.PHONE,
    "video": Channel.VIDEO,
    "video call": Channel.VIDEO,
    "zoom": Channel.VIDEO,
    "teams": Channel.VIDEO,
    "meet": Channel.VIDEO,
    "google meet": Channel.VIDEO,
    "jitsi": Channel.VIDEO,
    "skype": Channel.VIDEO,
    "facetime": Channel.VIDEO,
    "chat": Channel.CHAT,
    "signal": Channel.CHAT,
    "whatsapp": Channel.CHAT,
    "telegram": Channel.CHAT,
    "matrix": Channel.CHAT,
    "slack": Channel.CHAT,
    "discord": Channel.CHAT,
    "messenger": Channel.CHAT,
    "irc": Channel.CHAT,
    "xmpp": Channel.CHAT,
    "threema": Channel.CHAT,
    "wechat": Channel.CHAT,
    "dm": Channel.CHAT,
    "sms": Channel.SMS,
    "text": Channel.SMS,
    "text message": Channel.SMS,
    "imessage": Channel.SMS,
    "letter": Channel.LETTER,
    "post": Channel.LETTER,
    "postcard": Channel.LETTER,
    "card": Channel.LETTER,
    "fax": Channel.LETTER,
    "in person": Channel.IN_PERSON,
    "person": Channel.IN_PERSON,
    "met": Channel.IN_PERSON,
    "meeting": Channel.IN_PERSON,
    "visit": Channel.IN_PERSON,
    "visited": Channel.IN_PERSON,
    "lunch": Channel.IN_PERSON,
    "coffee": Channel.IN_PERSON,
    "dinner": Channel.IN_PERSON,
    "face to face": Channel.IN_PERSON,
    "web": Channel.WEB,
    "online": Channel.WEB,
    "forum": Channel.WEB,
    "other": Channel.OTHER,
}
"""What may be typed, in small letters, and what it means."""

_BEFORE = ("by", "on", "over", "per", "via", "through", "a", "the")
_LONGEST = 3
"""Words in the longest name of a channel."""


def take_channel(words: list[str]) -> tuple[Channel | None, str, list[str]]:
    """The channel that words begin or end with, the web address if it is one, and the rest."""
    for at, word in enumerate(words):
        if "://" in word:
            rest = [*words[:at], *words[at + 1 :]]
            named, _, rest = take_channel(rest)
            return Channel.WEB if named is None else named, word, rest
    folded = [word.casefold().strip(",") for word in words]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        start = 0
        while start < len(words) - length and folded[start] in _BEFORE:
            start += 1
        if (found := CHANNELS.get(" ".join(folded[start : start + length]))) is not None:
            return found, "", words[start + length :]
        if (found := CHANNELS.get(" ".join(folded[-length:]))) is not None:
            rest = words[:-length]
            while rest and rest[-1].casefold().strip(",") in _BEFORE:
                rest.pop()
            return found, "", rest
    return None, "", words
