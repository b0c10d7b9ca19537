"""`doctor` says what is wrong, and mends what can be computed again."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.findings import Findings
from convonote.store.records import Finding
from tests.store.mail import ANA, MYSELF, message, opened, receive


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with opened(tmp_path / "notebook.db") as base:
        receive(
            base,
            [
                message("<a>", "Shall we go?", asks=True, days=5),
                message("<b>", "Gladly.", author=MYSELF, to=[ANA], after=["<a>"], days=4),
                message("<c>", "- [ ] bring the map", days=3),
                message("<d>", "Good.", after=["<b>"], days=2),
            ],
        )
        yield base


def spoil(base: Base, sql: str, *parameters: object) -> None:
    with base.transaction():
        base.run(sql, parameters)


def test_a_sound_notebook_has_no_findings(base: Base) -> None:
    assert doctor(base) == []


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        (
            "UPDATE conversation SET waits = '' WHERE id = 1",
            "“Kyoto”: the turn was not as it should be",
        ),
        (
            "UPDATE conversation SET section = 'closed' WHERE id = 1",
            "“Kyoto”: the place in the queue was not as it should be",
        ),
        (
            "UPDATE conversation SET turn = 'nobody' WHERE id = 2",
            "“Kyoto”: the place in the queue was not as it should be",
        ),
        (
            "UPDATE conversation SET exchanges = 7 WHERE id = 1",
            "“Kyoto”: the summary was not as it should be",
        ),
        (
            "UPDATE exchange SET sorted_at = 1 WHERE id = 2",
            "“Kyoto”: the order was not as it should be",
        ),
        (
            "DELETE FROM participant WHERE conversation = 1",
            "“Kyoto”: who takes part was not as it should be",
        ),
        ("DELETE FROM answer", "“Kyoto”: the answer times was not as it should be"),
        (
            "UPDATE exchange SET answers = NULL WHERE id = 2",
            "exchange 2 was not tied to what it answers",
        ),
        (
            "DELETE FROM naming WHERE rowid = 4",
            "person 2 would not be found by name",
        ),
        (
            "UPDATE naming SET name = 'x' WHERE rowid = 3",
            "conversation 1 would not be found by name",
        ),
        (
            "INSERT INTO search (search, rowid, text, tokens) SELECT 'delete', search_id, text,"
            " tokens FROM exchange WHERE id = 1",
            "the index “search” was not as it should be",
        ),
    ],
)
def test_what_can_be_computed_again_is_mended(base: Base, sql: str, what: str) -> None:
    spoil(base, sql)
    assert Finding(what, mended=True) in doctor(base)
    assert doctor(base) == []


def test_filters_that_do_not_fit_are_mended_and_found_again(base: Base) -> None:
    spoil(base, "UPDATE exchange SET author = 1 WHERE id = 1")
    found = doctor(base)
    assert "exchange 1 would not be found by its people, channel or conversation" in {
        each.what for each in found
    }
    assert doctor(base) == []


def test_what_was_said_is_only_reported(base: Base) -> None:
    spoil(base, "UPDATE message SET conversation = 2 WHERE name = '<a>'")
    what = "replies to exchange 1 would go to another conversation than its own"
    assert doctor(base) == [Finding(what)]
    assert doctor(base) == [Finding(what)]


def test_a_reference_to_nothing_is_reported(base: Base) -> None:
    base.database.connect(reuse_if_open=True)
    base.connection.execute("PRAGMA foreign_keys = 0")
    spoil(base, "UPDATE promise SET owner = 99")
    base.connection.execute("PRAGMA foreign_keys = 1")
    assert Finding("promise 1 refers to a person that is not there") in doctor(base)


def test_a_file_that_others_may_read_is_made_private(base: Base) -> None:
    base.path.chmod(0o644)
    (found,) = doctor(base)
    assert found.mended
    assert stat.S_IMODE(base.path.stat().st_mode) == 0o600


def test_a_damaged_file_is_said_to_be_damaged(base: Base) -> None:
    receive(base, [message(f"<{n}>", "word " * 300) for n in range(100)])
    path = base.path
    with base.outside():
        base.run("PRAGMA wal_checkpoint(TRUNCATE)")
    base.close()
    with path.open("r+b") as file:
        file.seek(4096 * 40)
        file.write(b"\xa5" * 4096 * 20)
    found = doctor(base)
    assert found
    assert all("damaged" in each.what and not each.mended for each in found)


def test_progress_reaches_the_end(base: Base) -> None:
    seen: list[tuple[int, int]] = []
    doctor(base, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]


def test_a_thousand_like_findings_are_a_few_lines() -> None:
    findings = Findings()
    for number in range(1_000):
        findings.add("exchanges", f"exchange {number} is odd", mended=True)
    assert len(findings.all()) == 11
    assert findings.all()[-1] == Finding("the same with 990 more exchanges", mended=True)
