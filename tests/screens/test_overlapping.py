"""A selection that is moved or asked about during a reload stays with what was seen."""

from pathlib import Path

import pytest

from convonote.conversation.turn_records import Section
from convonote.screens.people.merging import Merging
from convonote.screens.people.people import People
from tests.screens.gated import gate, gated_world, reached
from tests.screens.overlapping import app_of, home_of, messages_of, selected_topic, several
from tests.screens.showing import press, rest, showing


async def test_who_is_merged_is_who_was_asked_about(tmp_path: Path) -> None:
    made = gated_world(tmp_path)
    ana, bob, zoe = (made.person(name) for name in ("Ana Lima", "Bob Stone", "Zoe Day"))
    async with showing(made) as pilot:
        await press(pilot, "2")
        people = pilot.app.screen
        assert isinstance(people, People)
        people.chosen(ana)
        await rest(pilot)
        people.action_merge_person()
        await rest(pilot)
        assert isinstance(pilot.app.screen, Merging)
        people.contacts.select(people.contacts.ids.index(zoe.id))
        pilot.app.screen.dismiss(bob)
        await rest(pilot)
        told = messages_of(pilot)[-1]
    assert "Ana Lima" in told
    assert "Bob Stone" in told


async def test_a_move_during_a_reload_stays(tmp_path: Path) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        with gate(made, "counts") as at:
            home_of(pilot).reload()
            await reached(pilot, at)
            await pilot.press("j", "j")
            at.open()
            await rest(pilot)
        assert selected_topic(pilot) == "T2"


async def test_a_far_move_during_a_reload_stays_where_the_list_has_grown(tmp_path: Path) -> None:
    made = several(tmp_path, 130)
    async with showing(made) as pilot:
        made.hear(made.person("Early"), "Me first?", "Early", days=20)
        with gate(made, "counts") as at:
            home_of(pilot).reload()
            await reached(pilot, at)
            home_of(pilot).queue.reveal((Section.MINE, 120))
            before = selected_topic(pilot)
            at.open()
            await rest(pilot)
        assert selected_topic(pilot) == before != ""


@pytest.mark.parametrize(
    ("room", "method"), [("2", "contact_ids"), ("3", "promise_counts"), ("5", "rhythm_counts")]
)
async def test_a_move_during_a_reload_stays_in_every_room(
    tmp_path: Path, room: str, method: str
) -> None:
    made = several(tmp_path)
    for one in made.notebook.turns():
        made.notebook.add_promise(one.id, f"see to {one.topic}")
        made.notebook.set_rhythm(one.people[0].id, 1)
    async with showing(made, size=(60, 20)) as pilot:
        await press(pilot, room)
        with gate(made, method) as at:
            app_of(pilot).reload()
            await reached(pilot, at)
            await pilot.press("j", "j")
            before = pilot.app.cursor_position
            at.open()
            await rest(pilot)
        assert pilot.app.cursor_position == before


async def test_who_was_chosen_is_selected_though_another_reload_comes_between(
    tmp_path: Path,
) -> None:
    made = several(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "2")
        people = pilot.app.screen
        assert isinstance(people, People)
        late = made.person("Zoe Day")
        with gate(made, "contact_ids") as at:
            people.chosen(late)
            await reached(pilot, at)
            people.reload()
            at.open()
            await rest(pilot)
        assert people.person == late
