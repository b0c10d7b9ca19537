"""Jumping and filtering in a timeline."""

from pathlib import Path

from convonote.screens.pick import Pick
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from tests.screens.boats import boats, fill, selected
from tests.screens.showing import press, rest, showing, shows, small_world, type_words


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
