"""The composer's text: undo, pasting, the preview and the user's own editor."""

from pathlib import Path

import pytest
from textual import events

from convonote.widgets.fields import Fields
from convonote.writing.compose_request import Mode
from tests.screens.composing_host import PENDING, Desk, composer, settle, told


async def test_undo_and_redo_of_the_text(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"one", "enter", *"two", "ctrl+z")
        assert composer(app).editor.text != "one\ntwo"
        await pilot.press("ctrl+y")
        assert composer(app).editor.text == "one\ntwo"


async def test_undo_in_a_field_undoes_that_field(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"text")
        app.shown.query_one("#when").focus()
        await pilot.press(*"fri", "ctrl+z")
        assert composer(app).fields.when.value == "fr"
        await pilot.press("ctrl+y")
        assert composer(app).fields.when.value == "fri"
        assert composer(app).editor.text == "text"


async def test_a_large_paste_is_text_and_nothing_else(desk: Desk) -> None:
    pasted = "jkdu\x13\x1b[2J? word\n" * 70_000
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.post_message(events.Paste(pasted))
        await settle(pilot)
        assert app.result is PENDING
        assert len(composer(app).editor.text) >= 1_000_000
        shown = "".join(composer(app).editor.render_line(y).text for y in range(5))
        assert "\x1b" not in shown
        await pilot.press("ctrl+z")
        assert composer(app).editor.text == ""


async def test_a_pasted_line_without_end_is_kept_whole(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        composer(app).editor.insert("x" * 1_000_000)
        await pilot.press("y")
        await settle(pilot)
        assert composer(app).editor.text == "x" * 1_000_000 + "y"


async def test_the_preview_shows_where_there_is_room_and_folds_away(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(140, 45)) as pilot:
        await settle(pilot)
        assert app.shown.query_one("#preview").display
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not app.shown.query_one("#preview").display
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert app.shown.query_one("#preview").display


async def test_the_users_editor_changes_the_text_and_undo_brings_it_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "from outside\\n" > "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"before", "ctrl+o")
        await settle(pilot)
        assert composer(app).editor.text == "from outside"
        await pilot.press("ctrl+z")
        assert composer(app).editor.text == "before"


async def test_an_editor_that_fails_leaves_the_text_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "false")
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"before", "ctrl+o")
        assert composer(app).editor.text == "before"
        assert "as it was" in told(app)


async def test_keys_of_the_terminal_are_not_taken(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        taken = {
            key
            for screen in (app.shown, app.shown.query_one("#text"), app.shown.query_one(Fields).to)
            for key in screen._bindings.key_to_bindings
        }
        forbidden = {f"ctrl+{key}" for key in ("a", "b", "h", "i", "j", "m", "space")}
        assert not taken & (forbidden | {"f10", "f11", "shift+enter"})
        assert not [key for key in taken if key.startswith("alt+")]
