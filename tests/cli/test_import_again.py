"""Staying up to date by the real command: sources remembered, shown, forgotten, stopped."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.mail import ME, message, some


def maildir(path: Path, count: int) -> Path:
    for part in ("cur", "new", "tmp"):
        (path / part).mkdir(parents=True)
    for number in range(count):
        put(path, number)
    return path


def put(box: Path, number: int) -> None:
    one = message(f"Question {number}?", number=100 + number, days=9, topic=f"Topic {number}")
    (box / "new" / f"{number}.host").write_bytes(bytes(one))


def test_nothing_to_read_again_is_wrong_usage(run: Run) -> None:
    ran = run("import")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing was imported before" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_sources_are_listed_and_can_be_forgotten(run: Run, tmp_path: Path) -> None:
    mail, box = some(tmp_path / "some.mbox"), maildir(tmp_path / "Mail", 1)
    run("import", mail, box, "--me", ME)
    listed = json.loads(run("import", "--sources", "--json").out)
    assert [(one["path"], one["kind"], one["exists"]) for one in listed] == [
        (str(mail), "mbox", True),
        (str(box), "Maildir", True),
    ]
    assert all(one["read"].endswith("Z") for one in listed)
    assert "read just now" in run("import", "--sources").out
    assert run("import", "--forget", mail).code == 0
    assert run("import", "--forget", mail).code == 1
    assert [line.split()[0] for line in run("import", "--sources").out.splitlines()] == [str(box)]
    # Named again it is read as if for the first time, and nothing of it is added twice.
    assert "already there 3" in run("import", mail).out


def test_standard_input_and_an_export_are_not_remembered(run: Run, tmp_path: Path) -> None:
    run("import", "-", "--me", ME, stdin=bytes(message("Hello?", number=1)))
    stream = tmp_path / "all.jsonl"
    stream.write_text(run("export", "--json").out, encoding="utf-8")
    run("import", stream)
    assert json.loads(run("import", "--sources", "--json").out) == []


def test_a_source_that_is_gone_is_told_in_a_line_and_the_others_are_read(
    run: Run, tmp_path: Path
) -> None:
    mail, box = some(tmp_path / "some.mbox"), maildir(tmp_path / "Mail", 1)
    run("import", mail, box, "--me", ME)
    mail.unlink()
    put(box, 1)
    ran = run("import")
    assert ran.code == 1
    assert "added 1" in ran.out
    assert len(ran.err.splitlines()) == 1
    assert f"import --forget {mail}" in ran.err


def test_options_that_do_not_go_together_are_refused(run: Run, tmp_path: Path) -> None:
    for arguments in (["--undo", "x"], ["--sources", "--undo"], ["--forget", "x", "--again"]):
        ran = run("import", *arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_all_kinds_of_input_are_told_apart_on_a_pipe(run: Run, tmp_path: Path) -> None:
    several = some(tmp_path / "some.mbox").read_bytes()
    assert "added 3" in run("import", "-", "--me", ME, stdin=several).out
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eva Ray\r\nEMAIL:eva@example.org\r\nEND:VCARD\r\n"
    assert "added 1" in run("import", "-", stdin=card).out
    nothing = run("import", "-", stdin=b"%PDF-1.7 nothing of the kind")
    assert nothing.code == 1
    assert len(nothing.err.splitlines()) == 1


def test_a_zipped_chat_says_how_it_was_cut(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - Ana.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_chat.txt",
            "[12.11.20, 20:40:01] Ana: Are you there?\n"
            "[12.11.20, 20:41:10] Jo: Yes!\n"
            "[28.11.20, 09:12:00] Ana: Which week suits you?\n",
        )
        archive.writestr("00000012-PHOTO.jpg", b"\xff\xd8\xff")
    ran = run("import", path, "--me", "Jo")
    assert ran.code == 0
    assert "1 chat: 2 new conversations, cut where nothing was said for 3 days" in ran.out
    assert "1 file unchanged" in run("import").out


def test_cards_alone_need_nobody_to_be_known(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Eva Ray\nEMAIL:eva@example.org\nEND:VCARD\n", "utf-8"
    )
    ran = run("import", path)
    assert (ran.code, ran.err) == (0, "")
    assert "added 1" in ran.out


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "convonote", *map(str, arguments)]


@pytest.fixture
def environment(home: Path, notebook: Path) -> dict[str, str]:
    """The environment of a command that is not run to its end."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"),
        "CONVONOTE_NOTEBOOK": str(notebook), "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "xterm",
        "COLUMNS": "80",
    }  # fmt: skip


def on_a_terminal(
    arguments: list[str], environment: dict[str, str], until: bytes, send: signal.Signals | None
) -> tuple[int, bytes]:
    """Run a command with a terminal as standard error; send it a signal once it shows a text."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        arguments, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env=environment
    )
    os.close(slave)
    shown = b""
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        assert ready, shown
        try:
            block = os.read(master, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
        if send is not None and until in shown:
            process.send_signal(send)
            send = None
    os.close(master)
    return process.wait(60), shown


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_import_that_is_stopped_keeps_what_is_in_and_goes_on_from_there(
    run: Run, tmp_path: Path, environment: dict[str, str], how: signal.Signals
) -> None:
    count = 2_500
    box = maildir(tmp_path / "Mail", count)
    arguments = command("import", box, "--me", ME)
    code, shown = on_a_terminal(arguments, environment, b" read, ", how)
    if how is signal.SIGINT:
        assert code == 130
        assert b"stopped; what was added stays" in shown
        assert b"Traceback" not in shown
    rest = json.loads(run("import", box, "--json").out)
    assert rest["read"] + rest["unchanged"] == count
    assert 0 < rest["added"] < count
    assert run("doctor").code == 0
    assert "2,500 files unchanged" in run("import").out


def test_how_far_it_is_is_drawn_on_a_terminal_only(
    run: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    box = maildir(tmp_path / "Mail", 2_000)
    arguments = command("import", box, "--me", ME)
    code, shown = on_a_terminal(arguments, environment, b"", None)
    assert code == 0
    assert b"\r[" in shown
    assert b"a second" in shown
    assert shown.count(b"\x1b") == shown.count(b"\x1b[K")
    assert run("import", "--again").err == ""
