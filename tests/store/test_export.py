"""Everything goes out as lines, and the lines make the same notebook again."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.records import Incoming, Party, Refused
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.exporting.export import export
from convonote.store.exporting.restore import read_lines, restore
from convonote.store.incoming import sources
from convonote.store.incoming.receiving import undo_import
from convonote.store.opening import open_base
from convonote.store.writing import regrouping
from tests.store.exported import exchange, lines, lived_in, taken_in
from tests.store.mail import NOW, message, one, opened, partition, receive, rows
from tests.store.test_receiving_order import mailboxes


def test_the_first_line_says_what_the_stream_is(base: Base) -> None:
    assert next(export(base)) == {"convonote": 1, "made": "2025-11-22T08:26:40Z"}


def test_the_same_notebook_gives_the_same_stream(base: Base) -> None:
    lived_in(base)
    assert lines(base) == lines(base)


def test_restoring_into_an_empty_notebook_gives_the_same_notebook(base: Base, other: Base) -> None:
    lived_in(base)
    stream = lines(base)
    got, refused = taken_in(other, stream)
    assert refused == []
    assert got.added == len(rows(base, "SELECT 1 FROM exchange"))
    assert lines(other) == stream
    assert doctor(other) == []
    shown = "SELECT uid, topic, section, turn, exchanges, last_at FROM conversation ORDER BY id"
    assert rows(other, shown) == rows(base, shown)


def test_restoring_twice_adds_nothing(base: Base, other: Base) -> None:
    lived_in(base)
    stream = lines(base)
    taken_in(other, stream)
    got, refused = taken_in(other, stream)
    assert (got.added, got.conversations, got.people, refused) == (0, 0, 0, [])
    assert lines(other) == stream


def test_what_was_done_can_still_be_undone_after_restoring(base: Base, other: Base) -> None:
    lived_in(base)
    taken_in(other, lines(base))
    assert undoing.redo(other) == undoing.redo(base)
    assert undoing.undo(other) == undoing.undo(base)
    undo_import(other)
    undo_import(base)
    assert partition(other) == partition(base)
    assert doctor(other) == []


@settings(max_examples=30, deadline=None)
@given(messages=mailboxes(), batch=st.integers(1, 4), text=st.text(st.characters(codec="utf-8")))
def test_export_then_restore_is_the_identity(
    messages: list[Incoming], batch: int, text: str
) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder) / "n.db") as base:
        receive(base, [*messages, message("<text>", text, topic=text)], batch=batch)
        stream = lines(base)
        empty = open_base(Path(folder) / "e.db", clock=lambda: NOW, zone=UTC, create=True)
        try:
            _, refused = taken_in(empty, stream)
            assert (refused, lines(empty)) == ([], stream)
        finally:
            empty.close()


def test_restoring_goes_on_where_it_was_cut_short(base: Base, other: Base) -> None:
    lived_in(base)
    stream = lines(base)

    def cut() -> Iterator[Mapping[str, object] | Refused]:
        yield from read_lines(stream[: len(stream) * 2 // 3])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(other, cut())
    _, refused = taken_in(other, stream)
    assert (refused, lines(other)) == ([], stream)


def test_a_notebook_with_something_in_it_keeps_that_and_takes_the_rest(
    base: Base, tmp_path: Path
) -> None:
    lived_in(base)
    with opened(tmp_path / "second.db") as second:
        receive(second, [message("<mine>", author=Party("ana@example.org", "Aninha"))])
        got, refused = taken_in(second, lines(base))
        assert refused == []
        assert got.added == len(rows(base, "SELECT 1 FROM exchange"))
        # Ana is known here by her address, and keeps the name she has here.
        assert rows(second, "SELECT count(*) FROM person WHERE name LIKE 'An%'") == [(1,)]
        assert doctor(second) == []
        again, _ = taken_in(second, lines(base))
        assert (again.added, again.people, again.conversations) == (0, 0, 0)


def test_the_same_mail_in_both_is_one_and_joins_its_conversations(
    base: Base, tmp_path: Path
) -> None:
    receive(base, [message("<a>"), message("<b>", after=["<a>"]), message("<c>", after=["<b>"])])
    with opened(tmp_path / "second.db") as second:
        receive(second, [message("<b>", after=["<a>"])])
        got, _ = taken_in(second, lines(base))
        assert (got.added, got.already) == (2, 1)
        assert partition(second) == {frozenset({"<a>", "<b>", "<c>"})}
        assert doctor(second) == []


def test_what_was_restored_beside_other_things_is_taken_back_as_an_import(
    base: Base, tmp_path: Path
) -> None:
    receive(base, [message("<a>", "- [ ] one"), message("<b>", after=["<a>"])])
    stream = lines(base)
    with opened(tmp_path / "second.db") as second:
        receive(second, [message("<z>")])
        taken_in(second, stream)
        undo_import(second)
        assert partition(second) == {frozenset({"<z>"})}
        assert taken_in(second, stream)[0].added == 2
        assert doctor(second) == []


def test_the_users_own_uid_is_restored(base: Base, other: Base) -> None:
    taken_in(other, lines(base))
    uid = "SELECT uid, name FROM person WHERE me = 1"
    assert rows(other, uid) == rows(base, uid)
    assert one(other, "SELECT person FROM address") == other.me


def test_what_was_split_here_stays_so_beside_an_export_in_which_it_is_one(
    base: Base, tmp_path: Path
) -> None:
    mail = [message("<a>", days=3), message("<b>", after=["<a>"])]
    receive(base, mail)
    with opened(tmp_path / "second.db") as second:
        receive(second, mail)
        regrouping.split(second, exchange(second, "<b>"), with_answers=True, topic="")
        _, refused = taken_in(second, lines(base))
        assert refused == []
        assert partition(second) == {frozenset({"<a>"}), frozenset({"<b>"})}
        assert doctor(second) == []


def test_sources_are_remembered_only_where_a_whole_notebook_is_restored(
    base: Base, other: Base, tmp_path: Path
) -> None:
    receive(base, [message("<a>")])
    sources.remember(base, "/mail", kind="Maildir", ended=True)
    stream = lines(base)
    taken_in(other, stream)
    assert lines(other) == stream
    with opened(tmp_path / "second.db") as second:
        receive(second, [message("<z>")])
        taken_in(second, stream)
        assert rows(second, "SELECT 1 FROM source") == []
