"""`+`: one line that says what was said."""

from pathlib import Path

from convonote.conversation.turn_records import Section
from tests.screens.showing import press, showing, shows, type_words, world


async def test_a_line_is_echoed_written_down_and_taken_back_in_one_step(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.notebook.add_person("Ana Lima")
    made.notebook.say("hello", topic="Roof", channel="phone", to=[ana.id])
    async with showing(made) as pilot:
        await press(pilot, "+")
        await type_words(pilot, "+Eva Novak > phone: Which colour shall it be? #Fence")
        await press(pilot, "enter")
        assert shows(pilot, "Fence: it is their turn")
        assert shows(pilot, "Eva Novak")
        assert made.notebook.counts()[Section.THEIRS] == 2
        await press(pilot, "u")
        assert made.notebook.counts()[Section.THEIRS] == 1
        assert made.notebook.match("Eva Novak") == []


async def test_a_line_that_is_not_understood_stays_with_the_reason(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.notebook.add_person("Ana Lima")
    async with showing(made) as pilot:
        await press(pilot, "+")
        await type_words(pilot, "Anna Lima > phone: hello")
        await press(pilot, "enter")
        assert shows(pilot, "nobody is called 'Anna Lima'; nearest: Ana Lima")
        assert shows(pilot, "Anna Lima > phone: hello")
        await press(pilot, "ctrl+g")
        assert made.notebook.counts()[Section.THEIRS] == 0


async def test_enter_on_an_empty_line_says_what_to_do(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "+", "enter")
        assert shows(pilot, "Type a line first, or go back")


async def test_a_line_can_be_the_first_thing_in_a_notebook(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "+")
        await type_words(pilot, "+Eva < mail: When do you come? #Visit")
        await press(pilot, "enter")
        assert shows(pilot, "YOUR TURN 1")
        assert shows(pilot, "Visit")
