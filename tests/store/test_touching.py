"""When the user was last in touch is the same whether folded step by step or at once (T12)."""

from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import DAY, Kind
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

DOING = st.tuples(
    st.sampled_from(["said", "heard", "talk", "note", "queued", "delete", "undo", "merge"]),
    st.integers(0, 2),
    st.floats(0, 30),
)


@settings(max_examples=12, deadline=None, database=None)
@given(st.lists(DOING, min_size=1, max_size=12))
def test_whatever_is_said_deleted_undone_and_merged(doings: list[tuple[str, int, float]]) -> None:
    clock = Clock()
    with (
        TemporaryDirectory() as folder,
        Notebook(Path(folder) / "n.db", clock=clock, zone=UTC) as notebook,
    ):
        people = [notebook.add_person(f"Person {number}").id for number in range(3)]
        for person in people:
            notebook.set_rhythm(person, 7)
        said: list[int] = []
        for what, who, days in doings:
            clock.pass_days(1)
            _do(notebook, what, people[who], clock.at - int(days * DAY), said)
        assert notebook.doctor() == []
        for person in people:
            _is_the_latest(notebook, person)


def _do(notebook: Notebook, what: str, person: int, at: int, said: list[int]) -> None:
    me = notebook.me.id
    topic = f"Topic {person}"
    match what:
        case "said" | "queued":
            one = notebook.say(
                "Hi", topic=topic, channel="email", to=[person], at=at, queued=what == "queued"
            )
        case "heard":
            one = notebook.say("Hi", topic=topic, channel="chat", author=person, at=at)
        case "talk":
            one = notebook.say(
                "Hi", topic=topic, channel="phone", kind=Kind.TALK, speakers=[me, person], at=at
            )
        case "note" if said:
            entry = notebook.entry(said[-1])
            if entry is None:
                return
            one = notebook.say(
                "Hm", conversation=entry.conversation, kind=Kind.NOTE, channel="other", at=at
            )
        case "delete" if said:
            notebook.delete(exchange=said.pop())
            return
        case "undo" if said:
            notebook.undo()
            said.clear()
            return
        case "merge" if len(notebook.with_person(person)) > 1:
            kept, gone, *_ = notebook.with_person(person)
            notebook.merge(kept.id, gone.id)
            return
        case _:
            return
    said.append(one.exchange)


def _is_the_latest(notebook: Notebook, person: int) -> None:
    """By what stands in the timelines, read one by one."""
    latest = None
    for conversation in notebook.with_person(person):
        for entry in notebook.timeline(conversation.id, start=0, limit=100).entries:
            present = {one.id for one in (*entry.to, *entry.speakers)}
            theirs = entry.author is not None and entry.author.id == person
            if entry.kind is not Kind.NOTE and not entry.queued and (theirs or person in present):
                latest = max(latest or entry.at, entry.at)
    row = notebook.rhythm(person)
    assert row is None or row.last_at == latest
