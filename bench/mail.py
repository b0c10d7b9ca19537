"""A Maildir of made-up mail."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from random import Random

from bench.words import Words

START = datetime(2020, 1, 1, tzinfo=UTC)


def maildir(path: Path, messages: int, seed: int = 1) -> Path:
    """Write a Maildir of messages in threads of about five; gives its path."""
    random = Random(seed)
    words = Words(random)
    people = [words.name() for _ in range(max(3, messages // 20))]
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    threads: list[tuple[int, str, str]] = []
    for number in range(messages):
        message = EmailMessage()
        other = random.choice(people)
        if threads and random.random() < 0.8:
            parent, topic, other = random.choice(threads[-50:])
            message["In-Reply-To"] = message["References"] = f"<{parent}@example.org>"
            message["Subject"] = f"Re: {topic}"
        else:
            topic = words.topic()
            message["Subject"] = topic
        threads.append((number, topic, other))
        them, me = f"{other} <{other.replace(' ', '.').lower()}@example.org>", "me@example.org"
        message["From"], message["To"] = (me, them) if random.random() < 0.5 else (them, me)
        message["Message-ID"] = f"<{number}@example.org>"
        message["Date"] = format_datetime(START + timedelta(minutes=17 * number))
        message.set_content(words.text(random.random() < 0.4))
        (path / "cur" / f"{number}.bench:2,S").write_bytes(message.as_bytes())
    return path
