"""Setting the turn by hand."""

import pytest
from textual.pilot import Pilot

from convonote.conversation.turn_records import Turn
from convonote.screens.turns.turn import TurnPicker, turn_choices
from convonote.store.records import Conversation
from convonote.widgets.choices import Choices
from convonote.widgets.text import OneLineText
from tests.screens.composing_host import PENDING, Desk, Host


def picker(desk: Desk, conversation: int | None = None) -> Host:
    found = desk.notebook.conversation(conversation or desk.conversation)
    assert found is not None
    return Host(desk.notebook, TurnPicker(found), desk.config)


def group(desk: Desk) -> int:
    """A conversation with two others, in which Ana asked both of us."""
    return desk.notebook.say(
        "Who can come?",
        topic="Roof",
        channel="email",
        author=desk.ana.id,
        to=[desk.me.id, desk.bob.id],
    ).conversation


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def selected(app: Host) -> str:
    choice = app.screen.query_one(Choices).selected
    return choice.id if choice else ""


def holders(app: Host) -> list[str]:
    assert isinstance(app.result, Conversation)
    return sorted(holder.person.name for holder in app.result.holders)


async def test_m_goes_from_me_to_them_to_nobody_and_round(desk: Desk) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = [selected(app)]
        for _ in range(3):
            await pilot.press("m")
            seen.append(selected(app))
    assert seen == [Turn.THEM, Turn.NOBODY, Turn.ME, Turn.THEM]


async def test_enter_sets_the_turn_and_hands_back_the_conversation(desk: Desk) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert holders(app) == ["Ana Lima"]
    assert isinstance(app.result, Conversation)
    assert app.result.turn is Turn.THEM


async def test_nobody_leaves_no_holder(desk: Desk) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("m", "enter")
        await settle(pilot)
    assert holders(app) == []


async def test_who_holds_it_now_is_shown_with_the_reason(desk: Desk) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = " ".join(span.text for line in app.screen.query(OneLineText) for span in line.line)
    assert "Ana" in shown
    assert "Kyoto trip" in shown


async def test_the_reason_is_remembered(desk: Desk) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab", *"jkm talk", "enter")
        await settle(pilot)
    assert isinstance(app.result, Conversation)
    assert "jkm talk" in app.result.holders[0].why


async def test_particular_people_are_marked_with_space_and_each_is_waited_for(desk: Desk) -> None:
    app = picker(desk, group(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G", "space", "k", "space", "enter")
        await settle(pilot)
    assert holders(app) == ["Ana Lima", "Bob"]


async def test_a_selected_person_needs_no_mark(desk: Desk) -> None:
    app = picker(desk, group(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("g", "j", "j", "j", "enter")  # me, them, nobody, then me by name
        await settle(pilot)
    assert holders(app) == ["Jo Doe"]


async def test_them_means_any_one_of_several(desk: Desk) -> None:
    conversation = group(desk)
    app = picker(desk, conversation)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert selected(app) == Turn.THEM
        await pilot.press("enter")
        await settle(pilot)
    assert holders(app) == ["Ana Lima", "Bob"]
    desk.notebook.say(
        "I can.",
        conversation=conversation,
        channel="email",
        author=desk.bob.id,
        to=[desk.ana.id],
        no_answer=True,
    )
    after = desk.notebook.conversation(conversation)
    assert after is not None
    assert [holder.person.name for holder in after.holders] == []


@pytest.mark.parametrize("key", ["q", "h", "left", "escape", "ctrl+g"])
async def test_leaving_changes_nothing(desk: Desk, key: str) -> None:
    app = picker(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
    assert app.result is None
    found = desk.notebook.conversation(desk.conversation)
    assert found is not None
    assert found.turn is Turn.ME


async def test_names_are_never_read_as_markup_nor_drive_the_terminal(desk: Desk) -> None:
    odd = desk.notebook.add_person("[bold red]Eve[/]\x1b]0;x\x07", [("email", "eve@example.org")])
    said = desk.notebook.say(
        "Hi?", topic="[link=x]\x1b[2J", channel="email", author=odd.id, to=[desk.me.id]
    )
    app = picker(desk, said.conversation)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        choices = app.screen.query_one(Choices)
        drawn = "".join(choices.render_line(y).text for y in range(choices.size.height))
        assert "[bold red]Eve[/]" in drawn
        assert "\x1b" not in drawn


@pytest.mark.parametrize("size", [(60, 20), (40, 10), (1, 1)])
async def test_works_at_small_sizes(desk: Desk, size: tuple[int, int]) -> None:
    app = picker(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert app.result is PENDING
        await pilot.press("enter")
        await settle(pilot)
    assert holders(app) == ["Ana Lima"]


async def test_who_is_marked_as_gone_holds_nothing_and_the_others_go_on(desk: Desk) -> None:
    asked = desk.notebook.say("Who can come?", channel="email", to=[desk.ana.id, desk.bob.id])
    app = picker(desk, asked.conversation)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        choices = app.screen.query_one(Choices)
        choices.select_id(str(desk.bob.id))
        await pilot.press("-")
        await settle(pilot)
    assert holders(app) == [desk.ana.name]
    assert isinstance(app.result, Conversation)
    assert app.result.holders[0].rule == "T2"


async def test_i_am_never_the_one_who_left(desk: Desk) -> None:
    app = picker(desk, group(desk))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(Choices).select_id(str(desk.me.id))
        await pilot.press("-")
        await settle(pilot)
        assert app.result is PENDING


async def test_several_with_one_reason_share_a_line_with_their_names(desk: Desk) -> None:
    people = [desk.ana.id, desk.bob.id]
    asked = desk.notebook.say("Who can come?", channel="email", to=people)
    desk.notebook.set_turn(asked.conversation, people)
    app = picker(desk, asked.conversation)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = app.screen.query(OneLineText)
        drawn = ["".join(span.text for span in line.line) for line in lines]
    told = [line for line in drawn if "by hand" in line]
    assert len(told) == 1
    assert "Ana Lima" in told[0]
    assert "Bob" in told[0]


async def test_who_left_is_marked_and_no_longer_among_them(desk: Desk) -> None:
    asked = desk.notebook.say("Who can come?", channel="email", to=[desk.ana.id, desk.bob.id])
    desk.notebook.set_left(asked.conversation, [desk.bob.id])
    found = desk.notebook.conversation(asked.conversation)
    assert found is not None
    lines = [choice.text for choice in turn_choices(found, desk.me.id)]
    assert lines == ["me", "them: Ana Lima", "nobody", "me", "Ana Lima", f"{desk.bob.name} (left)"]
