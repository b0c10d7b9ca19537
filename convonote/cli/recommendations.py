"""`export --recommendations TOPIC`: a page to pass on, with nothing private in it."""

import re

from convonote.cli import stop
from convonote.cli.printing import say, tell
from convonote.conversation.details import DetailKind
from convonote.conversation.recommending import name_alone
from convonote.store.notebook import Notebook
from convonote.store.people.details import RECOMMENDED
from convonote.store.people.person_records import Person
from convonote.text.clean import clean

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def page(book: Notebook, topic: str) -> int:
    """Print names and the addresses marked as public; who said so and all else stays here.

    What the topic is called is what was asked for: on a card it may stand beside other words.
    A name is printed without addresses in it, and nobody who has no other name.
    """
    known = [
        one.person
        for one in book.who_knows(topic)
        if any(each.kind in (RECOMMENDED, DetailKind.EXPERTISE) for each in one.knows)
        and not one.person.me
    ]
    if not known:
        tell(f"nobody is written down for {topic!r}; convonote who {topic} --add NAME does that")
        return stop.NOT_ALL
    lines = [line for person in known if (line := _line(book, person))]
    if lines:
        say(f"# {_plain(topic)}")
        say()
    for line in lines:
        say(f"- {line}")
    if nameless := len(known) - len(lines):
        who = "one is" if nameless == 1 else f"{nameless} are"
        tell(f"{who} left out: known by an address alone, and that is not marked as public")
    return stop.DONE if lines else stop.NOT_ALL


def _line(book: Notebook, person: Person) -> str:
    """Somebody's name and public addresses; nothing where there is neither."""
    contact = book.contact(person.id)
    public = contact.public if contact else ()
    reach = [
        f"{channel} {_plain(value)}"
        for channel, value in person.addresses
        if (channel, value) in public
    ]
    name = _plain(name_alone(person.name, (value for _, value in person.addresses)))
    return ": ".join(filter(None, (name, ", ".join(reach))))


def _plain(text: str) -> str:
    """A text on one line in which markdown sees no marks."""
    return _MARKS.sub(r"\\\1", " ".join(clean(text).split()))
