"""Where mail is read from."""

import io
import mailbox
import os
from pathlib import Path

import pytest

from convonote.intake.records import Incoming, Refused, Skipped, Taken
from convonote.intake.sources import Format, Reading, SourceError, find, measure, recognise
from tests.intake.found import read

from .mail import parts, raw

FROM = b"From ana@example.org Tue Nov  3 10:00:00 2026\n"


def subjects(*sources: Path | str) -> list[str]:
    return [one.topic for one in read(sources) if isinstance(one, Incoming)]


def mbox(path: Path, *messages: bytes) -> Path:
    path.write_bytes(b"".join(FROM + message + b"\n" for message in messages))
    return path


def numbered(count: int) -> list[bytes]:
    return [raw(Subject=f"Topic {n}", Message_ID=f"<{n}@x.org>") for n in range(count)]


def test_every_message_of_an_mbox_is_read_in_order_with_its_place(tmp_path: Path) -> None:
    path = mbox(tmp_path / "all.mbox", *numbered(3))
    records = list(read([path]))
    assert [(one.source, one.place) for one in records if isinstance(one, Incoming)] == [
        (f"{path}:1", 0),
        (f"{path}:2", 1),
        (f"{path}:3", 2),
    ]
    assert subjects(path) == ["Topic 0", "Topic 1", "Topic 2"]


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    path = mbox(tmp_path / "all", *numbered(2))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert subjects(path) == ["Topic 0", "Topic 1"]


@pytest.mark.parametrize(
    "line",
    [
        "From what I hear, it rains.",
        "From here on: nothing.",
        "From 10:00 to 11:00 in 2026 we meet.",
        "From: is no separator",
    ],
)
def test_a_line_of_text_that_begins_with_from_divides_nothing(tmp_path: Path, line: str) -> None:
    path = mbox(tmp_path / "all", raw(f"One.\n\n{line}\n\nTwo."), raw("Three."))
    texts = [one.text for one in read([path]) if isinstance(one, Incoming)]
    assert texts == [f"One.\n\n{line}\n\nTwo.", "Three."]


def test_escaped_from_lines_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = mbox(tmp_path / "all", raw("x\n>From me\ny"))
    assert [one.text for one in read([path]) if isinstance(one, Incoming)] == ["x\nFrom me\ny"]


def test_a_message_follows_a_separator_without_a_blank_line_before_it(tmp_path: Path) -> None:
    path = tmp_path / "all"
    path.write_bytes(FROM + numbered(1)[0].rstrip() + b"\n" + FROM + numbered(2)[1])
    assert subjects(path) == ["Topic 0", "Topic 1"]


def test_a_truncated_mbox_gives_what_is_there(tmp_path: Path) -> None:
    path = mbox(tmp_path / "all", *numbered(2))
    path.write_bytes(path.read_bytes()[:-5])
    assert subjects(path) == ["Topic 0", "Topic 1"]


def test_an_mbox_as_the_standard_library_writes_it_is_read_whole(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "lib.mbox")
    for message in numbered(5):
        box.add(message + b"\nFrom the sea\n")
    box.close()
    assert len(subjects(tmp_path / "lib.mbox")) == 5


def test_what_thunderbird_has_deleted_is_skipped_and_drafts_are_drafts(tmp_path: Path) -> None:
    path = mbox(
        tmp_path / "Inbox",
        raw(X_Mozilla_Status="0009"),
        raw(X_Mozilla_Status="0001"),
        raw(X_Status="T"),
    )
    gone, kept, draft = read([path])
    assert isinstance(gone, Skipped)
    assert isinstance(kept, Incoming)
    assert not kept.draft
    assert isinstance(draft, Incoming)
    assert draft.draft


def maildir(path: Path) -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    return path


