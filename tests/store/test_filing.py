from datetime import date

from convonote.conversation.records import Kind, PromiseState
from convonote.store.notebook import Notebook
from convonote.store.promises.records import PromiseRow

OPEN, KEPT, SUGGESTED = PromiseState.OPEN, PromiseState.KEPT, PromiseState.SUGGESTED


def brief(promises: tuple[PromiseRow, ...]) -> list[tuple[str, str, PromiseState]]:
    return [(promise.owner.name, promise.what, promise.state) for promise in promises]


def test_in_what_i_say_a_task_is_mine_and_one_that_names_her_is_hers(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say(
        "- [ ] send the list\n- [ ] @ana sends the quote\n- [ ] @Lima nothing\n- [x] call",
        topic="Roof",
        channel="email",
        to=[ana],
    )
    assert brief(said.promises) == [
        ("me", "send the list", OPEN),
        ("Ana Lima", "sends the quote", OPEN),
        ("me", "@Lima nothing", SUGGESTED),
        ("me", "call", KEPT),
    ]


def test_in_what_they_say_a_task_is_theirs_and_one_that_names_me_is_mine(
    notebook: Notebook, ana: int
) -> None:
    notebook.set_me("Maria Gómez", [])
    said = notebook.say(
        "- [ ] send the quote\n- [ ] @Maria pays\n- [ ] @me calls",
        topic="Roof",
        channel="email",
        author=ana,
    )
    assert brief(said.promises) == [
        ("Ana Lima", "send the quote", OPEN),
        ("Maria Gómez", "pays", OPEN),
        ("Maria Gómez", "calls", OPEN),
    ]


def test_in_a_note_a_task_is_a_suggestion(notebook: Notebook, ana: int) -> None:
    said = notebook.say("- [ ] buy tiles", topic="Roof", channel="other", kind=Kind.NOTE)
    assert brief(said.promises) == [("me", "buy tiles", SUGGESTED)]


def test_in_a_note_a_ticked_box_is_text_until_its_promise_was_taken(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say(
        "- [x] buy seeds\n- [ ] buy tiles", topic="Roof", channel="other", kind=Kind.NOTE
    )
    (tiles,) = said.promises
    assert brief((tiles,)) == [("me", "buy tiles", SUGGESTED)]
    assert notebook.promises(states=[KEPT]) == []
    notebook.set_promise(tiles.id, OPEN)
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert entry.drawn == entry.text
    notebook.edit(said.exchange, "- [x] buy seeds\n- [x] buy tiles")
    assert [each.what for each in notebook.promises(states=[KEPT])] == ["buy tiles"]


def test_a_due_date_is_read_as_on_the_day_it_was_said(notebook: Notebook, ana: int) -> None:
    said = notebook.say("- [ ] send the list by fri", topic="Roof", channel="email", to=[ana])
    assert [(promise.what, promise.due) for promise in said.promises] == [
        ("send the list", date(2026, 11, 6))
    ]


def test_editing_brings_the_promises_in_step(notebook: Notebook, ana: int) -> None:
    said = notebook.say(
        "- [ ] send the list\n- [ ] call Bob", topic="Roof", channel="email", to=[ana]
    )

    def now() -> list[tuple[str, str, PromiseState]]:
        entry = notebook.entry(said.exchange)
        assert entry is not None
        return brief(entry.promises)

    notebook.edit(said.exchange, "Hello!\n- [ ] send the list\n- [ ] call Bob and Li")
    assert now() == [("me", "send the list", OPEN), ("me", "call Bob and Li", OPEN)]
    notebook.edit(said.exchange, "- [x] send the list\n- [ ] paint")
    assert now() == [("me", "send the list", KEPT), ("me", "paint", OPEN)]
    notebook.edit(said.exchange, "nothing")
    assert now() == []
    for expected in (2, 2, 2):
        notebook.undo()
        assert len(now()) == expected
    assert now() == [("me", "send the list", OPEN), ("me", "call Bob", OPEN)]


def test_what_was_ticked_by_a_key_stays_ticked_when_the_text_is_edited(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say("- [ ] send the list", topic="Roof", channel="email", to=[ana])
    notebook.set_promise(said.promises[0].id, KEPT)
    before = notebook.entry(said.exchange)
    assert before is not None
    assert (before.text, before.drawn) == ("- [ ] send the list", "- [x] send the list")
    notebook.edit(said.exchange, f"Hello\n{before.drawn}")
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert brief(entry.promises) == [("me", "send the list", KEPT)]
    assert entry.promises[0].id == said.promises[0].id
