"""A folder of pages: one a conversation, the same when written again, and nobody else's touched."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import DAY, SECOND, Kind
from convonote.exporting.folder import export_folder
from convonote.exporting.names import LONGEST, file_words, page_name
from convonote.store.notebook import Notebook

NOW = int(datetime(2026, 11, 2, 9, tzinfo=UTC).timestamp()) * SECOND


class Kept:
    """A notebook whose clock the test moves, and the folder it is written to."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.book = Notebook(folder / "n.convonote", clock=lambda: self.now, zone=UTC)
        self.folder = folder / "out"
        self.ana = self.book.add_person("Ana Lima", [("email", "ana@example.org")])

    def hear(self, text: str, topic: str, at: int = NOW) -> int:
        said = self.book.say(text, topic=topic, channel="email", author=self.ana.id, at=at)
        return said.conversation

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def page(self, topic: str) -> Path:
        (found,) = self.folder.glob(f"*/* {topic} *.md")
        return found


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path)
    with made.book:
        yield made


def test_a_page_reads_as_the_conversation_went(kept: Kept) -> None:
    kyoto = kept.hear("Which week?\n\n# mine", "Kyoto trip", at=NOW - 5 * DAY)
    kept.book.say("- [ ] send the list by 2026-12-03", conversation=kyoto, channel="phone", at=NOW)
    kept.book.say("mornings", conversation=kyoto, channel="other", kind=Kind.NOTE, at=NOW)
    export_folder(kept.book, kept.folder)
    page = kept.page("Kyoto trip")
    assert page.parent.name == "2026"
    assert page.name.startswith("2026-10-28 Kyoto trip ")
    text, mark = page.read_text().rsplit("\n\n", 1)
    assert text == (
        "# Kyoto trip\n\nWith Ana Lima.\n\n"
        "- [ ] me: send the list (by 2026-12-03)\n\n"
        "## 2026-10-28 09:00 · Ana Lima to me · email\n\n"
        "> Which week?\n>\n> # mine\n\n"
        "## 2026-11-02 09:00 · me to Ana Lima · phone\n\n"
        "> - [ ] send the list by 2026-12-03\n\n"
        "## 2026-11-02 09:00 · private note\n\n"
        "> mornings"
    )
    assert mark.startswith("<!-- convonote ")
    assert b"EMAIL:ana@example.org" in kept.files()["people.vcf"]


def test_twice_gives_the_same_bytes_whatever_day_it_is(kept: Kept, tmp_path: Path) -> None:
    kept.hear("Which week?", "Kyoto trip")
    kept.hear("Could you - [ ] call?", "Roof")
    first = export_folder(kept.book, kept.folder)
    before = kept.files()
    kept.now += 100 * DAY
    kept.book.settle()
    again = export_folder(kept.book, kept.folder)
    assert (first.written, again.written, again.unchanged) == (3, 0, 3)
    export_folder(kept.book, tmp_path / "elsewhere")
    kept.folder = tmp_path / "elsewhere"
    assert kept.files() == before


def test_only_what_changed_is_written_again(kept: Kept) -> None:
    kept.hear("Which week?", "Kyoto trip")
    roof = kept.hear("When?", "Roof")
    export_folder(kept.book, kept.folder)
    kyoto = kept.page("Kyoto trip").stat()
    kept.book.say("Tomorrow.", conversation=roof, channel="phone")
    done = export_folder(kept.book, kept.folder)
    assert (done.written, done.unchanged, done.removed, done.left) == (1, 2, 0, [])
    assert kept.page("Kyoto trip").stat() == kyoto
    assert "> Tomorrow." in kept.page("Roof").read_text()


def test_pages_of_what_is_gone_or_renamed_are_removed_and_nothing_else(kept: Kept) -> None:
    gone, roof = kept.hear("Which week?", "Kyoto trip"), kept.hear("When?", "Roof")
    export_folder(kept.book, kept.folder)
    mine = kept.folder / "2026" / "2026-11-02 Kyoto trip notes.md"
    mine.write_text("mine")
    kept.book.delete(conversation=gone)
    kept.book.rename(roof, "New roof")
    done = export_folder(kept.book, kept.folder)
    assert (done.written, done.removed, done.left) == (1, 2, [])
    assert mine.read_text() == "mine"
    assert [name for name in kept.files() if "roof" in name.lower()] == [
        f"2026/{kept.page('New roof').name}"
    ]


