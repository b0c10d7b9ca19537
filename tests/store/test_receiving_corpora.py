"""Real mail that nobody here wrote: every message is added, already there or refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from convonote.intake.records import Incoming, Refused
from convonote.store.base import Base
from convonote.store.doctor import doctor
from tests.intake.corpora import corpus
from tests.intake.found import read
from tests.store.mail import receive, rows


def messages(path: Path) -> Sequence[Incoming]:
    return [each for each in read([path]) if isinstance(each, Incoming)]


@pytest.mark.parametrize(
    ("mbox", "expected"),
    [
        ("testbox", 3),
        ("testbox-2", 1),
        ("testbox-3", 1),
        ("testbox-4", 2),
        ("testbox-5", 1),
        ("testbox-6", 1),
        ("testbox-7", 1),
        ("testbox-8", 1),
        ("testbox-9", 2),
    ],
)
def test_threads_are_those_of_notmuch(base: Base, mbox: str, expected: int) -> None:
    receive(base, messages(corpus("threads/mail-thread") / mbox))
    here = "SELECT id FROM conversation WHERE merged_into IS NULL AND deleted_at IS NULL"
    assert len(rows(base, here)) == expected


def test_all_mail_comes_in_once_and_leaves_a_sound_notebook(base: Base) -> None:
    everything = list(read([corpus("mail")]))
    incoming = [each for each in everything if isinstance(each, Incoming)]
    assert sum(isinstance(each, Incoming | Refused) for each in everything) > 200
    first = receive(base, incoming)
    assert first.added + first.already == len(incoming)
    second = receive(base, incoming)
    assert (second.added, second.already) == (0, len(incoming))
    assert doctor(base) == []
