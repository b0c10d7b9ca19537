"""Chats in the notebook: cut by pauses, the same in any order and in any pieces."""

import io
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import DAY
from convonote.intake.chats import read_chat
from convonote.intake.formats import Format
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.exporting.export import export
from convonote.store.exporting.restore import restore
from convonote.store.incoming.records import Received
from convonote.store.incoming.taking_back import undo_import
from convonote.store.opening import open_base
from convonote.store.people import people
from convonote.store.writing import editing, regrouping

from .canonical import canonical, differences
from .mail import NOW, opened, receive, rows

START = datetime(2025, 11, 1, 9, 0)
Told = tuple[int, str, str]
"""Minutes after the start, who, what."""


def chat(told: Iterable[Told], name: str = "WhatsApp Chat with Ana Lima.txt") -> list[Incoming]:
    """A chat as WhatsApp exports it, read."""
    lines = "".join(
        f"{START + timedelta(minutes=minute):%d/%m/%Y, %H:%M} - {who}: {what}\n"
        for minute, who, what in sorted(told, key=lambda one: one[0])
    )
    file = io.BytesIO(("31/10/2025, 23:59 - Ana Lima created this\n" + lines).encode())
    return [one for one in read_chat(file, name, Format.WHATSAPP, UTC) if isinstance(one, Incoming)]


def hours(*at: float, who: str = "Ana Lima") -> list[Told]:
    """A line at each of some hours after the start."""
    return [(int(hour * 60), who, f"at {hour}") for hour in at]


def conversations(base: Base) -> set[frozenset[str]]:
    """What is said in each conversation that is there."""
    found: dict[int, set[str]] = {}
    with base.reading():
        for conversation, text in base.rows(
            "SELECT conversation, e.text FROM exchange AS e JOIN conversation AS c"
            " ON c.id = e.conversation WHERE e.deleted_at IS NULL AND c.deleted_at IS NULL"
        ):
            found.setdefault(conversation, set()).add(text)
    return {frozenset(texts) for texts in found.values()}


def ids(base: Base, sql: str) -> list[int]:
    """Keys read by SQL."""
    with base.reading():
        return [id for (id,) in base.rows(sql)]


def taken(
    tmp_path: Path, parts: Sequence[Sequence[Incoming]]
) -> tuple[set[frozenset[str]], Received]:
    with opened(tmp_path / "notebook") as base:
        for part in parts:
            received = receive(base, part)
        return conversations(base), received


def test_a_pause_of_three_days_begins_another_conversation(tmp_path: Path) -> None:
    lines = chat(hours(0, 1, 72, 72 + 72, 72 + 72 + 72.1))
    found, received = taken(tmp_path, [lines])
    assert found == {frozenset({"at 0", "at 1", "at 72", "at 144"}), frozenset({"at 216.1"})}
    assert (received.chats, received.cut, received.conversations) == (1, 2, 2)


