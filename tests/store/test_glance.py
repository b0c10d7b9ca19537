import subprocess
import sys
from pathlib import Path

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.store.glance import waiting
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def test_it_counts_what_waits_for_me(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    assert waiting(notebook.path, notebook.now()) == 0
    for topic in ("A", "B"):
        notebook.say("Which week?", topic=topic, channel="email", author=ana.id)
    assert waiting(notebook.path, notebook.now()) == 2 == notebook.counts()[Section.MINE]


def test_it_does_not_guess_where_time_has_moved_something(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="A", channel="email", author=ana.id)
    notebook.set_later(said.conversation, notebook.now() + DAY)
    assert waiting(notebook.path, notebook.now()) == 0
    clock.pass_days(2)
    assert waiting(notebook.path, notebook.now()) is None
    notebook.settle()
    assert waiting(notebook.path, notebook.now()) == 1


def test_what_is_no_notebook_is_for_others_to_explain(tmp_path: Path) -> None:
    assert waiting(tmp_path / "none.db", 0) is None
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text").write_text("x" * 1000)
    assert waiting(tmp_path / "text", 0) is None


def test_it_loads_neither_peewee_nor_the_domain() -> None:
    script = (
        "import sys, convonote.store.glance;"
        "print([name for name in sys.modules if name.startswith(('peewee', 'convonote.c'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
