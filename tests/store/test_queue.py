import sqlite3
from datetime import UTC

import pytest

from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from convonote.store.turns import queue
from tests.store.conftest import Clock


@pytest.fixture
def waiting(notebook: Notebook, clock: Clock) -> list[int]:
    """Nine conversations: five for me, three for others, one for nobody."""
    people = [notebook.add_person(f"Person {number}").id for number in range(9)]
    made = []
    for number, person in enumerate(people):
        clock.pass_days(0.1)
        made.append(
            notebook.say(
                "Which week suits you?" if number < 8 else "Thanks!",
                topic=f"Topic {number}",
                channel="email",
                author=person if number < 5 else None,
                to=[] if number < 5 else [person],
            ).conversation
        )
    return made


def test_counts_has_every_section(notebook: Notebook, waiting: list[int]) -> None:
    counts = notebook.counts()
    assert set(counts) == set(Section)
    assert counts[Section.MINE] == 5
    assert counts[Section.THEIRS] == 3
    assert counts[Section.RESTING] == 1
    assert counts[Section.REACH_OUT] == 0


def test_the_queue_is_in_sections_and_who_waits_longest_is_first(
    notebook: Notebook, waiting: list[int]
) -> None:
    assert [row.id for row in notebook.turns()] == waiting[:8]
    assert [row.id for row in notebook.turns(Section.MINE)] == waiting[:5]


def test_windows_side_by_side_are_the_whole(notebook: Notebook, waiting: list[int]) -> None:
    for size in (1, 3, 4, 20):
        found = []
        for offset in range(0, 20, size):
            found += [row.id for row in notebook.turns(offset=offset, limit=size)]
        assert found == waiting[:8]
    assert notebook.turns(Section.MINE, offset=99) == []


def test_the_place_of_each_is_where_its_window_shows_it(
    notebook: Notebook, waiting: list[int]
) -> None:
    for section in (Section.MINE, Section.THEIRS, Section.RESTING):
        for place, row in enumerate(notebook.turns(section)):
            assert notebook.place_of(row.id) == (section, place)
    assert notebook.place_of(999) is None


def test_the_neighbour_goes_round_where_it_is_my_turn(
    notebook: Notebook, waiting: list[int]
) -> None:
    mine = waiting[:5]
    assert notebook.neighbour(None, step=1) == mine[0]
    assert notebook.neighbour(None, step=-1) == mine[-1]
    assert notebook.neighbour(mine[1], step=1) == mine[2]
    assert notebook.neighbour(mine[-1], step=1) == mine[0]
    assert notebook.neighbour(mine[0], step=-1) == mine[-1]
    assert notebook.neighbour(waiting[7], step=1) == mine[0]


def test_where_nobody_waits_there_is_no_neighbour(notebook: Notebook) -> None:
    assert notebook.neighbour(None, step=1) is None


def test_exactly_these_people_and_who_waits_longest(notebook: Notebook, clock: Clock) -> None:
    ana, bob = notebook.add_person("Ana Lima").id, notebook.add_person("Bob").id
    rests = notebook.say("Thanks!", topic="A", channel="email", to=[ana]).conversation
    late = notebook.say("When?", topic="B", channel="email", to=[ana]).conversation
    early = notebook.say(
        "When?", topic="C", channel="email", to=[ana], at=clock.at - 10**12
    ).conversation
    both = notebook.say("When?", topic="D", channel="email", to=[ana, bob]).conversation
    assert [row.id for row in notebook.with_people([ana])] == [early, late, rests]
    assert [row.id for row in notebook.with_people([ana, notebook.me.id])] == [early, late, rests]
    assert [row.id for row in notebook.with_people([bob, ana])] == [both]
    assert notebook.with_people([bob]) == []
    assert notebook.with_people([]) == []


def test_the_same_name_at_another_address_is_shown_once(notebook: Notebook) -> None:
    work = notebook.add_person("Ana Lima", [("email", "ana@work.example")]).id
    home = notebook.add_person("Ana Lima", [("email", "ana@home.example")]).id
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[work])
    notebook.say("April.", conversation=said.conversation, channel="email", author=home)
    row = notebook.conversation(said.conversation)
    assert row is not None
    assert [person.name for person in row.people] == ["Ana Lima"]
    assert row.section is Section.MINE


def test_a_list_that_is_asked_is_anybody_on_it(notebook: Notebook, clock: Clock) -> None:
    kyoto = notebook.add_person("kyoto-travel").id
    base = open_base(notebook.path, clock=clock, zone=UTC, create=False)
    with base.writing("import", "imported") as recording:
        recording.set("person", kyoto, "kind", "list")
    base.close()
    notebook.say("Which week is best?", topic="Kyoto", channel="email", to=[kyoto])
    (row,) = notebook.turns(Section.THEIRS)
    assert row.holders[0].person.name == "anybody on kyoto-travel"
    assert row.people == ()
    assert notebook.people() == []


def test_a_window_costs_a_handful_of_queries_however_many_rows(
    notebook: Notebook, waiting: list[int]
) -> None:
    assert _statements(notebook, 5) == _statements(notebook, 1) <= 6


def _statements(notebook: Notebook, limit: int) -> int:
    """How many statements a window takes."""
    run: list[str] = []
    base = open_base(notebook.path, clock=notebook.now, zone=UTC, create=False)
    with base.reading():
        connection: sqlite3.Connection = base.connection
        connection.set_trace_callback(run.append)
        assert len(queue.turns(base, Section.MINE, limit=limit)) == limit
        connection.set_trace_callback(None)
    base.close()
    return len([each for each in run if each.lstrip().startswith("SELECT")])
