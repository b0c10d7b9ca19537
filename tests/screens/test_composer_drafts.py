"""Drafts of the composer: kept while one types, on leaving and on a full disk."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from convonote.widgets.cycle import Cycle
from convonote.writing.compose_request import Mode
from tests.screens.composing_host import (
    PENDING,
    Desk,
    composer,
    finish,
    settle,
    told,
    type_in,
)


async def test_a_draft_is_kept_while_one_types_and_goes_with_the_save(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Half a sen")
        composer(app).keep_draft()
        await settle(pilot)
        assert [draft.text for draft in desk.notebook.drafts()] == ["Half a sen"]
        await pilot.press(*"tence", "ctrl+s")
        await finish(pilot)
    assert desk.last().text == "Half a sentence"
    assert desk.notebook.drafts() == []


async def test_the_draft_is_on_disk_at_once_when_the_program_must_end(desk: Desk) -> None:
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Line drops")
        composer(app).save_now()
        assert [draft.text for draft in desk.notebook.drafts()] == ["Line drops"]


async def test_leaving_keeps_the_draft_and_opening_it_restores_all_fields(desk: Desk) -> None:
    app = desk.composer(conversation=None, people=(desk.bob.id, desk.ana.id))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_in(pilot, "#topic", "Bike")
        app.shown.query_one("#channel", Cycle).value = "sms"
        app.shown.query_one("#text").focus()
        await pilot.press(*"Is it", "escape")
        await finish(pilot)
    assert app.result is None
    assert "draft" in app.message
    draft = desk.notebook.drafts()[0]
    again = desk.composer(Mode.TALK, conversation=None, draft=draft)
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        sketch = composer(again).sketch
        assert sketch.mode is Mode.SAID
        assert (sketch.topic, sketch.channel, sketch.text) == ("Bike", "sms", "Is it")
        assert sketch.people == (desk.bob.id, desk.ana.id)


async def test_leaving_with_nothing_written_leaves_no_draft(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"ab", "backspace", "backspace", "ctrl+g")
        await finish(pilot)
    assert app.result is None
    assert desk.notebook.drafts() == []


@contextmanager
def full_disk(notebook: Path) -> Iterator[None]:
    """Let no file grow: what the system then answers is what it answers on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    sizes = (file.stat().st_size for file in notebook.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_on_a_full_disk_the_text_stays_and_can_be_saved_later(
    desk: Desk, tmp_path: Path
) -> None:
    text = "A long story. " * 20_000
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        composer(app).editor.load_text(text)
        with full_disk(tmp_path / "notebook.db"):
            await pilot.press("ctrl+s")
            await finish(pilot)
            assert app.result is PENDING
            assert "Not saved" in told(app)
            await pilot.press("ctrl+g")
            await finish(pilot)
            assert app.result is PENDING
            assert "not saved" in told(app)
        assert composer(app).editor.text == text
        await pilot.press("ctrl+s")
        await finish(pilot)
    assert desk.last().text == text


async def test_a_draft_keeps_names_that_were_typed_in_full(desk: Desk) -> None:
    app = desk.composer(conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#to").focus()
        await pilot.press(*"bob", "tab", "tab")
        await settle(pilot)
        app.shown.query_one("#text").focus()
        await pilot.press(*"Hi", "ctrl+g")
        await finish(pilot)
    assert [draft.people for draft in desk.notebook.drafts()] == [(desk.bob.id,)]
