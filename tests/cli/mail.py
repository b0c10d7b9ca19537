"""Small mail to import."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

ME = "jo@example.net"
ANA = "Ana Lima <ana@example.org>"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
"""A Sunday: what a test's first command takes for the present, so that none runs over midnight."""


def present() -> int:
    """That moment, as the clock of a notebook tells it."""
    return round(NOW.timestamp()) * 1_000_000


def message(
    text: str,
    *,
    number: int,
    author: str = ANA,
    to: str = f"Jo <{ME}>",
    days: float = 1,
    answers: int | None = None,
    topic: str = "Kyoto trip",
) -> EmailMessage:
    """One message, so many days old."""
    made = EmailMessage()
    made["From"] = author
    made["To"] = to
    made["Date"] = format_datetime(NOW - timedelta(days=days))
    made["Subject"] = topic
    made["Message-ID"] = f"<{number}@example.org>"
    if answers is not None:
        made["In-Reply-To"] = f"<{answers}@example.org>"
    made.set_content(text)
    return made


def mbox(path: Path, *messages: EmailMessage) -> Path:
    """Messages in one file."""
    parts = [b"From - Thu Jan  1 00:00:00 2026\n" + bytes(one) + b"\n" for one in messages]
    path.write_bytes(b"".join(parts))
    return path


def some(path: Path) -> Path:
    """Ana asks about Kyoto and waits; Bob was answered about a fence."""
    bob = "Bob Ray <bob@example.org>"
    return mbox(
        path,
        message("Which week suits you?", number=1, days=4),
        message("Could you paint the fence?", number=2, author=bob, days=6, topic="Fence"),
        message(
            "Done. When do you pay?",
            number=3,
            author=f"Jo <{ME}>",
            to=bob,
            days=1,
            answers=2,
            topic="Re: Fence",
        ),
    )
