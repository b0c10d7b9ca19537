"""Promises come due with the user's days, also where a day is short, long or lacks its midnight."""

from datetime import date, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import DAY, PromiseState
from convonote.conversation.turn_records import Section
from convonote.conversation.zones import day_begins
from convonote.store.notebook import Notebook

SECOND = 1_000_000
HOUR = 3600 * SECOND
DAYS = [
    pytest.param("Europe/Warsaw", date(2026, 3, 29), 23, id="short"),
    pytest.param("Europe/Warsaw", date(2026, 10, 25), 25, id="long"),
    pytest.param("America/Sao_Paulo", date(2018, 11, 4), 23, id="without midnight"),
    pytest.param("Asia/Tokyo", date(2026, 10, 25), 24, id="usual"),
]


class Owing:
    """A notebook in which I promised something until a day, a week before it."""

    def __init__(self, folder: Path, zone: tzinfo, due: date) -> None:
        self.now = day_begins(due, zone) - 7 * DAY
        self.notebook = Notebook(folder / "n.db", clock=lambda: self.now, zone=zone)
        ana = self.notebook.add_person("Ana").id
        said = self.notebook.say(
            f"Thanks!\n- [ ] send the list by {due}",
            topic="Roof",
            channel="email",
            to=[ana],
            no_answer=True,
        )
        self.id = said.conversation
        self.promise = said.promises[0].id

    def at(self, moment: int) -> tuple[Section, PromiseSection]:
        """Where the conversation and the promise stand at a moment."""
        self.now = moment
        self.notebook.settle()
        found = self.notebook.conversation(self.id)
        place = self.notebook.place_of_promise(self.promise)
        assert found is not None
        assert place is not None
        return found.section, place[0]


@pytest.mark.parametrize(("zone", "due", "hours"), DAYS)
def test_it_is_mine_from_midnight_of_its_day_and_overdue_from_the_next(
    tmp_path: Path, zone: str, due: date, hours: int
) -> None:
    here = ZoneInfo(zone)
    owing = Owing(tmp_path, here, due)
    begins = day_begins(due, here)
    ends = begins + hours * HOUR
    assert ends == day_begins(due + timedelta(1), here)
    assert owing.at(begins - SECOND) == (Section.LATER, PromiseSection.DUE)
    assert owing.at(begins) == (Section.MINE, PromiseSection.DUE)
    assert owing.at(ends - SECOND) == (Section.MINE, PromiseSection.DUE)
    assert owing.at(ends) == (Section.MINE, PromiseSection.OVERDUE)
    owing.notebook.close()


@pytest.mark.parametrize(("zone", "due", "hours"), DAYS)
def test_the_turn_set_by_hand_lifts_it_until_its_day(
    tmp_path: Path, zone: str, due: date, hours: int
) -> None:
    here = ZoneInfo(zone)
    owing = Owing(tmp_path, here, due)
    owing.now += DAY
    owing.notebook.set_turn(owing.id, ())
    begins = day_begins(due, here)
    assert owing.at(begins - SECOND)[0] is not Section.MINE
    assert owing.at(begins)[0] is Section.MINE
    owing.notebook.set_turn(owing.id, ())
    assert owing.at(begins + hours * HOUR)[0] is not Section.MINE
    owing.notebook.close()


def test_overdue_ones_lead_the_queue_then_what_is_due_today(tmp_path: Path) -> None:
    due = date(2026, 11, 20)
    here = ZoneInfo("Europe/Warsaw")
    owing = Owing(tmp_path, here, due)
    book = owing.notebook
    ana = book.people()[0].id
    book.say("When?", topic="First", channel="email", author=ana)
    book.say("- [ ] ring by 2026-11-21", topic="Today", channel="email", to=[ana])
    owing.at(day_begins(due + timedelta(1), here))
    assert [one.topic for one in book.turns(Section.MINE)] == ["Roof", "Today", "First"]
    book.close()


def test_one_that_was_kept_does_not_come_back_with_its_day(tmp_path: Path) -> None:
    due = date(2026, 11, 20)
    here = ZoneInfo("Europe/Warsaw")
    owing = Owing(tmp_path, here, due)
    owing.notebook.set_promise(owing.promise, PromiseState.KEPT)
    section, place = owing.at(day_begins(due, here))
    assert (section, place) == (Section.RESTING, PromiseSection.KEPT)
    owing.notebook.close()


def test_what_is_settled_while_a_conversation_is_put_off_wakes_nothing(tmp_path: Path) -> None:
    due = date(2026, 11, 20)
    here = ZoneInfo("Europe/Warsaw")
    owing = Owing(tmp_path, here, due)
    begins = day_begins(due, here)
    owing.notebook.set_later(owing.id, begins + 2 * DAY)
    owing.notebook.set_promise(owing.promise, PromiseState.KEPT)
    assert owing.at(begins) == (Section.LATER, PromiseSection.KEPT)
    assert owing.at(begins + 2 * DAY) == (Section.RESTING, PromiseSection.KEPT)
    owing.notebook.set_promise(owing.promise, PromiseState.OPEN)
    assert owing.at(begins + 2 * DAY) == (Section.MINE, PromiseSection.OVERDUE)
    owing.notebook.undo()
    owing.notebook.set_later(owing.id, begins + 4 * DAY)
    owing.notebook.set_promise(owing.promise, PromiseState.LET_GO)
    assert owing.at(begins + 3 * DAY) == (Section.LATER, PromiseSection.LET_GO)
    assert owing.notebook.doctor() == []
    owing.notebook.close()
