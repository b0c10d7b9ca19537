"""Find with filters, and from hit to hit."""

from pathlib import Path

from convonote.screens.finding.find import Find
from convonote.widgets.one_line import OneLine
from tests.screens.boats import boats, fill, selected
from tests.screens.showing import press, showing, shows, type_words


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
