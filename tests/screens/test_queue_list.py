"""The queue as a widget: it reads only what is near, however long it is."""

from datetime import UTC

from textual.app import App, ComposeResult

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section, Turn
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.widgets.queue import PAGE, QueueList, QueueState, Row
from convonote.widgets.queue_model import SECTIONS, QueueModel, Spot
from convonote.widgets.rail import rail
from tests.screens.showing import NOW

MANY = 100_000


def _conversation(section: Section, place: int) -> Conversation:
    person = Person(place, str(place), f"Person {place}")
    return Conversation(
        id=place + MANY * SECTIONS.index(section),
        uid=f"{section} {place}",
        topic=f"topic {place}",
        people=(person,),
        section=section,
        turn=Turn.ME,
        holders=(),
        lapsed=(),
        promises=(),
        until=None,
        last_at=NOW - DAY,
        channels=(),
        exchanges=1,
    )


class Long(App[None]):
    """A queue with a hundred thousand conversations that are mine."""

    def __init__(self, counts: dict[Section, int]) -> None:
        super().__init__()
        self.counts = counts
        self.read: list[tuple[Section, int, int]] = []

    def compose(self) -> ComposeResult:
        yield QueueList(self._read, lambda: NOW, UTC)

    def on_mount(self) -> None:
        self.query_one(QueueList).apply(QueueState(self.counts, {}))
        self.query_one(QueueList).focus()

    def _read(self, section: Section, offset: int, limit: int) -> list[Row]:
        self.read.append((section, offset, limit))
        end = min(self.counts[section], offset + limit)
        return [_conversation(section, place) for place in range(offset, end)]


async def test_a_hundred_thousand_rows_are_read_only_near_the_view() -> None:
    app = Long({Section.MINE: MANY, Section.RESTING: MANY})
    async with app.run_test(size=(40, 24)) as pilot:
        queue = app.query_one(QueueList)
        assert queue.selected is not None
        assert queue.selected.topic == "topic 0"
        for step in (queue.last, lambda: queue.page(-1), queue.first, lambda: queue.page(1)):
            step()
            await pilot.pause()
        queue.reveal((Section.RESTING, 70_000))
        await pilot.pause()
        assert queue.selected.topic == "topic 70000"
        assert sum(limit for _, _, limit in app.read) <= 8 * PAGE


async def test_a_move_paints_two_rows_alone() -> None:
    app = Long({Section.MINE: MANY})
    async with app.run_test(size=(40, 24)) as pilot:
        queue = app.query_one(QueueList)
        painted: list[int] = []
        paint = queue.render_line
        queue.render_line = lambda y: painted.append(y) or paint(y)  # type: ignore
        queue.move(1)
        await pilot.pause()
        assert sorted(painted) == [1, 2]


async def test_a_reload_that_changes_nothing_paints_nothing() -> None:
    app = Long({Section.MINE: MANY})
    async with app.run_test(size=(40, 24)) as pilot:
        queue = app.query_one(QueueList)
        painted: list[int] = []
        paint = queue.render_line
        queue.render_line = lambda y: painted.append(y) or paint(y)  # type: ignore
        queue.apply(QueueState(app.counts, {}, (Section.MINE, 0)))
        await pilot.pause()
        assert painted == []


async def test_the_selection_follows_its_conversation_and_stays_in_place_when_it_is_gone() -> None:
    app = Long({Section.MINE: 100, Section.THEIRS: 100})
    async with app.run_test(size=(40, 24)) as pilot:
        queue = app.query_one(QueueList)
        for _ in range(5):
            queue.move(1)
        queue.apply(QueueState(app.counts, {}, (Section.THEIRS, 7)))
        await pilot.pause()
        assert queue.row == queue.model.row(Spot(Section.THEIRS, 7))
        row = queue.row
        queue.apply(QueueState(app.counts, {}, (Section.CLOSED, 3)))
        assert queue.row == row


def test_rows_and_spots_are_each_others_inverse() -> None:
    model = QueueModel()
    model.set_counts({Section.MINE: 3, Section.THEIRS: 2, Section.QUIET: 4})
    model.toggle(Section.QUIET)
    spots = [model.spot(row) for row in range(model.rows)]
    assert all(spot is not None and model.row(spot) == row for row, spot in enumerate(spots))
    assert model.spot(model.rows) is None
    assert model.row(Spot(Section.LATER, 0)) is None


def test_in_an_empty_queue_the_first_folded_heading_is_selected() -> None:
    model = QueueModel()
    row = model.opening()
    assert row is not None
    assert model.spot(row) == Spot(Section.LATER)


def test_the_rail_has_a_thumb_only_where_there_is_more() -> None:
    assert rail(0, 10, 0, 5, divider=True) == "│"
    assert rail(0, 10, 0, 5, divider=False) == " "
    marks = [rail(y, 10, 0, 1000, divider=True) for y in range(10)]
    assert marks == ["║", *"│" * 9]
    assert rail(9, 10, 990, 1000, divider=True) == "║"


async def test_past_its_edge_the_queue_scrolls_by_a_third_and_then_rests() -> None:
    app = Long({Section.MINE: MANY})
    async with app.run_test(size=(40, 24)) as pilot:
        queue = app.query_one(QueueList)
        tops = []
        for _ in range(40):
            queue.move(1)
            await pilot.pause()
            tops.append(queue.scroll_offset.y)
            assert queue.row is not None
            assert tops[-1] <= queue.row < tops[-1] + 24
        assert sorted(set(tops)) == [0, 9, 18]
