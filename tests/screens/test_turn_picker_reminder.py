"""A day on which to be reminded, set where the turn is handed over."""

from datetime import UTC, datetime

from convonote.conversation.records import SECOND
from convonote.store.records import Conversation
from convonote.widgets.choices import Choices
from convonote.widgets.text import OneLineText
from tests.screens.composing_host import PENDING, Desk, Host
from tests.screens.test_turn_picker import picker, settle


def asked(desk: Desk) -> int:
    """A conversation in which I asked Ana something."""
    said = desk.notebook.say("Who can come?", topic="Roof", channel="email", to=[desk.ana.id])
    return said.conversation


async def fill_in(app: Host, choice: str, reason: str, remind: str) -> str:
    """Choose, with a reason and a reminder; what is told below."""
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        app.screen.query_one(Choices).select_id(choice)
        await pilot.press("tab", *reason, "tab", *remind, "enter")
        await settle(pilot)
        line = app.screen.query("#told")
        return "".join(span.text for span in line.first(OneLineText).line) if line else ""


def day(at: int | None) -> str:
    return "" if at is None else f"{datetime.fromtimestamp(at / SECOND, UTC):%Y-%m-%d}"


async def test_of_those_who_hold_it_already_it_changes_nothing_else(desk: Desk) -> None:
    app = picker(desk, asked(desk))
    await fill_in(app, "them", "", "2030-12-24")
    assert isinstance(app.result, Conversation)
    (holder,) = app.result.holders
    assert (holder.rule, day(holder.remind)) == ("T2", "2030-12-24")


async def test_with_a_reason_it_goes_with_the_turn_set_by_hand(desk: Desk) -> None:
    app = picker(desk, asked(desk))
    await fill_in(app, "them", "talk", "2030-12-24")
    assert isinstance(app.result, Conversation)
    (holder,) = app.result.holders
    assert (holder.rule, day(holder.remind)) == ("T8", "2030-12-24")
    assert "talk" in holder.why


async def test_a_day_that_is_none_is_told_and_nothing_is_set(desk: Desk) -> None:
    app = picker(desk, asked(desk))
    told = await fill_in(app, "them", "", "soon")
    assert "no date" in told
    assert app.result is PENDING


async def test_where_nobody_else_is_to_answer_it_says_so(desk: Desk) -> None:
    app = picker(desk, asked(desk))
    told = await fill_in(app, "me", "", "2030-12-24")
    assert "nothing to be reminded of" in told
    assert app.result is PENDING
