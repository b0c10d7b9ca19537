"""I want `z` for later: the footer, the palette and the list of keys know it, and so does `z`."""

from pathlib import Path

from convonote.config import load
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


async def test_a_key_from_the_settings_is_the_key_everywhere(tmp_path: Path) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\nlater = "z"\n')
    async with sitting_at(small_world(tmp_path), config=load(settings)) as jo:
        assert "z later" in jo.screen[-1]
        await jo.press("?")
        await jo.type("out of the queue")
        jo.sees(" z ")
        await jo.press("ctrl+g", ":")
        await jo.type("later")
        assert any("Later" in line and " z" in line for line in jo.screen)
        await jo.press("ctrl+g", "s")
        jo.sees("YOUR TURN 2")
        await jo.press("z")
        await jo.fill("fri")
        jo.sees("LATER 1")
