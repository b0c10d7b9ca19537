"""`L`: joining conversations, linking them and taking them apart, on the real app."""

from pathlib import Path

from convonote.conversation.records import DAY
from convonote.screens.pick import Pick
from convonote.screens.turns.which_conversation import WhichConversation
from tests.screens.showing import NOW, World, press, showing, shows, type_words, world


def fences(folder: Path) -> World:
    made = world(folder)
    ana = made.person("Ana Lima")
    made.hear(ana, "Could you order green paint for the boards?", "Fence", days=2)
    made.notebook.say(
        "Green paint for the boards is there.",
        topic="Call",
        channel="phone",
        to=[ana.id],
        at=NOW - DAY,
    )
    made.hear(ana, "Cake on Sunday?", "Cake", days=200)
    return made


async def test_the_likeliest_is_joined_by_one_key_after_l_and_undone(tmp_path: Path) -> None:
    made = fences(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "L")
        assert isinstance(pilot.app.screen, Pick)
        assert shows(pilot, "Join with “Call”")
        await press(pilot, "enter")
        (fence,) = [one for one in made.notebook.turns() if one.topic == "Fence"]
        assert fence.exchanges == 2
        assert shows(pilot, "u takes it back")
        await press(pilot, "u")
        assert {one.topic for one in made.notebook.turns()} >= {"Fence", "Call"}


async def test_another_is_found_by_typing_and_linked(tmp_path: Path) -> None:
    made = fences(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "L", "j", "j", "enter")
        assert isinstance(pilot.app.screen, WhichConversation)
        await type_words(pilot, "cak")
        await press(pilot, "enter")
        (fence,) = [one for one in made.notebook.turns() if one.topic == "Fence"]
        assert [each.conversation.topic for each in made.notebook.linked(fence.id)] == ["Cake"]
        await press(pilot, "L")
        assert shows(pilot, "Go to “Cake (Ana Lima)”, which is linked")


async def test_an_exchange_is_split_off_in_the_timeline(tmp_path: Path) -> None:
    made = fences(tmp_path)
    (fence,) = [one for one in made.notebook.turns() if one.topic == "Fence"]
    (call,) = [one for one in made.notebook.turns() if one.topic == "Call"]
    made.notebook.merge(fence.id, call.id)
    async with showing(made) as pilot:
        await press(pilot, "enter", "G", "L")
        assert shows(pilot, "Split this exchange off")
        await press(pilot, "G", "k", "enter")
        assert len(made.notebook.turns()) + len(made.notebook.turns(fence.section.QUIET)) == 3


async def test_leaving_the_question_changes_nothing(tmp_path: Path) -> None:
    made = fences(tmp_path)
    before = [one.uid for one in made.notebook.turns()]
    async with showing(made) as pilot:
        await press(pilot, "L", "j", "enter")
        await press(pilot, "ctrl+g")
        await press(pilot, "L", "q")
    assert [one.uid for one in made.notebook.turns()] == before
