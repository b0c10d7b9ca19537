"""The first start asks nothing; the tour leads through five steps and leaves no trace."""

from pathlib import Path

from convonote.app import Convonote
from convonote.config import Config
from tests.scenarios.stories.keyboard import Keyboard, sitting_at
from tests.screens.showing import rest, small_world, world


async def test_an_empty_notebook_names_what_can_be_done(tmp_path: Path) -> None:
    async with sitting_at(world(tmp_path)) as jo:
        jo.sees("add a person", "import", "demo")
        await jo.press("p")
        await jo.fill("Ana Lima")
        jo.sees("only people: Ana Lima", "Ana Lima added; o writes down a conversation")


async def test_the_tour_goes_on_with_what_one_does(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    app = Convonote(made.notebook, Config())
    app.begin_tour()
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        jo = Keyboard(pilot, made)
        jo.sees("Tour 1/5")
        await jo.press("j", "k")
        jo.sees("Tour 2/5")
        await jo.press("enter", "q")
        jo.sees("Tour 3/5")
        await jo.press("r")
        await jo.type("The first week")
        await jo.press("ctrl+s", "s")
        jo.sees("Tour 4/5")
        await jo.press("s")
        await jo.fill("fri")
        jo.sees("Tour 5/5")
        await jo.press("u")
        jo.sees("That was the tour")
