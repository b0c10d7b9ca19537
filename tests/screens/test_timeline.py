"""The timeline: where it opens, how it moves, and what keys do in it."""

from datetime import UTC
from pathlib import Path

from textual.app import App, ComposeResult

from convonote.conversation.records import DAY, Channel, Kind, Origin
from convonote.conversation.turn_records import Section, Turn
from convonote.screens.timelines.original import Original
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.why import Why
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Entry, Window
from convonote.widgets.timeline import TimelineView
from tests.screens.showing import (
    NOW,
    World,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    world,
)

ANA = Person(1, "ana", "Ana Lima")
LONG = Conversation(
    1, "it", "Trip", (ANA,), Section.MINE, Turn.ME, (), (), (), None, None, ("chat",), 100_000
)


def _entry(place: int) -> Entry:
    return Entry(
        id=place + 1,
        uid=str(place),
        conversation=1,
        kind=Kind.SAID,
        channel=Channel.CHAT,
        author=ANA,
        to=(),
        cc=(),
        speakers=(),
        at=NOW - (100_000 - place) * 60_000_000,
        offset=0,
        subject="",
        text=f"This is number {place}.",
        origin=Origin.PERSON,
        queued=False,
        dated=True,
        has_original=False,
        edited=False,
        imported=False,
        attachments=(),
        promises=(),
        waiting=place == 50_000,
    )


