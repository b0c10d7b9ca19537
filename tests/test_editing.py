"""The user's editor: whatever it does, the text before is still there."""

import stat
from pathlib import Path

import pytest

from convonote.writing.editing import edit, editor_command

BEFORE = "Let's go in *April*.\n\nGrüße, 陈伟"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def editor(tmp_path: Path, body: str) -> str:
    """A real editor: a shell script that gets the file as `$1`."""
    path = tmp_path / "an editor"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o700)
    return f"'{path}'"


def test_gives_back_what_was_written(tmp_path: Path, temporary: Path) -> None:
    edited = edit(BEFORE, editor(tmp_path, "printf 'Another text.\\n' > \"$1\""))
    assert (edited.text, edited.note) == ("Another text.", "")
    assert list(temporary.iterdir()) == []


def test_a_text_left_alone_comes_back_exactly(tmp_path: Path) -> None:
    for text in ("", "a", "a\n", "a\n\n", "a\r\nb", BEFORE):
        assert edit(text, editor(tmp_path, ":")).text == text


def test_the_editor_sees_the_text_in_a_markdown_file_of_ours_alone(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    edit(
        BEFORE,
        editor(
            tmp_path, f'stat -c %a "$1" "$(dirname "$1")" > \'{seen}\'; echo "$1" >> \'{seen}\''
        ),
    )
    file_mode, folder_mode, name = seen.read_text().split("\n")[:3]
    assert (file_mode, folder_mode) == ("600", "700")
    assert name.endswith(".md")
    assert stat.S_IMODE(seen.stat().st_mode)


def test_arguments_of_the_editor_are_kept(tmp_path: Path) -> None:
    command = editor(tmp_path, 'echo "$1" > "$3"')
    assert edit("before", f"{command} 'two words' --wait").text == "two words"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("exit 1", "status 1"),
        ('echo lost > "$1"; exit 3', "status 3"),
        (': > "$1"', "empty"),
        ("printf '  \\n' > \"$1\"", "empty"),
        ('rm "$1"', "no file"),
        ('rm "$1"; mkdir "$1"', "no file"),
        ("printf 'caf\\351' > \"$1\"", "not UTF-8"),
        ("kill -9 $$", "status -9"),
    ],
)
def test_the_text_before_stays_whatever_the_editor_does(
    tmp_path: Path, body: str, says: str
) -> None:
    edited = edit(BEFORE, editor(tmp_path, body))
    assert edited.text == BEFORE
    assert says in edited.note
    assert "as it was" in edited.note


def test_what_could_not_be_used_is_kept_and_named(tmp_path: Path) -> None:
    edited = edit(BEFORE, editor(tmp_path, "printf 'caf\\351' > \"$1\""))
    assert edited.kept is not None
    assert edited.kept.read_bytes() == b"caf\xe9"
    assert str(edited.kept) in edited.note


@pytest.mark.parametrize("command", ["", "   ", "'unclosed", "/no/such/editor"])
def test_an_editor_that_cannot_be_started_is_told(command: str, temporary: Path) -> None:
    edited = edit(BEFORE, command)
    assert edited.text == BEFORE
    assert "EDITOR" in edited.note
    assert list(temporary.iterdir()) == []


def test_a_temporary_folder_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
    edited = edit(BEFORE, "true")
    assert edited.text == BEFORE
    assert edited.note


def test_line_ends_of_another_system_become_ours(tmp_path: Path) -> None:
    assert edit("x", editor(tmp_path, "printf 'a\\r\\nb\\r\\n' > \"$1\"")).text == "a\nb"


def test_visual_comes_before_editor() -> None:
    assert editor_command({"VISUAL": "emacs -nw", "EDITOR": "ed"}) == "emacs -nw"
    assert editor_command({"VISUAL": " ", "EDITOR": "ed"}) == "ed"
    assert editor_command({}) in ("nano", "vi")
