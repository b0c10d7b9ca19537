"""Find with filters, from hit to hit, jumping in a timeline, filtering and marking."""

from pathlib import Path

from convonote.conversation.records import DAY, Section
from convonote.screens.finding.find import Find
from convonote.screens.pick import Pick
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.widgets.one_line import OneLine
from tests.screens.showing import (
    NOW,
    Driver,
    World,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
    world,
)


async def fill(pilot: Driver, words: str) -> None:
    """Put words into the one field there is, as a paste does."""
    field = pilot.app.screen.query_one(OneLine)
    field.value = words
    field.cursor_position = len(words)
    await rest(pilot)


def selected(pilot: Driver) -> str:
    """The text of the exchange that is selected in a timeline."""
    screen = pilot.app.screen
    assert isinstance(screen, Timeline)
    assert screen.entry is not None
    return screen.entry.text


def boats(folder: Path) -> World:
    """Boats spoken of thrice with Ana, once with Marek; in between, other things."""
    made = world(folder)
    ana, marek = made.person("Ana Lima"), made.person("Marek")
    trip = made.hear(ana, "Which boat?", "Trip", days=30)
    for days, text in ((20, "The old boat."), (19, "Or none."), (8, "A boat, then?")):
        made.notebook.say(text, conversation=trip, channel="email", at=NOW - days * DAY)
    made.notebook.say(
        "A long line.\n\n" * 40 + "And the boat at last.",
        conversation=made.hear(marek, "Hello?", "Bike", days=12),
        channel="phone",
        author=marek.id,
        at=NOW - 3 * DAY,
    )
    return made


# Find


async def test_filters_narrow_and_say_how_they_were_understood(tmp_path: Path) -> None:
    async with showing(boats(tmp_path)) as pilot:
        await press(pilot, "slash")
        await fill(pilot, "boat from:me")
        assert shows(pilot, "2 found · from me")
        await fill(pilot, "from:marek")
        assert shows(pilot, "2 found · from Marek")
        await fill(pilot, "boat from:zebedee")
        assert shows(pilot, "nobody is called “zebedee”; searched without from:zebedee")
        assert shows(pilot, "And the boat at last.")


async def test_tab_fills_in_a_filter_and_goes_through_what_fits(tmp_path: Path) -> None:
    made = boats(tmp_path)
    made.person("Ana Santos")
    async with showing(made) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "fr")
        await press(pilot, "tab")
        field = pilot.app.screen.query_one(OneLine)
        assert field.value == "from:"
        await type_words(pilot, "an")
        await press(pilot, "tab")
        first = field.value
        await press(pilot, "tab")
        assert {first, field.value} == {'from:"Ana Lima" ', 'from:"Ana Santos" '}
        await press(pilot, "tab")
        assert field.value == first
        await fill(pilot, "boat")
        await press(pilot, "tab")
        assert shows(pilot, "from: to: with:")


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


async def test_n_goes_from_hit_to_hit_and_on_to_the_next_conversation(tmp_path: Path) -> None:
    async with showing(boats(tmp_path)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "boat")
        await press(pilot, "enter")
        assert shows(pilot, "1 of 1 here")
        seen = []
        for _ in range(4):
            await press(pilot, "n")
            seen.append(selected(pilot))
        assert seen == ["A boat, then?", "The old boat.", "Which boat?", "Which boat?"]
        assert shows(pilot, "This is the last hit")
        assert shows(pilot, "3 of 3 here")
        await press(pilot, "N", "N", "N")
        assert selected(pilot).endswith("And the boat at last.")
        await press(pilot, "N")
        assert shows(pilot, "This is the first hit")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Find)


async def test_n_begins_at_the_hit_that_was_opened(tmp_path: Path) -> None:
    async with showing(boats(tmp_path)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "boat")
        await press(pilot, "down", "down", "enter")
        assert selected(pilot) == "The old boat."
        await press(pilot, "N", "N")
        assert selected(pilot).endswith("And the boat at last.")


# In a timeline


async def test_one_goes_to_a_day(tmp_path: Path) -> None:
    made = boats(tmp_path)
    async with showing(made) as pilot:
        pilot.app.push_screen(Timeline(made.notebook.find("old boat")[0].conversation))
        await rest(pilot)
        await press(pilot, "d")
        await type_words(pilot, "3 Nov")
        assert shows(pilot, "= Tue 3 Nov")
        await press(pilot, "enter")
        assert selected(pilot) == "Or none."
        await press(pilot, "d")
        await type_words(pilot, "2026-11-10")
        await press(pilot, "enter")
        assert selected(pilot) == "A boat, then?"
        assert shows(pilot, "Nothing on Tue 10 Nov; next is Sat 14 Nov")
        await press(pilot, "d")
        await type_words(pilot, "yesterday")
        await press(pilot, "enter")
        assert shows(pilot, "Nothing was said since Sat 21 Nov; this is the last")
        await press(pilot, "d")
        await type_words(pilot, "2025")
        await press(pilot, "enter")
        assert selected(pilot) == "Which boat?"


async def test_one_goes_by_speaker_and_by_answer(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    kyoto = made.notebook.find("April")[0].conversation
    asked = made.notebook.timeline(kyoto).entries[1]
    for text in ("The first.", "No, the second."):
        made.notebook.say(text, conversation=kyoto, channel="email", answers=asked.id)
    async with showing(made) as pilot:
        pilot.app.push_screen(Timeline(kyoto))
        await rest(pilot)
        await press(pilot, "g", "J")
        assert selected(pilot) == "The first."
        await press(pilot, "K")
        assert selected(pilot).startswith("Let's go")
        await press(pilot, "K")
        assert shows(pilot, "This is the first by me")
        await press(pilot, "G", "enter")
        assert selected(pilot) == asked.text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Pick)
        assert shows(pilot, "answered by me")
        await press(pilot, "enter")
        assert selected(pilot) == "The first."


async def test_f_leaves_the_exchanges_that_fit_until_back(tmp_path: Path) -> None:
    made = boats(tmp_path)
    async with showing(made) as pilot:
        pilot.app.push_screen(Timeline(made.notebook.find("old boat")[0].conversation))
        await rest(pilot)
        await press(pilot, "f")
        await type_words(pilot, "boat")
        assert shows(pilot, "filter: boat  ")
        assert shows(pilot, "3 of 4")
        assert not shows(pilot, "Or none.")
        await press(pilot, "enter", "k")
        assert selected(pilot) == "The old boat."
        await press(pilot, "f")
        await fill(pilot, "from:ana")
        await press(pilot, "enter")
        assert shows(pilot, "1 of 4")
        await press(pilot, "f")
        await fill(pilot, "zebra")
        await press(pilot, "enter")
        assert shows(pilot, "Nothing here has these words.")
        await press(pilot, "q")
        assert shows(pilot, "Or none.")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Home)


# The queue


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
