"""A notebook in which boats are spoken of, and what is typed and selected there."""

from pathlib import Path

from convonote.conversation.records import DAY
from convonote.screens.timelines.timeline import Timeline
from convonote.widgets.one_line import OneLine
from tests.screens.showing import NOW, Driver, World, rest, world


async def fill(pilot: Driver, words: str) -> None:
    """Put words into the one field there is, as a paste does."""
    field = pilot.app.screen.query_one(OneLine)
    field.value = words
    field.cursor_position = len(words)
    await rest(pilot)


def selected(pilot: Driver) -> str:
    """The text of the exchange that is selected in a timeline."""
    screen = pilot.app.screen
    assert isinstance(screen, Timeline)
    assert screen.entry is not None
    return screen.entry.text


def boats(folder: Path) -> World:
    """Boats spoken of thrice with Ana, once with Marek; in between, other things."""
    made = world(folder)
    ana, marek = made.person("Ana Lima"), made.person("Marek")
    trip = made.hear(ana, "Which boat?", "Trip", days=30)
    for days, text in ((20, "The old boat."), (19, "Or none."), (8, "A boat, then?")):
        made.notebook.say(text, conversation=trip, channel="email", at=NOW - days * DAY)
    made.notebook.say(
        "A long line.\n\n" * 40 + "And the boat at last.",
        conversation=made.hear(marek, "Hello?", "Bike", days=12),
        channel="phone",
        author=marek.id,
        at=NOW - 3 * DAY,
    )
    return made
