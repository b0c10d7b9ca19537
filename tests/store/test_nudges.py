"""Nudges (T13) come when somebody has taken twice as long as usual, by what is on record."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def answered(notebook: Notebook, clock: Clock, person: int, channel: str, days: float) -> None:
    """I asked, and after so many days there was an answer that ends it."""
    said = notebook.say("Could you come?", topic=f"Past {channel}", channel=channel, to=[person])
    clock.pass_days(days)
    notebook.say("Thanks!", conversation=said.conversation, channel=channel, author=person)


def asked(notebook: Notebook, person: int, channel: str) -> int:
    said = notebook.say("Could you send it?", topic="Open", channel=channel, to=[person])
    return said.conversation


def nudged(notebook: Notebook, conversation: int) -> bool:
    notebook.settle()
    found = notebook.conversation(conversation)
    assert found is not None
    assert found.section in (Section.THEIRS, Section.NUDGE)
    return found.section is Section.NUDGE


def after(notebook: Notebook, clock: Clock, conversation: int) -> float:
    """After how many days, to the half, a nudge comes."""
    for half in range(1, 60):
        clock.pass_days(0.5)
        if nudged(notebook, conversation):
            return half / 2
    raise AssertionError("no nudge came")


def test_twice_their_median_on_that_channel(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana").id
    for days in (1.5, 3, 9):
        answered(notebook, clock, ana, "email", days)
    for days in (0.1, 0.1, 0.1):
        answered(notebook, clock, ana, "chat", days)
    assert after(notebook, clock, asked(notebook, ana, "email")) == 6


def test_never_before_two_days(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana").id
    for _ in range(3):
        answered(notebook, clock, ana, "chat", 0.1)
    assert after(notebook, clock, asked(notebook, ana, "chat")) == 2


def test_with_few_answers_there_any_channel_of_theirs_counts(
    notebook: Notebook, clock: Clock
) -> None:
    ana = notebook.add_person("Ana").id
    answered(notebook, clock, ana, "letter", 1)
    for _ in range(2):
        answered(notebook, clock, ana, "email", 4)
    assert after(notebook, clock, asked(notebook, ana, "letter")) == 8


def test_of_somebody_unknown_what_others_take_counts_and_never_what_i_take(
    notebook: Notebook, clock: Clock
) -> None:
    ana, bob, cy = (notebook.add_person(name).id for name in ("Ana", "Bob", "Cy"))
    for _ in range(3):
        answered(notebook, clock, ana, "email", 5)
    said = notebook.say("Could you?", topic="Mine", channel="email", author=bob)
    clock.pass_days(60)
    notebook.say("Thanks!", conversation=said.conversation, channel="email", to=[bob])
    assert after(notebook, clock, asked(notebook, cy, "email")) == 10


def test_where_nothing_is_known_it_is_a_fortnight(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana").id
    assert after(notebook, clock, asked(notebook, ana, "email")) == 14


def test_it_comes_at_its_moment_over_a_change_of_clocks_and_goes_with_an_answer(
    tmp_path: Path,
) -> None:
    here = ZoneInfo("Europe/Lisbon")
    # Clocks went forward in the night to 29 March 2026.
    now = [int(datetime(2026, 3, 28, 12, tzinfo=UTC).timestamp()) * 1_000_000]
    with Notebook(tmp_path / "n.db", clock=lambda: now[0], zone=here) as notebook:
        ana = notebook.add_person("Ana").id
        open_one = asked(notebook, ana, "email")
        due = now[0] + 14 * DAY
        assert notebook.next_change() == due
        now[0] = due - 1
        assert not nudged(notebook, open_one)
        now[0] = due
        assert nudged(notebook, open_one)
        notebook.say("Here it is.", conversation=open_one, channel="phone", author=ana)
        assert notebook.counts()[Section.NUDGE] == 0
