"""One message of mail, as it really is, to one plain record; it never raises."""

from dataclasses import dataclass, replace

from convonote.conversation.records import Origin
from convonote.conversation.wording import Judgement, judge
from convonote.intake.mail.addresses import parties
from convonote.intake.mail.headers import Headers, read_headers
from convonote.intake.mail.kept_as import UNKNOWN, Flags, kept_as
from convonote.intake.mail.names import content_name, message_id, references
from convonote.intake.mail.robots import behind_list, discussion_lists, list_words, origin
from convonote.intake.mail.sent_at import received_at, said_at, separated_at
from convonote.intake.mail.topic import topic
from convonote.intake.parts.body import Body
from convonote.intake.parts.contents import read_body
from convonote.intake.parts.mime import is_closed, read_parts
from convonote.intake.quotation.reply import new_part
from convonote.intake.records import Incoming, Party, Refused, Skipped

__all__ = ["Flags", "RawMessage", "parse", "parse_found", "read_message"]

_DELIVERY = ("delivered-to", "x-original-to", "envelope-to", "x-delivered-to", "x-envelope-to")
_LONGEST_JUDGED = 50_000
"""Characters of a text that are judged; what is asked stands well before."""

_CUT = "the message is cut short: {}; read the file again when it is whole"


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as it was found, so that it can be read elsewhere, such as in another process."""

    source: str
    place: int
    raw: bytes
    flags: Flags = UNKNOWN
    separator: bytes = b""
    """The `From ` line before it, in an mbox."""
    last: bool = False
    """An mbox ends with it, so that it may have been cut short there."""
    modified: int | None = None
    """When its file was last changed, in UTC microseconds."""
    keep_in: str | None = None
    """The folder for what is attached to it, if that is wanted."""


def parse(
    raw: bytes, source: str, place: int, *, flags: Flags | None = None
) -> Incoming | Refused | Skipped:
    """As `parse_found`, of a message that stands by itself."""
    return parse_found(RawMessage(source, place, raw, flags or UNKNOWN))


def parse_found(found: RawMessage) -> Incoming | Refused | Skipped:
    """Read one message; a broken one is read as far as it goes, or refused with its reason."""
    try:
        return read_message(found)
    # Whatever a hostile message may break that nobody thought of, it costs that message only.
    except Exception as problem:
        reason = f"cannot be read as mail ({type(problem).__name__})"
        return Refused(found.source, reason, again=isinstance(problem, MemoryError))


def read_message(found: RawMessage) -> Incoming | Refused | Skipped:
    """As `parse_found`, without the net below it."""
    raw = found.raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if b"\r\n" in raw:
        raw = raw.replace(b"\r\n", b"\n")  # Some were written out as text twice.
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
    flags = kept_as(headers, found.flags)
    if flags.unwanted:
        return Skipped(found.source)
    parts = read_parts(raw, headers, start)
    if found.last and not is_closed(raw, start, headers):
        # Stored now, it would stand in the way of the whole one, which has the same name.
        return Refused(found.source, _CUT.format("its last part never ends"))
    body = read_body(raw, parts)
    record = _incoming(found, flags, headers, body)
    if found.keep_in is not None and record.attachments:
        # Loaded only where it is asked for: few imports keep attachments.
        from convonote.intake.parts.attachments import keep

        record = replace(record, trouble=keep(record, body.contents, found.keep_in))
    return record


def _incoming(found: RawMessage, flags: Flags, headers: Headers, body: Body) -> Incoming:
    written_by, others = _authors(headers)
    to, cc = _addressed(headers, others)
    lists = discussion_lists(headers, (*to, *cc))
    author = behind_list(headers, written_by, lists)
    whole = body.text
    body.report.add_plain(headers, whole)
    made_by = origin(headers, author, body.report, body.invitation, on_list=bool(lists))
    text = whole if made_by is Origin.BOUNCE else new_part(whole)
    said = judge(text[:_LONGEST_JUDGED]) if made_by is Origin.PERSON else Judgement()
    written = said_at(headers)
    subject = headers.text("subject")
    name = message_id(headers) or content_name(
        (author, *others) if author else (),
        written and written[0],
        subject,
        whole,
        body.attachments,
    )
    dated = written or received_at(headers)
    moment = dated or separated_at(found.separator) or (found.modified, 0)
    older, parent = references(headers, name)
    about = body.report.about
    if made_by is Origin.BOUNCE and about is not None and about != name:
        parent = about
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
        at=moment[0],
        offset=moment[1],
        dated=dated is not None,
        topic=topic(subject, list_words(headers, lists)),
        text=text,
        original=whole if whole.strip() != text.strip() else None,
        origin=made_by,
        lists=lists,
        failed=tuple(body.report.failed) if made_by is Origin.BOUNCE else (),
        asks=said.asks,
        closes=said.closes,
        accepts=said.accepts,
        draft=flags.draft,
        mine=flags.mine,
        delivered_to=_delivered_to(headers),
        attachments=tuple(body.attachments),
    )


def _authors(headers: Headers) -> tuple[Party | None, tuple[Party, ...]]:
    """Who wrote it, and the others who signed: of several, Sender tells who sent it."""
    found = parties(headers.all("from"))
    if len(found) > 1:
        sender = {one.address.lower() for one in parties(headers.all("sender")[:1])}
        first = next((one for one in found if one.address.lower() in sender), found[0])
        return first, tuple(one for one in found if one is not first)
    for name in ("sender", "reply-to", "return-path"):
        if found:
            break
        found = parties(headers.all(name))[:1]
    return (found[0] if found else None), ()


def _addressed(
    headers: Headers, signed: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Whom it is addressed to, and who reads along; blind copies read along too."""
    to = parties(headers.all("to"))
    copied = [*headers.all("cc"), *headers.all("bcc")]
    if not copied and not signed:
        return to, ()
    known = {one.address.lower() for one in to}
    others = {one.address.lower(): one for one in (*parties(copied), *signed)}
    return to, tuple(one for address, one in others.items() if address not in known)


def _delivered_to(headers: Headers) -> tuple[str, ...]:
    values = [value for name in _DELIVERY if name in headers for value in headers.all(name)]
    if not values:
        return ()
    found = parties(values)
    return tuple(one.address for one in found if "@" in one.address)[:10]
