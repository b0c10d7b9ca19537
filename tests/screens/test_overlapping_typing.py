"""What is typed while names or hits are read acts on what is seen."""

from pathlib import Path

from convonote.screens.finding.find import Find
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.writing.composer import Composer
from convonote.widgets.people_field import PeopleField
from convonote.writing.compose_request import ComposeRequest
from tests.screens.gated import gate, reached
from tests.screens.overlapping import several
from tests.screens.showing import Driver, World, press, rest, showing


async def _to(pilot: Driver) -> PeopleField:
    await pilot.app.push_screen(Composer(ComposeRequest()))
    await rest(pilot)
    field = pilot.app.screen.query_one("#to", PeopleField)
    field.focus()
    await rest(pilot)
    return field


async def test_enter_takes_nobody_who_was_offered_for_other_letters(tmp_path: Path) -> None:
    made = several(tmp_path)
    made.person("Ana Lima")
    anatol = made.person("Anatol Berg")
    async with showing(made) as pilot:
        field = await _to(pilot)
        await press(pilot, *"Ana")
        with gate(made, "people") as at:
            await pilot.press(*"tol")
            await reached(pilot, at)
            await pilot.press("enter")
            assert field.value == "Anatol"
            at.open()
            await rest(pilot)
        assert field.people == (anatol.id,)


async def test_letters_typed_behind_an_enter_that_waits_take_nobody(tmp_path: Path) -> None:
    made = several(tmp_path)
    made.person("Ana Lima")
    async with showing(made) as pilot:
        field = await _to(pilot)
        with gate(made, "people") as at:
            await pilot.press(*"Ana")
            await reached(pilot, at)
            await pilot.press("enter", "x")
            at.open()
            await rest(pilot)
        assert (field.value, field.people) == ("Anax", ())


async def test_two_of_one_name_are_told_apart_and_trouble_ends_nothing(tmp_path: Path) -> None:
    made = several(tmp_path)
    both = [
        made.notebook.add_person("Ana Lima", [("email", f"{name}@example.org")]).id
        for name in ("one", "two")
    ]
    async with showing(made) as pilot:
        with gate(made, "person") as at:
            at.open()
            field = await _to(pilot)
            await press(pilot, *"Ana", "enter")
            at.fails = True
            await press(pilot, *"Ana", "down", "enter")
            at.fails = False
        assert pilot.app.is_running
        assert len(field.people) == 1
        field.focus()
        await press(pilot, *["backspace"] * 5, *"Ana", "down", "enter")
        assert set(field.people) == set(both)
        assert "@example.org" in field.value


async def _found(made: World, pilot: Driver) -> Find:
    who = made.person("Xeno")
    for animal in ("zebra", "giraffe"):
        made.hear(who, f"Where is the {animal}?", animal.capitalize())
    await press(pilot, "/")
    screen = pilot.app.screen
    assert isinstance(screen, Find)
    return screen


async def test_enter_opens_a_hit_of_the_words_that_stand_there(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        await press(pilot, *"zebra")
        assert find.hits.selected is not None
        with gate(made, "search") as at:
            find.field.value = "giraffe"
            await reached(pilot, at)
            await pilot.press("enter")
            assert pilot.app.screen is find
            at.open()
            await rest(pilot)
        assert isinstance(pilot.app.screen, Timeline)
        assert pilot.app.screen.conversation is not None
        assert pilot.app.screen.conversation.topic == "Giraffe"


async def test_hits_for_words_that_were_taken_back_are_not_shown(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        with gate(made, "search") as at:
            await pilot.press(*"zeb")
            await reached(pilot, at)
            await pilot.press("backspace")
            at.open()
            await rest(pilot)
        assert find.hits.selected is None


async def test_more_hits_of_the_words_before_neither_join_others_nor_put_them_aside(
    tmp_path: Path,
) -> None:
    made = several(tmp_path)
    who = made.person("Yan")
    for number in range(60):
        made.hear(who, f"boat number {number}", f"B{number}")
    async with showing(made) as pilot:
        find = await _found(made, pilot)
        await press(pilot, *"boat")
        with gate(made, "find", "search") as at:
            find.field.value = "giraffe"
            await reached(pilot, at)
            find.hits.last()
            await pilot.pause()
            at.open()
            await rest(pilot)
        assert find.hits.selected is not None
        assert find.hits.selected.topic == "Giraffe"
        find.hits.last()
        assert find.hits.selected.topic == "Giraffe"
