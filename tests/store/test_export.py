"""Everything goes out as lines, and the lines make the same notebook again."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import PromiseState
from convonote.intake.records import Attachment, Incoming, Party, Refused
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.exporting.export import export
from convonote.store.exporting.restore import read_lines, restore
from convonote.store.incoming import sources
from convonote.store.incoming.receiving import undo_import
from convonote.store.opening import open_base
from convonote.store.promises import settling
from convonote.store.records import Received
from convonote.store.turns import choices
from convonote.store.writing import editing, regrouping
from tests.store.mail import (
    ANA,
    BOB,
    MYSELF,
    NOW,
    logged,
    message,
    one,
    opened,
    partition,
    person,
    receive,
    rows,
)
from tests.store.test_receiving_order import mailboxes


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    with opened(tmp_path / "notebook.db") as base:
        yield base


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Base]:
    """An empty notebook, in which nobody has said who they are."""
    base = open_base(tmp_path / "other.db", clock=lambda: NOW, zone=UTC, create=True)
    yield base
    base.close()


def lines(base: Base) -> list[bytes]:
    return [json.dumps(record, ensure_ascii=False).encode() for record in export(base)]


def taken_in(base: Base, stream: list[bytes]) -> tuple[Received, list[Refused]]:
    refused: list[Refused] = []
    return restore(base, read_lines(stream), refused=refused.append), refused


def exchange(base: Base, name: str) -> int:
    found = one(base, "SELECT id FROM exchange WHERE message_id = ?", name)
    assert isinstance(found, int)
    return found


def lived_in(base: Base) -> None:
    """A notebook in which a bit of everything has happened."""
    plan = Attachment("plan.pdf", "application/pdf", 1200)
    receive(
        base,
        [
            message(
                "<a>", "Shall we go to 京都?\n- [ ] book by fri", asks=True, original="> whole"
            ),
            message("<b>", after=["<gone>"], author=BOB, cc=[ANA], attachments=(plan,)),
            message("<d>", "Dear", author=MYSELF, to=[ANA], after=["<a>"], draft=True),
            message("<u>", after=["<a>"], days=None),
        ],
    )
    receive(base, [message("<c>", after=["<a>", "<gone>"], days=0.5)])
    receive(base, [message("<x>", author=Party("x@example.org"))])
    undo_import(base)
    logged(base, "By phone, then.", person(base, "ana@example.org"))
    editing.edit(base, exchange(base, "<a>"), "Shall we go to Nara?\n- [ ] book by fri")
    editing.delete(base, exchange=exchange(base, "<u>"), conversation=None)
    choices.set_turn(base, 1, [person(base, "bob@example.org")], everyone=True, reason="he offered")
    choices.set_later(base, 1, NOW + 1_000_000)
    settling.settle(base, 1, PromiseState.OPEN)
    choices.set_closed(base, 4, True)
    undoing.undo(base)


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


Change = Callable[[dict[str, object]], None]


def _without(name: str) -> Change:
    def spoil(record: dict[str, object]) -> None:
        del record[name]

    return spoil


def _with(name: str, value: object) -> Change:
    return lambda record: record.update({name: value})


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_without("text"), "`text` is missing"),
        (_with("at", "today"), "`at` is no moment: microseconds since 1970"),
        (_with("at", 10**30), "`at` is no moment: microseconds since 1970"),
        (_with("kind", "rumour"), "`kind` is none of said, talk, note"),
        (_with("asks", 1), "`asks` is neither true nor false"),
        (_with("text", "\ud800"), "`text` holds half a character"),
        (_with("uid", "7"), "`uid` is no uid"),
        (_with("to", [3]), "`to` is no uid"),
        (_with("to", None), "`to` is no list"),
        (_with("offset", 5000), "`offset` is more than a day"),
        (_with("record", "rumour"), "it is none of the records that this version knows"),
        (
            _with("conversation", "00000000-0000-7000-8000-000000000000"),
            "it refers to the conversation 00000000-0000-7000-8000-000000000000,"
            " which does not stand before it",
        ),
    ],
)
def test_a_line_that_is_wrong_is_refused_with_its_number_and_the_reason(
    base: Base, other: Base, spoil: Change, reason: str
) -> None:
    receive(base, [message("<a>"), message("<b>")])
    records = [json.loads(line) for line in lines(base)]
    number = next(n for n, each in enumerate(records, 1) if each.get("record") == "exchange")
    spoil(records[number - 1])
    _, refused = taken_in(other, [json.dumps(record).encode() for record in records])
    assert refused[0] == Refused(f"the export, line {number}", reason)
    # What is sound comes in all the same.
    assert partition(other) == {frozenset({"<b>"})}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "it is not JSON; the file may be cut short"),
        (b"[1]", "it is not a record"),
        (b"\xff", "it is not UTF-8"),
        (b"[" * 100_000, "it is nested too deep"),
        (b'{"convonote": 2}', "it was made by a newer convonote; upgrade to read it"),
    ],
)
def test_a_line_that_is_no_record_is_refused(other: Base, line: bytes, reason: str) -> None:
    _, refused = taken_in(other, [b"", line])
    assert refused == [Refused("the export, line 2", reason)]


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_spoilt_line_breaks_it(data: st.DataObject) -> None:
    json_values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=4,
    )
    with TemporaryDirectory() as folder, opened(Path(folder) / "n.db") as base:
        lived_in(base)
        records = [json.loads(line) for line in lines(base)]
        for _ in range(data.draw(st.integers(1, 5))):
            record = data.draw(st.sampled_from(records))
            record[data.draw(st.sampled_from(sorted(record)))] = data.draw(json_values)
        empty = open_base(Path(folder) / "e.db", clock=lambda: NOW, zone=UTC, create=True)
        try:
            taken_in(empty, [json.dumps(record).encode() for record in records])
            lines(empty)
        finally:
            empty.close()


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
