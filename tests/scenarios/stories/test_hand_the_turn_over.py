"""Three of us plan a trip; I say who is to speak next: one, any one, everyone; and one leaves."""

from pathlib import Path

from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import NOW, World, world


def trip(folder: Path) -> World:
    """Ana has asked all of us where to sleep."""
    made = world(folder)
    ana, bob, chi = (made.person(name) for name in ("Ana Lima", "Bob Stone", "Chi Nguyen"))
    made.notebook.say(
        "Where do we sleep?",
        topic="Trip",
        channel="email",
        author=ana.id,
        to=[made.notebook.me.id, bob.id, chi.id],
        at=NOW,
    )
    return made


async def test_to_one_of_several(tmp_path: Path) -> None:
    async with sitting_at(trip(tmp_path), (100, 30)) as jo:
        jo.sees("YOUR TURN 1")
        await jo.press("m", "G", "k", "enter")
        jo.sees("YOUR TURN 0", "THEIR TURN 1", "Trip: it is their turn")
        await jo.press("k", "w")
        jo.sees("< Bob Stone since", "you set the turn by hand")
        jo.sees_no("< Chi Nguyen")


async def test_to_two_of_them_and_each_is_waited_for(tmp_path: Path) -> None:
    made = trip(tmp_path)
    async with sitting_at(made, (100, 30)) as jo:
        await jo.press("m", "G", "space", "k", "space", "enter")
        await jo.press("k", "w")
        jo.sees("< Bob Stone since", "< Chi Nguyen since", "an answer by each of them")
        await jo.press("q")
        bob = made.notebook.people("Bob")[0]
        made.notebook.say("At my aunt's.", conversation=1, channel="email", author=bob.id, at=NOW)
        await jo.wait(1)
        await jo.press("w")
        jo.sees("< Chi Nguyen since")
        jo.sees_no("< Bob Stone since")


async def test_to_any_of_them_and_the_first_answer_is_enough(tmp_path: Path) -> None:
    async with sitting_at(trip(tmp_path), (100, 30)) as jo:
        await jo.press("m")
        jo.sees("them: any of Ana Lima, Bob Stone, Chi Nguyen")
        await jo.press("enter", "k", "w")
        jo.sees("the first answer by any of them is enough")


async def test_somebody_who_has_left_is_not_waited_for(tmp_path: Path) -> None:
    async with sitting_at(trip(tmp_path), (100, 30)) as jo:
        await jo.press("w")
        jo.sees("< Bob Stone since", "< Chi Nguyen since")
        await jo.press("q", "m", "G", "-")
        await jo.press("w")
        jo.sees("< Bob Stone since")
        jo.sees_no("< Chi Nguyen since")
