"""`L`: joining conversations, linking them and taking them apart, on the real app."""

from pathlib import Path

from textual.events import Key

from convonote.conversation.records import DAY
from convonote.screens.pick import Pick
from convonote.screens.turns.which_conversation import WhichConversation
from tests.screens.gated import gate, gated_world
from tests.screens.showing import NOW, World, press, rest, showing, shows, type_words, world


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


async def test_keys_that_are_typed_ahead_wait_until_it_is_known_what_is_likely(
    tmp_path: Path,
) -> None:
    made = fences(tmp_path)
    async with showing(made) as pilot:
        pilot.app.post_message(Key("L", "L"))
        pilot.app.post_message(Key("enter", None))
        await rest(pilot)
        (fence,) = [one for one in made.notebook.turns() if one.topic == "Fence"]
        assert fence.exchanges == 2


async def test_a_notebook_that_cannot_be_read_asks_nothing_and_says_so(tmp_path: Path) -> None:
    made = gated_world(tmp_path)
    made.hear(made.person("Ana Lima"), "Which green?", "Fence")
    async with showing(made) as pilot:
        with gate(made, "likely", fails=True):
            await press(pilot, "L")
        assert not isinstance(pilot.app.screen, Pick)
        assert shows(pilot, "the disk is gone")


def paints(folder: Path) -> World:
    made = world(folder)
    ana = made.person("Ana Lima")
    for days, topic in enumerate(("Paint", "Boards", "Nails"), 1):
        made.hear(ana, "Could you order some?", topic, days=days)
    return made


async def test_all_marked_are_joined_and_come_apart_in_one_step(tmp_path: Path) -> None:
    made = paints(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "g", "asterisk", "asterisk", "asterisk", "L")
        assert shows(pilot, "Join them: one conversation of all")
        await press(pilot, "enter")
        (one,) = made.notebook.turns()
        assert one.exchanges == 3
        assert shows(pilot, "3 conversations joined")
        await press(pilot, "u")
        assert {one.topic for one in made.notebook.turns()} == {"Paint", "Boards", "Nails"}


async def test_all_marked_are_linked_to_the_first_and_known_links_stay(tmp_path: Path) -> None:
    made = paints(tmp_path)
    async with showing(made) as pilot:
        for _ in range(2):
            await press(pilot, "g", "asterisk", "asterisk", "asterisk", "L", "j", "enter")
            assert shows(pilot, "3 conversations linked")
    links = [len(made.notebook.linked(one.id)) for one in made.notebook.turns()]
    assert sorted(links) == [1, 1, 2]


async def test_one_that_is_marked_is_asked_about_whatever_is_selected(tmp_path: Path) -> None:
    async with showing(paints(tmp_path)) as pilot:
        await press(pilot, "g", "asterisk", "j", "L")
        assert isinstance(pilot.app.screen, Pick)
        assert shows(pilot, "Join with another conversation")