def test_a_maildir_is_read_without_what_is_not_yet_delivered(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail")
    (box / "new" / "1.a.host").write_bytes(raw(Subject="New"))
    (box / "cur" / "0.b.host:2,S").write_bytes(raw(Subject="Seen"))
    (box / "tmp" / "2.c.host").write_bytes(raw(Subject="Not yet"))
    (box / "dovecot-uidlist").write_text("3 V1")
    assert recognise(box) is Format.MAILDIR
    assert subjects(box) == ["Seen", "New"]
    assert not [one for one in read([box]) if isinstance(one, Skipped)]


def test_flags_and_folders_of_a_maildir_tell_drafts_trash_and_sent_mail(tmp_path: Path) -> None:
    box = maildir(tmp_path / "Mail")
    sent = maildir(box / ".Sent")
    drafts = maildir(box / ".INBOX.Drafts")
    (box / "cur" / "1:2,DS").write_bytes(raw(Subject="Draft"))
    (box / "cur" / "2:2,ST").write_bytes(raw(Subject="Trash"))
    (sent / "cur" / "3:2,S").write_bytes(raw(Subject="Sent"))
    (drafts / "cur" / "4:2,S").write_bytes(raw(Subject="Also draft"))
    found = {one.topic: one for one in read([box]) if isinstance(one, Incoming)}
    assert set(found) == {"Draft", "Sent", "Also draft"}
    assert {topic for topic, one in found.items() if one.draft} == {"Also draft", "Draft"}
    assert [topic for topic, one in found.items() if one.mine] == ["Sent"]


def test_a_folder_tree_gives_messages_and_mboxes_and_skips_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one.eml").write_bytes(raw(Subject="One"))
    (tmp_path / "a" / "two").write_bytes(raw(Subject="Two"))
    mbox(tmp_path / "a" / "b" / "Sent Items.mbox", *numbered(2))
    (tmp_path / "notes.txt").write_text("Title: x\nDate of it\n")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7\n" + b"From: a@x.org\n" * 100)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(5000))
    (tmp_path / "broken.eml").write_bytes(b"nothing that could be mail")
    records = list(read([tmp_path]))
    assert {one.topic for one in records if isinstance(one, Incoming)} == {
        "One",
        "Two",
        "Topic 0",
        "Topic 1",
    }
    assert [one.topic for one in records if isinstance(one, Incoming) and one.mine] == [
        "Topic 0",
        "Topic 1",
    ]
    assert [Path(one.source).name for one in records if isinstance(one, Skipped)] == [
        "notes.txt",
        "photo.jpg",
        "plan.pdf",
    ]
    assert [Path(one.source).name for one in records if isinstance(one, Refused)] == ["broken.eml"]


def test_links_that_lead_in_a_circle_and_pipes_are_passed_by(tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(raw(Subject="One"))
    (tmp_path / "again").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert subjects(tmp_path) == ["One"]


def test_a_dash_is_one_message_on_standard_input() -> None:
    piped = FROM + raw(Subject="Piped", In_Reply_To="<0@x.org>")
    [record] = read(["-"], stdin=io.BytesIO(piped))
    assert isinstance(record, Incoming)
    assert (record.topic, record.source) == ("Piped", "standard input")
    assert record.replies_to == "0@x.org"


def test_a_dash_without_standard_input_is_an_error() -> None:
    with pytest.raises(SourceError, match="standard input"):
        list(read(["-"]))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("plan.pdf", b"%PDF-1.7 ...", "it is a PDF"),
        ("notes.txt", b"just some notes", "is not recognised as mail, cards, a chat or a"),
        ("mail.tar.zst", b"\x28\xb5\x2f\xfdrest", "zstd"),
        ("old.7z", b"7z\xbc\xaf\x27\x1crest", "unpack it first"),
        ("empty.mbox", b"", "is empty"),
        ("mine.jsonl", b'{"convonote": 1}\n', "export"),
    ],
)
def test_a_named_file_that_is_no_mail_is_an_error_in_one_line(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=says) as error:
        list(read([path]))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_source_and_a_folder_without_mail_are_errors(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        list(read([tmp_path / "missing"]))
    with pytest.raises(SourceError, match="it is empty"):
        list(read([tmp_path]))
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(SourceError, match="no mail in"):
        list(read([tmp_path]))


def test_an_empty_maildir_is_no_error(tmp_path: Path) -> None:
    assert list(read([maildir(tmp_path / "Mail")])) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (raw(), Format.MESSAGE),
        (b"Subject: x\nTo: y@x.org\n\n", Format.MESSAGE),
        (b"Subject: only one common header\n", Format.UNKNOWN),
        (b"title: x\ndate: 2026-01-01\ntags: [a]\n", Format.UNKNOWN),
        (FROM + raw(), Format.MBOX),
        (b"From here on it rains.\n\nReally.", Format.UNKNOWN),
        (b'{"convonote": {"format": 1}}\n', Format.EXPORT),
        (b"", Format.EMPTY),
        (b"From: a\x00b", Format.UNKNOWN),
    ],
)
def test_a_format_is_recognised_by_content(tmp_path: Path, content: bytes, kind: Format) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert recognise(path) is kind


