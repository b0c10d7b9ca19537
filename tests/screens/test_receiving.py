"""The import as the screens show it."""

import json
from pathlib import Path

from convonote.config import Config
from convonote.conversation.turn_records import Section
from convonote.importing import run_import
from convonote.store.notebook import Notebook
from tests.cli.mail import ME, mbox, message, some
from tests.screens.showing import press, showing, shows, type_words, world


async def test_an_empty_line_reads_what_is_new_in_all_that_was_imported(tmp_path: Path) -> None:
    made = world(tmp_path)
    config = Config(addresses=(("email", ME),))
    made.notebook.set_me(None, config.addresses)
    mail = some(tmp_path / "some.mbox")
    run_import(made.notebook, [mail])
    more = message("And now?", number=9, answers=1, topic="Re: Kyoto trip")
    mail.write_bytes(mail.read_bytes() + mbox(tmp_path / "more", more).read_bytes())
    async with showing(made, config=config) as pilot:
        await press(pilot, "colon", *"import", "enter")
        assert shows(pilot, "= what is new in some.mbox")
        await press(pilot, "enter")
        assert shows(pilot, "Import from all that was imported before")
        assert shows(pilot, "Read 1, added 1, already there 0, refused 0.")


async def test_without_anything_imported_before_an_empty_line_cannot_be_taken(
    tmp_path: Path,
) -> None:
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "colon", *"import", "enter", "enter")
        assert shows(pilot, "Type something first")


async def test_mail_that_is_nobodys_is_in_though_the_question_is_left_open(tmp_path: Path) -> None:
    made = world(tmp_path)
    mail = mbox(tmp_path / "list.mbox", message("Who comes?", number=1, to="eva@example.org"))
    async with showing(made) as pilot:
        await press(pilot, "colon", *"import", "enter")
        await type_words(pilot, str(mail))
        await press(pilot, "enter")
        assert shows(pilot, "Whose mail is this?")
        await press(pilot, "escape")
        assert shows(pilot, "Read 1, added 1, already there 0, refused 0.")
        assert shows(pilot, "New: 1 conversation, 2 people.")
        assert shows(pilot, "Nothing tells whose mail this is, so nothing waits for you")


async def test_a_line_can_be_written_down_where_an_import_is_shown(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.notebook.set_me(None, [("email", ME)])
    mail = some(tmp_path / "some.mbox")
    run_import(made.notebook, [mail])
    async with showing(made) as pilot:
        await press(pilot, "colon", *"import", "enter", "enter", "+")
        await type_words(pilot, "+Otto > phone: hello, quite quickly #Boat")
        await press(pilot, "enter")
        assert shows(pilot, "Written down")
        assert shows(pilot, "Import from all that was imported before")
        assert made.notebook.find("quickly")


async def test_an_export_is_restored(tmp_path: Path) -> None:
    with Notebook(tmp_path / "other.convonote") as other:
        ana = other.add_person("Ana Lima")
        other.say("hello", topic="Roof", channel="phone", to=[ana.id])
        lines = [json.dumps(record) for record in other.export()]
    stream = tmp_path / "all.jsonl"
    stream.write_text("\n".join(lines), encoding="utf-8")
    made = world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "i")
        await type_words(pilot, str(stream))
        await press(pilot, "enter")
        assert shows(pilot, "Read 1, added 1")
        await press(pilot, "q")
        assert shows(pilot, "Roof")
    assert sum(made.notebook.counts().values()) == 1
    assert made.notebook.counts()[Section.MINE] == 0


async def test_the_palette_takes_a_command_with_more_behind_it(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "colon")
        await type_words(pilot, "import /tmp/x")
        await press(pilot, "enter")
        assert shows(pilot, "Import mail, cards, chats, transcripts or an export")
