"""Reading the parts of a message one after another into what it says and what it carries."""

from convonote.intake.html.hypertext import readable
from convonote.intake.html.page_charset import page_charset
from convonote.intake.mail.charset import decode
from convonote.intake.mail.delivery import deliveries, receipt
from convonote.intake.mail.headers import read_headers
from convonote.intake.parts.armour import (
    SEALED_BY_CMS,
    SEALED_BY_PGP,
    is_enveloped,
    sealed,
    signed_content,
    unsigned,
)
from convonote.intake.parts.body import Body, Content
from convonote.intake.parts.calendar import read_invitation
from convonote.intake.parts.enclosed import elsewhere, fragment, passed_on, titled
from convonote.intake.parts.enriched import readable_enriched
from convonote.intake.parts.flowed import unflowed
from convonote.intake.parts.mime import Part, file_name, read_parts
from convonote.intake.parts.tnef import read_tnef
from convonote.intake.parts.transfer import content, size
from convonote.intake.parts.uuencoded import blocks, without
from convonote.intake.parts.versions import is_named_text, is_stub, versions_in

MOST_BYTES = 8_000_000
"""Bytes of a text that are read."""
_LONGEST_HTML = 1_000_000
_MOST_STRUCTURE = 1_000_000
"""Bytes of an invitation or a report that are read."""
_LARGEST_PACKED = 48 << 20
"""Bytes of a packed part that are unpacked: no message is larger."""
_DEEPEST_MESSAGE = 3
"""Messages within messages that are opened."""

_HTML = "text/html"
_ENRICHED = ("text/enriched", "text/richtext")
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_CMS = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_DELIVERIES = ("message/delivery-status", "message/global-delivery-status")
_RECEIPTS = ("message/disposition-notification", "message/global-disposition-notification")


def read_body(raw: bytes, root: Part, depth: int = 0) -> Body:
    """Read the parts: plain text rather than HTML, files by name, type and size only.

    `depth` counts the messages that this one lies in.
    """
    reader = _Reader(depth)
    reader.visit(raw, root)
    return reader.body


