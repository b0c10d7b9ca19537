"""A Maildir of mail as it comes: long headers, HTML beside the text, quotations, attachments.

About a sixth are newsletters, a sixth come over a discussion list, the rest are people's; half of
these have HTML, one in twelve an attachment. The shape was taken from personal mail of the 2020s.
"""

import textwrap
from base64 import encodebytes
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from quopri import encodestring
from random import Random

from bench.words import Words

START = datetime(2020, 1, 1, tzinfo=UTC)
ME = "Me Myself <me@example.org>"
_LIST = "kites@lists.example.org"
_OPEN = 60
"""Conversations that are answered at any time."""


@dataclass(slots=True)
class _Thread:
    topic: str
    other: str
    kind: str
    names: list[str] = field(default_factory=list)
    last: str = ""
    """The text that was written last."""
    by: str = ""


def real_maildir(path: Path, messages: int, seed: int = 1) -> Path:
    """Write a Maildir; gives its path."""
    random = Random(seed)
    writer = _Writer(random)
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    for number in range(messages):
        at = START + timedelta(minutes=11 * number, seconds=random.randrange(600))
        raw = writer.message(number, at).encode()
        name = f"{int(at.timestamp())}.M{random.randrange(10**6)}P{number}.mx,S={len(raw)}:2,S"
        (path / "cur" / name).write_bytes(raw)
    return path


