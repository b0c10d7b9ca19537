"""Folder trees of mail programs, and how only what changed in them is found."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from convonote.intake import folders
from convonote.intake.mail.message import RawMessage
from convonote.intake.records import Incoming, Refused, Skipped, Taken
from convonote.intake.sources import Reading, find
from tests.intake.found import read

from .mail import raw

FROM = b"From ana@example.org Tue Nov  3 10:00:00 2026\n"


class Memory:
    """What was taken in, as the notebook keeps it."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Taken] = {}

    def look_up(self, folder: str, names: Sequence[str]) -> Mapping[str, Taken]:
        found = {name: self.kept.get((folder, name)) for name in names}
        return {name: one for name, one in found.items() if one is not None}

    def read(self, *sources: Path) -> tuple[list[str], int]:
        """What is new, by topic, and how many files were unchanged."""
        reading = Reading(look_up=self.look_up)
        found = list(self._noting(find(sources, reading)))
        return found, reading.unchanged

    def _noting(self, items: Iterable[object]) -> Iterator[str]:
        for item in items:
            if isinstance(item, Taken):
                self.kept[item.folder, item.name] = item
            elif isinstance(item, RawMessage):
                yield item.raw.partition(b"Subject: ")[2].partition(b"\n")[0].decode()


def subjects(*sources: Path) -> list[str]:
    return [one.topic for one in read(sources) if isinstance(one, Incoming)]


def maildir(path: Path) -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    return path


def put(path: Path, subject: str) -> None:
    path.write_bytes(raw(Subject=subject, Message_ID=f"<{subject}@x.org>"))


def test_only_new_files_of_a_maildir_are_read_whatever_their_flags(tmp_path: Path) -> None:
    box, memory = maildir(tmp_path / "Mail"), Memory()
    put(box / "new" / "1.a", "One")
    put(box / "cur" / "2.a:2,", "Two")
    assert memory.read(box) == (["Two", "One"], 0)
    (box / "new" / "1.a").rename(box / "cur" / "1.a:2,S")
    (box / "cur" / "2.a:2,").rename(box / "cur" / "2.a:2,RS")
    put(box / "new" / "3.a", "Three")
    assert memory.read(box) == (["Three"], 2)
    assert memory.read(box) == ([], 3)


def test_a_draft_that_lost_its_flag_is_read_again(tmp_path: Path) -> None:
    box, memory = maildir(tmp_path / "Mail"), Memory()
    put(box / "cur" / "1.a:2,DS", "Draft")
    assert memory.read(box) == (["Draft"], 0)
    assert memory.read(box) == ([], 1)
    (box / "cur" / "1.a:2,DS").rename(box / "cur" / "1.a:2,S")
    assert memory.read(box) == (["Draft"], 0)
    assert memory.read(box) == ([], 1)


def test_what_turns_out_to_be_sent_mail_is_read_again(tmp_path: Path) -> None:
    inside, memory = tmp_path / "Sent" / "2026", Memory()
    inside.mkdir(parents=True)
    put(inside / "1.eml", "One")
    assert memory.read(inside) == (["One"], 0)
    assert memory.read(tmp_path / "Sent") == (["One"], 0)
    assert memory.read(inside, tmp_path / "Sent") == ([], 2)


def test_a_file_that_was_written_anew_is_read_again(tmp_path: Path) -> None:
    memory = Memory()
    put(tmp_path / "1.eml", "One")
    put(tmp_path / "2.eml", "Two")
    assert memory.read(tmp_path)[0] == ["One", "Two"]
    before = (tmp_path / "1.eml").stat().st_mtime_ns
    put(tmp_path / "1.eml", "Oho")
    os.utime(tmp_path / "1.eml", ns=(before + 1, before + 1))
    assert memory.read(tmp_path) == (["Oho"], 1)


def test_of_an_mbox_that_grew_only_the_end_is_read(tmp_path: Path) -> None:
    path, memory = tmp_path / "all.mbox", Memory()
    first = FROM + raw(Subject="One") + b"\n" + FROM + raw(Subject="Two") + b"\n"
    path.write_bytes(first)
    assert memory.read(path) == (["One", "Two"], 0)
    assert memory.read(path) == ([], 1)
    path.write_bytes(first + FROM + raw(Subject="Three") + b"\n")
    reading = Reading(look_up=memory.look_up)
    (three,) = [one for one in find([path], reading) if isinstance(one, RawMessage)]
    assert (three.source, three.place) == (f"{path}:3", 2)
    assert reading.done == path.stat().st_size - len(first)
    assert memory.read(path) == (["Three"], 0)
    assert memory.read(path) == ([], 1)


