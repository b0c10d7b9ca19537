"""Conversations of real mail are the threads that its names make, as notmuch finds them too."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from email import message_from_bytes
from functools import cache
from pathlib import Path

import pytest

from convonote.intake.mail.message import RawMessage, parse_found
from convonote.intake.records import Incoming
from convonote.intake.sources import find
from tests.intake.corpora import corpus
from tests.store.mail import opened, receive, rows

SETS = (
    "mail",
    "mail/mikel-mail",
    "mail/enmime",
    "mail/cpython-test_email",
    "mail/stalwart-rfc",
    *(f"threads/mail-thread/testbox{number}" for number in ("", *(f"-{n}" for n in range(2, 10)))),
)

Threads = set[frozenset[int]]
"""Which messages of a set are together, by their place in it."""


@cache
def real(name: str) -> tuple[tuple[bytes, Incoming], ...]:
    """The messages of a set, as they were found and as they were read."""
    folder = corpus(name.removesuffix(Path(name).name)) / Path(name).name
    found = (one for one in find([folder]) if isinstance(one, RawMessage))
    return tuple((one.raw, read) for one in found if isinstance(read := parse_found(one), Incoming))


def conversations(messages: Sequence[Incoming], folder: Path) -> Threads:
    with opened(folder / "notebook.db") as base:
        receive(base, messages)
        sql = "SELECT message_id, conversation FROM exchange"
        filed = {str(name): conversation for name, conversation in rows(base, sql)}
    return together((filed[one.name], place) for place, one in enumerate(messages))


def together(placed: Iterable[tuple[object, int]]) -> Threads:
    groups: dict[object, set[int]] = {}
    for key, place in placed:
        groups.setdefault(key, set()).add(place)
    return {frozenset(group) for group in groups.values()}


def names(header: object) -> Iterator[str]:
    for name in re.findall(r"<([^<>]+)>", str(header or "")):
        if "@" in name:
            yield re.sub(r"\s", "", name)


def united(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """By name: the name that stands for all that it is joined with."""
    stands: dict[str, str] = {}

    def root(name: str) -> str:
        while stands.setdefault(name, name) != name:
            name = stands[name]
        return name

    for first, *others in map(list, groups):
        for other in (first, *others):
            stands[root(other)] = root(first)
    return {name: root(name) for name in list(stands)}


@pytest.mark.parametrize("name", SETS)
def test_conversations_are_what_the_names_in_the_headers_join(name: str, tmp_path: Path) -> None:
    groups, own = [], []
    for raw, read in real(name):
        headers = message_from_bytes(raw.replace(b"\r\n", b"\n").lstrip(b"\n"))
        # Without a name of its own a message is what its content makes it.
        mine = next(names(headers["Message-ID"]), read.name)
        parents = list(names(headers["In-Reply-To"]))[:1]
        older = [one for value in headers.get_all("References", []) for one in names(value)]
        own.append(mine)
        groups.append([mine, *parents, *older])
    stands = united(groups)
    expected = together((stands[mine], place) for place, mine in enumerate(own))
    assert conversations([read for _, read in real(name)], tmp_path) == expected


@pytest.mark.skipif(shutil.which("notmuch") is None, reason="notmuch is not installed")
@pytest.mark.parametrize("name", SETS)
def test_conversations_are_the_threads_of_notmuch(name: str, tmp_path: Path) -> None:
    messages = real(name)
    found = threads_of_notmuch([raw for raw, _ in messages], tmp_path)
    # It leaves out what has no From, no To and no Subject, and takes each message without a name
    # for another one, where here those of the same content are one.
    known = dict.fromkeys(place for thread in found for place in thread)
    nameless = [place for place in known if messages[place][1].name.startswith("content:")]
    copies = together((messages[place][1].name, place) for place in nameless)
    groups = [[str(place) for place in group] for group in (*found, *copies)]
    stands = united(groups)
    expected = together((stands[str(place)], place) for place in known)
    ours = conversations([read for _, read in messages], tmp_path)
    assert {frozenset(group & known.keys()) for group in ours} - {frozenset()} == expected


def threads_of_notmuch(messages: Sequence[bytes], folder: Path) -> Threads:
    for part in ("cur", "new", "tmp"):
        (folder / "mail" / part).mkdir(parents=True)
    for place, raw in enumerate(messages):
        (folder / "mail" / "cur" / f"{place}:2,S").write_bytes(raw)
    settings = folder / "notmuch-config"
    settings.write_text(
        f"[database]\npath={folder}/mail\n[user]\nname=Me\nprimary_email=me@example.org\n"
    )
    environment = {**os.environ, "NOTMUCH_CONFIG": str(settings), "HOME": str(folder)}

    def notmuch(*words: str) -> list[str]:
        done = subprocess.run(
            ["notmuch", *words], env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    notmuch("new", "--quiet")
    return {
        frozenset(int(Path(file).name.partition(":")[0]) for file in files)
        for thread in notmuch("search", "--exclude=false", "--output=threads", "*")
        if (files := notmuch("search", "--exclude=false", "--output=files", thread))
    }
