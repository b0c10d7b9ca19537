"""Messages read by other processes: in order, none lost, none of the processes left behind."""

import gc
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from convonote.intake.mail.message import RawMessage, parse_found
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.workers.parallel import AHEAD_BYTES, BATCH_BYTES, Read, parsed
from convonote.intake.workers.worker import MEMORY, SECONDS
from tests.intake.mail import raw

ROOT = Path(__file__).parent.parent.parent
PROC = Path("/proc/self/task")
QUOTED = "Yes.\n\nOn 3 Nov 2026, Ana Lima wrote:\n> Which week suits you?\n"

with_proc = pytest.mark.skipif(not PROC.exists(), reason="needs /proc to see child processes")


def found(number: int, body: str = "Which week suits you?") -> RawMessage:
    return RawMessage(f"m{number}", number, raw(body, Message_ID=f"<{number}@example.org>"))


def children() -> set[int]:
    """The processes that this one has started and not yet seen end."""
    lists = (task / "children" for task in PROC.iterdir())
    return {int(pid) for one in lists for pid in one.read_text().split()}


def names(read: Iterator[object]) -> list[str]:
    return [one.name for one in read if isinstance(one, Incoming)]


def test_what_is_read_elsewhere_is_the_same_and_in_the_same_order() -> None:
    items: list[RawMessage | Refused | Skipped] = []
    for number in range(300):
        items += [found(number), Skipped(f"s{number}")] if number % 7 else [Refused("r", "why")]
    elsewhere = list(parsed(items, before=3, readers=2))
    assert elsewhere == [
        parse_found(item) if isinstance(item, RawMessage) else item for item in items
    ]


def test_an_original_comes_back_packed_and_whole() -> None:
    here = parse_found(found(1, QUOTED))
    reader = parsed((found(number, QUOTED) for number in count()), before=0, readers=1)
    there = next(one for one in reader if isinstance(one, Incoming) and one.packed is not None)
    reader.close()
    assert isinstance(here, Incoming)
    assert here.original is not None
    assert there.original is None
    assert there.whole == here.whole


@with_proc
def test_a_few_messages_start_no_process() -> None:
    before = children()
    reader = parsed(map(found, range(5)), before=5)
    assert names(islice(reader, 4))
    assert children() == before
    assert names(reader) == ["4@example.org"]


@with_proc
def test_who_stops_listening_leaves_no_process_behind() -> None:
    before = children()
    reader = parsed(map(found, count()), before=0, readers=2)
    next(reader)
    assert len(children() - before) == 2
    reader.close()
    assert children() == before


@with_proc
def test_a_process_that_is_killed_costs_no_message() -> None:
    before = children()
    reader = parsed(map(found, range(2_000)), before=0, readers=1)
    read = names(islice(reader, 900))
    for pid in children() - before:
        os.kill(pid, signal.SIGKILL)
    assert read + names(reader) == [f"{number}@example.org" for number in range(2_000)]


def read_elsewhere(special: RawMessage, *, seconds: float, memory: int) -> list[Read]:
    """What becomes of a message and the hundred behind it, once a process is there to read them."""
    read: list[Read] = []

    def items() -> Iterator[RawMessage]:
        number = 0
        while not any(isinstance(one, Incoming) and one.packed for one in read[-1:]):
            yield found(number, QUOTED)
            number += 1
        yield special
        yield from map(found, range(100))

    for one in parsed(items(), before=0, readers=1, seconds=seconds, memory=memory):
        read.append(one)
    return read[-101:]


