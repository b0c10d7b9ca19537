"""Filtering the queue, and marking conversations to act on all of them."""

from pathlib import Path

from convonote.conversation.turn_records import Section
from tests.screens.boats import boats
from tests.screens.showing import (
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
)


async def test_a_hit_is_in_view_with_its_words_marked(tmp_path: Path) -> None:
    async with showing(boats(tmp_path)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "boat")
        await press(pilot, "enter")
        assert shows(pilot, "And the boat at last.")
        assert shows(pilot, "find: boat")
        lines = pilot.app.screen.query_one("TimelineView").render_lines
        size = pilot.app.screen.query_one("TimelineView").size
        found = [
            segment.text
            for strip in lines(size.region)
            for segment in strip
            if segment.style and segment.style.underline
        ]
        assert found == ["boat"]


async def test_f_filters_the_queue_as_one_types(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "f")
        await type_words(pilot, "mar")
        assert shows(pilot, "THEIR TURN 1")
        assert shows(pilot, "YOUR TURN 0")
        assert shows(pilot, "RESTING 1 -")
        assert shows(pilot, "Roof")
        await press(pilot, "enter")
        assert shows(pilot, "filter: mar")
        assert "Bike" in selected_line(pilot)
        while "RESTING" not in selected_line(pilot):
            await press(pilot, "j")
        await press(pilot, "j")
        assert "Roof" in selected_line(pilot)
        await press(pilot, "escape")
        assert not shows(pilot, "filter:")
        assert shows(pilot, "YOUR TURN 2")
        assert shows(pilot, "RESTING 1 +")


async def test_a_filter_is_taken_away_while_it_is_typed_or_by_what_it_hides(
    tmp_path: Path,
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "f")
        await type_words(pilot, "bike")
        await press(pilot, "ctrl+g")
        assert shows(pilot, "YOUR TURN 2")
        await press(pilot, "f")
        await type_words(pilot, "books")
        await press(pilot, "enter", "n")
        assert shows(pilot, "This is the only one where it is your turn")
        await press(pilot, "D", "u")
        assert shows(pilot, "filter: books")
        assert "Books" in selected_line(pilot)


async def test_marked_conversations_are_closed_together_and_come_back_in_one_step(
    tmp_path: Path,
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "asterisk", "asterisk")
        assert shows(pilot, "2 marked")
        assert sum(line[1:2] == "*" for line in screen_text(pilot)) == 2
        pilot.app.screen.reload()  # type: ignore[attr-defined]  # What another program's change does.
        await rest(pilot)
        assert shows(pilot, "2 marked")
        await press(pilot, "a")
        assert shows(pilot, "2 conversations closed; u takes it back")
        assert shows(pilot, "CLOSED 2")
        assert not shows(pilot, "marked")
        await press(pilot, "u")
        assert shows(pilot, "Undone: 2 conversations closed")
        assert shows(pilot, "YOUR TURN 2")


async def test_marks_go_by_escape_and_one_by_one(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "asterisk", "asterisk", "k", "asterisk")
        assert shows(pilot, "1 marked")
        await press(pilot, "escape")
        assert not shows(pilot, "marked")
        assert not any(line[1:2] == "*" for line in screen_text(pilot))


async def test_deleting_all_marked_asks_and_undoes_in_one_step(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "asterisk", "asterisk", "D")
        assert shows(pilot, "Delete 2 conversations?")
        await press(pilot, "enter")
        assert made.notebook.counts()[Section.MINE] == 2
        await press(pilot, "D", "j", "enter")
        assert made.notebook.counts()[Section.MINE] == 0
        await press(pilot, "u")
        assert made.notebook.counts()[Section.MINE] == 2
        await press(pilot, "g", "asterisk", "D")
        assert made.notebook.counts()[Section.MINE] == 1


async def test_the_turn_and_the_day_are_set_in_all_marked(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "asterisk", "asterisk", "m", "j", "enter")
        assert shows(pilot, "2 conversations given to them")
        assert made.notebook.counts()[Section.MINE] == 0
        await press(pilot, "u", "g", "asterisk", "asterisk", "s")
        await type_words(pilot, "fri")
        await press(pilot, "enter")
        assert shows(pilot, "2 conversations later, back on Fri 27 Nov")
        assert made.notebook.counts()[Section.LATER] == 2


async def test_what_is_gone_is_not_marked_any_more(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "asterisk")
        made.notebook.delete(conversation=made.notebook.turns(Section.MINE)[0].id)
        await press(pilot, "asterisk")
        pilot.app.screen.reload()  # type: ignore[attr-defined]  # What another program's change does.
        await rest(pilot)
        assert shows(pilot, "1 marked")
