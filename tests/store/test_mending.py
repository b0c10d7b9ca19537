"""Changes in the middle of a long conversation are folded from checkpoints, and give the same."""

from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path
from random import Random

import pytest

from convonote.conversation.records import SECOND, PromiseState
from convonote.store.errors import UndoError
from convonote.store.notebook import Notebook
from convonote.store.turns import checkpoints, covering, mending
from convonote.store.turns.folding import Touched, refold
from tests.store.conftest import Clock

HOUR = 3600 * SECOND
TEXTS = (
    "Which week suits you?",
    "It rained.",
    "Thanks!",
    "Ok, will do.",
    "Yes. And you?\n- [ ] send the list by 2026-11-05",
    "The fence is green.",
)


class Long:
    """A conversation of some forty exchanges, long enough for checkpoints here."""

    def __init__(self, notebook: Notebook, clock: Clock, random: Random) -> None:
        self.notebook = notebook
        self.clock = clock
        self.random = random
        self.ana, self.bob = (notebook.add_person(name).id for name in ("Ana", "Bob"))
        first = notebook.say("Hi?", channel="email", to=[self.ana, self.bob], topic="Long")
        self.id = first.conversation
        for _ in range(random.randint(25, 40)):
            clock.at += random.randint(1, 9) * HOUR
            self.say(None)
            if random.random() < 0.05:
                notebook.set_turn(self.id, random.sample([self.ana, self.bob], 1))

    @property
    def exchanges(self) -> list[int]:
        return [each.id for each in self.notebook.timeline(self.id, start=0, limit=99).entries]

    def say(self, at: int | None) -> None:
        author = self.random.choice([None, None, self.ana, self.bob])
        others = [person for person in (self.ana, self.bob) if person != author]
        answered = self.random.choice([None, None, None, self.random.choice(self.exchanges)])
        self.notebook.say(
            self.random.choice(TEXTS),
            conversation=self.id,
            channel=self.random.choice(["email", "email", "phone"]),
            author=author,
            to=others if self.random.random() < 0.8 else [],
            answers=answered,
            everyone=self.random.random() < 0.2,
            at=at,
        )

    def edit(self) -> None:
        self.notebook.edit(self.random.choice(self.exchanges), self.random.choice(TEXTS))

    def delete(self) -> None:
        self.notebook.delete(exchange=self.random.choice(self.exchanges))

    def late(self) -> None:
        self.say(self.clock.at - self.random.randint(1, 100) * HOUR)

    def decide(self) -> None:
        if self.random.random() < 0.5:
            self.notebook.set_turn(self.id, self.random.sample([self.ana, self.bob], 1))
        else:
            self.notebook.set_later(self.id, self.clock.at + 9 * HOUR)

    def keep(self) -> None:
        entries = self.notebook.timeline(self.id, start=0, limit=99).entries
        promises = [promise.id for entry in entries for promise in entry.promises]
        if promises:
            state = self.random.choice([PromiseState.KEPT, PromiseState.OPEN])
            self.notebook.set_promise(self.random.choice(promises), state)

    def split(self) -> None:
        other = self.notebook.split(self.random.choice(self.exchanges), with_answers=False)
        if self.random.random() < 0.5:
            self.notebook.move(
                [each.id for each in self.notebook.timeline(other.id, start=0).entries], self.id
            )

    def move(self) -> None:
        other = self.notebook.say("Ok?", channel="email", to=[self.ana], topic="Other")
        self.notebook.move(self.random.sample(self.exchanges, 2), other.conversation)

    def move_many(self) -> None:
        other = self.notebook.say("Ok?", channel="email", to=[self.ana], topic="Other")
        count = self.random.randint(3, 12)
        self.notebook.move(self.random.sample(self.exchanges, count), other.conversation)
        if self.random.random() < 0.7:
            self.notebook.undo()

    def undo(self) -> None:
        try:
            self.notebook.undo()
        except UndoError:
            return
        if self.random.random() < 0.5:
            self.notebook.redo()


