"""How many bytes a key costs on the line; these do not depend on the machine's speed."""

import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest
from textual.widgets import Input

from convonote.app import Convonote
from convonote.wire.wire import Wire
from tests.screens.showing import Driver, World, small_world
from tests.wire.recording import Recording, painted, press, recorded

NAMES = ("Ana Lima", "Marek Nowak", "José Núñez", "Li Na", "Priya Nair", "Zoë Ahmed")
TOPICS = ("Kyoto trip", "Roof", "Hospital visits", "Lease", "Proofreading", "Choir", "Books")
QUEUE_ENDS = 27
"""The column of the terminal that ends the queue, at 80×24."""
SAYING = "Could you send me the drawings? The second has the better moon, the first my birthday."


@dataclass
class Line:
    """The line to the terminal, with what went over it."""

    pilot: Driver
    recording: Recording
    wire: Wire
    seen: int = 0

    def sizes(self) -> list[int]:
        """Bytes of each frame since the last time that sent any."""
        return [size for size, _ in self.frames()]

    def frames(self) -> list[tuple[int, str]]:
        """The same, each with all that was painted."""
        frames = []
        for frame in self.recording.whole[self.seen :]:
            sent = "".join(map(self.wire.write, frame)) + self.wire.flush()
            frames.append((len(sent.encode()), "".join(frame)))
        self.seen = len(self.recording.whole)
        return [(size, painted) for size, painted in frames if size]

    async def move(self) -> tuple[int, int]:
        """Press `j`; gives bytes for the queue, on the left, and for the preview beside it."""
        await press(self.pilot, "j")
        move = preview = 0
        for size, writes in self.frames():
            # The last place is the cursor's.
            columns = [int(column) for column in re.findall(r"\x1b\[\d+;(\d+)H", writes)[:-1]]
            if min(columns) < QUEUE_ENDS:
                move += size
            else:
                preview += size
        return move, preview

    async def press(self, key: str) -> list[int]:
        """Bytes of each frame that a key leads to, until all is at rest."""
        await press(self.pilot, key)
        return self.sizes()


def long_queue(folder: Path) -> World:
    """More conversations than the screen has rows."""
    made = small_world(folder)
    people = [made.person(name) for name in NAMES]
    for number in range(60):
        topic = f"{TOPICS[number % len(TOPICS)]} {number}"
        made.hear(people[number % len(people)], f"{SAYING} {number}.", topic, days=number)
    return made


def line(pilot: Driver, recording: Recording, size: tuple[int, int] = (80, 24)) -> Line:
    """The line to a terminal of some size."""
    return Line(pilot, recording, Wire(lambda: size))


async def test_the_first_frames_take_5_kilobytes_at_most(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        assert sum(line(pilot, recording).sizes()) <= 5_000


async def test_a_move_takes_120_bytes_and_the_preview_after_it_2500(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        over.sizes()
        for _ in range(5):
            move, preview = await over.move()
            assert 0 < move <= 120
            assert 0 < preview <= 2_500


async def test_going_down_a_long_list_takes_250_bytes_a_key_with_its_scrolling(
    tmp_path: Path,
) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        await over.press("ctrl+d")
        moves = [(await over.move())[0] for _ in range(18)]
        assert max(moves) > 250, "nothing scrolled"
        assert median(moves) <= 120
        assert sum(moves) / len(moves) <= 250


async def test_a_letter_in_the_composer_takes_60_bytes(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        await over.press("c")
        letters = [(await over.press(key))[0] for key in "Cześć,陈é"]
        assert max(letters) <= 60
        await over.press("left")
        assert (await over.press("backspace"))[0] <= 60
        assert (await over.press("enter"))[0] <= 120


async def test_the_palette_takes_2500_bytes_and_rests(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        over.sizes()
        assert sum(await over.press("colon")) <= 2_500
        field = pilot.app.screen.query_one(Input)
        assert not field.cursor_blink
        await over.press("escape")


async def test_the_list_of_keys_and_a_change_of_screen_take_2500_bytes(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        over.sizes()
        for key in ("question_mark", "ctrl+g", "enter", "q"):
            assert sum(await over.press(key)) <= 2_500, key


async def test_nothing_is_sent_while_nothing_changes(tmp_path: Path) -> None:
    async with recorded(long_queue(tmp_path)) as (pilot, recording):
        over = line(pilot, recording)
        over.sizes()
        app = pilot.app
        assert isinstance(app, Convonote)
        app.look()
        app.settle()
        app.reload()
        await pilot.hover(offset=(3, 3))
        await pilot.hover(offset=(40, 12))
        await painted(pilot)
        assert sum(over.sizes()) == 0


@pytest.mark.parametrize("theme", ["ansi-dark", "nord"])
async def test_a_repainted_screen_is_sent_whole(tmp_path: Path, theme: str) -> None:
    async with recorded(long_queue(tmp_path), theme=theme) as (pilot, recording):
        over = line(pilot, recording)
        first = sum(over.sizes())
        over.wire.forget()
        again = sum(await over.press("ctrl+l"))
        assert again > first / 2
        # Everything is known again: painting once more sends nothing.
        assert sum(await over.press("ctrl+l")) == 0
