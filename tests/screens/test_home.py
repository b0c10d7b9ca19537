"""The home screen: the queue in its sections, the preview, and what keys do there."""

from pathlib import Path

import pytest

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.screens.timelines.timeline import Timeline
from convonote.store.notebook import Notebook
from tests.screens.showing import (
    NOW,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
    world,
)


async def test_the_first_frame_shows_who_waits_with_the_timeline_beside_it(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        lines = screen_text(pilot)
        assert lines[0].startswith("convonote   2 your turn · 0 later")
        assert lines[0].endswith("Sun 22 Nov")
        assert lines[1].startswith(" YOUR TURN 2")
        assert lines[2].startswith("▌> Ana Lima")
        assert "Which week suits you?" in "\n".join(lines)
        assert "new" in "\n".join(lines)


async def test_headings_show_with_zero_too(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.hear(made.person("Ana"), "How are you?", "Hello")
    async with showing(made) as pilot:
        for heading in ("YOUR TURN 1", "NUDGE 0", "THEIR TURN 0", "LATER 0", "QUIET 0", "CLOSED 0"):
            assert shows(pilot, heading), heading


async def test_moving_goes_over_conversations_and_folded_headings_and_the_preview_follows(
    tmp_path: Path,
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "j")
        assert "陈伟" in selected_line(pilot)
        assert shows(pilot, "Could you send me the book?")
        await press(pilot, "j")
        assert selected_line(pilot).startswith("▌< Marek")
        await press(pilot, "j")
        assert selected_line(pilot).startswith("▌LATER")
        await press(pilot, "k", "k", "k", "k")
        assert "Ana Lima" in selected_line(pilot)


async def test_enter_unfolds_a_heading_and_folds_it_again(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        assert not shows(pilot, "Roof")
        await press(pilot, "G", "k")
        assert selected_line(pilot).startswith("▌RESTING")
        await press(pilot, "enter")
        assert shows(pilot, "= Marek")
        await press(pilot, "enter")
        assert not shows(pilot, "= Marek")


async def test_enter_opens_the_timeline_and_q_goes_back_and_then_quits(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Timeline)
        await press(pilot, "q")
        assert not isinstance(pilot.app.screen, Timeline)
        await press(pilot, "q")
        assert not pilot.app.is_running


async def test_n_goes_to_the_next_that_is_mine_and_goes_round(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "j", "j", "n")
        assert "Ana Lima" in selected_line(pilot)
        await press(pilot, "n")
        assert "陈伟" in selected_line(pilot)
        await press(pilot, "N")
        assert "Ana Lima" in selected_line(pilot)


async def test_closing_takes_a_row_out_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "a")
        assert shows(pilot, "YOUR TURN 1")
        assert shows(pilot, "CLOSED 1")
        assert shows(pilot, "Kyoto trip: closed; u takes it back")
        await press(pilot, "u")
        assert shows(pilot, "YOUR TURN 2")
        assert shows(pilot, "Undone:")
        await press(pilot, "U")
        assert shows(pilot, "CLOSED 1")


async def test_deleting_is_undone_by_u(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "D")
        assert not shows(pilot, "Ana Lima")
        await press(pilot, "u")
        assert shows(pilot, "Ana Lima")


async def test_undo_with_nothing_to_undo_says_so(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        for _ in range(9):
            await press(pilot, "u")
        assert pilot.app.is_running
        assert screen_text(pilot)[-1]


async def test_later_echoes_the_date_and_takes_the_row_out_until_then(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "s")
        await type_words(pilot, "3d")
        assert shows(pilot, "= Wed 25 Nov, in 3 days")
        await press(pilot, "enter")
        assert shows(pilot, "LATER 1")
        assert shows(pilot, "Kyoto trip: back on Wed 25 Nov")
    later = made.notebook.turns(Section.LATER)
    assert [one.topic for one in later] == ["Kyoto trip"]
    assert later[0].until == (NOW // DAY + 3) * DAY


async def test_a_date_that_is_none_is_refused_in_a_line(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "s")
        await type_words(pilot, "soonish")
        await press(pilot, "enter")
        assert shows(pilot, "soonish")
        await press(pilot, "escape")
    assert not made.notebook.turns(Section.LATER)


async def test_a_promise_is_kept_by_x(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.say(made.person("Ana"), "I will.\n\n- [ ] send the flight list by 2026-11-20", "Trip")
    async with showing(made) as pilot:
        assert shows(pilot, "you owe: “send the flight list")
        await press(pilot, "x")
        assert not shows(pilot, "you owe")
    (resting,) = made.notebook.turns(Section.RESTING)
    assert not resting.promises


async def test_what_another_program_writes_appears(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        with Notebook(made.path, clock=lambda: NOW, zone=made.notebook.zone) as other:
            li = other.add_person("Li Na")
            other.say("Are you there?", topic="Lease", channel="phone", author=li.id, at=NOW - DAY)
        pilot.app.look()  # type: ignore[attr-defined]  # what its timer does each second
        await rest(pilot)
        assert shows(pilot, "YOUR TURN 3")
        assert shows(pilot, "Li Na")
        assert "Ana Lima" in selected_line(pilot)


async def test_time_alone_moves_a_conversation_to_nudge(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        assert shows(pilot, "THEIR TURN 1")
        made.now += 8 * DAY
        pilot.app.settle()  # type: ignore[attr-defined]  # what its timer does at that moment
        await rest(pilot)
        assert shows(pilot, "NUDGE 1")
        assert shows(pilot, "THEIR TURN 0")


@pytest.mark.parametrize(
    ("size", "there", "not_there"),
    [
        ((60, 20), ["YOUR TURN 2", "Kyoto trip"], ["Which week", "WHOSE TURN"]),
        ((80, 24), ["YOUR TURN 2", "Which week"], ["WHOSE TURN"]),
        ((140, 45), ["YOUR TURN 2", "Which week", "WHOSE TURN", "PEOPLE 1"], []),
        ((39, 20), ["too small"], ["YOUR TURN"]),
        ((80, 9), ["too small"], ["YOUR TURN"]),
    ],
)
async def test_panes_by_size(
    tmp_path: Path, size: tuple[int, int], there: list[str], not_there: list[str]
) -> None:
    async with showing(small_world(tmp_path), size) as pilot:
        for words in there:
            assert shows(pilot, words), words
        for words in not_there:
            assert not shows(pilot, words), words


async def test_a_resize_shows_the_panes_there_is_room_for(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path), (60, 20)) as pilot:
        await pilot.resize_terminal(140, 45)
        await rest(pilot)
        assert shows(pilot, "Which week")
        assert shows(pilot, "WHOSE TURN")
        await pilot.resize_terminal(10, 3)
        await rest(pilot)
        await pilot.resize_terminal(80, 24)
        await rest(pilot)
        assert shows(pilot, "Which week")
        assert "Ana Lima" in selected_line(pilot)


async def test_stored_text_is_neither_markup_nor_a_terminal_sequence(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("[b]Ana[/b]\x1b]52;c;eA==\x07")
    made.hear(ana, "[red]hello[/red] \x1b[31mred\x1b[0m?", "[@click=app.quit]Topic[/]\x1b[2J")
    async with showing(made, (140, 45)) as pilot:
        text = "\n".join(screen_text(pilot))
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "[b]Ana[/b]" in text
        assert "[red]hello[/red]" in text
        assert "[@click=app.quit]Topic[/]" in text


async def test_without_colours_none_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with showing(small_world(tmp_path)) as pilot:
        assert shows(pilot, "YOUR TURN 2")
        (only,) = pilot.app.get_line_filters()
        for strip in pilot.app.screen._compositor.render_strips():
            for segment in strip.apply_filter(only, pilot.app.background_colors[1]):
                assert segment.style is None or segment.style.color is None
                assert segment.style is None or segment.style.bgcolor is None


async def test_a_click_selects_a_row_and_a_second_one_opens_it(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await pilot.click(offset=(5, 3))
        await rest(pilot)
        assert "陈伟" in selected_line(pilot)
        await pilot.click(offset=(5, 3), times=2)
        await rest(pilot)
        assert isinstance(pilot.app.screen, Timeline)


async def test_tab_gives_the_keys_to_the_timeline_and_back(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "tab", "k")
        assert selected_line(pilot).startswith("▌> Ana Lima")
        await press(pilot, "h", "j")
        assert selected_line(pilot).startswith("▌> 陈伟")
