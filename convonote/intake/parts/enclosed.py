"""A message inside a message, as markdown: who wrote it, when, about what, and what it says."""

from convonote.intake.html.escaping import escaped
from convonote.intake.mail.addresses import parties
from convonote.intake.mail.headers import Headers, read_headers
from convonote.intake.parts.mime import Part, file_name

_LONGEST = 300
_MOST_NAMED = 10


def titled(headers: Headers) -> str:
    """The subject, by which an enclosed message is listed."""
    return headers.text("subject")[:200]


def passed_on(headers: Headers, text: str) -> str:
    """An enclosed message as a quotation, with the headers that a reader wants above it."""
    lines = [
        ("From", _people(headers, "from")),
        ("Date", headers.text("date")[:_LONGEST]),
        ("To", _people(headers, "to")),
        ("Subject", headers.text("subject")[:_LONGEST]),
    ]
    shown = [f"**{label}:** {escaped(value)}" for label, value in lines if value]
    if text:
        shown += ["", *text.split("\n")] if shown else text.split("\n")
    return "\n".join(f"> {line}".rstrip() for line in shown)


def fragment(part: Part) -> str:
    """What a piece of a message says that was sent in several."""
    number, total = part.params.get("number", "")[:9], part.params.get("total", "")[:9]
    which = f"Part {number} of {total}" if number.isdigit() and total.isdigit() else "A part"
    return f"*{which} of a message that was sent in pieces.*"


def elsewhere(part: Part, raw: bytes) -> tuple[str, str]:
    """What a part says that is kept elsewhere, and its name."""
    inner, _ = read_headers(raw, part.start, part.end)
    name = part.name or file_name(inner.text("content-description"))
    named = ("site", "server", "directory", "url")
    places = [part.params[key].strip('"')[:_LONGEST] for key in named if part.params.get(key)]
    where = f" ({', '.join(places)})" if places else ""
    return f"Not in the message itself, but elsewhere: {escaped((name or 'a file') + where)}", name


def _people(headers: Headers, name: str) -> str:
    found = parties(headers.all(name))
    shown = [f"{one.name} <{one.address}>" if one.name else one.address for one in found]
    more = [f"and {len(shown) - _MOST_NAMED} more"] if len(shown) > _MOST_NAMED else []
    return ", ".join([*shown[:_MOST_NAMED], *more])
