"""Importing again: only what changed is read, and nothing that was not stored counts as read."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from convonote.importing import BATCH, WhoseMailError, run_import
from convonote.importing.result import ImportResult, Stopped
from convonote.importing.sampling import HELD, Sample
from convonote.intake.records import Skipped
from convonote.store.notebook import Notebook
from tests.cli.mail import ME, mbox, message, present, some

Import = Callable[..., tuple[int, int, int, int]]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A notebook that knows its user."""
    made = Notebook(tmp_path / "notebook.convonote", clock=present)
    made.set_me("Jo", [("email", ME)])
    return made


@pytest.fixture
def take(notebook: Notebook) -> Import:
    """Imports sources, or all remembered ones; gives added, already, unchanged and refused."""

    def took(*sources: Path, again: bool = False) -> tuple[int, int, int, int]:
        result = run_import(notebook, sources or None, again=again)
        got = result.received
        return got.added, got.already, result.unchanged, len(result.refused)

    return took


def maildir(path: Path, count: int) -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    for number in range(count):
        put(path, number)
    return path


def put(box: Path, number: int) -> None:
    one = message(f"Question {number}?", number=100 + number, days=9, topic=f"Topic {number}")
    (box / "new" / f"{number}.host").write_bytes(bytes(one))


def test_without_a_source_what_is_new_in_all_of_them_comes_in(take: Import, tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", 3)
    mail = some(tmp_path / "some.mbox")
    assert take(box, mail) == (6, 0, 0, 0)
    assert take() == (0, 0, 4, 0)
    put(box, 3)
    (box / "new" / "0.host").rename(box / "cur" / "0.host:2,S")
    more = message("And now?", number=77, days=0.5, answers=1, topic="Re: Kyoto trip")
    mail.write_bytes(mail.read_bytes() + mbox(tmp_path / "more", more).read_bytes())
    assert take() == (2, 0, 3, 0)
    assert take(again=True) == (0, 8, 0, 0)


def test_a_single_message_that_was_thrown_away_is_missed_by_nobody(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(bytes(message("Hello?", number=1)))
    box = maildir(tmp_path / "Mail", 1)
    take(path, box)
    path.unlink()
    assert take() == (0, 0, 1, 0)
    assert [source.path for source in notebook.sources()] == [str(box)]


def test_what_an_undone_import_took_in_is_read_again(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    mail, box = some(tmp_path / "some.mbox"), maildir(tmp_path / "Mail", 2)
    assert take(mail) == (3, 0, 0, 0)
    assert take(box) == (2, 0, 0, 0)
    notebook.undo_import()
    assert take() == (2, 3, 0, 0)


def test_a_message_that_is_still_being_written_comes_in_when_it_is_whole(
    take: Import, tmp_path: Path
) -> None:
    mail = some(tmp_path / "some.mbox")
    whole = mail.read_bytes()
    mail.write_bytes(whole[: whole.rindex(b"Message-ID")])
    assert take(mail) == (2, 0, 0, 1)
    assert take() == (0, 0, 0, 1)
    mail.write_bytes(whole)
    assert take() == (1, 0, 0, 0)
    assert take() == (0, 0, 1, 0)


def test_a_draft_in_a_maildir_that_was_sent_becomes_what_was_said(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    box = maildir(tmp_path / "Mail", 1)
    sent = message("Yes, in May.", number=5, author=f"Jo <{ME}>", to="ana@example.org", answers=100)
    (box / "cur" / "5.host:2,DS").write_bytes(bytes(sent))
    assert take(box) == (2, 0, 0, 0)
    assert not notebook.find("May")
    (box / "cur" / "5.host:2,DS").rename(box / "cur" / "5.host:2,S")
    assert take() == (1, 0, 1, 0)
    assert len(notebook.find("May")) == 1


def test_an_empty_mbox_that_was_full_is_no_trouble(take: Import, tmp_path: Path) -> None:
    mail = some(tmp_path / "spool")
    assert take(mail) == (3, 0, 0, 0)
    mail.write_bytes(b"")
    assert take() == (0, 0, 0, 0)


def test_a_source_is_named_by_its_whole_path(
    notebook: Notebook, take: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some(tmp_path / "some.mbox")
    monkeypatch.chdir(tmp_path)
    take(Path("some.mbox"))
    assert [source.path for source in notebook.sources()] == [str(tmp_path / "some.mbox")]
    assert take(tmp_path / "some.mbox") == (0, 0, 1, 0)


def test_only_what_was_stored_before_it_stopped_counts_as_read(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    count = 3 * BATCH + 20
    box = maildir(tmp_path / "Mail", count)

    def stop_after_one(result: ImportResult) -> None:
        if result.received.added:
            raise Stopped

    result = run_import(notebook, [box], on_progress=stop_after_one)
    assert result.stopped
    assert (result.received.added, result.progress.messages) == (BATCH, BATCH)
    assert take() == (count - BATCH, 0, BATCH, 0)


def test_what_was_stored_but_not_noted_is_read_again_and_adds_nothing(
    notebook: Notebook, take: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = some(tmp_path / "some.mbox")

    class Killed(BaseException):
        """As if the process ended just here."""

    def end(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(notebook, "mark", end)
        with pytest.raises(Killed):
            take(mail)
    assert take(mail) == (0, 3, 0, 0)
    assert take(mail) == (0, 0, 1, 0)


def test_progress_ends_where_the_total_is(notebook: Notebook, tmp_path: Path) -> None:
    box, mail = maildir(tmp_path / "Mail", 5), some(tmp_path / "some.mbox")
    told: list[tuple[int, int]] = []
    run_import(
        notebook,
        [box, mail],
        on_progress=lambda so_far: told.append((so_far.progress.done, so_far.progress.total)),
    )
    size = sum(file.stat().st_size for file in [*(box / "new").iterdir(), mail])
    assert told[-1] == (size, size)


def test_a_source_whose_name_is_no_text_is_read_but_not_remembered(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    mail = some(tmp_path / "some\udcff.mbox")
    result = run_import(notebook, [mail])
    assert result.received.added == 3
    assert [one.source for one in result.troubles] == [str(tmp_path / "some?.mbox")]
    assert take(mail) == (0, 0, 1, 0)
    assert notebook.sources() == []
    assert notebook.undo_import() == "taken back: imported some?.mbox"


def chat(path: Path) -> Path:
    path.write_text(
        "12.11.20, 20:40 - Ana Lima: Who comes?\n12.11.20, 20:41 - Rui Costa: I do.\n", "utf-8"
    )
    return path


def test_a_chat_in_which_nobody_knows_me_is_told_of_each_time_until_it_is_known(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    some(folder / "a.mbox")
    chat(folder / "b.txt")
    # The same chat once more, as when it is exported again.
    chat(folder / "c.txt")
    assert take(folder) == (3, 0, 0, 2)
    with pytest.raises(WhoseMailError, match="which of these is you"):
        take()
    more = message("And in June?", number=8)
    mbox(folder / "d.mbox", more)
    assert take() == (1, 0, 1, 2)
    assert run_import(notebook, me=[("", "Rui Costa")]).received.added == 2
    assert take() == (0, 0, 4, 0)


def test_a_message_that_is_none_is_told_of_once(take: Import, tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail", 1)
    (box / "new" / "9.host").write_bytes(b"\n\n")
    assert take(box) == (1, 0, 0, 1)
    assert take() == (0, 0, 2, 0)


def test_files_that_are_no_messages_are_opened_once(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    some(folder / "a.mbox")
    picture = folder / "b.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    assert run_import(notebook, [folder]).skipped == 1
    result = run_import(notebook)
    assert (result.skipped, result.unchanged) == (0, 2)
    assert run_import(notebook, again=True).skipped == 1
    picture.write_bytes(bytes(message("It is mail now.", number=9)))
    assert take() == (1, 0, 1, 0)


def test_a_folder_without_mail_is_refused_each_time_and_not_remembered(
    notebook: Notebook, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0 a picture")
    for _ in range(2):
        (refused,) = run_import(notebook, [folder]).refused
        assert "its 1 files are no messages" in refused.reason
    assert notebook.sources() == []


def test_what_a_folder_held_and_nobody_read_is_read_when_it_is_named(
    notebook: Notebook, take: Import, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    some(folder / "a.mbox")
    packed = folder / "b.bin"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("1.eml", bytes(message("Packed.", number=9)))
    assert take(folder) == (3, 0, 0, 0)
    assert take(packed) == (1, 0, 0, 0)


def test_whose_mail_it_is_is_found_out_behind_more_cards_than_are_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convonote.importing.sampling.HELD", 50)
    cards, mail = tmp_path / "a.vcf", some(tmp_path / "b.mbox")
    one = "BEGIN:VCARD\nVERSION:3.0\nFN:P {0}\nEMAIL:p{0}@example.org\nEND:VCARD\n"
    cards.write_text("".join(map(one.format, range(55))), "utf-8")
    notebook = Notebook(tmp_path / "new.convonote", clock=present)
    result = run_import(notebook, [cards, mail])
    assert result.guess is not None
    assert notebook.me.addresses == (("email", ME),)


def test_no_more_is_held_to_tell_whose_mail_it_is_than_has_room() -> None:
    coming = iter([Skipped("a picture")] * (HELD + 5))
    sample = Sample()
    sample.take(coming)
    assert (len(sample.items), sample.whole, len(list(coming))) == (HELD, False, 5)
