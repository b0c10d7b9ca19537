"""The composer's fields: topic, names, when, and the turn after."""

from dataclasses import replace

import pytest

from convonote.conversation.turn_records import Turn
from convonote.store.records import Said
from convonote.widgets.cycle import Cycle
from convonote.writing.compose_request import Mode
from convonote.writing.composing import After
from tests.screens.composing_host import (
    PENDING,
    Desk,
    composer,
    finish,
    line,
    settle,
    told,
    type_in,
)


async def test_a_new_conversation_takes_its_topic_from_the_text(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None, people=(desk.bob.id,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"The bike is broken", "ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    made = desk.notebook.conversation(app.result.conversation)
    assert made is not None
    assert made.topic == "The bike is broken"


async def test_names_are_completed_as_one_types(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#to").focus()
        await pilot.press(*"an")
        await settle(pilot)
        assert "▸Ana Lima" in line(app.shown, "#offers")
        assert "+an new person" in line(app.shown, "#offers")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"bo")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert composer(app).fields.to.value == "Ana Lima, Bob, "
        assert composer(app).sketch.people == (desk.ana.id, desk.bob.id)


async def test_a_new_person_is_made_with_a_plus(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_in(pilot, "#to", "+Marek, Bob")
        app.shown.query_one("#text").focus()
        await pilot.press(*"Hello", "ctrl+s")
        await finish(pilot)
    assert isinstance(app.result, Said)
    entry = desk.notebook.entry(app.result.exchange)
    assert entry is not None
    assert entry.author == replace(
        desk.person("Marek"), addresses=entry.author.addresses if entry.author else ()
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [("Anna", "+Anna"), ("", "whom"), ("[red]x[/]", "+[red]x[/]")],
)
async def test_a_name_that_is_nobodys_is_told_and_the_text_stays(
    desk: Desk, typed: str, says: str
) -> None:
    app = desk.composer(Mode.THEIRS, conversation=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#to", typed)
        await pilot.press("ctrl+s")
        await finish(pilot)
        assert says in told(app)
        assert app.focused is composer(app).fields.to
        assert composer(app).editor.text == "Hello"
    assert app.result is None or app.result is PENDING


async def test_a_moment_in_words_is_echoed_and_used(desk: Desk) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#when", "yesterday 20:40")
        assert "= Sat 21 Nov 2026 20:40" in line(app.shown, "#moment")
        await pilot.press("ctrl+s")
        await finish(pilot)
    entry = desk.last()
    assert entry.text == "Hello"
    assert desk.now - entry.at > 8 * 3600 * 1_000_000


@pytest.mark.parametrize("words", ["nonsense", "2099-01-01"])
async def test_a_moment_that_is_none_is_told_and_the_text_stays(desk: Desk, words: str) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hello")
        await type_in(pilot, "#when", words)
        await pilot.press("ctrl+s")
        await finish(pilot)
        assert told(app)
        assert app.result is PENDING
        assert app.focused is composer(app).fields.when


@pytest.mark.parametrize(
    ("after", "turn"), [(After.ME, Turn.ME), (After.THEM, Turn.THEM), (After.NOBODY, Turn.NOBODY)]
)
async def test_the_turn_after_can_be_chosen(desk: Desk, after: After, turn: Turn) -> None:
    app = desk.composer(Mode.THEIRS)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#after", Cycle).value = after
        await pilot.press(*"Hello", "ctrl+s")
        await finish(pilot)
    conversation = desk.notebook.conversation(desk.conversation)
    assert conversation is not None
    assert conversation.turn is turn


async def test_a_group_is_answered_with_those_in_copy_in_copy(desk: Desk) -> None:
    asked = desk.notebook.say(
        "Who comes?",
        conversation=desk.conversation,
        channel="email",
        author=desk.ana.id,
        to=[desk.me.id],
        cc=[desk.bob.id],
    )
    app = desk.composer(answers=asked.exchange)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"I do", "ctrl+s")
        await settle(pilot)
        await pilot.press("s")
        await finish(pilot)
    said = desk.last()
    assert [one.name for one in said.to] == ["Ana Lima"]
    assert [one.name for one in said.cc] == ["Bob"]
