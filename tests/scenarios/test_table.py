"""The table of conversations through the real parser, the real grammar and the real store."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.intake.mail.message import parse
from convonote.intake.records import Incoming
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.writing.understanding import understand, write_down
from tests.scenarios.steps import ADDRESSES, ME, NAMES, NOW, ByHand, Case, Step, as_line, as_mail
from tests.scenarios.table import CASES
from tests.scenarios.whys import WHYS

MOMENT = int(NOW.timestamp()) * 1_000_000


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook(tmp_path / "n.db", clock=lambda: MOMENT, zone=UTC) as opened:
        opened.set_me(ME, [("email", ADDRESSES["me"])])
        yield opened


def incoming(case: Case, index: int) -> Incoming:
    record = parse(as_mail(case.steps, index, "case"), "table", index)
    assert isinstance(record, Incoming)
    return record


def receive(notebook: Notebook, records: list[Incoming]) -> None:
    with notebook.receive("table") as receiving:
        receiving.add(records)


def the_conversation(notebook: Notebook) -> Conversation:
    found = [
        conversation.id for section in notebook.counts() for conversation in notebook.turns(section)
    ]
    assert len(found) == 1
    conversation = notebook.conversation(found[0])
    assert conversation is not None
    return conversation


def short_name(person: Person) -> str:
    """What the table calls somebody."""
    if person.me or person.is_list:
        return "me" if person.me else "list"
    return {name: key for key, name in NAMES.items()}[person.name]


def holders(conversation: Conversation) -> dict[str, float]:
    return {
        short_name(holder.person): round((MOMENT - holder.since) / DAY, 3)
        for holder in conversation.holders
    }


def whys(conversation: Conversation) -> dict[str, str]:
    return {short_name(holder.person): holder.why for holder in conversation.holders}


def set_by_hand(notebook: Notebook, choice: ByHand) -> None:
    conversation = the_conversation(notebook)
    by_name = {person.name: person.id for person in conversation.people}
    by_name[ME] = notebook.me.id
    names = [] if choice.holders == "nobody" else [choice.holders]
    notebook.set_turn(conversation.id, [by_name[NAMES[name]] for name in names])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_as_mail(notebook: Notebook, case: Case) -> None:
    for index, step in enumerate(case.steps):
        if isinstance(step, ByHand):
            set_by_hand(notebook, step)
        else:
            receive(notebook, [incoming(case, index)])
    conversation = the_conversation(notebook)
    assert (holders(conversation), conversation.section) == (case.holders, case.section)
    assert whys(conversation) == WHYS.get(case.title, {})
    assert notebook.doctor() == []


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if all(isinstance(step, Step) for step in case.steps)],
    ids=lambda case: case.title,
)
def test_as_mail_read_at_once_and_backwards(tmp_path: Path, case: Case) -> None:
    records = [incoming(case, index) for index in range(len(case.steps))]
    for name, order in (("forth", records), ("back", records[::-1])):
        with Notebook(tmp_path / name, clock=lambda: MOMENT, zone=UTC) as notebook:
            notebook.set_me(ME, [("email", ADDRESSES["me"])])
            receive(notebook, order)
            assert holders(the_conversation(notebook)) == case.holders


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.loggable], ids=lambda case: case.title
)
def test_as_lines_of_log(notebook: Notebook, case: Case) -> None:
    for name in ("Ana", "Bob", "Chi", "Dan"):
        notebook.add_person(NAMES[name])
    for step in case.steps:
        assert isinstance(step, Step)
        write_down(notebook, understand(notebook, as_line(step, "walk")))
    conversation = the_conversation(notebook)
    assert (holders(conversation), conversation.section) == (case.holders, case.section)
    assert notebook.doctor() == []


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(CASES) >= 60
    assert sum(case.loggable for case in CASES) >= 25
    titles = {case.title for case in CASES}
    assert len(titles) == len(CASES)
    assert WHYS.keys() == {case.title for case in CASES if case.holders}
