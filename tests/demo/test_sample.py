"""The sample notebook shows each thing that a notebook can show."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote import demo
from convonote.conversation.records import Section
from convonote.store.notebook import Notebook

NOW = int(datetime(2027, 3, 1, 9, 30, tzinfo=UTC).timestamp()) * 1_000_000


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Notebook]:
    demo.build(tmp_path / "demo.db", NOW, UTC)
    with Notebook(tmp_path / "demo.db", clock=lambda: NOW, zone=UTC) as notebook:
        yield notebook


def test_it_has_eight_people_and_fourteen_conversations(sample: Notebook) -> None:
    assert sum(not person.me for person in sample.people()) == 8
    assert sum(sample.counts().values()) == 14
    total = sum(
        conversation.exchanges for section in Section for conversation in sample.turns(section)
    )
    assert 85 <= total <= 100


def test_every_section_but_reach_out_has_somebody(sample: Notebook) -> None:
    counts = sample.counts()
    empty = {section for section in Section if not counts[section]}
    assert empty == {Section.REACH_OUT}
    assert 3 <= counts[Section.MINE] <= 6
    assert counts[Section.NUDGE] >= 1


def test_an_overdue_promise_of_mine_leads(sample: Notebook) -> None:
    first = sample.turns(Section.MINE)[0]
    assert first.topic == "Kyoto trip"
    assert any(promise.overdue and promise.owner.me for promise in first.promises)


def test_it_is_the_same_on_any_day_and_in_any_zone(tmp_path: Path) -> None:
    counts = set()
    for number, (now, zone) in enumerate(
        [(NOW, "UTC"), (NOW + 10**12 * 17, "Asia/Tokyo"), (NOW + 10**12 * 31, "America/Lima")]
    ):
        path = tmp_path / f"{number}.db"
        demo.build(path, now, ZoneInfo(zone))
        with Notebook(path, clock=partial(int, now), zone=ZoneInfo(zone)) as notebook:
            counts.add(tuple(sorted(notebook.counts().items())))
    assert len(counts) == 1
