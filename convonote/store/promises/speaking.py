"""Who says which words of a text to whom: one author, or in a talk each speaker in turn."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from convonote.conversation.own_words import own_words
from convonote.conversation.records import DAY, Kind
from convonote.conversation.utterances import names_speakers, retold, utterances
from convonote.store.base import Base
from convonote.store.promises.filing import Setting

LATELY = 90 * DAY
"""How old words may be; what was said before is quiet, as a question would be (T14)."""


def counts(base: Base, setting: Setting) -> bool:
    """Whether words may promise something here: said lately, by the user, to or with the user."""
    if setting.at < base.now() - LATELY:
        return False
    if setting.kind is Kind.TALK:
        return base.me in setting.speakers
    there = base.me in (setting.author, *setting.hearers)
    return setting.kind is Kind.SAID and setting.author is not None and there


def parts(setting: Setting, text: str) -> Iterator[tuple[Setting, str]]:
    """The parts of a text, each as if its speaker had said it alone.

    In a talk that says who spoke, words of nobody known are passed over; in one that the user wrote
    down without that, *I* is the user.
    """
    if setting.kind is Kind.SAID:
        yield setting, text
    else:
        called = _called(setting)
        if names_speakers(text, called):
            for speaker, words in utterances(text, called):
                if speaker is not None:
                    yield _said_by(setting, speaker), words
        elif not setting.imported:
            yield _said_by(setting, setting.me), text


def told(setting: Setting, text: str) -> Iterator[tuple[Setting, str]]:
    """What the user wrote down of what others said they would do: `she will send the quote`."""
    if setting.imported:
        return
    called: dict[str, int] = {}
    if setting.kind is Kind.TALK:
        called = _called(setting)
        others = [person for person in setting.speakers if person != setting.me]
        if len(others) == 1:
            called |= {"she": others[0], "he": others[0]}
    elif setting.by_mouth and setting.author not in (None, setting.me):
        assert setting.author is not None
        called = {"she": setting.author, "he": setting.author}
    for person, words in retold(own_words(text), called):
        yield _said_by(setting, person), words


def _said_by(setting: Setting, speaker: int) -> Setting:
    if setting.kind is Kind.SAID:
        return setting
    others = tuple(person for person in setting.speakers if person != speaker)
    return replace(setting, kind=Kind.SAID, author=speaker, hearers=others, speakers=())


def _called(setting: Setting) -> dict[str, int]:
    """The speakers of a talk by what they may be called in it: full and first names, me."""
    full = {
        " ".join(setting.names[person].casefold().split()): person
        for person in setting.speakers
        if person in setting.names
    }
    first = Counter(name.split(" ")[0] for name in full if name)
    alone = {
        name.split(" ")[0]: person
        for name, person in full.items()
        if name and first[name.split(" ")[0]] == 1
    }
    return {**alone, **{name: person for name, person in full.items() if name}, "me": setting.me}