class Endless(App[None]):
    """A timeline of a hundred thousand exchanges, which counts those that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[int, int]] = []

    def compose(self) -> ComposeResult:
        yield TimelineView(self._read, lambda: NOW, UTC)

    def on_mount(self) -> None:
        view = self.query_one(TimelineView)
        view.show(LONG, self._read(1, 49_990, 40))
        view.focus()

    def _read(self, conversation: int, start: int, limit: int) -> Window:
        self.read.append((start, limit))
        end = min(100_000, start + limit)
        return Window(1, 100_000, start, tuple(_entry(place) for place in range(start, end)))


async def test_a_hundred_thousand_exchanges_are_read_only_near_the_view() -> None:
    app = Endless()
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.query_one(TimelineView)
        assert view.selected is not None
        assert view.selected.text == "This is number 50000."
        for step in (view.first, view.last, lambda: view.page(-1), lambda: view.move(-1)):
            step()
            await pilot.pause()
        assert view.selected.text.startswith("This is number 9999")
        assert sum(limit for _, limit in app.read) <= 400


async def test_the_rail_counts_exchanges() -> None:
    app = Endless()
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.query_one(TimelineView)

        def thumb() -> int:
            marks = [view.render_line(y).text[-1] for y in range(24)]
            return marks.index("║")

        assert 10 <= thumb() <= 13
        view.first()
        await pilot.pause()
        assert thumb() == 0
        view.last()
        await pilot.pause()
        assert thumb() == 23


def _long_world(folder: Path) -> World:
    made = world(folder)
    ana = made.person("Ana Lima")
    first = made.hear(ana, "First?", "Trip", days=9)
    text = "\n\n".join(f"Paragraph {number}." for number in range(60))
    made.notebook.say(text, conversation=first, channel="email", author=ana.id, at=NOW - 2 * DAY)
    made.notebook.say("Last?", conversation=first, channel="email", author=ana.id, at=NOW - DAY)
    return made


async def test_it_opens_on_the_first_exchange_without_an_answer(tmp_path: Path) -> None:
    async with showing(_long_world(tmp_path)) as pilot:
        await press(pilot, "enter")
        assert "Ana Lima" in selected_line(pilot)
        assert shows(pilot, "First?")
        assert " new" in selected_line(pilot)


async def test_moving_scrolls_through_a_long_exchange_before_it_goes_on(tmp_path: Path) -> None:
    async with showing(_long_world(tmp_path)) as pilot:
        await press(pilot, "enter", "j")
        seen = set(screen_text(pilot))
        for _ in range(60):
            await press(pilot, "j")
            seen.update(screen_text(pilot))
            if shows(pilot, "Last?"):
                break
        for number in range(60):
            assert any(f"Paragraph {number}." in line for line in seen), number


async def test_first_last_and_pages(tmp_path: Path) -> None:
    async with showing(_long_world(tmp_path)) as pilot:
        await press(pilot, "enter", "G")
        assert shows(pilot, "Last?")
        await press(pilot, "g")
        assert shows(pilot, "First?")
        await press(pilot, "ctrl+d")
        assert not shows(pilot, "First?")
        await press(pilot, "ctrl+u")
        assert shows(pilot, "First?")


async def test_n_goes_to_the_next_conversation_that_is_mine(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter")
        assert shows(pilot, "Which week suits you?")
        await press(pilot, "n")
        assert shows(pilot, "Could you send me the book?")
        await press(pilot, "N")
        assert shows(pilot, "Which week suits you?")


async def test_deleting_an_exchange_is_undone_by_u(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter", "D")
        assert not shows(pilot, "Which week suits you?")
        assert shows(pilot, "Exchange deleted; u takes it back")
        await press(pilot, "u")
        assert shows(pilot, "Which week suits you?")


async def test_what_is_written_meanwhile_appears_at_the_end(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "enter")
        (kyoto,) = [one for one in made.notebook.turns(Section.MINE) if one.topic == "Kyoto trip"]
        made.notebook.say("The second week.", conversation=kyoto.id, channel="email")
        pilot.app.reload()  # type: ignore[attr-defined]  # what its timer does when it looks
        await press(pilot, "f12")
        assert shows(pilot, "The second week.")
        assert shows(pilot, "< now")


async def test_why_tells_who_since_when_and_by_which_rule(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, Why)
        assert shows(pilot, "> me since Wed 18 Nov")
        assert shows(pilot, "Ana Lima asked on Wed 18 Nov by email")
        assert shows(pilot, "It asks, told by the question mark in “Which week suits you?”.")
        assert shows(pilot, "T2:")
        await press(pilot, "q")
        assert shows(pilot, "YOUR TURN 2")


async def test_the_original_shows_the_text_unread_as_markdown(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter", "k", "O")
        assert isinstance(pilot.app.screen, Original)
        assert shows(pilot, "Let's go in *April*.")


async def test_copying_says_what_happened(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter", "y")
        assert "clipboard" in screen_text(pilot)[-1]
        assert pilot.app.clipboard == "Which week suits you?\n\n- April 3–9\n- April 10–16"


async def test_a_conversation_that_goes_away_leads_back_home(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Timeline)
        (kyoto,) = [one for one in made.notebook.turns(Section.MINE) if one.topic == "Kyoto trip"]
        made.notebook.delete(conversation=kyoto.id)
        pilot.app.reload()  # type: ignore[attr-defined]  # what its timer does when it looks
        await press(pilot, "f12")
        assert not isinstance(pilot.app.screen, Timeline)


async def test_the_last_exchange_shows_its_end(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana Lima")
    text = "\n\n".join(f"Paragraph {number}." for number in range(60))
    trip = made.hear(ana, "First?", "Trip", days=9)
    made.notebook.say(text, conversation=trip, channel="email", author=ana.id, at=NOW - 2 * DAY)
    async with showing(made) as pilot:
        await press(pilot, "enter", "G")
        assert shows(pilot, "Paragraph 59.")
        await press(pilot, "q", "tab", "G")
        assert shows(pilot, "Paragraph 59.")


async def test_a_question_gives_way_where_there_is_no_room(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path), size=(39, 9)) as pilot:
        await press(pilot, "m")
        assert [line.strip() for line in screen_text(pilot) if line.strip()] == [
            "too small: 40×10 will do"
        ]


async def test_the_end_of_a_long_exchange_stays_in_view_in_another_size(tmp_path: Path) -> None:
    made = world(tmp_path)
    text = "\n\n".join(f"Paragraph {number}." for number in range(60))
    made.hear(made.person("Ana Lima"), text, "Trip")
    async with showing(made) as pilot:
        await pilot.press("enter", "G")
        await pilot.resize_terminal(100, 30)
        await rest(pilot)
        assert shows(pilot, "Paragraph 59.")
