"""Writing down what was said: an exchange, its promises and the turn, as one change."""

import re
from dataclasses import dataclass, replace

from convonote.conversation.records import Channel, Kind
from convonote.conversation.wording import judge
from convonote.conversation.zones import offset_at
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.listening import filing as remarks
from convonote.store.people import naming, people, recommending
from convonote.store.promises import filing, promises, worded
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Said
from convonote.store.search import searching
from convonote.store.storable import storable
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import refold
from convonote.store.writing.titling import retitle, topic_from

_GROUP = (Channel.CHAT, Channel.SMS)
_BY_MOUTH = (Channel.PHONE, Channel.VIDEO, Channel.IN_PERSON, Channel.OTHER)
"""What is said over these is in nobody's writing but the user's."""
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Saying:
    """What is to be written down; `Notebook.say` tells what its fields mean."""

    text: str
    conversation: int | None
    topic: str
    kind: Kind
    channel: str
    author: int | None
    to: tuple[int, ...]
    cc: tuple[int, ...]
    speakers: tuple[int, ...]
    at: int | None
    offset: int | None
    answers: int | None
    everyone: bool
    no_answer: bool
    queued: bool
    turn: tuple[int, ...] | None
    turn_everyone: bool
    turn_reason: str
    draft: int | None
    remind: int | None = None


def say(base: Base, saying: Saying) -> Said:
    """Write it down as the user's own change; the turn passes with it."""
    with base.writing(USER, "") as recording:
        conversation = _conversation(base, recording, saying)
        saying = _completed(base, conversation, saying)
        people.required(base, _everybody(saying))
        exchange = _insert(base, recording, conversation, saying)
        _address(base, exchange, conversation, saying)
        text = storable(saying.text)
        setting = setting_of(base, exchange)
        filing.file(base, recording, exchange, text, setting)
        worded.file(base, recording, exchange, text, setting)
        remarks.file(base, recording, exchange, text, setting)
        recommending.file(base, recording, exchange, text, setting)
        if saying.turn is not None:
            choices.give_turn(
                base,
                recording,
                conversation,
                saying.turn,
                everyone=saying.turn_everyone,
                reason=saying.turn_reason,
                remind=saying.remind,
                joining=_everybody(saying),
            )
        grown = {conversation: [exchange]}
        refold(base, (), grown=grown)
        retitle(base, (), grown=grown, recording=recording)
        if saying.draft is not None:
            recording.delete("draft", saying.draft)
        searching.index(base, [exchange])
        recording.what = _what(base, conversation, saying)
        return Said(exchange, conversation, recording.change, promises_in(base, exchange))


def setting_of(base: Base, exchange: int) -> filing.Setting:
    """Where an exchange was said, and everybody whom a promise in it may name."""
    row = base.row(
        'SELECT conversation, kind, author, at, "offset", made_by, channel FROM exchange'
        " WHERE id = ?",
        (exchange,),
    )
    assert row is not None
    conversation, kind, author, at, offset, made_by, channel = row
    heard = base.rows(
        "SELECT person, role FROM addressee WHERE exchange = ? ORDER BY person", (exchange,)
    )
    return filing.Setting(
        kind=Kind(kind),
        author=author,
        me=base.me,
        at=at,
        offset=offset,
        names=_names(base, conversation, exchange),
        imported=made_by == "import",
        hearers=tuple(person for person, role in heard if role == "to"),
        speakers=tuple(person for person, role in heard if role == "speaker"),
        by_mouth=made_by == "user" and channel in _BY_MOUTH,
    )


def _conversation(base: Base, recording: Recording, saying: Saying) -> int:
    if saying.conversation is not None:
        return queue.required(base, saying.conversation)
    topic = saying.topic.strip()
    id = recording.insert(
        "conversation",
        topic=storable(topic or topic_from(saying.text)),
        topic_by="user" if topic else "import",
        created_at=base.now(),
    )
    naming.index_conversation(base, id)
    return id


def _completed(base: Base, conversation: int, saying: Saying) -> Saying:
    """The saying with what follows from the rest: author, moment, and whom it goes to."""
    at = base.now() if saying.at is None else saying.at
    offset = offset_at(at, base.zone) if saying.offset is None else saying.offset
    author, to, speakers = saying.author, saying.to, saying.speakers
    if author is None and saying.kind is not Kind.TALK:
        author = base.me
    if saying.kind is Kind.SAID and not to and not saying.cc:
        to = (base.me,) if author != base.me else _audience(base, conversation, saying.answers)
    if saying.kind is Kind.TALK and not speakers:
        speakers = (base.me, *(to or _audience(base, conversation, saying.answers)))
    to = tuple(person for person in to if person != author)
    return replace(saying, at=at, offset=offset, author=author, to=to, speakers=speakers)


