"""The ledgers through the grammar of `log` and the real store, day by day and restored at once."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.dates import day
from convonote.conversation.records import PromiseState
from convonote.conversation.zones import day_begins
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.writing.understanding import understand, write_down
from tests.scenarios.ledger import LEDGERS, Ledger
from tests.scenarios.table import CASES

TOPIC = "Ladder"


class Desk:
    """A notebook, and the clock by which the user works in it."""

    def __init__(self, path: Path, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self.now = 0
        self.notebook = Notebook(path, clock=lambda: self.now, zone=self.zone)

    def wait_until(self, moment: datetime) -> None:
        """Let time pass; what it changes is placed again."""
        self.now = int(moment.replace(tzinfo=self.zone).timestamp()) * 1_000_000
        self.notebook.settle()

    def do(self, what: str) -> None:
        """Do what a step says."""
        verb, _, rest = what.partition(" ")
        if verb in ("turn", "left", "later", "close", "kept", "let"):
            getattr(self, f"_{verb}")(rest)
        else:
            write_down(self.notebook, understand(self.notebook, f"{what} #{TOPIC}"))

    @property
    def conversation(self) -> Conversation:
        """The only one there is."""
        found = [
            conversation
            for section in self.notebook.counts()
            for conversation in self.notebook.turns(section)
        ]
        assert len(found) == 1
        return found[0]

    def _turn(self, names: str) -> None:
        wanted = [] if names == "nobody" else self._people(names)
        self.notebook.set_turn(self.conversation.id, wanted)

    def _left(self, names: str) -> None:
        self.notebook.set_left(self.conversation.id, self._people(names))

    def _people(self, names: str) -> list[int]:
        people = {person.name: person.id for person in self.notebook.people()}
        people["me"] = self.notebook.me.id
        return [people[name.strip()] for name in names.split(",")]

    def _later(self, words: str) -> None:
        until = day_begins(
            day(words, datetime.fromtimestamp(self.now / 1e6, self.zone).date()), self.zone
        )
        self.notebook.set_later(self.conversation.id, until)

    def _close(self, _: str) -> None:
        self.notebook.set_closed(self.conversation.id)

    def _kept(self, what: str) -> None:
        self._settle(what, PromiseState.KEPT)

    def _let(self, what: str) -> None:
        self._settle(what.removeprefix("go "), PromiseState.LET_GO)

    def _settle(self, what: str, state: PromiseState) -> None:
        (promise,) = [each for each in self.conversation.promises if each.what == what]
        self.notebook.set_promise(promise.id, state)


def stands(desk: Desk, case: Ledger) -> None:
    """Assert that the conversation stands as it should."""
    desk.wait_until(datetime.fromisoformat(case.end))
    conversation = desk.conversation
    holders = {"me" if each.person.me else each.person.name for each in conversation.holders}
    open_promises = {promise.what: promise.due for promise in conversation.promises}
    assert (str(conversation.section), holders) == (case.section, {*case.holders})
    assert open_promises == case.promises
    assert all(holder.why for holder in conversation.holders)
    if case.why:
        assert case.why in conversation.holders[0].why
    assert desk.notebook.doctor() == []


@pytest.mark.parametrize("case", LEDGERS, ids=lambda case: case.title)
def test_day_by_day_and_then_restored_at_once(tmp_path: Path, case: Ledger) -> None:
    desk = Desk(tmp_path / "days.convonote", case.zone)
    for name in ("Ana", "Bob"):
        desk.notebook.add_person(name)
    for step in case.steps:
        desk.wait_until(step.moment)
        desk.do(step.do)
    stands(desk, case)
    restored = Desk(tmp_path / "restored.convonote", case.zone)
    restored.notebook.restore(desk.notebook.export())
    stands(restored, case)
    for one in (desk, restored):
        one.notebook.close()


def test_both_tables_together_are_long_enough() -> None:
    assert len(LEDGERS) + len(CASES) >= 100
    assert len({case.title for case in LEDGERS}) == len(LEDGERS)