class _Reader:
    """The parts on their way to a body."""

    def __init__(self, depth: int) -> None:
        self.body = Body()
        self.depth = depth

    def visit(self, raw: bytes, part: Part) -> None:
        kind = part.type
        if part.children:
            self.several(raw, part)
            return
        self.body.parts += 1
        if kind == "text/calendar" or kind == "application/ics":
            self.invite(raw, part)
        elif kind.startswith("message/") or kind == "text/rfc822-headers":
            self.message(raw, part)
        elif kind.startswith("text/") and not part.attached:
            self.body.add_text(self.text(raw, part))
        elif kind in _TNEF or part.name.lower() == "winmail.dat":
            self.unpack(raw, part)
        elif kind in _CMS or part.name.lower() == "smime.p7m":
            self.unwrap(raw, part)
        else:
            self.attach(raw, part)
            if is_named_text(part):
                self.body.instead.append(lambda: self.text(raw, part))

    def several(self, raw: bytes, part: Part) -> None:
        kind = part.type
        if kind == "multipart/alternative":
            self.choose(raw, part)
            return
        if kind == "multipart/encrypted":
            self.body.instead.append(lambda: SEALED_BY_PGP)
        for child in part.children:
            if kind == "multipart/encrypted":
                self.body.parts += 1
                self.attach(raw, child)
            elif kind == "multipart/appledouble" and child.type == "application/applefile":
                self.body.parts += 1  # What only a Macintosh knows of the file beside it.
            elif kind == "multipart/digest" and child.type == "message/rfc822":
                self.body.parts += 1
                self.enclose(raw, child, shown=True)
            else:
                self.visit(raw, child)

    # Several versions of the same

    def choose(self, raw: bytes, part: Part) -> None:
        """Of several versions of the same, take the plain one unless it says nothing."""
        known = len(self.body.texts)
        versions = [(child, versions_in(child)) for child in part.children]
        taken: Part | None = None
        stub = ""
        for wanted in ("text/plain", _HTML, ""):
            for child, kinds in versions:
                if taken is None and kinds and (wanted in kinds or not wanted):
                    self.visit(raw, child)
                    said = self.body.texts[known:]
                    if said and wanted == "text/plain" and is_stub(said):
                        stub = self.body.texts.pop()
                    elif said:
                        taken = child
        if stub and len("".join(self.body.texts[known:])) < 2 * len(stub):
            self.body.texts[known:] = [stub]
        for child, kinds in versions:
            if not kinds:
                self.visit(raw, child)
            elif child is not taken:
                self.files(raw, child)

    def files(self, raw: bytes, part: Part) -> None:
        """List what a version that was not taken carries besides its text."""
        for child in part.children:
            if child.children:
                self.files(raw, child)
            elif not versions_in(child) and not self._listed(raw, child):
                self.visit(raw, child)

    def _listed(self, raw: bytes, part: Part) -> bool:
        return any(
            one.name == part.name and one.size == size(raw, part) for one in self.body.attachments
        )

    # Text

    def text(self, raw: bytes, part: Part) -> str:
        read = content(raw, part, MOST_BYTES)
        if part.type == _HTML:
            return readable(_decoded(read, page_charset(read, part.params))[:_LONGEST_HTML])
        if part.type in _ENRICHED:
            text = _decoded(read[:_LONGEST_HTML], part.params.get("charset"))
            return readable_enriched(text, rich=part.type == "text/richtext")
        if b"-----BEGIN PGP " in read:
            read = self.opened(unsigned(read))
        if b"begin" in read:
            read = self.taken_out(read)
        text = _decoded(read, part.params.get("charset"))
        if part.params.get("format", "").lower() == "flowed":
            text = unflowed(text, delete_space=part.params.get("delsp", "").lower() == "yes")
        return text.strip("\n") if text and not text.isspace() else ""

    def opened(self, read: bytes) -> bytes:
        """A text without the block that PGP encrypted, which becomes a file."""
        place = sealed(read)
        if place is None:
            return read
        block = read[place[0] : place[1]]
        kind = "application/pgp-encrypted"
        self.body.attach("message.asc", kind, len(block), _holding(block))
        return b"%s%s\n%s" % (read[: place[0]], SEALED_BY_PGP.encode(), read[place[1] :])

    def taken_out(self, read: bytes) -> bytes:
        """A text without the files that were written into it."""
        found = blocks(read)
        for block in found:
            name = file_name(decode(block.name))
            held = block.content
            kind = "application/octet-stream"
            self.body.attach(name, kind, block.size, _holding(held))
        return without(read, found) if found else read

    # What is no text

    def attach(self, raw: bytes, part: Part, name: str = "") -> None:
        name = part.name or name
        self.body.attach(
            name, part.type, size(raw, part), lambda: content(raw, part, part.end - part.start)
        )

    def invite(self, raw: bytes, part: Part) -> None:
        declared = part.params.get("charset")
        found = read_invitation(_decoded(content(raw, part, _MOST_STRUCTURE), declared))
        self.body.invitation = self.body.invitation or found
        if part.name or found is None:
            self.attach(raw, part)

    def unpack(self, raw: bytes, part: Part) -> None:
        """Take out what Outlook packed."""
        packed = read_tnef(content(raw, part, _LARGEST_PACKED))
        if packed is None or not (packed.files or packed.plain or packed.html):
            self.attach(raw, part, "winmail.dat")
            return
        for one in packed.files:
            held = one.content
            self.body.attach(
                file_name(one.name),
                one.type or "application/octet-stream",
                len(held),
                _holding(held),
            )
        plain, html = packed.plain, packed.html
        self.body.instead.append(
            lambda: _even(plain).strip("\n") if plain.strip() else readable(html[:_LONGEST_HTML])
        )

    def unwrap(self, raw: bytes, part: Part) -> None:
        """Read what S/MIME signed, and say what it encrypted."""
        der = content(raw, part, _LARGEST_PACKED)
        inner = signed_content(der) if self.depth < _DEEPEST_MESSAGE else None
        if inner is None:
            if is_enveloped(der) or part.params.get("smime-type", "").startswith("enveloped"):
                self.body.instead.append(lambda: SEALED_BY_CMS)
            self.attach(raw, part)
            return
        inner = inner.replace(b"\r\n", b"\n").lstrip(b"\n")
        headers, start = read_headers(inner, 0, len(inner))
        self.depth += 1
        self.visit(inner, read_parts(inner, headers, start))
        self.depth -= 1

    # Messages, and what is told about them

    def message(self, raw: bytes, part: Part) -> None:
        kind = part.type
        if kind in _DELIVERIES:
            inner = _message(raw, part)
            self.body.report.add_statuses(inner)
            if lines := deliveries(inner):
                self.body.above.append("\n".join(lines))
        elif kind in _RECEIPTS:
            inner = _message(raw, part)
            fields = read_headers(inner, 0, len(inner))[0]
            self.body.report.add_receipt(fields)
            if line := receipt(fields):
                self.body.above.append(line)
        elif kind == "message/external-body":
            note, name = elsewhere(part, raw)
            self.body.instead.append(lambda: note)
            self.attach(raw, part, name)
        elif kind == "message/partial":
            note = fragment(part)
            self.body.instead.append(lambda: note)
            self.attach(raw, part)
        elif kind in ("text/rfc822-headers", "message/global-headers"):
            inner = _message(raw, part)
            self.body.report.add_enclosed(read_headers(inner, 0, len(inner))[0])
        else:
            self.enclose(raw, part, shown=False)

    def enclose(self, raw: bytes, part: Part, *, shown: bool) -> None:
        """List a message inside this one, and read it where it is `shown` or all there is."""
        inner = _message(raw, part)
        headers, start = read_headers(inner, 0, len(inner))
        self.body.report.add_enclosed(headers)
        self.attach(raw, part, titled(headers))
        if self.depth >= _DEEPEST_MESSAGE:
            return
        deeper = self.depth + 1

        def read() -> str:
            whole = _message(raw, part, MOST_BYTES)
            body = read_body(whole, read_parts(whole, headers, start), deeper)
            return passed_on(headers, body.text)

        if shown:
            self.body.add_text(read())
        else:
            self.body.instead.append(read)


def _holding(held: bytes) -> Content:
    return lambda: held


def _message(raw: bytes, part: Part, most: int = _MOST_STRUCTURE) -> bytes:
    return content(raw, part, most).replace(b"\r\n", b"\n").lstrip(b"\n")


def _decoded(read: bytes, charset: str | None) -> str:
    return _even(decode(read, charset))


def _even(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")
