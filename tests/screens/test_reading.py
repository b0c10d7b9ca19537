"""What one reads about a person or a conversation: read in a thread, whole in the first frame."""

import threading
from pathlib import Path

from convonote.screens.reader import Layout
from convonote.screens.turns.why import Why
from tests.screens.showing import rest, showing, shows, small_world


class Counted(Why):
    """Notes the threads in which it was read, and what was painted before that."""

    def __init__(self, conversation: int) -> None:
        super().__init__(conversation)
        self.threads: list[str] = []

    def read(self, cells: int) -> Layout:
        self.threads.append(threading.current_thread().name)
        return super().read(cells)


async def test_reasons_are_read_in_a_thread_and_not_again_in_another_width(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    kyoto = next(one for one in made.notebook.turns() if one.topic == "Kyoto trip")
    async with showing(made) as pilot:
        screen = Counted(kyoto.id)
        await pilot.app.push_screen(screen)
        await rest(pilot)
        assert shows(pilot, "T2: Whoever is addressed")
        await pilot.resize_terminal(60, 20)
        await rest(pilot)
        assert shows(pilot, "T2: Whoever is addressed")
        assert len(screen.threads) == 1
        assert screen.threads[0] != threading.main_thread().name
