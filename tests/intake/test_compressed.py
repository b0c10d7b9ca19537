"""Compressed files and archives: what is in them comes in, and what never ends is bounded."""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from convonote.intake import unpacking
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.sources import Reading, SourceError, find, measure
from tests.intake.found import read

from .mail import raw

FROM = b"From ana@example.org Tue Nov  3 10:00:00 2026\n"
MBOX = b"".join(FROM + raw(Subject=f"Topic {n}", Message_ID=f"<{n}@x.org>") for n in range(3))
PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def subjects(*sources: Path | str) -> list[str]:
    return [one.topic for one in read(sources) if isinstance(one, Incoming)]


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("how", PACK)
def test_a_compressed_mbox_is_read_like_another(tmp_path: Path, how: str) -> None:
    path = tmp_path / f"list.mbox.{how}"
    path.write_bytes(PACK[how](MBOX))
    assert subjects(path) == ["Topic 0", "Topic 1", "Topic 2"]
    reading = Reading()
    list(find([path], reading))
    assert reading.done == measure([path]) == path.stat().st_size


@pytest.mark.parametrize("how", PACK)
def test_what_was_compressed_in_pieces_is_read_as_one(tmp_path: Path, how: str) -> None:
    path = tmp_path / "all"
    cut = len(MBOX) // 2
    path.write_bytes(PACK[how](MBOX[:cut]) + PACK[how](b"") + PACK[how](MBOX[cut:]))
    assert len(subjects(path)) == 3


@pytest.mark.parametrize("how", PACK)
def test_what_is_damaged_is_refused_and_what_stands_before_it_comes_in(
    tmp_path: Path, how: str
) -> None:
    path = tmp_path / f"all.{how}"
    path.write_bytes(PACK[how](MBOX)[:-12])
    found = list(read([path]))
    assert all(isinstance(one, Incoming) for one in found[:-1])
    assert isinstance(found[-1], Refused)
    assert "cut short" in found[-1].reason or "damaged" in found[-1].reason


def test_compressed_messages_of_a_maildir_are_messages(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / part).mkdir(parents=True)
    (tmp_path / "Mail" / "cur" / "1.a.gz:2,S").write_bytes(gzip.compress(raw(Subject="One")))
    (tmp_path / "Mail" / "cur" / "2.a:2,DS").write_bytes(gzip.compress(raw(Subject="Two")))
    found = [one for one in read([tmp_path / "Mail"]) if isinstance(one, Incoming)]
    assert [(one.topic, one.draft) for one in found] == [("One", False), ("Two", True)]


@pytest.mark.parametrize("how", PACK)
def test_what_unpacks_without_end_is_left_at_a_bound(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "ALWAYS", 1 << 20)
    path = tmp_path / f"bomb.{how}"
    path.write_bytes(PACK[how](MBOX + FROM + raw("x" * (8 << 20), Subject="Bomb")))
    *before, last = read([path])
    assert [one.topic for one in before if isinstance(one, Incoming)][:2] == ["Topic 0", "Topic 1"]
    assert isinstance(last, Refused)
    assert "it unpacks to more than" in last.reason


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "Mail.zip",
        {
            "Mail/Sent/1.eml": raw(Subject="Sent"),
            "Mail/all.mbox": MBOX,
            "Mail/old.mbox.gz": gzip.compress(FROM + raw(Subject="Old")),
            "Mail/photo.jpg": b"\xff\xd8\xff\xe0" + bytes(5000),
            "Mail/Trash/2.eml": raw(Subject="Gone"),
        },
    )
    found = list(read([path]))
    assert [(one.topic, one.mine) for one in found if isinstance(one, Incoming)] == [
        ("Sent", True),
        ("Topic 0", False),
        ("Topic 1", False),
        ("Topic 2", False),
        ("Old", False),
    ]
    assert [one.source for one in found if isinstance(one, Skipped)] == [
        f"{path}/Mail/photo.jpg",
        f"{path}/Mail/Trash/2.eml",
    ]
    reading = Reading()
    list(find([path], reading))
    assert 0 < reading.done <= measure([path])


def test_an_archive_over_a_pipe_is_read_too() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("all.mbox", MBOX)

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    found = list(read(["-"], stdin=Pipe(made.getvalue())))
    assert len(found) == 3


def test_an_archive_that_unpacks_without_end_is_left_at_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "ALWAYS", 1 << 20)
    files = {"first.eml": raw(Subject="First")}
    files |= {f"{n}.eml": raw("x" * (1 << 19)) for n in range(20)}
    *found, last = read([zipped(tmp_path / "bomb.zip", files)])
    assert len(found) < 10
    assert isinstance(last, Refused)
    assert "unpacks to more" in last.reason


@pytest.mark.parametrize(
    ("files", "method", "says"),
    [
        ({"inside.zip": b"PK\x03\x04rest"}, zipfile.ZIP_STORED, "archive in an archive"),
        ({"one.eml": raw()}, zipfile.ZIP_LZMA, "unusual way"),
    ],
)
def test_what_cannot_be_unpacked_here_is_refused_by_name(
    tmp_path: Path, files: dict[str, bytes], method: int, says: str
) -> None:
    (found,) = read([zipped(tmp_path / "all.zip", files, method)])
    assert isinstance(found, Refused)
    assert says in found.reason
    assert found.source.endswith(next(iter(files)))


def test_an_archive_whose_end_is_missing_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", {"all.mbox": MBOX})
    path.write_bytes(path.read_bytes()[:-30])
    (found,) = read([path])
    assert isinstance(found, Refused)
    assert "damaged" in found.reason


def test_an_office_document_is_no_archive_of_mail(tmp_path: Path) -> None:
    document = zipped(tmp_path / "plan.docx", {"word/document.xml": b"<w:document/>"})
    with pytest.raises(SourceError, match="no mail, card or chat in it"):
        list(read([document]))
    (tmp_path / "one.eml").write_bytes(raw(Subject="One"))
    assert subjects(tmp_path) == ["One"]
    assert [one.source for one in read([tmp_path]) if isinstance(one, Skipped)] == [str(document)]
