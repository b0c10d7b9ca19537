"""What a user may do by hand, chosen at random, each as one change that can be undone."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from convonote.conversation.records import DAY, Kind, PromiseState
from convonote.store.base import Base
from convonote.store.errors import NotebookError
from convonote.store.people import contact_editing, merging
from convonote.store.promises import settling
from convonote.store.turns import choices
from convonote.store.writing import editing, regrouping, saying
from tests.store.mail import NOW, rows

Draw = Callable[[st.SearchStrategy[Any]], Any]
Doing = Callable[[Base, Draw], None]


def _ids(base: Base, sql: str) -> list[Any]:
    return [id for (id,) in rows(base, sql)]


def exchanges(base: Base) -> list[int]:
    return _ids(
        base,
        "SELECT e.id FROM exchange AS e JOIN conversation AS c ON c.id = e.conversation"
        " WHERE e.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY coalesce(message_id, text)",
    )


def conversations(base: Base) -> list[int]:
    return list(dict.fromkeys(_of(base, exchange) for exchange in exchanges(base)))


def _of(base: Base, exchange: int) -> int:
    [(conversation,)] = rows(base, "SELECT conversation FROM exchange WHERE id = ?", exchange)
    assert isinstance(conversation, int)
    return conversation


def _people(base: Base) -> list[int]:
    return _ids(
        base,
        "SELECT id FROM person WHERE me = 0 AND kind = 'person' AND deleted_at IS NULL"
        " ORDER BY name, (SELECT folded FROM address WHERE person = person.id LIMIT 1)",
    )


def delete_exchange(base: Base, draw: Draw) -> None:
    editing.delete(base, exchange=draw(st.sampled_from(exchanges(base))), conversation=None)


def delete_conversation(base: Base, draw: Draw) -> None:
    editing.delete(base, exchange=None, conversation=draw(st.sampled_from(conversations(base))))


def merge(base: Base, draw: Draw) -> None:
    here = conversations(base)
    regrouping.merge(base, draw(st.sampled_from(here)), draw(st.sampled_from(here)))


def split(base: Base, draw: Draw) -> None:
    regrouping.split(
        base,
        draw(st.sampled_from(exchanges(base))),
        with_answers=draw(st.booleans()),
        topic=draw(st.sampled_from(["", "Apart"])),
    )


def move(base: Base, draw: Draw) -> None:
    some = draw(st.lists(st.sampled_from(exchanges(base)), min_size=1, max_size=3, unique=True))
    regrouping.move(base, some, draw(st.sampled_from(conversations(base))))


def rename(base: Base, draw: Draw) -> None:
    editing.rename(base, draw(st.sampled_from(conversations(base))), draw(st.sampled_from("XYZ")))


def edit(base: Base, draw: Draw) -> None:
    text = draw(st.sampled_from(["Other words.", "Really?\n- [ ] call back"]))
    editing.edit(base, draw(st.sampled_from(exchanges(base))), text)


def set_turn(base: Base, draw: Draw) -> None:
    holders = draw(st.sampled_from([[], [base.me]]))
    choices.set_turn(
        base, draw(st.sampled_from(conversations(base))), holders, everyone=True, reason="so"
    )


def put_off(base: Base, draw: Draw) -> None:
    choices.set_later(base, draw(st.sampled_from(conversations(base))), NOW + 9 * DAY)


def close(base: Base, draw: Draw) -> None:
    choices.set_closed(base, draw(st.sampled_from(conversations(base))), True)


def keep_promise(base: Base, draw: Draw) -> None:
    here = _ids(base, "SELECT id FROM promise WHERE deleted_at IS NULL ORDER BY what")
    if here:
        settling.settle(base, draw(st.sampled_from(here)), PromiseState.KEPT)


def rename_person(base: Base, draw: Draw) -> None:
    contact_editing.rename(base, draw(st.sampled_from(_people(base))), "Somebody Else")


def merge_people(base: Base, draw: Draw) -> None:
    here = _people(base)
    merging.merge_people(base, draw(st.sampled_from(here)), draw(st.sampled_from(here)))


def say(base: Base, draw: Draw) -> None:
    saying.say(
        base,
        saying.Saying(
            text=f"By hand {draw(st.integers(0, 99))}.",
            conversation=draw(st.sampled_from([None, *conversations(base)])),
            topic="By hand",
            kind=draw(st.sampled_from(Kind)),
            channel="phone",
            author=None,
            to=(),
            cc=(),
            speakers=(),
            at=NOW - draw(st.integers(0, 4)) * DAY,
            offset=0,
            answers=None,
            everyone=False,
            no_answer=False,
            queued=False,
            turn=None,
            turn_everyone=True,
            turn_reason="",
            draft=None,
        ),
    )


DOINGS: tuple[Doing, ...] = (
    delete_exchange,
    delete_conversation,
    merge,
    merge,
    split,
    split,
    move,
    move,
    rename,
    edit,
    set_turn,
    put_off,
    close,
    keep_promise,
    rename_person,
    merge_people,
    say,
)


def do(base: Base, doing: Doing, draw: Draw) -> bool:
    """Do it where there is something to do it to, and where it makes sense."""
    if not exchanges(base) or not _people(base):
        return False
    try:
        doing(base, draw)
    except NotebookError:
        return False
    return True
