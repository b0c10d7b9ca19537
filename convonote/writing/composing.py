"""What is being written down, apart from any screen: how it opens, and how it is said."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from convonote.conversation.records import SECOND, Channel, Kind
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Said
from convonote.store.writing.amending import Amended
from convonote.writing.compose_request import Mode
from convonote.writing.sending import Letter, SendingError, email_of

TOPIC_LENGTH = 60
"""Characters of the text that stand as the topic where none is given."""


class After(StrEnum):
    """Whose turn it is afterwards."""

    RULES = "by the rules"
    NO_ANSWER = "no answer needed"
    EACH = "each of them"
    ME = "me"
    THEM = "them"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed in the fields beside the text and not yet understood, as a draft keeps it."""

    when: str = ""
    """The words for the moment."""
    after: After = After.RULES
    remind: str = ""
    """The words for the day of a reminder."""
    new: tuple[str, ...] = ()
    """Names that are nobody's yet, such as `+Zoe`."""
    new_cc: tuple[str, ...] = ()

    def packed(self) -> str:
        """It as text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def unpacked(cls, packed: str) -> "Typed":
        """What `packed` made into text; nothing where that was not it."""
        try:
            words = json.loads(packed)
            return cls(
                when=str(words["when"]),
                after=After(words["after"]),
                remind=str(words["remind"]),
                new=tuple(map(str, words["new"])),
                new_cc=tuple(map(str, words["new_cc"])),
            )
        except (ValueError, KeyError, TypeError):
            return cls()


NOTHING_TYPED = Typed()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What stands in a composer at a moment."""

    mode: Mode
    conversation: int | None
    answers: int | None
    channel: str
    people: tuple[int, ...]
    """Whom it is with; in what they said, the first of them speaks."""
    topic: str
    text: str
    cc: tuple[int, ...] = ()
    edits: int | None = None
    """The exchange that this is to replace."""
    typed: Typed = NOTHING_TYPED

    @property
    def kind(self) -> Kind:
        """What sort of exchange it becomes."""
        return {Mode.TALK: Kind.TALK, Mode.NOTE: Kind.NOTE}.get(self.mode, Kind.SAID)

    def author(self, me: int) -> int | None:
        """Who says it, as far as that is known yet."""
        if self.mode in (Mode.SAID, Mode.NOTE):
            return me
        if self.mode is Mode.THEIRS and self.people:
            return self.people[0]
        return None

    @property
    def shown_topic(self) -> str:
        """The topic, or the first words of the text."""
        if self.topic.strip():
            return " ".join(self.topic.split())
        first = next((line for line in self.text.splitlines() if line.strip()), "")
        words = " ".join(first.lstrip("#->*![] ").split())
        return words if len(words) <= TOPIC_LENGTH else words[: TOPIC_LENGTH - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sketch that is ready to be said."""

    sketch: Sketch
    me: int
    cc: tuple[int, ...] = ()
    at: int | None = None
    """None for now."""
    offset: int | None = None
    after: After = After.RULES
    queued: bool = False
    draft: int | None = None
    """The draft to be dropped in the same change."""
    remind: int | None = None
    """When to be reminded if no answer has come."""

    @property
    def to(self) -> tuple[int, ...]:
        """Whom it is addressed to."""
        people = self.sketch.people
        return {Mode.SAID: people, Mode.THEIRS: (self.me, *people[1:])}.get(self.sketch.mode, ())


def say(notebook: Notebook, saying: Saying) -> Said:
    """Write it down; raises NotebookError, and then nothing of it is written."""
    sketch = saying.sketch
    people = sketch.people
    moves = sketch.mode is not Mode.NOTE
    holders = {After.ME: (saying.me,), After.THEM: people, After.NOBODY: ()}
    return notebook.say(
        sketch.text,
        conversation=sketch.conversation,
        topic=sketch.shown_topic if sketch.conversation is None else "",
        kind=sketch.kind,
        channel=sketch.channel if moves else Channel.OTHER,
        author=sketch.author(saying.me),
        to=saying.to,
        cc=saying.cc if sketch.mode is Mode.SAID else (),
        speakers=(saying.me, *people) if sketch.mode is Mode.TALK else (),
        at=saying.at,
        offset=saying.offset,
        answers=sketch.answers,
        everyone=moves and saying.after is After.EACH,
        no_answer=moves and saying.after is After.NO_ANSWER,
        queued=saying.queued,
        turn=holders.get(saying.after) if moves else None,
        turn_everyone=False,
        draft=saying.draft,
        remind=saying.remind if sketch.mode is Mode.SAID else None,
    )


def edit(notebook: Notebook, saying: Saying, *, whole: bool) -> Said | None:
    """Put it in the place of the exchange that it edits; None where nothing differs.

    `whole` says whether how, when and to whom are written too. Raises NotebookError. Within
    `together` it is one change with the draft that goes.
    """
    sketch = saying.sketch
    assert sketch.edits is not None
    amended = _amended(saying) if whole and sketch.mode is not Mode.NOTE else None
    if saying.draft is not None:
        notebook.drop_draft(saying.draft)
    return notebook.edit(sketch.edits, sketch.text, amended=amended)


def _amended(saying: Saying) -> Amended:
    sketch = saying.sketch
    talk = sketch.mode is Mode.TALK
    return Amended(
        channel=sketch.channel,
        at=saying.at,
        offset=saying.offset,
        author=None if talk else sketch.author(saying.me),
        to=None if talk else saying.to,
        cc=saying.cc if sketch.mode is Mode.SAID else None,
        speakers=(saying.me, *sketch.people) if talk else None,
        everyone=saying.after is After.EACH,
        no_answer=saying.after is After.NO_ANSWER,
        remind=saying.remind if sketch.mode is Mode.SAID else None,
    )


def letter(notebook: Notebook, saying: Saying) -> Letter:
    """What is said, as mail; raises SendingError where an address is missing."""
    sketch, me = saying.sketch, notebook.me
    sender = email_of(me.addresses)
    if sender is None:
        raise SendingError('Your own address is not known; put addresses = ["…"] under [me]')
    answered = None if sketch.answers is None else notebook.entry(sketch.answers)
    where = None if sketch.conversation is None else notebook.conversation(sketch.conversation)
    topic = where.topic if where else sketch.shown_topic
    before = answered.replies_to if answered else None
    at = notebook.now() if saying.at is None else saying.at
    return Letter(
        sender=(me.name, sender),
        to=_mailboxes(known(notebook, sketch.people)),
        cc=_mailboxes(known(notebook, saying.cc)),
        subject=f"Re: {topic}" if where and where.exchanges else topic,
        text=sketch.text,
        at=at,
        offset=_offset(at, notebook.zone) if saying.offset is None else saying.offset,
        answers=answered.message_id if answered else None,
        references=(before,) if before else (),
    )


def known(notebook: Notebook, ids: Iterable[int]) -> tuple[Person, ...]:
    """People with their addresses, without those who are gone."""
    return tuple(person for one in ids if (person := notebook.person(one)) is not None)


def _offset(at: int, zone: tzinfo) -> int:
    """Minutes east of UTC in a zone at a moment."""
    shift = datetime.fromtimestamp(at / SECOND, zone).utcoffset()
    return 0 if shift is None else shift // timedelta(minutes=1)


def _mailboxes(people: Iterable[Person]) -> tuple[tuple[str, str], ...]:
    """(name, address) of each; everybody must have an address."""
    found = []
    for person in people:
        value = email_of(person.addresses)
        if value is None:
            raise SendingError(f"{person.name} has no email address here; add one, or say s or k")
        found.append((person.name, value))
    return tuple(found)
