"""`w`: why each row of the queue stands where it stands."""

from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.telling.contact_fields import Field, fields, form
from tests.screens.showing import NOW, World, press, rest, screen_text, showing, shows, world

SIZES = [(80, 24), (60, 20), (120, 40)]


@pytest.fixture
def made(tmp_path: Path) -> World:
    return world(tmp_path)


async def first_why(made: World, size: tuple[int, int] = (80, 24), below: int = 0) -> str:
    """What `w` shows of the first row that can be selected, or one below, in one line."""
    async with showing(made, size) as pilot:
        await press(pilot, "g", *("j" * below), "w")
        await rest(pilot)
        return " ".join(" ".join(screen_text(pilot)).split())


@pytest.mark.parametrize("size", SIZES)
async def test_of_my_turn(made: World, size: tuple[int, int]) -> None:
    made.hear(made.person("Ana"), "Which week?", "Kyoto", days=2)
    shown = await first_why(made, size)
    assert "> me since Fri 20 Nov Ana asked on Fri 20 Nov by chat" in shown
    assert "T2: " in shown


@pytest.mark.parametrize("size", SIZES)
async def test_of_somebody_to_reach_out_to(made: World, size: tuple[int, int]) -> None:
    ana = made.person("Ana")
    made.hear(ana, "Thanks!", "Kyoto", days=9)
    made.notebook.set_rhythm(ana.id, 7)
    shown = await first_why(made, size, below=1)
    assert "Why Ana every week; last in touch on Fri 13 Nov by chat T12: " in shown


async def test_of_a_nudge_with_their_pace_on_that_channel(made: World) -> None:
    ana = made.person("Ana")
    for days, channel in ((300, "chat"), (200, "chat"), (100, "chat"), (90, "letter")):
        at = NOW - days * DAY
        said = made.notebook.say("Well?", topic="Old", channel=channel, to=[ana.id], at=at)
        made.notebook.say(
            "Yes, thanks!",
            conversation=said.conversation,
            channel=channel,
            author=ana.id,
            at=at + (DAY if channel == "chat" else 9 * DAY),
        )
    made.say(ana, "Which week?", "Kyoto", days=5)
    shown = await first_why(made)
    assert "Ana usually answers within 24 h by chat" in shown
    assert "T13: You are reminded after twice as long as they usually take" in shown


async def test_of_what_is_put_off(made: World) -> None:
    conversation = made.hear(made.person("Ana"), "Which week?", "Kyoto")
    made.notebook.set_later(conversation, NOW + 4 * DAY)
    async with showing(made) as pilot:
        await press(pilot, "g", "enter", "j", "w")
        assert shows(pilot, "You put it off until Thu 26 Nov")
        assert shows(pilot, "T11: ")


async def test_of_what_has_gone_quiet(made: World) -> None:
    made.hear(made.person("Ana"), "The tiles are blue.", "Roof", days=30)
    async with showing(made) as pilot:
        await press(pilot, "G", *"kk", "enter", "j", "w")
        assert shows(pilot, "Gone quiet:")
        assert shows(pilot, "T14: A wait lapses")


async def test_of_what_is_closed(made: World) -> None:
    conversation = made.hear(made.person("Ana"), "Thanks!", "Roof", days=3)
    made.notebook.set_closed(conversation)
    async with showing(made) as pilot:
        await press(pilot, "G", "enter", "j", "w")
        assert shows(pilot, "You closed it; it opens again when somebody speaks")


async def test_of_a_birthday_that_is_near_and_nothing_else(made: World) -> None:
    ana = made.person("Ana")
    made.notebook.set_rhythm(ana.id, 365)
    made.hear(ana, "Thanks!", "Kyoto", days=9)
    card = made.notebook.contact(ana.id)
    assert card is not None
    before = fields(card)
    born = [*before, Field("birthday", "1980-11-24")]
    made.notebook.edit_contact(card, form(card, before, born))
    shown = await first_why(made, below=1)
    assert "T12: Their birthday is near." in shown
    assert "in touch." not in shown


async def test_of_a_person_in_every_room(made: World) -> None:
    ana = made.person("Ana")
    made.hear(ana, "Thanks!", "Kyoto", days=9)
    async with showing(made) as pilot:
        await press(pilot, "2", "w")
        assert shows(pilot, "No rhythm is set with them")
        made.notebook.set_rhythm(ana.id, 7)
        await press(pilot, "q", "5", "g", "w")
        assert shows(pilot, "T12: The day has come by which you wanted to be in touch.")


async def test_of_where_something_was_promised(made: World) -> None:
    ana = made.person("Ana")
    made.notebook.say("- [ ] send the list", topic="Roof", channel="email", to=[ana.id], at=NOW)
    async with showing(made) as pilot:
        await press(pilot, "3", "w")
        assert shows(pilot, "you promised on Sun 22 Nov")


async def test_who_left_is_told_with_the_day(made: World) -> None:
    ana, cy = made.person("Ana"), made.person("Cy")
    asked = made.notebook.say("Who can come?", topic="Roof", channel="email", to=[ana.id, cy.id])
    made.notebook.set_left(asked.conversation, [cy.id])
    shown = await first_why(made)
    assert "Cy left on Sun 22 Nov" in shown
    assert "T8: Nobody waits for who left" in shown
