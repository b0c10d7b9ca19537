"""What is asked in one line about rhythm: how often, and until when somebody is left alone."""

from datetime import date

from convonote.conversation.dates import DateError, day_of
from convonote.conversation.quiet_times import quiet_until
from convonote.conversation.rhythm import LENGTHS, NoLength, every, length
from convonote.host import takes_back
from convonote.screens.prompt import Echo, Prompt, ask
from convonote.screens.room import Room
from convonote.store.people.person_records import Person
from convonote.text.clean import clean
from convonote.text.times import in_days, long_day

OFF, GROUP = "off", "group"


def ask_rhythm(screen: Room, person: Person | None, words: str = "") -> None:
    """Ask how often one wants to be in touch; `#tag 3w` is for all who have the tag."""
    question = "Be in touch: how often?"
    if person is not None:
        question = f"Be in touch with {clean(person.name)}: how often?"

    def asked(words: str | None) -> None:
        if words is not None:
            tag, days = _rhythm(words)
            screen.host.change(lambda: _set(screen, person, tag, days), lambda _: done(tag, days))

    def done(tag: str, days: int | None) -> None:
        who = f"#{clean(tag)}" if tag else clean(person.name) if person else ""
        screen.host.tell(f"{who}: {_said(tag, days)}; {takes_back(screen)}")
        screen.host.reload()

    prompt = Prompt(
        question,
        placeholder=f"{LENGTHS}, off, group   #family 3w",
        echo=lambda words: _echo(words, person),
    )
    ask(screen, prompt, asked, words)


def ask_quiet(screen: Room, person: Person, words: str = "") -> None:
    """Ask until which day somebody is left alone, with a reason behind a comma."""
    today = day_of(screen.notebook.now(), screen.notebook.zone)
    name = clean(person.name)

    def asked(words: str | None) -> None:
        if words is None:
            return
        until, reason = _quiet(words, today)

        def done(_: object) -> None:
            how = "not left alone any more"
            if until is not None:
                how = f"left alone until {long_day(until, today)}"
            screen.host.tell(f"{name}: {how}; {takes_back(screen)}")
            screen.host.reload()

        screen.host.change(lambda: screen.notebook.set_quiet_until(person.id, until, reason), done)

    prompt = Prompt(
        f"Leave {name} alone until when?",
        placeholder="on leave until mon   not before January   3w   off",
        echo=lambda words: _echo_quiet(words, today),
    )
    ask(screen, prompt, asked, words)


def _set(screen: Room, person: Person | None, tag: str, days: int | None) -> None:
    if tag:
        screen.notebook.set_group_rhythm(tag, days)
    elif person is not None:
        screen.notebook.set_rhythm(person.id, days)


def _rhythm(words: str) -> tuple[str, int | None]:
    """The tag, or nothing for the person; and the days, 0 for never, None as the tags say."""
    tag = ""
    if words.startswith("#"):
        tag, words = _tag_and_length(words[1:].split())
        if not tag:
            raise NoLength("a tag stands behind #, such as #family 3w")
    if words.casefold() == GROUP and not tag:
        return tag, None
    if words.casefold() == OFF:
        return tag, None if tag else 0
    return tag, length(words)


def _tag_and_length(words: list[str]) -> tuple[str, str]:
    """A tag may have several words, and so may a length: `old friends every 2 months`."""
    for place in range(1, len(words)):
        behind = " ".join(words[place:])
        if behind.casefold() == OFF or _is_length(behind):
            return " ".join(words[:place]), behind
    return "".join(words[:1]), " ".join(words[1:])


def _is_length(words: str) -> bool:
    try:
        return length(words) > 0
    except NoLength:
        return False


def _said(tag: str, days: int | None) -> str:
    if days:
        return every(days)
    return "as the tags say" if days is None and not tag else "no rhythm"


def _echo(words: str, person: Person | None) -> Echo:
    try:
        tag, days = _rhythm(words)
    except NoLength as error:
        return Echo(str(error), good=False)
    if not tag and person is None:
        return Echo("nobody is selected; write #family 3w for a tag", good=False)
    return Echo(f"= {'#' + clean(tag) + ' ' if tag else ''}{_said(tag, days)}")


def _quiet(words: str, today: date) -> tuple[date | None, str]:
    return (None, "") if words.strip().casefold() == OFF else quiet_until(words, today)


def _echo_quiet(words: str, today: date) -> Echo:
    try:
        until, reason = _quiet(words, today)
    except DateError as error:
        return Echo(str(error), good=False)
    if until is None:
        return Echo("= not any more")
    return Echo(f"= until {in_days(until, today)}{': ' + clean(reason) if reason else ''}")
