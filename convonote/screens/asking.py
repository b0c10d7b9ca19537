"""What is asked in one line: until when, who, and where the mail is."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from convonote.config import address
from convonote.conversation.dates import DateError, ahead, day, day_begins, day_of
from convonote.host import key, takes_back
from convonote.screens.prompt import Echo, Prompt, ask
from convonote.screens.room import Room
from convonote.screens.turns.conversing import Conversing
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.addresses import misfit
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.telling.namesakes import namesakes
from convonote.text.clean import clean
from convonote.text.times import in_days, long_day


def ask_later(screen: Conversing, conversation: Conversation, words: str = "") -> None:
    """Ask until which day a conversation rests, and put it there."""
    topic = clean(conversation.topic)

    def asked(until: int, shown: str) -> None:
        def done(_: object) -> None:
            screen.host.tell(f"{topic}: back on {shown}; {takes_back(screen)}")
            screen.host.reload()

        screen.host.change(lambda: screen.notebook.set_later(conversation.id, until), done)

    ask_day(screen, f"{topic}: later, until when?", asked, words)


def ask_day(screen: Room, question: str, then: Callable[[int, str], None], words: str = "") -> None:
    """Ask for a day to come; `then` gets the moment at which it begins, and the day in words."""
    zone = screen.notebook.zone
    today = day_of(screen.notebook.now(), zone)

    def asked(words: str | None) -> None:
        if words is not None:
            until = day(words, today)
            then(day_begins(until, zone), long_day(until, today))

    prompt = Prompt(
        question,
        placeholder="fri   3d   next week   2026-12-01",
        echo=lambda words: _echo_day(words, today),
    )
    ask(screen, prompt, asked, words)


def _echo_day(words: str, today: date) -> Echo:
    try:
        return Echo(f"= {in_days(ahead(words, today), today)}")
    except DateError as error:
        return Echo(str(error), good=False)


def ask_person(screen: Room, words: str = "") -> None:
    """Ask for a name and addresses, and add the person."""

    def asked(words: str | None) -> None:
        if words is not None:
            name, addresses = _person(words)
            screen.host.change(lambda: screen.notebook.add_person(name, addresses), added)

    def added(person: Person) -> None:
        begins = key(screen, "new-conversation")
        screen.host.tell(f"{clean(person.name)} added; {begins} writes down a conversation")
        screen.person_added(person)

    prompt = Prompt(
        "New person: a name, then addresses",
        placeholder="Ana Lima, ana@example.org, phone +48 600 1",
        echo=lambda words: _echo_person(words, screen.notebook),
    )
    ask(screen, prompt, asked, words)


def _person(words: str) -> tuple[str, list[tuple[str, str]]]:
    """A name and (channel, value) addresses; raises ValueError."""
    first, *written = [part.strip() for part in words.split(",")]
    # Who forgets the comma still means an address by what looks like one.
    emails = [word for word in first.split() if _EMAIL.fullmatch(word)]
    name = " ".join(word for word in first.split() if word not in emails)
    if not name:
        raise ValueError("begins with the name")
    return name, [_address(part) for part in (*emails, *written) if part]


def _address(written: str) -> tuple[str, str]:
    channel, value = address(written)
    if wrong := misfit(channel, value):
        raise ValueError(f"holds {value!r}, which {wrong}")
    return channel, value


_EMAIL = re.compile(r"[^@]+@[^@]+\.[^@]+")


def _echo_person(words: str, notebook: Notebook) -> Echo:
    """What would be added, and who is called so already; Enter adds somebody else of that name."""
    try:
        name, addresses = _person(words)
    except ValueError as error:
        return Echo(f"This line {error}", good=False)
    shown = ", ".join(f"{channel} {value}" for channel, value in addresses)
    known = _known(notebook, name)
    return Echo(f"{known}= {name}{': ' if shown else ''}{shown}")


def _known(notebook: Notebook, name: str) -> str:
    """Who is called so already, to be said before what would be added."""
    try:
        same = namesakes(notebook, name)
    except NotebookError as error:
        return f"{error} · "
    return f"{' and '.join(same)} is known already · another " if same else ""


def ask_import(screen: Room, words: str = "") -> None:
    """Ask where it is, and read it; nothing stands for all that was imported before."""

    def asked(words: str | None) -> None:
        if words is not None:
            from convonote.screens.around.receiving import Receiving

            screen.app.push_screen(Receiving(_path(words) if words else None))

    sources = screen.notebook.sources()
    prompt = Prompt(
        "Import mail, cards, chats, transcripts or an export: file or folder",
        placeholder="~/Mail   archive.mbox   contacts.vcf",
        echo=_echo_path,
        empty=f"= what is new in {_listed([one.path for one in sources])}" if sources else "",
    )
    ask(screen, prompt, asked, words)


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
