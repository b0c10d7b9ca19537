"""What holds for every import: its order, its parts and its repetitions make no difference."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convonote.intake.records import Refused
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.errors import UndoError
from convonote.store.exporting.export import export
from convonote.store.exporting.restore import restore
from convonote.store.incoming.taking_back import undo_import
from convonote.store.people.identity import set_me
from convonote.store.undoing import redo, undo
from tests.store.canonical import Facts, canonical, differences
from tests.store.doings import DOINGS, Draw, do
from tests.store.mail import NOW, opened, rows
from tests.store.mailboxes import Item, everything, take

law = settings(
    max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@contextmanager
def notebook(*, known: bool = True) -> Iterator[Base]:
    """One whose user has said who they are, if `known`."""
    with TemporaryDirectory() as folder, opened(Path(folder) / "notebook.db", known=known) as base:
        if known:
            set_me(base, None, [("whatsapp", "me")])
        yield base


def facts(messages: Sequence[Item], batch: int) -> Facts:
    with notebook() as base:
        take(base, messages, batch=batch)
        assert doctor(base) == []
        return canonical(base)


@law
@given(messages=everything(), data=st.data())
def test_any_order_any_split_and_any_repetition_give_the_same(
    messages: list[Item], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(messages), max_size=3))
    shuffled = data.draw(st.permutations([*messages, *again]))
    told = facts(shuffled, data.draw(st.integers(1, 4)))
    assert differences(told, facts(messages, 100)) == ""


def do_some(base: Base, draw: Draw, most: int = 3) -> int:
    return sum(
        do(base, doing, draw) for doing in draw(st.lists(st.sampled_from(DOINGS), max_size=most))
    )


@law
@given(messages=everything(), data=st.data())
def test_what_the_user_did_stays_done_however_all_is_imported_again(
    messages: list[Item], data: st.DataObject
) -> None:
    first = data.draw(st.integers(1, len(messages)))
    with notebook() as base:
        take(base, messages[:first], batch=2)
        do_some(base, data.draw)
        take(base, messages, batch=data.draw(st.integers(1, 4)))
        do_some(base, data.draw)
        before = canonical(base)
        take(base, data.draw(st.permutations(messages)), batch=data.draw(st.integers(1, 4)))
        assert differences(canonical(base), before) == ""
        assert doctor(base) == []


@law
@given(messages=everything(), data=st.data())
def test_what_the_user_did_stays_done_when_the_import_is_taken_back_and_done_again(
    messages: list[Item], data: st.DataObject
) -> None:
    with notebook() as base:
        take(base, messages)
        do_some(base, data.draw, most=4)
        before = canonical(base)
        undo_import(base)
        assert doctor(base) == []
        take(base, data.draw(st.permutations(messages)), batch=data.draw(st.integers(1, 4)))
        assert differences(canonical(base), before) == ""
        assert doctor(base) == []


@law
@given(messages=everything(), data=st.data())
def test_everything_done_is_undone_and_redone_step_by_step(
    messages: list[Item], data: st.DataObject
) -> None:
    with notebook() as base:
        take(base, messages)
        states = [canonical(base)]
        for doing in data.draw(st.lists(st.sampled_from(DOINGS), max_size=3)):
            if do(base, doing, data.draw) and changed(base, len(states)):
                states.append(canonical(base))
        for state in reversed(states[:-1]):
            undo(base)
            assert differences(canonical(base), state) == ""
            assert doctor(base) == []
        for state in states[1:]:
            redo(base)
            assert differences(canonical(base), state) == ""
        assert doctor(base) == []


def changed(base: Base, changes: int) -> bool:
    return rows(base, "SELECT count(*) FROM change WHERE actor = 'user'") == [(changes,)]


@law
@given(messages=everything(), data=st.data())
def test_whatever_was_done_the_export_makes_the_same_notebook_again(
    messages: list[Item], data: st.DataObject
) -> None:
    half = data.draw(st.integers(0, len(messages)))
    with notebook() as base, notebook(known=False) as other:
        for some in (messages[:half], messages[half:]):
            take(base, some)
            do_some(base, data.draw)
            if data.draw(st.booleans()):
                with suppress(UndoError):
                    undo(base)
        if data.draw(st.booleans()):
            undo_import(base)
        stream = list(export(base))
        refused: list[Refused] = []
        restore(other, stream, refused=refused.append)
        assert (list(export(other)), refused) == (stream, [])
        assert differences(canonical(other), canonical(base)) == ""
        assert doctor(other) == []


@law
@given(messages=everything(), data=st.data())
def test_an_import_that_was_killed_anywhere_goes_on_to_the_same(
    messages: list[Item], data: st.DataObject
) -> None:
    batch = data.draw(st.integers(1, 4))
    expected = facts(messages, 100)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "notebook.db"
        with opened(file) as base, suppress(Killed):
            set_me(base, None, [("whatsapp", "me")])
            base.now = killing(data.draw(st.integers(0, 3 * len(messages))))
            take(base, messages, batch=batch)
        with opened(file) as base:
            assert doctor(base) == []
            take(base, messages, batch=batch)
            assert differences(canonical(base), expected) == ""
            with suppress(Killed):
                base.now = killing(data.draw(st.integers(0, 3 * len(messages))))
                undo_import(base)
        with opened(file) as base:
            assert doctor(base) == []
            with suppress(UndoError):
                undo_import(base)
                undo_import(base)
            assert canonical(base)["exchanges"] == []
            take(base, messages, batch=batch)
            assert differences(canonical(base), expected) == ""


class Killed(BaseException):
    """The power is gone."""


def killing(after: int) -> Callable[[], int]:
    """A clock that can be read some times, and then never again."""
    left = iter(range(after))

    def read() -> int:
        if next(left, None) is None:
            raise Killed
        return NOW

    return read
