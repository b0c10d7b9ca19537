"""Files that came with a message, kept where somebody asked for that."""

import os
import stat
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.mail.message import RawMessage, read_message
from convonote.intake.parts.attachments import file_names, folder_name
from convonote.intake.parts.safe_names import LONGEST, safe_name
from convonote.intake.records import Attachment, Incoming

from .mail import incoming, parts, raw


def message(*names: str) -> bytes:
    """A message with files of these names, each holding its number."""
    kind, body = parts(
        "\nSee the files.",
        *(
            f'Content-Type: application/pdf; name="{name}"\n\n{number}'
            for number, name in enumerate(names)
        ),
    )
    return raw(body, Content_Type=kind)


def kept(content: bytes, folder: Path) -> Incoming:
    found = read_message(RawMessage("a.eml", 0, content, keep_in=str(folder)))
    assert isinstance(found, Incoming)
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_are_written_into_a_folder_for_each_message(tmp_path: Path) -> None:
    folder = tmp_path / "kept" / "here"
    record = kept(message("plan.pdf", "plan.pdf", "PLAN.pdf"), folder)
    assert record.trouble == ""
    name = folder_name(record)
    assert name.startswith("2026-11-03 Kyoto ")
    assert files(folder) == {
        f"{name}/plan.pdf": b"0",
        f"{name}/plan (2).pdf": b"1",
        f"{name}/PLAN (3).pdf": b"2",
    }
    for path in (folder, folder / name):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / name / "plan.pdf").stat().st_mode) == 0o600


def test_reading_it_twice_changes_nothing(tmp_path: Path) -> None:
    record = kept(message("plan.pdf", "plan.pdf"), tmp_path)
    changed = tmp_path / folder_name(record) / "plan.pdf"
    changed.write_bytes(b"what I wrote on it")
    before = files(tmp_path)
    assert kept(message("plan.pdf", "plan.pdf"), tmp_path).trouble == ""
    assert files(tmp_path) == before


def test_nothing_is_written_where_nobody_asked_for_it(tmp_path: Path) -> None:
    record = read_message(RawMessage("a.eml", 0, message("plan.pdf")))
    assert isinstance(record, Incoming)
    assert record.trouble == ""
    assert files(tmp_path) == {}


@pytest.mark.parametrize("which", ["folder", "file"])
def test_a_link_that_leads_out_of_the_folder_is_refused_and_told(
    tmp_path: Path, which: str
) -> None:
    folder, outside = tmp_path / "kept", tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    name = folder_name(incoming())
    if which == "folder":
        (folder / name).symlink_to(outside)
    else:
        (folder / name).mkdir()
        (folder / name / "plan.pdf").symlink_to(outside / "new.pdf")
    record = kept(message("plan.pdf"), folder)
    assert record.text == "See the files."
    assert record.trouble.startswith(f"its attachments cannot be kept in {folder}")
    assert "\n" not in record.trouble
    assert files(outside) == {}


def test_a_folder_that_cannot_be_made_is_told_and_the_message_comes_in(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    record = kept(message("plan.pdf"), tmp_path / "kept")
    assert record.attachments
    assert record.trouble.startswith(f"its attachments cannot be kept in {tmp_path / 'kept'}: ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/passwd", ".._.._etc_passwd".lstrip(".")),
        ("a\0b.txt", "a_b.txt"),
        ("a\x1b]52;c;x\x07.txt", "a_]52;c;x_.txt"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe"),
        (".bashrc", "bashrc"),
        ("-rf", "rf"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("a:b|c?.txt", "a_b_c_.txt"),
        ("name. . ", "name"),
        ("cafe\u0301.txt", "café.txt"),
        ("....", ""),
        ("日" * 200 + ".pdf", "日" * 81 + ".pdf"),
        ("x" * 300, "x" * 247),
    ],
)
def test_names_are_made_safe(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_name_without_an_ending_gets_that_of_its_type() -> None:
    carried = [
        Attachment("Old plan v1.2", "message/rfc822", 1),
        Attachment("Older.EML", "message/rfc822", 1),
        Attachment("drawing", "image/png", 1),
        Attachment("..", "application/pdf", 1),
    ]
    assert file_names(carried) == [
        "Old plan v1.2.eml",
        "Older.EML",
        "drawing.png",
        "file.pdf",
    ]


ODD = "aé日\0\x1b\x7f\u202e/\\.:*- ~\ud800\U0001f600con1\n"


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.text(ODD, max_size=300) | st.text(max_size=20), max_size=8))
def test_any_names_give_files_that_stay_where_they_belong(names: list[str]) -> None:
    carried = [Attachment(name, "application/pdf", 1) for name in names]
    found = file_names(carried)
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in found}) == len(names)
    for name in found:
        assert name == os.path.basename(name)
        assert name not in ("", ".", "..")
        assert name[0] not in ".-~ "
        assert len(name.encode()) <= LONGEST
        bare = name.replace("\u200c", "").replace("\u200d", "")
        assert not any(unicodedata.category(one) in ("Cc", "Cf", "Cs") for one in bare)
    record = replace(incoming(), topic="".join(names), attachments=tuple(carried))
    assert "/" not in folder_name(record)
    assert len(folder_name(record).encode()) <= LONGEST
