"""`e` and `E` on an exchange, in the timeline and in the preview of the queue."""

import sys
from pathlib import Path

import pytest

from convonote.screens.timelines.timeline import Timeline
from convonote.screens.writing.composer import Composer
from tests.screens.showing import Driver, press, screen_text, showing, small_world


def shown(pilot: Driver) -> str:
    return "\n".join(screen_text(pilot))


@pytest.fixture(params=["preview", "timeline"])
def keys(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What leads to the last exchange of the first conversation."""
    return ("tab", "G") if request.param == "preview" else ("enter", "G")


async def test_e_edits_the_selected_exchange_and_u_takes_it_back(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, *keys, "e")
        assert isinstance(pilot.app.screen, Composer)
        assert "[edit: they said]" in shown(pilot)
        await press(pilot, "Z", "ctrl+s")
        assert "10–16Z" in shown(pilot)
        assert "edited" in shown(pilot)
        await press(pilot, "u")
        assert "10–16Z" not in shown(pilot)
    made.notebook.close()


async def test_e_in_ones_own_editor_is_one_step(
    tmp_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "p.write_text(p.read_text().replace('week', 'month'))\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        # A test has no terminal to be put aside.
        monkeypatch.setattr(type(pilot.app), "suspend", lambda self: _Nothing())
        await press(pilot, *keys, "E")
        assert "Which month suits you?" in shown(pilot)
        assert "takes it back" in shown(pilot)
        await press(pilot, "u")
        assert "Which week suits you?" in shown(pilot)
    made.notebook.close()


async def test_without_a_terminal_to_put_aside_the_editor_is_refused_in_words(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "enter", "E")
        assert isinstance(pilot.app.screen, Timeline)
        assert "An editor cannot be opened" in shown(pilot)
    made.notebook.close()


class _Nothing:
    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass
