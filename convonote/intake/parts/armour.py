"""Mail that is signed or encrypted: what of it can be read, and what says that it cannot."""

import re

_BEGIN = b"-----BEGIN PGP "
_SIGNED = re.compile(
    rb"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z]{1,20}:[^\n]*+\n)*+\n?", re.M
)
_SIGNATURE = re.compile(rb"^-----BEGIN PGP SIGNATURE-----[ \t]*$", re.M)
_SIGNATURE_END = re.compile(rb"^-----END PGP SIGNATURE-----[ \t]*\n?", re.M)
_SEALED = re.compile(rb"^-----BEGIN PGP MESSAGE-----[ \t]*$", re.M)
_SEALED_END = re.compile(rb"^-----END PGP MESSAGE-----[ \t]*\n?", re.M)
_ESCAPED = re.compile(rb"^- (?=-|From )", re.M)

SEALED_BY_PGP = "*Encrypted with PGP: a mail program that has the key can read it.*"
SEALED_BY_CMS = "*Encrypted with S/MIME: a mail program that has the key can read it.*"


def unsigned(raw: bytes) -> bytes:
    """A text without the armour of a PGP signature around it."""
    if _BEGIN not in raw or (begin := _SIGNED.search(raw)) is None:
        return raw
    signature = _SIGNATURE.search(raw, begin.end())
    stop = signature.start() if signature else len(raw)
    end = _SIGNATURE_END.search(raw, stop) if signature else None
    rest = raw[end.end() :] if end else b""
    return raw[: begin.start()] + _ESCAPED.sub(b"", raw[begin.end() : stop]) + rest


def sealed(raw: bytes) -> tuple[int, int] | None:
    """Where a text holds a block that PGP encrypted."""
    if _BEGIN not in raw or (begin := _SEALED.search(raw)) is None:
        return None
    end = _SEALED_END.search(raw, begin.end())
    return begin.start(), end.end() if end else len(raw)


_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_ENVELOPED = tuple(bytes.fromhex(f"06092a864886f70d0107{kind}") for kind in ("03", "06"))
_AUTH_ENVELOPED = bytes.fromhex("060b2a864886f70d0109100117")
_OCTETS, _OCTETS_IN_PIECES, _CONTEXT = 0x04, 0x24, 0xA0
_MOST_ELEMENTS = 200_000


def is_enveloped(der: bytes) -> bool:
    """Whether S/MIME data are encrypted, rather than signed."""
    return any(kind in der[:64] for kind in (*_ENVELOPED, _AUTH_ENVELOPED))


def signed_content(der: bytes) -> bytes | None:
    """What S/MIME has signed and wrapped (CMS, RFC 5652); None where it cannot be told."""
    if _SIGNED_DATA not in der[:64]:
        return None
    try:
        return _signed_content(der)
    except (IndexError, ValueError):
        return None  # It ends before it should, or is none.


def _signed_content(der: bytes) -> bytes | None:
    _, body, _ = _element(der, 0)
    _, _, after_kind = _element(der, body)
    _, wrapper, _ = _element(der, after_kind)
    _, position, _ = _element(der, wrapper)
    for _ in range(2):  # The version, and the kinds of digest.
        _, _, position = _element(der, position)
    _, inside, _ = _element(der, position)
    _, _, position = _element(der, inside)
    tag, inside, _ = _element(der, position)
    if tag != _CONTEXT:
        return None  # The signature stands apart from what it signs.
    return _octets(der, inside)


def _octets(der: bytes, position: int) -> bytes | None:
    tag, start, end = _element(der, position)
    if tag == _OCTETS:
        return der[start:end]
    if tag != _OCTETS_IN_PIECES:
        return None
    pieces: list[bytes] = []
    while start < len(der) and len(pieces) < _MOST_ELEMENTS:
        tag, inside, start = _element(der, start)
        if tag != _OCTETS:
            break
        pieces.append(der[inside:start])
    return b"".join(pieces)


def _element(der: bytes, position: int) -> tuple[int, int, int]:
    """The tag of an element, where it begins inside, and where it ends.

    One of no told length ends where its first inside begins, as only what it holds is asked for.
    """
    tag = der[position]
    length = der[position + 1]
    start = position + 2
    if length == 0x80:
        return tag, start, start
    if length & 0x80:
        count = length & 0x7F
        if count > 8:
            raise ValueError("no such length")
        length = int.from_bytes(der[start : start + count])
        start += count
    return tag, start, min(start + length, len(der))
