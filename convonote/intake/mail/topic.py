"""What a message is about: its subject without the marks that programs put before it."""

import re
from collections.abc import Iterable

NO_SUBJECT = "(no subject)"
"""The topic of what has none, so that every conversation can be shown and named."""
_LONGEST = 300

# Re and Fwd in the languages whose programs translate them.
_MARKS = (
    "re|r|rv|res|resp|sv|antw|antwort|aw|vs|vl|vb|ynt|odp|odg|atb|bls|hsv|"
    "fwd?|fw|wg|i|tr|enc|rif|rép|reenv|doorst|ilt|továbbítás|vá|vál|pd|nprz|"
    "отв|ответ|пересл|fs|σχετ|πρθ|απ|"
    "回复|回覆|答复|转发|轉寄|返信|転送|회신|전달"
)
_MARK = re.compile(rf"\s*(?:{_MARKS})\s?(?:[\[(^*]?\d{{1,3}}[\])]?)?\s?[:：]\s*", re.I)
_TAG = re.compile(r"\s*\[([^\[\]]{1,80})\]\s*")
_SPACE = re.compile(r"\s+")


def topic(subject: str, lists: Iterable[str] = ()) -> str:
    """The topic of a subject; a `[tag]` is a mark where it is the name of a list it came over."""
    text = _SPACE.sub(" ", subject).strip()[: _LONGEST * 2]
    known = {name.casefold() for name in lists if name}
    position = 0
    while position < len(text):
        tag = _TAG.match(text, position)
        mark = _MARK.match(text, position)
        if mark is not None:
            position = mark.end()
        elif tag is not None and (tag[1].casefold() in known or _MARK.match(text, tag.end())):
            position = tag.end()
        else:
            break
    return text[position:].strip()[:_LONGEST] or NO_SUBJECT
