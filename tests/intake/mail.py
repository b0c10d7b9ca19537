"""Messages of mail, written by hand."""

from convonote.intake.mail.message import Flags, RawMessage, read_message
from convonote.intake.records import Incoming

ANA = "Ana Lima <ana@example.org>"
ME = "me@example.net"


def raw(body: str = "Hello.", **headers: str) -> bytes:
    """A message; `List_Id="…"` gives the header `List-Id`, an empty value leaves it out."""
    usual = {
        "From": ANA,
        "To": ME,
        "Date": "Tue, 3 Nov 2026 10:00:00 +0100",
        "Message-ID": "<1@example.org>",
        "Subject": "Kyoto",
    }
    fields = usual | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return ("\n".join(lines) + "\n\n" + body + "\n").encode()


def read(message: bytes, *, draft: bool = False, mine: bool = False) -> Incoming:
    """The record of a message, with no net below that hides what breaks."""
    record = read_message(RawMessage("test.eml", 0, message, Flags(draft, mine)))
    assert isinstance(record, Incoming)
    return record


def incoming(body: str = "Hello.", **headers: str) -> Incoming:
    """The record of a message with these headers."""
    return read(raw(body, **headers))


def parts(*contents: str, kind: str = "mixed") -> tuple[str, str]:
    """The Content-Type and the body of a message of several parts, each with its own headers."""
    body = "".join(f"--cut\n{content}\n" for content in contents) + "--cut--\n"
    return f'multipart/{kind}; boundary="cut"', body
