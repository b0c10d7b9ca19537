"""Open questions beside the composer."""

from datetime import UTC
from pathlib import Path

from convonote.widgets.before_lines import before_lines
from tests.screens.showing import NOW, world


def test_a_question_stands_there_without_its_marks(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana")
    conversation = made.say(ana, "Could you come in *April*?", "Kyoto")
    before = made.notebook.before_writing([ana.id], conversation)
    shown = " ".join(span.text for line in before_lines(before, 60, NOW, UTC) for span in line)
    assert "Could you come in April?" in shown
