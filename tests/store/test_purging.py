"""Erasing for good what was deleted."""

from pathlib import Path

import pytest

from convonote.conversation.details import DetailKind
from convonote.intake.records import Card, Party
from convonote.store.errors import UndoError
from convonote.store.keeping.records import Purged
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock
from tests.store.mail import message


def on_disk(path: Path) -> bytes:
    """Every byte of the notebook and what lies beside it."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_words_that_were_deleted_are_on_the_disk_no_more(notebook: Notebook, path: Path) -> None:
    ana = notebook.add_person("Ana")
    kept = notebook.say("the fence", topic="Fence", channel="phone", to=[ana.id])
    wrong = notebook.say("zanzibar", conversation=kept.conversation, channel="phone")
    notebook.edit(wrong.exchange, "zanzibar and timbuktu")
    other = notebook.say("ouagadougou", topic="Reykjavik", channel="phone", to=[ana.id])
    notebook.delete(exchange=wrong.exchange)
    notebook.delete(conversation=other.conversation)
    assert b"zanzibar" in on_disk(path)
    gone = notebook.purge()
    assert (gone.exchanges, gone.conversations) == (2, 1)
    disk = on_disk(path).lower()
    assert not [word for word in (b"zanzibar", b"timbuktu", b"ouagadougou") if word in disk]
    assert b"reykjavik" not in disk
    assert [hit.snippet for hit in notebook.find("fence")] == ["the fence"]
    assert notebook.doctor() == []
    assert notebook.purge() == Purged(0, 0, 0)


def test_what_was_done_to_it_is_undone_no_more_and_the_rest_is(notebook: Notebook) -> None:
    fence = notebook.say("the fence", topic="Fence", channel="phone").conversation
    notebook.rename(fence, "Old fence")
    notebook.delete(conversation=notebook.say("x", topic="Roof", channel="phone").conversation)
    notebook.purge()
    assert notebook.undo() == "renamed Fence"
    notebook.undo()
    with pytest.raises(UndoError, match="nothing to undo"):
        notebook.undo()


def test_what_was_taken_back_is_done_again_no_more(notebook: Notebook) -> None:
    notebook.say("x", topic="Roof", channel="phone")
    notebook.undo()
    assert notebook.purge().exchanges == 1
    with pytest.raises(UndoError, match="nothing to redo"):
        notebook.redo()


def test_an_export_of_what_was_purged_restores(
    notebook: Notebook, tmp_path: Path, clock: Clock
) -> None:
    ana = notebook.add_person("Ana")
    talk = notebook.say("- [ ] paint it", topic="Fence", channel="phone", to=[ana.id])
    notebook.add_detail(ana.id, DetailKind.NOTE, "hates paint")
    notebook.delete(conversation=talk.conversation)
    notebook.purge()
    with Notebook(tmp_path / "again", clock=clock) as again:
        refused: list[object] = []
        again.restore(notebook.export(), refused=refused.append)
        assert (refused, again.doctor()) == ([], [])
        assert "hates paint" in {one.value for one in again.contacts("Ana")[0].details}


def test_what_was_merged_can_still_be_split_by_undo(notebook: Notebook) -> None:
    one, other = (
        notebook.say("x", topic=topic, channel="phone").conversation for topic in ("Fence", "Roof")
    )
    notebook.merge(one, other)
    assert notebook.purge() == Purged(0, 0, 0)
    notebook.undo()
    assert {each.topic for each in notebook.conversations()} == {"Fence", "Roof"}


def test_who_came_and_went_with_what_was_taken_back_is_on_the_disk_no_more(
    notebook: Notebook, path: Path
) -> None:
    with notebook.together():
        zoe = notebook.add_person("Zoe Zanzibar", [("email", "zoe@zanzibar.example")])
        notebook.say("a slip", topic="Slip", channel="phone", to=[zoe.id])
    notebook.undo()
    kim = Party("kim@timbuktu.example", "Kim Timbuktu")
    with notebook.receive("test.mbox") as into:
        into.add([message("<a>", author=kim)])
    notebook.undo_import()
    assert b"kim@timbuktu" in on_disk(path)
    notebook.purge()
    disk = on_disk(path).lower()
    assert b"zanzibar" not in disk
    assert b"timbuktu" not in disk
    assert notebook.doctor() == []
    assert notebook.purge() == Purged(0, 0, 0)


def test_whom_one_deleted_stays_away_though_what_one_wrote_of_them_is_erased(
    notebook: Notebook, path: Path
) -> None:
    kim = notebook.add_person("Kim", [("email", "kim@example.org")])
    notebook.add_detail(kim.id, DetailKind.NOTE, "zanzibar")
    notebook.delete_people([kim.id])
    notebook.purge()
    assert b"zanzibar" not in on_disk(path)
    with pytest.raises(UndoError):
        notebook.undo()
    with notebook.receive("test.vcf") as into:
        into.add_cards([Card("test.vcf", 0, "Kim", (Party("kim@example.org"),))])
    assert notebook.contacts("Kim") == []
    assert notebook.doctor() == []
