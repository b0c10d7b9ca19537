"""One message of mail, as it really is, to one plain record; it never raises."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.conversation.records import Origin
from convonote.conversation.wording import Judgement, judge
from convonote.intake.addresses import parties, party
from convonote.intake.body import Body, read_body
from convonote.intake.headers import Headers, read_headers
from convonote.intake.mime import is_closed, read_parts
from convonote.intake.names import content_name, message_id, references
from convonote.intake.records import Incoming, Party, Refused
from convonote.intake.reply import new_part
from convonote.intake.robots import behind_list, discussion_lists, list_words, origin
from convonote.intake.sent_at import sent_at, separated_at
from convonote.intake.topic import topic

_DELIVERY = ("delivered-to", "x-original-to", "envelope-to", "x-delivered-to", "x-envelope-to")
_LONGEST_JUDGED = 50_000
"""Characters of a text that are judged; what is asked stands well before."""

_CUT = "the message is cut short: {}; read the file again when it is whole"


@dataclass(frozen=True, slots=True)
class Flags:
    """What the place where a message was kept says about it."""

    draft: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as it was found, so that it can be read elsewhere, such as in another process."""

    source: str
    place: int
    raw: bytes
    flags: Flags = Flags()
    separator: bytes = b""
    """The `From ` line before it, in an mbox."""
    last: bool = False
    """An mbox ends with it, so that it may have been cut short there."""


def parse(raw: bytes, source: str, place: int, *, flags: Flags | None = None) -> Incoming | Refused:
    """As `parse_found`, of a message that stands by itself."""
    return parse_found(RawMessage(source, place, raw, flags or Flags()))


def parse_found(found: RawMessage) -> Incoming | Refused:
    """Read one message; a broken one is read as far as it goes, or refused with its reason."""
    try:
        return read_message(found)
    # Whatever a hostile message may break that nobody thought of, it costs that message only.
    except Exception as problem:
        return Refused(found.source, f"cannot be read as mail ({type(problem).__name__})")


def parse_all(found: Sequence[RawMessage]) -> list[Incoming | Refused]:
    """Read a batch of messages, for a second process."""
    return [parse_found(one) for one in found]


def read_message(found: RawMessage) -> Incoming | Refused:
    """As `parse_found`, without the net below it."""
    raw = found.raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    raw = raw.lstrip(b"\n")
    if found.last and b"\n\n" not in raw:
        return Refused(found.source, _CUT.format("its headers never end"))
    if not raw.strip():
        return Refused(found.source, "it is empty")
    headers, start = read_headers(raw, 0, len(raw))
    if not len(headers):
        return Refused(found.source, "it has no headers, so it is not a message")
    parts = read_parts(raw, headers, start)
    if found.last and not is_closed(raw, start, headers):
        # Stored now, it would stand in the way of the whole one, which has the same name.
        return Refused(found.source, _CUT.format("its last part never ends"))
    return _incoming(found, headers, read_body(raw, parts))


def _incoming(found: RawMessage, headers: Headers, body: Body) -> Incoming:
    to, cc = _addressed(headers)
    lists = discussion_lists(headers, (*to, *cc))
    author = behind_list(headers, _author(headers), lists)
    whole = body.text
    body.report.add_plain(headers, whole)
    made_by = origin(headers, author, body.report, body.invitation, on_list=bool(lists))
    text = whole if made_by is Origin.BOUNCE else new_part(whole)
    said = judge(text[:_LONGEST_JUDGED]) if made_by is Origin.PERSON else Judgement()
    at, offset = sent_at(headers)
    subject = headers.text("subject")
    name = message_id(headers) or content_name(
        author.address.lower() if author else "", str(at), subject, whole
    )
    if at is None:
        # Only now: a copy of it elsewhere has no such line and must get the same name.
        at, offset = separated_at(found.separator)
    older, parent = references(headers, name)
    if made_by is Origin.BOUNCE and body.report.about is not None:
        parent = body.report.about
        older = older if parent in older else (*older, parent)
    return Incoming(
        source=found.source,
        place=found.place,
        name=name,
        references=older,
        replies_to=parent,
        author=author,
        to=to,
        cc=cc,
        at=at,
        offset=offset,
        topic=topic(subject, list_words(headers, lists)),
        text=text,
        original=whole if whole.strip() != text.strip() else None,
        origin=made_by,
        lists=lists,
        failed=tuple(body.report.failed) if made_by is Origin.BOUNCE else (),
        asks=said.asks,
        closes=said.closes,
        accepts=said.accepts,
        draft=found.flags.draft,
        mine=found.flags.mine,
        delivered_to=_delivered_to(headers),
        attachments=tuple(body.attachments),
    )


def _author(headers: Headers) -> Party | None:
    for name in ("from", "sender", "reply-to", "return-path"):
        for value in headers.all(name):
            if (found := party(value)) is not None:
                return found
    return None


def _addressed(headers: Headers) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whom it is addressed to, and who reads along; blind copies read along too."""
    to = parties(headers.all("to"))
    known = {one.address.lower() for one in to}
    others = parties((*headers.all("cc"), *headers.all("bcc")))
    return to, tuple(one for one in others if one.address.lower() not in known)


def _delivered_to(headers: Headers) -> tuple[str, ...]:
    found = parties(value for name in _DELIVERY for value in headers.all(name))
    return tuple(one.address for one in found if "@" in one.address)[:10]
