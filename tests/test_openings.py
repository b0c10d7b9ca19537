"""What a composer begins with."""

from datetime import UTC
from pathlib import Path

from convonote.store.notebook import Notebook
from convonote.writing.compose_request import ComposeRequest
from convonote.writing.openings import opening


def test_who_has_left_is_not_among_those_an_answer_goes_to(tmp_path: Path) -> None:
    with Notebook(tmp_path / "notebook.db", zone=UTC) as notebook:
        ana, bob, cy = (notebook.add_person(name).id for name in ("Ana", "Bob", "Cy"))
        said = notebook.say("Who comes?", topic="Choir", channel="email", to=[ana, bob, cy])
        where = said.conversation
        notebook.set_left(where, [bob])
        asked = notebook.say(
            "When?", conversation=where, channel="email", author=ana, to=[notebook.me.id, bob, cy]
        )
        for answers in (None, asked.exchange):
            found = opening(notebook, ComposeRequest(conversation=where, answers=answers))
            assert {one.name for one in found.people} == {"Ana", "Cy"}
