"""A notebook that was folded by an older reading of the rules is folded anew when it is opened."""

from datetime import UTC
from pathlib import Path

from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from convonote.store.turns import RULES
from tests.store.conftest import Clock


def test_what_was_set_by_hand_is_folded_again_and_once(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        ana, bob = (notebook.add_person(name).id for name in ("Ana", "Bob"))
        said = notebook.say("Who comes?", topic="A", channel="email", to=[ana, bob])
        notebook.set_left(said.conversation, [bob])
    base = open_base(path, clock=clock, zone=UTC, create=False)
    with base.transaction():
        # As a notebook has it that knows nothing of those who left.
        base.run("UPDATE conversation SET waits = json_remove(waits, '$[10]')")
        base.set_meta(RULES, None)
    base.close()
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert notebook.doctor() == []
    base = open_base(path, clock=clock, zone=UTC, create=False)
    with base.transaction():
        assert base.meta(RULES) is not None
        base.run("UPDATE conversation SET waits = json_remove(waits, '$[10]')")
    base.close()
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        assert len(notebook.doctor()) == 1