def _audience(base: Base, conversation: int, answers: int | None) -> tuple[int, ...]:
    """Whom the user speaks to: who is answered, else everybody who has not left."""
    if answers is not None:
        author = base.value("SELECT author FROM exchange WHERE id = ?", (answers,))
        if author is not None and author != base.me:
            return (author,)
    rows = base.rows(
        "SELECT person FROM participant JOIN person ON person.id = participant.person"
        " WHERE conversation = ? AND kind = 'person'",
        (conversation,),
    )
    left = queue.waits(base, conversation).left
    return tuple(person for (person,) in rows if person not in left)


def _insert(base: Base, recording: Recording, conversation: int, saying: Saying) -> int:
    if saying.answers is not None and not base.row(
        "SELECT 1 FROM exchange WHERE id = ? AND deleted_at IS NULL", (saying.answers,)
    ):
        raise Refused("what this answers is no longer there; it was deleted meanwhile")
    assert saying.at is not None
    judged = judge(saying.text)
    (search_id,) = searching.search_ids(base, [saying.at])
    return recording.insert(
        "exchange",
        conversation=conversation,
        kind=str(saying.kind),
        channel=saying.channel,
        author=saying.author,
        at=saying.at,
        offset=saying.offset,
        text=storable(saying.text),
        answers=saying.answers,
        asks=int(judged.asks),
        closes=int(judged.closes),
        accepts=int(judged.accepts),
        no_answer=int(saying.no_answer),
        everyone=int(saying.everyone),
        queued=int(saying.queued),
        made_by="user",
        remind_at=saying.remind,
        sorted_at=saying.at,
        search_id=search_id,
    )


def _address(base: Base, exchange: int, conversation: int, saying: Saying) -> None:
    roles = [("to", saying.to), ("cc", saying.cc), ("speaker", saying.speakers)]
    everybody = {*saying.to, *saying.cc, saying.author}
    base.many(
        "INSERT OR IGNORE INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
        [(exchange, person, role) for role, some in roles for person in some],
    )
    if saying.kind is Kind.SAID and saying.channel in _GROUP and len(everybody) > 2:
        names = _names(base, conversation, exchange)
        base.many(
            "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, 'named')",
            [(exchange, person) for person in named_in(saying.text, names)],
        )


def named_in(text: str, names: dict[int, str]) -> list[int]:
    """Those of some people whose full or first name stands in a text (T15)."""
    folded = text.casefold()
    found = []
    for person, name in names.items():
        words = name.casefold().split()
        if words and any(_stands_in(each, folded) for each in (" ".join(words), words[0])):
            found.append(person)
    return found


def _stands_in(name: str, text: str) -> bool:
    if _UNSPACED.search(name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _names(base: Base, conversation: int, exchange: int) -> dict[int, str]:
    rows = base.rows(
        "SELECT id, name FROM person WHERE kind = 'person' AND id IN ("
        " SELECT person FROM participant WHERE conversation = ?1 UNION"
        " SELECT person FROM addressee WHERE exchange = ?2 UNION"
        " SELECT author FROM exchange WHERE id = ?2) ORDER BY id",
        (conversation, exchange),
    )
    return dict(rows)


def _everybody(saying: Saying) -> set[int]:
    people = {*saying.to, *saying.cc, *saying.speakers}
    return people if saying.author is None else people | {saying.author}


def _what(base: Base, conversation: int, saying: Saying) -> str:
    topic = choices.topic(base, conversation)
    match saying.kind:
        case Kind.NOTE:
            return f"noted in {topic}"
        case Kind.TALK:
            others = [person for person in saying.speakers if person != base.me]
            return f"talked with {people.listed(base, others)} in {topic}"
    if saying.author == base.me:
        return f"said to {people.listed(base, saying.to)} in {topic}"
    assert saying.author is not None
    return f"{people.listed(base, [saying.author])} said in {topic}"


def promises_in(base: Base, exchange: int) -> tuple[PromiseRow, ...]:
    """The promises made in an exchange, as they are shown."""
    return tuple(promises.whole(base, promises.said_in(base, [exchange])))