def test_progress_adds_up_to_what_was_measured(tmp_path: Path) -> None:
    mbox(tmp_path / "a.mbox", *numbered(4))
    (tmp_path / "b.eml").write_bytes(raw())
    (tmp_path / "c.txt").write_text("no mail")
    reading = Reading()
    found = [one for one in find([tmp_path], reading) if not isinstance(one, Taken)]
    assert len(found) == 6
    assert reading.done == measure([tmp_path]) > 0


CUT = "the message is cut short: "


@pytest.mark.parametrize("windows", [False, True])
def test_the_last_message_of_an_mbox_that_is_cut_in_its_headers_is_refused(
    tmp_path: Path, windows: bool
) -> None:
    path = mbox(tmp_path / "all", *numbered(2))
    short = path.read_bytes()
    short = short[: short.rindex(b"Subject") + 9]
    path.write_bytes(short.replace(b"\n", b"\r\n") if windows else short)
    first, last = read([path])
    assert isinstance(first, Incoming)
    assert last == Refused(
        f"{path}:2", CUT + "its headers never end; read the file again when it is whole"
    )


def test_the_last_message_of_an_mbox_that_lacks_its_closing_boundary_is_refused(
    tmp_path: Path,
) -> None:
    kind, body = parts("Content-Type: text/plain\n\nOne.", "Content-Type: text/plain\n\nTwo.")
    whole = raw(body, Content_Type=kind)
    short = whole[: whole.index(b"Two")]
    for end in (b"", b"--cut-"):
        path = mbox(tmp_path / "all", short, short + end)
        first, last = read([path])
        assert isinstance(first, Incoming)
        assert isinstance(last, Refused)
        assert last.reason.startswith(CUT + "its last part never ends")
    assert len(subjects(mbox(tmp_path / "whole", whole.rstrip()))) == 1
    (tmp_path / "one.eml").write_bytes(short)
    assert subjects(tmp_path / "one.eml") == ["Kyoto"]


def test_a_message_without_a_date_has_that_of_its_separator(tmp_path: Path) -> None:
    undated = raw(Date="", Message_ID="")
    (dated,) = read([mbox(tmp_path / "all", raw(Date="Tue, 3 Nov 2026 10:00:00 +0000"))])
    (separated,) = read([mbox(tmp_path / "undated", undated)])
    (tmp_path / "one.eml").write_bytes(undated)
    (alone,) = read([tmp_path / "one.eml"])
    assert isinstance(dated, Incoming)
    assert isinstance(separated, Incoming)
    assert isinstance(alone, Incoming)
    assert (separated.at, separated.offset) == (dated.at, 0)
    assert not alone.dated
    assert alone.name == separated.name
