"""Whatever is done, every stored turn is what folding all of it anew gives."""

import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convonote.conversation.records import DAY, Kind, PromiseState
from convonote.intake.records import Party
from convonote.store.base import Base
from convonote.store.errors import UndoError
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from convonote.store.turns import checkpoints, folding
from convonote.store.turns.packing import pack, unpack
from tests.store.conftest import Clock
from tests.store.mail import ANA, BOB, KITES, message, over_list

TEXTS = (
    "Which week suits you?",
    "April it is.",
    "Thanks!",
    "Ok, will do.",
    "Yes. And you?\n- [ ] send the list by 2026-11-05",
    "- [ ] @Ana sends the quote\n- [x] call",
)
PARTIES = (
    ANA,
    BOB,
    KITES,
    Party("me@example.org", "Me Myself"),
    Party("lima@work.example.org"),
    Party("lima@work.example.org", "Lima, Ana"),
)
TABLES = ("conversation", "participant", "answer", "exchange")

Do = Callable[[Notebook, Clock, Any], object]


def _conversations(notebook: Notebook) -> list[int]:
    return [row.id for section in notebook.counts() for row in notebook.turns(section)]


def say(notebook: Notebook, clock: Clock, draw: Any) -> None:
    people = [notebook.me.id, *(person.id for person in notebook.people())]
    author = draw(st.sampled_from([None, *people]))
    notebook.say(
        draw(st.sampled_from(TEXTS)),
        conversation=draw(st.sampled_from([None, *_conversations(notebook)])),
        topic="T",
        kind=draw(st.sampled_from([Kind.SAID, Kind.SAID, Kind.SAID, Kind.TALK, Kind.NOTE])),
        channel=draw(st.sampled_from(["email", "phone", "chat"])),
        author=author,
        to=draw(st.lists(st.sampled_from(people), unique=True, max_size=2)),
        at=notebook.now() - draw(st.integers(0, 5)) * DAY,
        everyone=draw(st.booleans()),
        queued=draw(st.integers(0, 9)) == 0,
    )


def touch(notebook: Notebook, clock: Clock, draw: Any) -> None:
    conversations = _conversations(notebook)
    if not conversations:
        return
    conversation = draw(st.sampled_from(conversations))
    entries = notebook.timeline(conversation, start=0, limit=99).entries
    if not entries:
        return
    entry = draw(st.sampled_from(entries))
    row = notebook.conversation(conversation)
    assert row is not None
    present = [notebook.me.id, *(person.id for person in row.people)]
    what = draw(st.integers(0, 8))
    if what == 0:
        notebook.edit(entry.id, draw(st.sampled_from(TEXTS)))
    elif what == 1:
        notebook.delete(exchange=entry.id)
    elif what == 2:
        notebook.delete(conversation=conversation)
    elif what == 3:
        holders = draw(st.lists(st.sampled_from(present), unique=True, max_size=2))
        notebook.set_turn(conversation, holders, everyone=draw(st.booleans()))
    elif what == 4:
        notebook.set_later(conversation, draw(st.sampled_from([None, clock.at + DAY])))
    elif what == 5:
        notebook.set_closed(conversation, draw(st.booleans()))
    elif what == 6 and row.promises:
        notebook.set_promise(row.promises[0].id, draw(st.sampled_from(list(PromiseState))))
    elif what == 7:
        notebook.sent(entry.id)
    else:
        notebook.rename(conversation, "renamed")


def said_at_end(notebook: Notebook, clock: Clock, draw: Any) -> None:
    conversations = _conversations(notebook)
    if conversations:
        people = [notebook.me.id, *(person.id for person in notebook.people())]
        notebook.say(
            draw(st.sampled_from(TEXTS)),
            conversation=draw(st.sampled_from(conversations)),
            kind=draw(st.sampled_from([Kind.SAID, Kind.SAID, Kind.TALK, Kind.NOTE])),
            channel=draw(st.sampled_from(["email", "chat"])),
            author=draw(st.sampled_from([None, *people])),
            to=draw(st.lists(st.sampled_from(people), unique=True, max_size=2)),
            cc=draw(st.lists(st.sampled_from(people), unique=True, max_size=1)),
            turn=draw(st.sampled_from([None, None, (), (notebook.me.id,)])),
        )


def come_in(notebook: Notebook, clock: Clock, draw: Any) -> None:
    """Mail in any order, some of it known, in small batches."""
    people = st.sampled_from(PARTIES)
    messages = []
    for number in draw(st.lists(st.integers(0, 15), max_size=10)):
        one = message(
            f"m{number}",
            draw(st.sampled_from(TEXTS)),
            author=draw(people),
            to=draw(st.lists(people, max_size=2)),
            cc=draw(st.lists(people, max_size=1)),
            after=draw(st.lists(st.integers(0, 15).map("m{}".format), max_size=2)),
            days=draw(st.sampled_from([None, 8 - number / 2, 8 - number / 2, 8 - number // 3, 3])),
            topic=draw(st.sampled_from(["", "Kyoto"])),
        )
        messages.append(over_list(one) if draw(st.integers(0, 5)) == 0 else one)
    size = draw(st.integers(1, 4))
    with notebook.receive("test") as into:
        for start in range(0, len(messages), size):
            into.add(messages[start : start + size])


def back(notebook: Notebook, clock: Clock, draw: Any) -> None:
    try:
        notebook.undo()
        if draw(st.booleans()):
            notebook.redo()
    except UndoError:
        pass


def wait(notebook: Notebook, clock: Clock, draw: Any) -> None:
    clock.pass_days(draw(st.sampled_from([0.5, 3, 20, 100])))
    notebook.settle()


STEPS = (say, say, said_at_end, said_at_end, come_in, come_in, touch, touch, back, wait)


def stored(base: Base) -> dict[str, list[tuple[Any, ...]]]:
    with base.reading():
        return {table: base.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_stored_turn_is_what_folding_anew_gives(data: st.DataObject) -> None:
    _do_and_fold_anew(data)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_so_it_is_where_conversations_are_folded_from_checkpoints(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoints, "LONG", 3)
        patch.setattr(checkpoints, "APART", 2)
        patch.setattr(checkpoints, "MOST", 1_000)
        _do_and_fold_anew(data)


def _do_and_fold_anew(data: st.DataObject) -> None:
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.db"
        with Notebook(path, clock=clock, zone=UTC) as notebook:
            notebook.set_me("Me Myself", [("email", "me@example.org")])
            for name in ("Ana Lima", "Bob"):
                notebook.add_person(name)
            for do in data.draw(st.lists(st.sampled_from(STEPS), max_size=12)):
                do(notebook, clock, data.draw)
            notebook.settle()
            assert notebook.doctor() == []
        base = open_base(path, clock=lambda: clock.at, zone=UTC, create=False)
        before = stored(base)
        with base.transaction():
            folding.refold(base, [row[0] for row in before["conversation"]])
        assert stored(base) == before
        with base.reading():
            packed = [text for (text,) in base.rows("SELECT waits FROM conversation")]
        assert [pack(unpack(text)) for text in packed] == packed
        base.close()
