"""`export --recommendations TOPIC`: a page to pass on, with nothing private in it."""

import re

from convonote.cli import stop
from convonote.cli.printing import say, tell
from convonote.conversation.details import DetailKind
from convonote.store.notebook import Notebook
from convonote.store.people.details import RECOMMENDED
from convonote.text.clean import clean

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def page(book: Notebook, topic: str) -> int:
    """Print names and the addresses marked as public; who said so and all else stays here.

    What the topic is called is what was asked for: on a card it may stand beside other words.
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
    say(f"# {_plain(topic)}")
    say()
    for person in known:
        contact = book.contact(person.id)
        public = contact.public if contact else ()
        reach = [
            f"{channel} {_plain(value)}"
            for channel, value in person.addresses
            if (channel, value) in public
        ]
        say(f"- {_plain(person.name)}{': ' if reach else ''}{', '.join(reach)}")
    return stop.DONE


def _plain(text: str) -> str:
    """A text on one line in which markdown sees no marks."""
    return _MARKS.sub(r"\\\1", " ".join(clean(text).split()))