def test_the_pause_is_the_user_s_to_set(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        base.chat_pause = DAY // 24
        receive(base, chat(hours(0, 1, 2.1)))
        assert conversations(base) == {frozenset({"at 0", "at 1"}), frozenset({"at 2.1"})}


def test_a_late_line_that_bridges_a_pause_joins_the_two_sides(tmp_path: Path) -> None:
    ends, middle = chat(hours(0, 120)), chat(hours(60))
    found, received = taken(tmp_path, [ends, middle])
    assert found == {frozenset({"at 0", "at 60", "at 120"})}
    assert received.cut == 0


ASKED, ANSWERED = (0, "Ana Lima", "Which week suits you?"), (5 * 1440, "Me Myself", "April.")
"""A question, and its answer after a pause."""


def test_an_answer_after_a_pause_goes_where_the_question_is(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat([ASKED, ANSWERED]))
        assert conversations(base) == {frozenset({"Which week suits you?", "April."})}


def test_a_question_that_comes_late_joins_what_was_said_in_the_week_after_it(
    tmp_path: Path,
) -> None:
    late = [ANSWERED, (10 * 1440, "Ana Lima", "Good"), (15 * 1440, "Me Myself", "I am here")]
    found, _ = taken(tmp_path, [chat(late), chat([ASKED])])
    assert found == {
        frozenset({"Which week suits you?", "April."}),
        frozenset({"Good"}),
        frozenset({"I am here"}),
    }


def test_the_same_line_in_two_chats_is_two(tmp_path: Path) -> None:
    told = [(0, "Me Myself", "Happy new year!")]
    ana = chat(told, "WhatsApp Chat with Ana Lima.txt")
    bob = chat(told, "WhatsApp Chat with Bob Stone.txt")
    _, received = taken(tmp_path, [[*ana, *bob]])
    assert (received.added, received.chats, received.cut) == (2, 2, 2)


def test_reading_a_longer_export_adds_only_what_is_new(tmp_path: Path) -> None:
    shorter, longer = chat(hours(0, 1)), chat(hours(0, 1, 2))
    _, received = taken(tmp_path, [shorter, longer])
    assert (received.added, received.already) == (1, 2)


def test_a_line_beside_a_deleted_conversation_is_not_hidden_with_it(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat(hours(0)))
        (gone,) = ids(base, "SELECT id FROM conversation")
        editing.delete(base, exchange=None, conversation=gone)
        receive(base, chat(hours(0, 1)))
        assert conversations(base) == {frozenset({"at 1"})}


def test_later_lines_follow_what_the_user_merged(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat(hours(0, 100)))
        one, other = ids(base, "SELECT id FROM conversation ORDER BY id")
        regrouping.merge(base, one, other)
        receive(base, chat(hours(0, 100, 101)))
        assert conversations(base) == {frozenset({"at 0", "at 100", "at 101"})}


def test_what_the_user_split_stays_split_and_lines_go_to_the_nearer_side(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat(hours(0, 10)))
        (later,) = ids(base, "SELECT id FROM exchange WHERE text = 'at 10'")
        regrouping.split(base, later, with_answers=True, topic="")
        receive(base, chat(hours(0, 5, 10, 11)))
        assert conversations(base) == {frozenset({"at 0", "at 5"}), frozenset({"at 10", "at 11"})}


def test_taking_back_the_bridge_parts_the_two_sides_again(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat(hours(0, 120)))
        receive(base, chat(hours(60)))
        undo_import(base)
        assert conversations(base) == {frozenset({"at 0"}), frozenset({"at 120"})}


def test_the_user_is_known_by_the_name_of_the_chat(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        receive(base, chat([(0, "Ana Lima", "Which week suits you?"), (1, "Rui", "April.")]))
        assert rows(
            base, "SELECT value FROM address WHERE person = ? AND channel = 'whatsapp'", base.me
        ) == [("Rui",)]
        receive(base, chat([(5, "Ana Lima", "Shall I book it?")]))
        assert rows(base, "SELECT turn FROM conversation") == [("me",)]


def test_in_a_group_a_line_waits_only_for_those_it_names(tmp_path: Path) -> None:
    told = [(0, "Ana Lima", "Who comes?"), (1, "Bob", "Me!"), (2, "Me Myself", "I do.")]
    with opened(tmp_path / "notebook") as base:
        receive(base, chat(told, "WhatsApp Chat with Hiking.txt"))
        assert rows(base, "SELECT turn, topic FROM conversation") == [
            ("nobody", "Hiking: Who comes?")
        ]
        named = (3, "Ana Lima", "@\u2068Me Myself\u2069 do you bring the tent?")
        receive(base, chat([*told, named], "WhatsApp Chat with Hiking.txt"))
        assert rows(base, "SELECT turn FROM conversation") == [("me",)]


def test_a_third_speaker_in_a_later_export_makes_a_group_of_it(tmp_path: Path) -> None:
    first = [(0, "Ana Lima", "Who comes?"), (1, "Me Myself", "I do, do you?")]
    more = [*first, (2, "Bob", "Me too.")]
    with opened(tmp_path / "one") as base:
        receive(base, chat(first, "WhatsApp Chat with Hiking.txt"))
        receive(base, chat(more, "WhatsApp Chat with Hiking.txt"))
        in_two = canonical(base)
    with opened(tmp_path / "two") as base:
        receive(base, chat(more, "WhatsApp Chat with Hiking.txt"))
        assert differences(canonical(base), in_two) == ""


def test_somebody_in_a_chat_is_who_has_that_full_name_elsewhere(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook") as base:
        ana = people.add_person(base, "Ana Lima", [("phone", "+48 600 100 200")])
        told = [(0, "Ana Lima", "hi"), (1, "+48 600 100 200", "me again"), (2, "Bob", "hi")]
        receive(base, chat(told, "WhatsApp Chat with Hiking.txt"))
        assert rows(base, "SELECT author FROM exchange ORDER BY at")[:2] == [(ana.id,)] * 2


LINES = st.lists(
    st.tuples(
        st.integers(0, 60 * 24 * 20),
        st.sampled_from(["Ana Lima", "Me Myself"]),
        st.sampled_from(["ok", "When?", "Thanks!", "I'll send it tomorrow", "no"]),
    ),
    min_size=1,
    max_size=12,
)


@given(told=LINES, data=st.data())
@settings(max_examples=25, deadline=None, database=None)
def test_any_order_any_pieces_and_any_overlap_give_the_same(
    told: list[Told], data: st.DataObject
) -> None:
    whole = chat(told)
    minutes = sorted({minute for minute, _, _ in told})
    parts = []
    for _ in range(data.draw(st.integers(1, 3))):
        first, last = sorted(data.draw(st.lists(st.sampled_from(minutes), min_size=2, max_size=2)))
        parts.append(chat([one for one in told if first <= one[0] <= last]))
    parts.insert(data.draw(st.integers(0, len(parts))), whole)
    shuffled = [data.draw(st.permutations(part)) for part in parts]
    with tempfile.TemporaryDirectory() as folder:
        with opened(Path(folder) / "one") as base:
            receive(base, whole)
            expected = canonical(base)
        with opened(Path(folder) / "other") as base:
            for part in shuffled:
                receive(base, part)
            assert differences(expected, canonical(base)) == ""


def test_later_lines_go_on_where_an_export_was_restored(tmp_path: Path) -> None:
    told = [(0, "Ana Lima", "Who comes?"), (1, "Bob", "Me!"), (2, "Me Myself", "I do.")]
    with opened(tmp_path / "one") as base:
        receive(base, chat(told, "WhatsApp Chat with Hiking.txt"))
        records = list(export(base))
    with closing(open_base(tmp_path / "two", clock=lambda: NOW, zone=UTC, create=True)) as base:
        restore(base, records)
        assert list(export(base))[1:] == records[1:]
        more = [*told, (60, "Bob", "Tent?")]
        receive(base, chat(more, "WhatsApp Chat with Hiking.txt"))
        assert conversations(base) == {frozenset({"Who comes?", "Me!", "I do.", "Tent?"})}
