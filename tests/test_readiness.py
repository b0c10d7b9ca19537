"""What stands in a composer is ready to be said, or it is told why not."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from convonote.store.notebook import Notebook
from convonote.writing.compose_request import Mode
from convonote.writing.composing import After, Sketch, say
from convonote.writing.readiness import NotReady, Ready, Words, ready

NOW = 1_795_348_800_000_000


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook(tmp_path / "n.convonote", clock=lambda: NOW, zone=UTC) as opened:
        opened.add_person("Ana")
        yield opened


def made(notebook: Notebook, after: After) -> Ready:
    """Something said to Ana, with a reminder in four days."""
    ana = notebook.people("Ana")[0].id
    sketch = Sketch(Mode.SAID, None, None, "email", (ana,), "Kyoto", "Which week?")
    words = Words(to="Ana", after=after, remind="4d")
    return ready(notebook, sketch, words, notebook.me.id)


@pytest.mark.parametrize("after", [After.NO_ANSWER, After.ME, After.NOBODY])
def test_where_no_answer_is_waited_for_there_is_nothing_to_be_reminded_of(
    notebook: Notebook, after: After
) -> None:
    with pytest.raises(NotReady, match=f"With “{after}” nobody is to answer") as refused:
        made(notebook, after)
    assert refused.value.where == "#remind"


@pytest.mark.parametrize("after", [After.RULES, After.EACH, After.THEM])
def test_the_day_goes_with_whoever_is_to_answer(notebook: Notebook, after: After) -> None:
    said = say(notebook, made(notebook, after).saying)
    conversation = notebook.conversation(said.conversation)
    assert conversation is not None
    (holder,) = conversation.holders
    assert holder.remind is not None
    assert "you want to be reminded on" in holder.why
