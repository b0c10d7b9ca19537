"""Handing a message over to the command that sends it; nothing here sends by itself."""

import os
import re
import shlex
import signal
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from convonote.conversation.records import SECOND, Channel
from convonote.text.clean import clean

STAYS_HERE = frozenset({Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON})
"""Channels on which something was said by mouth; on all others it must still be sent."""
TIMEOUT = 60
"""Seconds that a command may take."""
_MESSAGE_ID = re.compile(r"<?([^<>\s@]+@[^<>\s@]+)>?")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_PLAIN_PHRASE = re.compile(r"[A-Za-z0-9 '_-]{1,60}")
_TAIL = 2000
"""Bytes of a command's output that are looked at."""


class SendingError(Exception):
    """The message cannot be made or was not taken; one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent."""

    sender: tuple[str, str]
    """(name, address), as in the lists below."""
    to: tuple[tuple[str, str], ...]
    subject: str
    text: str
    at: int
    offset: int
    cc: tuple[tuple[str, str], ...] = ()
    answers: str | None = None
    """The Message-ID of what it answers."""
    references: tuple[str, ...] = ()
    """The Message-IDs that came before that, the oldest first."""


def leaves(channel: str) -> bool:
    """Whether what is said on a channel still has to leave this machine."""
    return channel not in STAYS_HERE


def new_message_id(address: str) -> str:
    """A Message-ID that nobody else makes, in the domain of the sender's address."""
    from email.utils import make_msgid

    domain = address.rpartition("@")[2]
    return make_msgid(domain=_ascii_domain(domain) or "localhost")


def message(letter: Letter, message_id: str) -> bytes:
    """The message as `sendmail -t` takes it; SendingError where an address cannot be used."""
    # Loaded when there is something to send: what is written down here needs none of it.
    from email import policy
    from email.message import EmailMessage
    from email.utils import format_datetime

    if not letter.to:
        raise SendingError("There is nobody to send it to; add somebody with an email address")
    head = [
        f"From: {_mailbox(letter.sender)}",
        f"To: {_mailboxes(letter.to)}",
        *([f"Cc: {_mailboxes(letter.cc)}"] if letter.cc else []),
        f"Subject: {_encoded(_one_line(letter.subject))}",
        f"Date: {format_datetime(_moment(letter.at, letter.offset))}",
        f"Message-ID: {message_id}",
    ]
    if answers := _named(letter.answers):
        before = [name for one in letter.references if (name := _named(one))]
        head.append(f"In-Reply-To: {answers}")
        head.append("References: " + "\n ".join(dict.fromkeys([*before, answers])))
    body = EmailMessage(policy=policy.default)
    text = letter.text.encode("utf-8", errors="replace").decode("utf-8")
    body.set_content("\n".join(text.splitlines()) + "\n", charset="utf-8")
    # The headers are written here because Python 3.11 folds some names into other addresses.
    return "\n".join(head).encode("ascii") + b"\n" + body.as_bytes()


def hand_over(command: str, content: bytes, *, timeout: float = TIMEOUT) -> str:
    """Give a message to the command on its standard input; what it printed, in one clean line.

    It gets a session of its own, so that it cannot write over the screen. SendingError where it
    cannot be started, fails, or does not end.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise SendingError(f"[send] command in config.toml cannot be read: {error}") from None
    if not words:
        raise SendingError("[send] command in config.toml is empty")
    # A file, not a pipe: a command may leave something running that keeps its output open.
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                words,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise SendingError(f"{words[0]} could not be started: {error.strerror}") from None
        try:
            process.communicate(content, timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise SendingError(
                f"{words[0]} did not end within {timeout:g} s; whether it was sent is not known"
            ) from None
        output.seek(max(0, output.seek(0, os.SEEK_END) - _TAIL))
        printed = _one_line(output.read().decode("utf-8", errors="replace"))
    if process.returncode != 0:
        reason = f": {printed}" if printed else ""
        raise SendingError(f"{words[0]} failed with status {process.returncode}{reason}")
    return printed


def email_of(addresses: Sequence[tuple[str, str]]) -> str | None:
    """The first email address among (channel, value)."""
    return next((value for channel, value in addresses if channel == Channel.EMAIL), None)


def _mailboxes(people: Sequence[tuple[str, str]]) -> str:
    """Several addresses for a header, one a line."""
    return ",\n ".join(_mailbox(one) for one in people)


def _mailbox(named: tuple[str, str]) -> str:
    """An address for a header, with a name that holds nothing but one line of text."""
    name, value = named
    local, _, domain = value.strip().rpartition("@")
    ascii_domain = _ascii_domain(domain)
    if not (ascii_domain and _LOCAL.fullmatch(local)):
        shown = clean(f"{value} of {name}" if name else value)
        raise SendingError(f"{shown} is no address that mail can be sent to; correct it")
    phrase = _one_line(name)
    if not phrase:
        return f"{local}@{ascii_domain}"
    if not _PLAIN_PHRASE.fullmatch(phrase):
        phrase = _encoded(phrase, always=True)
    return f"{phrase} <{local}@{ascii_domain}>"


def _encoded(text: str, *, always: bool = False) -> str:
    """Text for a header: as it is where that is plain and short, else as encoded words."""
    if (
        not always
        and text.isascii()
        and text.isprintable()
        and len(text) <= 65
        and "=?" not in text
    ):
        return text
    words, held = [], b""
    for character in text:
        added = character.encode("utf-8", errors="replace")
        if len(held) + len(added) > 42:
            words.append(held)
            held = b""
        held += added
    words.append(held)
    return "\n ".join(f"=?utf-8?b?{b64encode(word).decode('ascii')}?=" for word in words)


def _ascii_domain(domain: str) -> str:
    """A domain as it goes over the wire; empty where it is none."""
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return ascii_domain if re.fullmatch(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f.:]+\]", ascii_domain) else ""


def _named(name: str | None) -> str:
    """A Message-ID in its brackets; empty for names that are none, such as a digest."""
    match = _MESSAGE_ID.fullmatch(name or "")
    return f"<{match[1]}>" if match and match[1].isascii() else ""


def _one_line(text: str) -> str:
    """Text for a header or a status line: one line, without what could drive anything."""
    return clean(" ".join(text.split()))


def _moment(at: int, offset: int) -> datetime:
    """The moment in the zone in which it was said."""
    zone = timezone(timedelta(minutes=offset))
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=at // SECOND)).astimezone(zone)