def test_a_message_that_takes_too_long_is_refused_alone() -> None:
    body = "<p>" + "word <b>word</b> " * 300_000
    long = RawMessage("long", 0, raw(body, Content_Type="text/html"))
    refused, *rest = read_elsewhere(long, seconds=0.02, memory=MEMORY)
    assert refused == Refused("long", "reading it took longer than 0.02 seconds", again=True)
    assert names(iter(rest)) == [f"{number}@example.org" for number in range(100)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits what is taken")
def test_a_message_that_takes_too_much_memory_is_refused_alone() -> None:
    large = RawMessage("large", 0, raw("word " * 12_000_000))
    refused, *rest = read_elsewhere(large, seconds=SECONDS, memory=24 << 20)
    assert isinstance(refused, Refused)
    assert refused.source == "large"
    assert names(iter(rest)) == [f"{number}@example.org" for number in range(100)]


def test_large_messages_are_held_one_at_a_time() -> None:
    large = 14 << 20

    def items() -> Iterator[RawMessage]:
        for number in range(6):
            yield found(number, f"{number} " * (large // 2))

    most = 0
    for _ in parsed(items(), before=2, readers=2):
        held = (one for one in gc.get_objects() if isinstance(one, RawMessage))
        most = max(most, sum(len(one.raw) for one in held if one.source.startswith("m")))
    assert most < 2 * large


def test_messages_of_any_size_are_handed_over_within_so_many_bytes() -> None:
    sizes = [1, 3_000_000, 40, 700_000, 200_000, 5_000_000, 5_000, 2_000_000] * 5
    out = most = 0

    def items() -> Iterator[RawMessage]:
        nonlocal out, most
        for number, size in enumerate(sizes):
            out += size
            most = max(most, out)
            yield found(number, "x" * size)

    for number, _ in enumerate(parsed(items(), before=0, readers=2)):
        out -= sizes[number]
    # The last of them may be of any size.
    assert most < AHEAD_BYTES + BATCH_BYTES + max(sizes)


@pytest.mark.parametrize(
    "costly",
    [
        raw("word " * 300_000 + "\n\n" + QUOTED),
        raw(QUOTED, X_Many="a, " * 100_000),
        raw("--x\n" * 2_000 + QUOTED),
    ],
    ids=["large", "headers", "parts"],
)
def test_what_looks_costly_is_read_elsewhere_even_at_first(costly: bytes) -> None:
    here, there = parsed([found(0, QUOTED), RawMessage("costly", 1, costly)], readers=1)
    assert isinstance(here, Incoming)
    assert isinstance(there, Incoming)
    assert here.packed is None
    # Only what was read elsewhere comes with its original packed.
    assert there.packed is not None


class Still(str):
    """The name of a message over which the process that takes it in stands still."""

    def __reduce__(self) -> tuple[object, tuple[float]]:
        return time.sleep, (10_000.0,)


def test_a_message_over_which_a_process_stands_still_is_refused_alone() -> None:
    still = RawMessage(Still("still"), 0, raw("word " * 300_000))
    messages = [found(0), still, *map(found, range(1, 200))]
    first, refused, *rest = parsed(messages, readers=1, patience=1.0)
    assert isinstance(refused, Refused)
    assert (refused.source, refused.again) == ("still", True)
    assert refused.reason.startswith("reading it stood still for 1 seconds")
    assert names(iter([first, *rest])) == [f"{number}@example.org" for number in range(200)]


def test_where_no_process_can_be_had_all_are_read_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    read = names(parsed(map(found, range(300)), before=0, readers=1))
    assert read == [f"{number}@example.org" for number in range(300)]


def run(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )


def test_it_works_with_standard_input_and_output_closed(tmp_path: Path) -> None:
    script = """
import os, sys
for closed in (0, 1, 2):
    os.close(closed)
from itertools import islice
from convonote.intake.workers.parallel import Read, parsed
from tests.intake.test_parallel import found, names
read = names(parsed(map(found, range(700)), before=0, readers=1))
open(sys.argv[1], "w").write(str(len(read)))
"""
    result = tmp_path / "read"
    with run(script, str(result)) as process:
        assert process.wait() == 0
    assert result.read_text() == "700"


@with_proc
def test_an_interrupt_ends_all_processes_without_a_word() -> None:
    script = """
import sys
from itertools import count, islice
from convonote.intake.workers.parallel import Read, parsed
from tests.intake.test_parallel import children, found
reader = parsed(map(found, count()), before=0, readers=2)
try:
    for _ in islice(reader, 1_000):
        pass
    print(*children(), flush=True)
    for _ in reader:
        pass
except KeyboardInterrupt:
    reader.close()
    print(*children(), flush=True)
"""
    with run(script) as process:
        assert process.stdout is not None
        readers = process.stdout.readline().split()
        os.killpg(process.pid, signal.SIGINT)
        left, said = process.communicate()
    assert len(readers) == 2
    assert (left.strip(), said, process.returncode) == ("", "", 0)


@with_proc
def test_who_is_killed_takes_its_processes_along() -> None:
    script = """
from itertools import count, islice
from convonote.intake.workers.parallel import Read, parsed
from tests.intake.test_parallel import children, found
reader = parsed(map(found, count()), before=0, readers=1)
for number, _ in enumerate(reader):
    if number == 1_000:
        print(*children(), flush=True)
"""
    with run(script) as process:
        assert process.stdout is not None
        (reader,) = map(int, process.stdout.readline().split())
        watched = os.pidfd_open(reader)
        process.kill()
    # It can be read as soon as that process has ended.
    assert select.select([watched], [], [], 30)[0]
    os.close(watched)


def test_reading_elsewhere_loads_neither_screens_nor_database() -> None:
    script = "import sys, convonote.intake.workers.worker; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert not {"textual", "peewee", "sqlite3", "convonote.store"} & set(loaded)
