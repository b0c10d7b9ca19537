"""Names of any script and emoji of any make stand in columns, in every list."""

from pathlib import Path

import pytest

from convonote.text.width import head, width
from tests.screens.showing import Driver, press, screen_text, showing, type_words, world

NAMES = (
    "陈伟",
    "נועה לוי",
    "نور الدين",
    "José Núñez",
    "Jose\u0301 Nu\u0301n\u0303ez",
    "👩‍👩‍👧‍👦 Family",
    "🇵🇹 Lisboa",
    "Zoë 👋🏽",
    "ก้อง ศรีสุข",
    "한지민",
    "❤️ Ana",
    "श्रीमती राव",
)


def rows(pilot: Driver, words: str) -> list[str]:
    """The rows of a list that have some words."""
    return [line for line in screen_text(pilot) if words in line]


def column(line: str, words: str) -> int:
    """The cell at which words stand in a line."""
    return width(line[: line.index(words)])


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)], ids=str)
async def test_the_queue_keeps_its_columns(tmp_path: Path, size: tuple[int, int]) -> None:
    made = world(tmp_path)
    for name in NAMES:
        made.hear(made.person(name), "Could you come on Friday?", "Fence", days=2)
    async with showing(made, size) as pilot:
        lines = [head(line, 59)[0] for line in screen_text(pilot)[2 : 2 + len(NAMES)]]
        assert len({column(line, " 2d") for line in lines}) == 1
        assert all("F" in line for line in lines)


async def test_what_was_found_keeps_its_columns(tmp_path: Path) -> None:
    made = world(tmp_path)
    for name in NAMES:
        made.hear(made.person(name), "Could you come on Friday?", "Fence", days=2)
    async with showing(made) as pilot:
        await press(pilot, "4")
        await type_words(pilot, "friday")
        lines = rows(pilot, "Fence")
        assert len(lines) == len(NAMES)
        assert len({column(line, "Fence") for line in lines}) == 1


async def test_the_contact_list_keeps_its_columns(tmp_path: Path) -> None:
    made = world(tmp_path)
    for name in NAMES:
        made.hear(made.person(name), "Could you come on Friday?", "Fence", days=2)
    async with showing(made) as pilot:
        await press(pilot, "2")
        lines = screen_text(pilot)
        rails = {column(line, "│") for line in lines if "│" in line}
        assert len(rails) == 1
