"""Several conversations whose reads can be held up, and what their screen shows."""

from pathlib import Path

from convonote.app import Convonote
from convonote.conversation.turn_records import Section
from convonote.screens.turns.home import Home
from tests.screens.gated import gated_world
from tests.screens.showing import Driver, World


def several(folder: Path, count: int = 4) -> World:
    """So many conversations where it is my turn, `T0` above."""
    made = gated_world(folder)
    for number in range(count):
        who = made.person(f"Person {number}")
        made.hear(who, f"Question {number}?", f"T{number}", days=(count - number) / 10)
    return made


def app_of(pilot: Driver) -> Convonote:
    """The app."""
    assert isinstance(pilot.app, Convonote)
    return pilot.app


def home_of(pilot: Driver) -> Home:
    """The queue, which must be what is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, Home)
    return screen


def selected_topic(pilot: Driver) -> str:
    """The topic of the conversation that is selected, or nothing."""
    conversation = home_of(pilot).conversation
    return conversation.topic if conversation else ""


def closed_topics(made: World) -> set[str]:
    """The topics of what is closed."""
    return {one.topic for one in made.notebook.turns(Section.CLOSED)}


def messages_of(pilot: Driver) -> list[str]:
    """What was told so far."""
    return [one.text for one in app_of(pilot).messages]