@pytest.fixture(autouse=True)
def short_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "LONG", 6)
    monkeypatch.setattr(checkpoints, "APART", 3)
    monkeypatch.setattr(covering, "NEIGHBOURS", 5)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[[int], Long]]:
    notebooks = []

    def made(seed: int) -> Long:
        clock = Clock()
        notebook = Notebook(tmp_path / f"{seed}.convonote", clock=clock, zone=UTC)
        notebooks.append(notebook)
        return Long(notebook, clock, Random(seed))

    yield made
    for notebook in notebooks:
        notebook.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_changed_in_the_middle_the_turn_is_what_folding_anew_gives(
    seed: int, make: Callable[[int], Long]
) -> None:
    long = make(seed)
    for _ in range(8):
        long.clock.at += HOUR
        long.random.choice(
            [
                *(long.edit, long.edit, long.delete, long.late),
                *(long.decide, long.keep, long.split, long.move, long.move_many),
            ]
        )()
        if long.random.random() < 0.3:
            long.undo()
        long.notebook.settle()
        assert long.notebook.doctor() == []


def test_an_edit_in_the_middle_reads_only_what_stands_between_two_checkpoints(
    make: Callable[[int], Long],
) -> None:
    long = make(1)
    base = long.notebook._base
    with base.transaction():
        refold(base, [long.id])
    edited = long.exchanges[10]
    with base.reading():
        touched = Touched(edited=frozenset({edited}))
        (mend,) = mending.mended(base, {long.id: touched}).values()
    assert edited in mend.heard
    assert len(mend.heard) <= 3 * checkpoints.APART


def test_moving_many_away_and_back_folds_only_what_stands_around_them(
    make: Callable[[int], Long],
) -> None:
    long = make(3)
    for number in range(80):
        long.notebook.say(
            f"Number {number}?",
            conversation=long.id,
            channel="email",
            author=(None, long.ana, long.bob)[number % 3],
            to=(long.ana, long.bob) if number % 3 == 0 else (),
        )
        long.clock.at += HOUR
    base = long.notebook._base
    with base.transaction():
        refold(base, [long.id])
    entries = long.notebook.timeline(long.id, start=0, limit=199).entries
    there = [each.id for each in entries][60:80]
    other = long.notebook.say("Ok?", channel="email", to=[long.ana], topic="Other").conversation
    for do in (lambda: long.notebook.move(there, other), long.notebook.undo):
        do()
        with base.reading():
            touched = Touched(shifted=frozenset(there))
            (mend,) = mending.mended(base, {long.id: touched}).values()
        assert len(mend.heard) <= len(there) + 4 * checkpoints.APART
        assert long.notebook.doctor() == []


def test_what_comes_first_from_somebody_new_is_folded_anew(make: Callable[[int], Long]) -> None:
    long = make(2)
    cid = long.notebook.add_person("Cid").id
    said = long.notebook.say(
        "Hello?", conversation=long.id, channel="email", author=cid, at=long.clock.at - 99 * HOUR
    )
    row = long.notebook.conversation(long.id)
    assert row is not None
    assert cid in {person.id for person in row.people}
    assert said.conversation == long.id
    assert long.notebook.doctor() == []


def test_a_setting_by_hand_that_is_undone_reads_only_what_came_since(
    make: Callable[[int], Long],
) -> None:
    long = make(3)
    base = long.notebook._base
    with base.transaction():
        refold(base, [long.id])
    long.notebook.set_turn(long.id, [long.bob])
    with base.reading():
        choice = base.value("SELECT max(id) FROM choice")
        (mend,) = mending.mended(base, {long.id: Touched(chosen=frozenset({choice}))}).values()
    assert len(mend.heard) <= 2 * checkpoints.APART
    long.notebook.undo()
    assert long.notebook.doctor() == []
    long.notebook.redo()
    assert long.notebook.doctor() == []


def test_what_is_said_of_a_promise_folds_no_exchange(make: Callable[[int], Long]) -> None:
    long = make(4)
    promise = long.notebook.add_promise(long.id, "paints the door", owner=long.ana)
    base = long.notebook._base
    with base.transaction():
        # Folding the conversation whole would count its exchanges again.
        base.run("UPDATE conversation SET exchanges = 999 WHERE id = ?", (long.id,))
    long.notebook.set_due(promise.id, None)
    long.notebook.set_promise(promise.id, PromiseState.KEPT)
    long.notebook.undo()
    long.notebook.redo()
    long.notebook.add_promise(long.id, "mends the fence")
    with base.reading():
        assert base.value("SELECT exchanges FROM conversation WHERE id = ?", (long.id,)) == 999
