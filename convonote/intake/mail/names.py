"""The names of messages: what makes copies of one message one, and joins answers to it."""

import hashlib
import re
from collections.abc import Iterable

from convonote.intake.mail.headers import Headers
from convonote.intake.records import Attachment, Party

_ANGLED = re.compile(r"<([^<>]{3,1000})>")
_USUAL = re.compile(r"\s*<([^<>\s,;]{1,250}@[^<>\s,;]{1,250})>\s*")
_SPACE = re.compile(r"\s+")
FIRST_REFERENCES = LAST_REFERENCES = 100
_LONGEST = 500

# What is compared of a message without a name. It is written down here, apart from all that is
# done for reading, since a name must stay the same when reading gets better.
_MARKS = re.compile(r"(?:\s*\[[^\[\]]{1,80}\]|\s*\w{1,4}(?:\[\d+\])?\s?[:：])*+\s*")
_FOOTER = re.compile(
    r"^(?:-- ?|_{5,}|-{10,}|={10,})[ \t]*\n(?=(?:[^\n]*\n){0,12}?[^\n]*"
    r"(?:mailing list|listinfo|unsubscribe|subscription|archive|lists?\.))",
    re.M | re.I,
)
_LONGEST_FOOTER = 1500
_LONGEST_COMPARED = 100_000
_NOT_LASTING = re.compile(r"[\W_]+")


def message_id(headers: Headers) -> str | None:
    """The Message-ID without angle brackets and white space; None where it can name nothing."""
    value = headers.get("message-id")
    if (usual := _USUAL.fullmatch(value)) is not None and usual[1].strip("@").count("@"):
        return usual[1].strip("\"'") if usual[1][0] in "\"'" else usual[1]
    names = _names(value, bare=True)
    return names[0] if names else None


def references(headers: Headers, own: str) -> tuple[tuple[str, ...], str | None]:
    """The names of all messages it refers to, oldest first, and the one it replies to."""
    older = [name for value in headers.all("references") for name in _names(value, bare=True)]
    # Some programs write prose into In-Reply-To, so that only its first name can be trusted.
    parents = _names(headers.get("in-reply-to"), bare=False)
    parent = parents[0] if parents and parents[0] != own else None
    found = dict.fromkeys(name for name in older if name != own)
    if parent is not None:
        found.setdefault(parent)
    names = tuple(found)
    if len(names) > FIRST_REFERENCES + LAST_REFERENCES:
        names = (*names[:FIRST_REFERENCES], *names[-LAST_REFERENCES:])
    return names, parent or (names[-1] if names else None)


def content_name(
    authors: Iterable[Party],
    said_at: int | None,
    subject: str,
    text: str,
    attachments: Iterable[Attachment],
) -> str:
    """A name for a message that has none: the same content gives the same, wherever it was kept.

    Exports wrap lines, escape `From `, hide addresses, mark subjects and add footers, so that only
    letters and digits are compared, and what a list puts around them is left out.
    """
    lasting = [
        ",".join(sorted(one.address.lower() for one in authors)),
        str(said_at),
        _NOT_LASTING.sub("", subject[_end_of_marks(subject) :]),
        _lasting(text),
    ]
    if not lasting[-1]:
        # Nothing is said; of what it carries, archives keep neither name nor type for sure.
        lasting.extend(str(one.size) for one in attachments)
    digest = hashlib.sha256("\0".join(lasting).encode("utf-8", "replace")).hexdigest()
    return f"content:{digest[:40]}"


def _end_of_marks(subject: str) -> int:
    found = _MARKS.match(subject)
    return found.end() if found else 0


def _lasting(text: str) -> str:
    text = text[:_LONGEST_COMPARED].rstrip() + "\n"
    begin = max(0, len(text) - _LONGEST_FOOTER)
    # Of several rules the last: the one before may stand above the author's own signature.
    for footer in list(_FOOTER.finditer(text, begin))[-1:]:
        text = text[: footer.start()]
    return _NOT_LASTING.sub("", text.replace("@", " at "))


def _names(value: str, *, bare: bool) -> list[str]:
    """Names in angle brackets; where there are none, what looks like one, if that is trusted."""
    if not value:
        return []
    angled = _ANGLED.findall(value)
    if not angled and (bare or len(value.split()) == 1):
        angled = value.split()
    names = [_SPACE.sub("", name).strip("<>,;\"'")[:_LONGEST] for name in angled]
    # Without an `@` it is no name in the whole world, and would join strangers.
    return [name for name in names if "@" in name.strip("@")]