class _Writer:
    """Writes one message after the other, most of them into conversations that stand open."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = Words(random)
        names = [self._words.name() for _ in range(400)]
        self._people = [f"{name} <{name.replace(' ', '.').lower()}@example.net>" for name in names]
        self._open: list[_Thread] = []

    def message(self, number: int, at: datetime) -> str:
        """The next message, said at a moment."""
        random = self._random
        thread = self._thread()
        mine = thread.kind == "personal" and bool(thread.names) and thread.by != ME
        mine = mine and random.random() < 0.8
        author = ME if mine else thread.other
        if thread.kind == "list":
            author = random.choice(self._people)
        name = f"CA+{random.getrandbits(120):030x}{number}@mail.example.net"
        text = self._words.text(random.random() < 0.35)
        body = text + self._signature(author)
        if thread.last:
            quoted = textwrap.indent(thread.last, "> ")
            body += f"\n\nOn {at:%a, %d %b %Y at %H:%M}, {thread.by} wrote:\n\n{quoted}"
        headers = [*self._trace(at, mine), *self._addressed(thread, author, name, at)]
        thread.names.append(name)
        thread.last, thread.by = text, author
        return "\n".join([*headers, *self._content(thread, body)]) + "\n"

    def _thread(self) -> _Thread:
        random = self._random
        if self._open and random.random() < 0.7:
            found = random.choice(self._open)
            if found.kind != "news":
                return found
        kind = random.choices(("personal", "list", "news"), (55, 12, 33))[0]
        thread = _Thread(self._words.topic(), random.choice(self._people), kind)
        self._open = [*self._open[-_OPEN:], thread]
        return thread

    def _signature(self, author: str) -> str:
        first = author.split(" ", 1)[0]
        if self._random.random() < 0.5:
            return f"\n\nBest,\n{first}"
        return f"\n\n-- \n{author}\n+49 30 5550 {len(author):03d}\nhttps://www.example.net/{first}"

    def _trace(self, at: datetime, mine: bool) -> Iterator[str]:
        """What machines on the way have written."""
        if mine:
            return
        random = self._random
        yield "Return-Path: <bounce@example.net>"
        yield "Delivered-To: me@example.org"
        for hop in range(random.randint(3, 5)):
            moment = format_datetime(at + timedelta(seconds=9 - hop))
            yield (
                f"Received: from mx{hop}.example.net (mx{hop}.example.net [192.0.2.{hop + 7}])\n"
                f"\tby mail{hop}.example.org (Postfix) with ESMTPS id {random.getrandbits(44):X}\n"
                f"\tfor <me@example.org>; {moment}"
            )
        yield (
            "Authentication-Results: mail.example.org;\n\tdkim=pass header.d=example.net;\n"
            "\tspf=pass smtp.mailfrom=bounce@example.net; dmarc=pass"
        )
        signed = "\n\t".join(self._token(70) for _ in range(5))
        yield (
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.net; s=s1;\n"
            f"\th=from:to:subject:date:message-id; bh={self._token(43)}=;\n\tb={signed}"
        )
        yield f"X-Spam-Status: No, score=-{random.random():.1f} required=5.0\n\ttests=DKIM_VALID"

    def _addressed(self, thread: _Thread, author: str, name: str, at: datetime) -> Iterator[str]:
        yield "MIME-Version: 1.0"
        yield f"Date: {format_datetime(at)}"
        yield f"Message-ID: <{name}>"
        if thread.names:
            yield f"In-Reply-To: <{thread.names[-1]}>"
            yield "References: " + "\n ".join(f"<{one}>" for one in thread.names[-12:])
        yield f"Subject: {'Re: ' * bool(thread.names)}{thread.topic}"
        yield f"From: {author}"
        if thread.kind == "list":
            yield f"To: {_LIST}"
            yield "List-Id: Kites <kites.lists.example.org>"
            yield f"List-Post: <mailto:{_LIST}>"
            yield "Precedence: list"
        else:
            yield f"To: {thread.other if author == ME else ME}"
        if thread.kind == "news":
            yield f"List-Unsubscribe: <https://news.example.net/{self._token(30)}>"
            yield "X-Mailer: Newsletters 3.1"
        yield "User-Agent: Mozilla Thunderbird"

    def _content(self, thread: _Thread, body: str) -> Iterator[str]:
        """The body and what is attached to it, behind the headers that say how it is made."""
        random = self._random
        parts = list(self._plain(body))
        if thread.kind == "news" or (thread.kind == "personal" and random.random() < 0.5):
            html = self._html(body, large=thread.kind == "news")
            parts = list(self._several("alternative", [parts, list(html)]))
        if thread.kind == "personal" and random.random() < 1 / 8:
            parts = list(self._several("mixed", [parts, list(self._attached())]))
        yield from parts

    def _plain(self, body: str) -> Iterator[str]:
        yield "Content-Type: text/plain; charset=UTF-8"
        yield "Content-Transfer-Encoding: quoted-printable"
        yield ""
        yield encodestring(body.encode()).decode()

    def _html(self, body: str, *, large: bool) -> Iterator[str]:
        yield "Content-Type: text/html; charset=UTF-8"
        yield "Content-Transfer-Encoding: quoted-printable"
        yield ""
        paragraphs = "".join(f'<p style="margin:0">{part}</p>' for part in body.split("\n\n"))
        html = f"<html><head><style>p {{color:#222}}</style></head><body>{paragraphs}</body></html>"
        if large:
            cell = (
                '<tr><td style="padding:12px;font:14px/20px Arial,sans-serif" align="center">'
                '<a href="https://news.example.net/{}"><img src="https://cdn.example.net/{}"></a>'
                "{}</td></tr>"
            )
            rows = (
                cell.format(self._token(60), self._token(30), self._words.text(False))
                for _ in range(self._random.randint(5, 20))
            )
            html = html.replace("</body>", f"<table>{''.join(rows)}</table></body>")
        yield encodestring(html.encode()).decode()

    def _several(self, kind: str, parts: list[list[str]]) -> Iterator[str]:
        boundary = f"=_{self._token(24)}"
        yield f'Content-Type: multipart/{kind}; boundary="{boundary}"'
        yield ""
        for part in parts:
            yield f"--{boundary}"
            yield from part
        yield f"--{boundary}--"

    def _attached(self) -> Iterator[str]:
        size = int(self._random.lognormvariate(0, 1) * 60_000)
        yield 'Content-Type: application/pdf; name="plan.pdf"'
        yield 'Content-Disposition: attachment; filename="plan.pdf"'
        yield "Content-Transfer-Encoding: base64"
        yield ""
        yield encodebytes(self._random.randbytes(size)).decode()

    def _token(self, length: int) -> str:
        return f"{self._random.getrandbits(4 * length):0{length}x}"
