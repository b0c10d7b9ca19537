"""Writing in the user's own editor, so that nothing the editor does can lose the text."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

USUAL_EDITORS = ("nano", "vi")
"""What is tried, in this order, where the environment names no editor."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back from the editor."""

    text: str
    """The new text, or the text before where the editor gave nothing usable."""
    note: str = ""
    """One line for the user where it did not go as usual."""
    kept: Path | None = None
    """Where that which could not be used still lies."""


def editor_command(environment: Mapping[str, str] = os.environ) -> str:
    """The command of the user's editor: VISUAL, EDITOR, else a usual one."""
    for name in ("VISUAL", "EDITOR"):
        if command := environment.get(name, "").strip():
            return command
    found = (name for name in USUAL_EDITORS if shutil.which(name))
    return next(found, USUAL_EDITORS[-1])


def edit(text: str, command: str) -> Edited:
    """Let `command` work on the text in a private file, and say what became of it."""
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        return Edited(text, f"{command!r} is no command; set EDITOR to your editor")
    try:
        folder = Path(tempfile.mkdtemp(prefix="convonote-"))
    except OSError as error:
        return Edited(text, f"No file could be made for the editor: {error.strerror}")
    edited = Edited(text)
    try:
        edited = _run(text, words, folder / "text.md")
    finally:
        if edited.kept is None:
            shutil.rmtree(folder, ignore_errors=True)
    return edited


def _run(text: str, words: list[str], path: Path) -> Edited:
    """Write the file, run the editor, and read back what is there."""
    written = _as_bytes(text)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(handle, "wb") as file:
            file.write(written)
    except OSError as error:
        return Edited(text, f"No file could be made for the editor: {error.strerror}")
    try:
        status = subprocess.run([*words, str(path)], check=False).returncode
    except OSError as error:
        return Edited(text, f"{words[0]} could not be started ({error.strerror}); set EDITOR")
    return _read_back(text, written, path, words[0], status)


def _read_back(text: str, written: bytes, path: Path, editor: str, status: int) -> Edited:
    """Judge what the editor left; whatever is doubtful leaves the text before."""
    try:
        content = path.read_bytes()
    except OSError:
        return Edited(text, f"{editor} left no file; the text is as it was")
    if status != 0:
        note = f"{editor} ended with status {status}; the text is as it was"
        if content in (written, b""):
            return Edited(text, note)
        return Edited(text, f"{note}; what it wrote is in {path}", path)
    if not content.strip() and text.strip():
        return Edited(text, f"{editor} left an empty file; the text is as it was")
    try:
        read = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        note = f"{editor} wrote what is not UTF-8; the text is as it was"
        return Edited(text, f"{note}; what it wrote is in {path}", path)
    if content == written:
        return Edited(text)
    read = read.replace("\r\n", "\n")
    return Edited(read if text.endswith("\n") else read.removesuffix("\n"))


def _as_bytes(text: str) -> bytes:
    """The file's content: editors expect a line end at the end."""
    ended = text if not text or text.endswith("\n") else text + "\n"
    return ended.encode("utf-8", errors="replace")