def test_a_page_changed_by_hand_is_left_alone(kept: Kept) -> None:
    kyoto, roof = kept.hear("Which week?", "Kyoto trip"), kept.hear("When?", "Roof")
    export_folder(kept.book, kept.folder)
    pages = [kept.page("Kyoto trip"), kept.page("Roof")]
    for page in pages:
        page.write_text("My remark.\n" + page.read_text())
    kept.book.say("April.", conversation=kyoto, channel="phone")
    kept.book.delete(conversation=roof)
    assert export_folder(kept.book, kept.folder).left == pages
    assert all(page.read_text().startswith("My remark.") for page in pages)


def test_what_is_in_the_way_is_left_alone(kept: Kept) -> None:
    kept.hear("Which week?", "Kyoto trip")
    kept.folder.mkdir()
    cards = kept.folder / "people.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Mine\nEND:VCARD\n")
    done = export_folder(kept.book, kept.folder)
    assert (done.left, cards.read_text().count("Mine")) == ([cards], 1)


def test_everything_is_the_owners_alone(kept: Kept) -> None:
    kept.hear("Which week?", "Kyoto trip")
    export_folder(kept.book, kept.folder)
    modes = {path.stat().st_mode & 0o777 for path in kept.folder.rglob("*") if path.is_file()}
    folders = {kept.folder, *(path for path in kept.folder.rglob("*") if path.is_dir())}
    assert (modes, {each.stat().st_mode & 0o777 for each in folders}) == ({0o600}, {0o700})


def test_cut_short_it_goes_on_from_there(kept: Kept, tmp_path: Path) -> None:
    for number in range(3):
        kept.hear("x", f"Talk {number}")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_folder(kept.book, kept.folder, progress=stop)
    assert all(b"<!-- convonote" in content for content in kept.files().values())
    done = export_folder(kept.book, kept.folder)
    assert (done.written, done.unchanged) == (2, 2)


def test_a_conversation_longer_than_a_window_is_whole(kept: Kept) -> None:
    talk = kept.hear("0", "Long")
    with kept.book.together():
        for number in range(1, 450):
            kept.book.say(f"line {number}", conversation=talk, channel="chat", at=NOW + number)
    export_folder(kept.book, kept.folder)
    lines = kept.page("Long").read_text().splitlines()
    assert [line for line in lines if line.startswith("> line")] == [
        f"> line {number}" for number in range(1, 450)
    ]


def test_names_and_texts_cannot_pass_for_something_else(kept: Kept) -> None:
    eve = kept.book.add_person("Eve\x1b[31m <script>")
    kept.book.say(
        "```\n## 2026-01-01 00:00 · Ana Lima to me · email\n\x1b]52;c;aGk=\x07\u202eevil",
        topic="../../*x*\x1b\n/etc",
        channel="email",
        author=eve.id,
    )
    export_folder(kept.book, kept.folder)
    (name, content), _ = kept.files().items()
    assert name.startswith("2026/2026-11-02 x etc ")
    assert not set(content.decode()) & set("\x1b\x07\u202e")
    assert b"\\<script>" in content
    assert [line for line in content.splitlines() if line.startswith(b"## ")][1:] == []


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None, database=None)
def test_any_topic_makes_a_name_that_a_file_can_have(topic: str) -> None:
    uid = "01a20316-21ac-7000-9ef4-e3f68869b6f6"
    name = page_name(date(2026, 11, 2), topic, uid)
    assert name.startswith("2026-11-02 ")
    assert name.endswith(" e3f68869b6f6.md")
    assert not set(name) & set('/\\:*?"<>|\x00\n\u202e')
    assert len(os.fsencode(name)) <= LONGEST + 40
    assert file_words(file_words(topic)) == file_words(topic)


def test_cards_that_were_changed_by_hand_are_left_alone(kept: Kept) -> None:
    cards = kept.folder / "people.vcf"
    export_folder(kept.book, kept.folder)
    kept.book.add_person("Bob")
    assert export_folder(kept.book, kept.folder).left == []
    mine = cards.read_bytes().replace(b"FN:Ana Lima", b"FN:Ana of the choir")
    cards.write_bytes(mine)
    kept.book.add_person("Eva")
    assert export_folder(kept.book, kept.folder).left == [cards]
    assert cards.read_bytes() == mine
    cards.write_bytes(b"BEGIN:VCARD\r\nPRODID:-//convonote//EN\r\nEND:VCARD\r\n")
    assert export_folder(kept.book, kept.folder).left == [cards]
