"""The conversations that names and references make, beside the threads of notmuch."""

import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

import pytest

from convonote.intake.mbox import split_mbox
from convonote.intake.message import RawMessage, parse_found
from convonote.intake.records import Incoming

from .corpora import CORPORA, corpus

MAILBOXES = [
    f"threads/mail-thread/testbox{number}" for number in ("", *map("-{}".format, range(2, 10)))
]
SETS = [*MAILBOXES, *(f"mail/{name}" for name in ("mikel-mail", "enmime", "cpython-test_email"))]


def _messages(root: Path) -> Iterable[bytes]:
    for path in [root] if root.is_file() else sorted(root.rglob("*")):
        if path.is_file() and not path.name.startswith("UPSTREAM"):
            raw = path.read_bytes()
            if raw.startswith(b"From "):
                yield from (cut.raw for cut in split_mbox(io.BytesIO(raw)))
            else:
                yield raw


def _partition(paths: Iterable[str], group: Callable[[str], Hashable]) -> set[frozenset[str]]:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for path in paths:
        groups[group(path)].add(path)
    return set(map(frozenset, groups.values()))


def _joined(records: Iterable[Incoming]) -> dict[str, str]:
    """For every name one of its conversation, which is the same for all that are in it."""
    leads: dict[str, str] = {}

    def first(name: str) -> str:
        while leads.setdefault(name, name) != name:
            name = leads[name]
        return name

    for record in records:
        for name in (record.name, *record.references):
            leads[first(name)] = first(record.name)
    return {name: first(name) for name in list(leads)}


def _threads(maildir: Path) -> dict[str, str]:
    """The thread of each file, by notmuch."""
    settings = maildir / "settings"
    settings.write_text(
        f"[database]\npath={maildir}\n[user]\nname=Me\nprimary_email=me@example.net\n"
        "[new]\ntags=new\nignore=settings\n"
    )

    def notmuch(*words: str) -> list[str]:
        environment = {**os.environ, "NOTMUCH_CONFIG": str(settings)}
        run = subprocess.run(
            ["notmuch", *words], env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout.splitlines()

    notmuch("new", "--quiet")
    threads = notmuch("search", "--output=threads", "*")
    return {path: one for one in threads for path in notmuch("search", "--output=files", one)}


@pytest.mark.skipif(shutil.which("notmuch") is None, reason="notmuch is not installed")
@pytest.mark.parametrize("name", SETS if CORPORA.is_dir() else SETS[:1])
def test_conversations_are_the_threads_of_notmuch(name: str, tmp_path: Path) -> None:
    (tmp_path / "cur").mkdir()
    records: dict[str, Incoming] = {}
    for number, raw in enumerate(
        _messages(corpus(name.partition("/")[0]) / name.partition("/")[2])
    ):
        path = tmp_path / "cur" / str(number)
        path.write_bytes(raw.replace(b"\r\n", b"\n"))
        record = parse_found(RawMessage(str(path), number, raw))
        # What has no name of its own is one here wherever it says the same, and many there.
        if isinstance(record, Incoming) and not record.name.startswith("content:"):
            records[str(path)] = record
    threads = _threads(tmp_path)
    both = records.keys() & threads.keys()
    joined = _joined(records.values())
    ours = _partition(both, lambda path: joined[records[path].name])
    assert ours == _partition(both, threads.__getitem__)
