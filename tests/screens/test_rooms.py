"""Find, the list of keys, the palette, the welcome and the import, through the real app."""

import sqlite3
from pathlib import Path

import pytest

from convonote.config import Config
from convonote.screens.around.welcome import Welcome
from convonote.screens.command_lists.keys import Keys
from convonote.screens.finding.find import Find
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.widgets.one_line import OneLine
from tests.screens.showing import (
    Driver,
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

MESSAGE = """From: {sender}
To: {to}
Subject: Fence
Message-ID: <{number}@example.org>
Date: Fri, 20 Nov 2026 09:0{number}:00 +0000

{text}
"""


def _mail(folder: Path) -> Path:
    folder.mkdir()
    for number, (sender, to) in enumerate(
        [("Ana <ana@example.org>", "me@example.net"), ("me@example.net", "ana@example.org")] * 2
    ):
        text = MESSAGE.format(sender=sender, to=to, number=number, text="Could you mend it?")
        (folder / f"{number}.eml").write_text(text)
    return folder


async def _fill(pilot: Driver, words: str) -> None:
    """Put words into the one field there is, as a paste does."""
    pilot.app.screen.query_one(OneLine).value = words
    await rest(pilot)


async def test_find_looks_from_three_letters_and_opens_at_the_hit(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.screen, Find)
        await type_words(pilot, "bo")
        assert not selected_line(pilot)
        await type_words(pilot, "ok")
        assert "Books" in selected_line(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Timeline)
        assert shows(pilot, "Could you send me the book?")
        await press(pilot, "q")
        assert "Books" in selected_line(pilot)
        await press(pilot, "ctrl+g")
        assert isinstance(pilot.app.screen, Home)


async def test_find_says_when_nothing_has_the_words(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "zebra")
        assert shows(pilot, "Nothing has these words")


async def test_find_reads_more_hits_when_the_end_is_near(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana")
    first = made.hear(ana, "zebra 0", "Zoo")
    for number in range(1, 60):
        made.notebook.say(f"zebra {number}", conversation=first, channel="chat", author=ana.id)
    async with showing(made) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "zebra")
        assert shows(pilot, "50+ found")
        for _ in range(6):
            await press(pilot, "pagedown")
        assert "zebra 0" in selected_line(pilot)


async def test_the_list_of_keys_filters_as_one_types(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, Keys)
        assert screen_text(pilot)[2] == "  Turns"
        await type_words(pilot, "undone")
        assert shows(pilot, "Redo")
        assert not shows(pilot, "Down ")
        await press(pilot, "ctrl+g")
        assert isinstance(pilot.app.screen, Home)


async def test_the_palette_does_what_is_named(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "colon")
        await type_words(pilot, "close")
        await press(pilot, "enter")
        assert shows(pilot, "CLOSED 1")


async def test_an_empty_notebook_offers_to_add_import_and_look_around(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        assert isinstance(pilot.app.screen, Welcome)
        for offer in ("add a person", "import", "demo"):
            assert shows(pilot, offer), offer


async def test_a_person_is_added_by_name_and_address(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "p")
        await type_words(pilot, "Ana Lima, ana@example.org")
        assert shows(pilot, "= Ana Lima: email ana@example.org")
        await press(pilot, "enter")
        assert shows(pilot, "Ana Lima added")
        assert shows(pilot, "only people: Ana Lima")
    (person,) = made.notebook.people("Ana")
    added = made.notebook.person(person.id)
    assert added is not None
    assert added.addresses == (("email", "ana@example.org"),)


async def test_mail_is_imported_from_the_welcome(tmp_path: Path) -> None:
    mail = _mail(tmp_path / "mail")
    config = Config(addresses=(("email", "me@example.net"),))
    made = world(tmp_path)
    made.notebook.set_me(None, config.addresses)
    async with showing(made, config=config) as pilot:
        await press(pilot, "i")
        await _fill(pilot, str(mail))
        assert shows(pilot, "= the folder")
        await press(pilot, "enter")
        assert shows(pilot, "Read 4, added 4, already there 0, refused 0.")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Home)
        assert shows(pilot, "Fence")


async def test_a_path_without_mail_is_refused_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 nothing to read")
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "i")
        await _fill(pilot, str(tmp_path / "none"))
        await press(pilot, "enter")
        assert shows(pilot, "There is no")
        await press(pilot, "escape", "i")
        await _fill(pilot, "report.pdf")
        await press(pilot, "enter")
        assert shows(pilot, "report.pdf")
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Welcome)


async def test_the_demo_is_left_to_whoever_runs_the_app(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "d")
        assert pilot.app.return_value == "demo"


async def test_home_appears_when_something_is_there(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with showing(made) as pilot:
        made.hear(made.person("Ana"), "Are you there?", "Hello")
        pilot.app.reload()  # type: ignore[attr-defined]  # what its timer does when it looks
        await rest(pilot)
        assert isinstance(pilot.app.screen, Home)
        assert shows(pilot, "Hello")


async def test_an_answer_moves_the_conversation_and_is_there_after_a_restart(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "n", "r")
        await type_words(pilot, "The second week")
        await press(pilot, "ctrl+s", "s")
        assert shows(pilot, "THEIR TURN 2")
        assert shows(pilot, "it is their turn")
    async with showing(made) as pilot:
        assert shows(pilot, "THEIR TURN 2")
        assert shows(pilot, "YOUR TURN 1")


async def test_trouble_with_the_file_is_a_line_and_the_screen_stays(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        before = screen_text(pilot)[:20]
        other = sqlite3.connect(made.path)
        other.execute("UPDATE person SET named_by = named_by")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.close()
        with open(made.path, "r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 400_000)
        pilot.app.reload()  # type: ignore[attr-defined]  # what its timer does when it looks
        await rest(pilot)
        assert "is damaged" in " ".join(screen_text(pilot)[-3:])
        assert screen_text(pilot)[:20] == before
        await press(pilot, "j", "a", "w", "q")
        assert pilot.app.is_running


async def test_an_import_asks_whose_mail_it_is_and_goes_on(tmp_path: Path) -> None:
    mail = tmp_path / "my mail"
    mail.mkdir()
    text = MESSAGE.format(sender="ana@example.org", to="bo@example.net", number=1, text="Hi")
    (mail / "1.eml").write_text(text)
    made = world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "i")
        await _fill(pilot, f"'{mail}'")
        await press(pilot, "enter")
        assert shows(pilot, "Whose mail is this?")
        assert not made.notebook.me.addresses
        await _fill(pilot, "bo@example.net")
        await press(pilot, "enter")
        assert shows(pilot, "Read 1, added 0, already there 1")
        assert made.notebook.me.addresses == (("email", "bo@example.net"),)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Home)
