"""Which files count as read: not those in which something is to be tried again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.importing.marking import counting
from convonote.intake.mail.message import RawMessage
from convonote.intake.records import Incoming, Refused, Skipped, Taken
from convonote.intake.sources import find
from convonote.intake.workers.parallel import Found, Read, parsed
from tests.cli.mail import message
from tests.intake.mail import raw

LIMIT = Refused("x", "it takes too long", again=True)
BROKEN = Refused("x", "it is broken")
QUOTED = raw("Yes.\n\nAna wrote:\n> Really?\n", Message_ID="<%d@example.org>")


def counted(*items: Read) -> list[str]:
    return [f"{one.name}{one.upto}" for one in counting(items) if isinstance(one, Taken)]


def test_what_was_refused_for_its_content_counts_as_read() -> None:
    assert counted(BROKEN, Taken("/f", "a")) == ["a0"]


def test_what_may_be_taken_in_another_time_does_not_and_what_follows_does() -> None:
    more = (Skipped("y"), Taken("/f", "b"))
    assert counted(LIMIT, Skipped("x"), Taken("/f", "a"), *more) == ["b0"]


def test_of_an_mbox_only_what_stands_before_it_counts() -> None:
    parts = [Taken("/f", "a", upto=number) for number in range(3)]
    assert counted(parts[0], LIMIT, parts[1], Skipped("x"), parts[2]) == ["a0"]


@pytest.mark.parametrize("inside", ["", "box/cur"])
def test_a_message_that_took_too_long_is_tried_again(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / inside
    folder.mkdir(parents=True, exist_ok=True)
    if inside:
        (tmp_path / "box" / "new").mkdir()
    body = "<p>" + "word <b>word</b> " * 300_000
    (folder / "1").write_bytes(raw(body, Content_Type="text/html"))
    (folder / "2").write_bytes(bytes(message("Hello?", number=2)))
    begun = False

    def items() -> Iterator[Found]:
        # Until the other process is there, all is read in place, however long it takes.
        number = 0
        while not begun:
            yield RawMessage("", 0, QUOTED % number)
            number += 1
        yield from find([tmp_path])

    noted = []
    for one in counting(parsed(items(), before=0, readers=1, seconds=0.02)):
        begun = begun or (isinstance(one, Incoming) and one.packed is not None)
        if isinstance(one, Taken):
            noted.append(one.name)
    assert noted == ["2"]