@pytest.mark.parametrize(
    "changed",
    [
        lambda first: first.replace(b"Two", b"2wo") + FROM + raw(Subject="Three"),
        lambda first: first[:-1] + b"More text.\n\n" + FROM + raw(Subject="Three"),
        lambda first: first + b"More text.\n\n" + FROM + raw(Subject="Three"),
        lambda first: first[len(first) // 2 :],
    ],
)
def test_an_mbox_that_did_not_only_grow_is_read_whole(tmp_path: Path, changed: object) -> None:
    assert callable(changed)
    path, memory = tmp_path / "all.mbox", Memory()
    first = FROM + raw(Subject="One") + b"\n" + FROM + raw(Subject="Two") + b"\n"
    path.write_bytes(first)
    memory.read(path)
    path.write_bytes(changed(first))
    assert memory.read(path)[0] == subjects(path)


def test_how_far_a_long_mbox_was_read_is_noted_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    count = 40
    path.write_bytes(
        b"".join(FROM + raw("x" * 100_000, Subject=f"{n}") + b"\n" for n in range(count))
    )
    memory, seen = Memory(), []
    for item in find([path], Reading(look_up=memory.look_up)):
        if isinstance(item, Taken):
            memory.kept[item.folder, item.name] = item
        elif isinstance(item, RawMessage):
            seen.append(item.place)
        if len(seen) == 30:
            break
    rest, _ = memory.read(path)
    assert 11 <= len(rest) < 25
    assert rest == [str(n) for n in range(count - len(rest), count)]


def test_numbered_files_of_mh_come_in_their_order_without_the_deleted(tmp_path: Path) -> None:
    for number in (1, 2, 10):
        put(tmp_path / str(number), f"Topic {number}")
    put(tmp_path / ",3", "Deleted")
    (tmp_path / ".mh_sequences").write_text("cur: 2\n")
    assert subjects(tmp_path) == ["Topic 1", "Topic 2", "Topic 10"]


def test_a_profile_of_thunderbird_is_read_without_its_indexes(tmp_path: Path) -> None:
    local = tmp_path / "Mail" / "Local Folders"
    (local / "Archives.sbd").mkdir(parents=True)
    (local / "Inbox").write_bytes(FROM + raw(Subject="In"))
    (local / "Inbox.msf").write_bytes(b'// <!-- <mdb:mork:z v="1.4"/> -->\n< <(a=c)> // (f=iso)\n')
    (local / "Sent").write_bytes(FROM + raw(Subject="Out"))
    (local / "Trash").write_bytes(FROM + raw(Subject="Gone"))
    (local / "Drafts").write_bytes(b"")
    (local / "Archives.sbd" / "2025").write_bytes(FROM + raw(Subject="Old"))
    (tmp_path / "prefs.js").write_text('user_pref("mail.root", "x");\n')
    found = [one for one in read([tmp_path]) if isinstance(one, Incoming)]
    assert sorted((one.topic, one.mine) for one in found) == [
        ("In", False),
        ("Old", False),
        ("Out", True),
    ]


def test_messages_of_apple_mail_are_read_without_what_is_around_them(tmp_path: Path) -> None:
    def emlx(flags: int, **headers: str) -> bytes:
        message = raw("Hello.", **headers)
        plist = f"<plist><dict><key>flags</key>\n<integer>{flags}</integer></dict></plist>"
        return str(len(message)).encode() + b"     \n" + message + plist.encode()

    inside = tmp_path / "INBOX.mbox" / "Messages"
    inside.mkdir(parents=True)
    (inside / "1.emlx").write_bytes(emlx(8590195713, Subject="One"))
    (inside / "2.emlx").write_bytes(emlx(1 << 6, Subject="Draft"))
    (inside / "3.emlx").write_bytes(emlx(1 << 1, Subject="Deleted"))
    found = [one for one in read([tmp_path]) if isinstance(one, Incoming)]
    assert [(one.topic, one.draft, one.text.strip()) for one in found] == [
        ("One", False, "Hello."),
        ("Draft", True, "Hello."),
    ]


def test_what_pine_keeps_for_itself_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "all"
    internal = raw(
        "This text is part of the internal format of your mail folder.",
        From="Mail System Internal Data <MAILER-DAEMON@host>",
        Subject="DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA",
        X_IMAP="1050000000 0000000001",
    )
    path.write_bytes(FROM + internal + b"\n" + FROM + raw(Subject="One"))
    skipped, one = read([path])
    assert isinstance(skipped, Skipped)
    assert isinstance(one, Incoming)


def test_a_linked_folder_is_read_once_and_a_circle_ends(tmp_path: Path) -> None:
    other = maildir(tmp_path / "elsewhere")
    put(other / "cur" / "1:2,S", "Linked")
    box = maildir(tmp_path / "Mail")
    (box / ".work").symlink_to(other)
    (box / ".again").symlink_to(other)
    (box / ".circle").symlink_to(box)
    (box / ".nowhere").symlink_to(tmp_path / "gone")
    assert subjects(box) == ["Linked"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_named_and_the_rest_comes_in(tmp_path: Path) -> None:
    put(tmp_path / "1.eml", "One")
    (tmp_path / "closed").mkdir(mode=0)
    one, refused = read([tmp_path])
    assert isinstance(one, Incoming)
    assert isinstance(refused, Refused)
    assert "permission denied" in refused.reason


def test_a_message_that_is_given_flags_while_it_is_read_is_found_again(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail")
    for number in range(3):
        put(box / "new" / f"{number}.a", f"Topic {number}")
    found = []
    for item in find([box]):
        if isinstance(item, RawMessage):
            found.append(item)
            if len(found) == 1:
                (box / "new" / "1.a").rename(box / "cur" / "1.a:2,S")
                (box / "new" / "2.a").unlink()
    assert [one.place for one in found] == [0, 1]
    assert found[1].source == str(box / "cur" / "1.a:2,S")


def test_names_that_are_no_text_are_read_and_known_again(tmp_path: Path) -> None:
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/Post\xe4mter")
    os.mkdir(folder)
    put(Path(os.fsdecode(os.fsencode(folder) + b"/\xff.eml")), "One")
    memory = Memory()
    assert memory.read(tmp_path) == (["One"], 0)
    assert memory.read(tmp_path) == ([], 1)


def test_a_folder_of_very_many_files_is_listed_in_order_piece_by_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_AT_ONCE", 7)
    monkeypatch.setattr(folders, "_LOOKED_UP", 3)
    for number in range(60):
        put(tmp_path / str(number), str(number))
    assert subjects(tmp_path) == [str(number) for number in range(60)]
    box = maildir(tmp_path / "Mail")
    for number in range(60):
        put(box / "cur" / f"{number:03}:2,S", str(number))
    assert subjects(box) == [str(number) for number in range(60)]
