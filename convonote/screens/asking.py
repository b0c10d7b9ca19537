"""What is asked in one line: until when, who, and where the mail is."""

from datetime import date
from pathlib import Path

from convonote.config import address
from convonote.conversation.dates import day, day_begins, day_of
from convonote.screens.conversing import Conversing
from convonote.screens.prompt import Echo, Prompt
from convonote.screens.room import Room
from convonote.store.records import Conversation, Person
from convonote.text.clean import clean
from convonote.text.times import long_day


def ask_later(screen: Conversing, conversation: Conversation) -> None:
    """Ask until which day a conversation rests, and put it there."""
    zone = screen.notebook.zone
    today = day_of(screen.notebook.now(), zone)
    topic = clean(conversation.topic)

    def asked(words: str | None) -> None:
        if words is None:
            return
        until = day(words, today)

        def done(_: object) -> None:
            screen.host.tell(f"{topic}: back on {long_day(until, today)}; u takes it back")
            screen.host.reload()

        screen.host.change(
            lambda: screen.notebook.set_later(conversation.id, day_begins(until, zone)), done
        )

    screen.app.push_screen(
        Prompt(
            f"{topic}: later, until when?",
            placeholder="fri   3d   next week   2026-12-01",
            echo=lambda words: _echo_day(words, today),
        ),
        asked,
    )


def _echo_day(words: str, today: date) -> Echo:
    try:
        until = day(words, today)
    except ValueError as error:
        return Echo(str(error), good=False)
    if until <= today:
        return Echo(f"{long_day(until, today)} is not after today", good=False)
    days = (until - today).days
    return Echo(f"= {long_day(until, today)}, in {days} day{'' if days == 1 else 's'}")


def ask_person(screen: Room) -> None:
    """Ask for a name and addresses, and add the person."""

    def asked(words: str | None) -> None:
        if words is not None:
            name, addresses = _person(words)
            screen.host.change(lambda: screen.notebook.add_person(name, addresses), added)

    def added(person: Person) -> None:
        screen.host.tell(f"{clean(person.name)} added; o writes down a conversation")
        screen.host.reload()

    screen.app.push_screen(
        Prompt(
            "New person: a name, then addresses",
            placeholder="Ana Lima, ana@example.org, phone +48 600 1",
            echo=_echo_person,
        ),
        asked,
    )


def _person(words: str) -> tuple[str, list[tuple[str, str]]]:
    """A name and (channel, value) addresses; raises ValueError."""
    name, *written = [part.strip() for part in words.split(",")]
    if not name:
        raise ValueError("begins with the name")
    return name, [address(part) for part in written if part]


def _echo_person(words: str) -> Echo:
    try:
        name, addresses = _person(words)
    except ValueError as error:
        return Echo(f"This line {error}", good=False)
    shown = ", ".join(f"{channel} {value}" for channel, value in addresses)
    return Echo(f"= {name}{': ' if shown else ''}{shown}")


def ask_import(screen: Room) -> None:
    """Ask where it is, and read it; nothing stands for all that was imported before."""

    def asked(words: str | None) -> None:
        if words is not None:
            from convonote.screens.receiving import Receiving

            screen.app.push_screen(Receiving(_path(words) if words else None))

    sources = screen.notebook.sources()
    prompt = Prompt(
        "Import mail, cards, chats, transcripts or an export: file or folder",
        placeholder="~/Mail   archive.mbox   contacts.vcf",
        echo=_echo_path,
        empty=f"= what is new in {_listed([one.path for one in sources])}" if sources else "",
    )
    screen.app.push_screen(prompt, asked)


def _listed(paths: list[str]) -> str:
    """The last one by name, and how many more there are."""
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{Path(paths[-1]).name or paths[-1]}{more}"


def _path(words: str) -> Path:
    """The path that is meant; quotes as for a shell are taken off."""
    if len(words) > 1 and words[0] == words[-1] and words[0] in "'\"":
        words = words[1:-1]
    return Path(words).expanduser()


def _echo_path(words: str) -> Echo:
    try:
        path = _path(words)
        if path.is_dir():
            return Echo(f"= the folder {path}")
        if path.is_file():
            return Echo(f"= the file {path}")
    except (OSError, ValueError, RuntimeError):
        return Echo("There can be no such path", good=False)
    return Echo(f"There is no {path}", good=False)
