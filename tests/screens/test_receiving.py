"""The import as the screens show it."""

from pathlib import Path

from convonote.config import Config
from convonote.importing import run_import
from tests.cli.mail import ME, mbox, message, some
from tests.screens.showing import press, showing, shows, world


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
