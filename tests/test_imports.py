"""Who may import whom: what the sources say, and what is loaded when they run."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.store.notebook import Notebook

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "convonote"

_TOLD = ("conversation", "text", "store")
MAY_IMPORT = {
    "conversation": (),
    "text": ("conversation.day_words", "conversation.zones"),
    "wire": (),
    "commands": (),
    "screen_themes.py": (),
    "clipboard.py": (),
    "locations.py": (),
    "intake": ("conversation",),
    "store": ("conversation", "intake.records"),
    "config.py": ("conversation", "commands", "screen_themes"),
    "introducing.py": ("store", "config"),
    "demo": ("conversation", "store", "text"),
    "importing": ("conversation", "intake", "store", "config"),
    "exporting": ("conversation", "text", "intake.cards", "store"),
    "telling": (*_TOLD, "config"),
    "writing": (*_TOLD, "intake.line", "intake.expected_answers"),
    "host.py": ("commands", "config", "store.notebook"),
    "widgets": (
        *("conversation", "text", "commands", "screen_themes", "telling", "writing", "host"),
        *("store.records", "store.errors", "store.listening.records", "store.people.records"),
        *("store.people.person_records", "store.promises.records", "store.rhythm.records"),
        "store.search.records",
    ),
    "screens": (
        *(*_TOLD, "intake.formats", "commands", "config", "locations", "clipboard", "wire"),
        *("screen_themes", "importing", "telling", "writing", "host", "widgets"),
    ),
    "app.py": (*_TOLD, "commands", "config", "screen_themes", "wire", "host", "widgets", "screens"),
    "cli": (
        *(*_TOLD, "intake", "commands", "config", "locations", "screen_themes", "introducing"),
        *("importing", "exporting", "telling", "writing", "running"),
    ),
}
"""The rooms of which a room may know besides itself, those below before those above."""
ABOVE_IN_THE_STORE = {
    "incoming": ("incoming", "exporting", "notebook.py", "opening.py"),
    "exporting": ("exporting", "notebook.py"),
    "keeping": ("keeping", "notebook.py"),
}
"""By a room of the store on which the others do not stand: who in the store may know it."""
ONLY_IN = {
    "textual": ("app.py", "host.py", "screens/", "widgets/", "wire/"),
    "peewee": ("store/",),
    "sqlite3": ("store/",),
    "markdown_it": ("text/",),
}
"""Where a package may be imported."""


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def loaded_by(code: str) -> set[str]:
    """The modules that are loaded after some code has run in a new Python."""
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(ran.stderr.split())


def modules(room: str) -> list[str]:
    """The modules of a room by their full names."""
    paths = sorted((PACKAGE / room).rglob("*.py"))
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in paths
    ]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    allowed = tuple(f"convonote.{one}" for one in (room.removesuffix(".py"), *MAY_IMPORT[room]))
    where = PACKAGE / room
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (where.rglob("*.py") if where.is_dir() else [where])
        for name in imports(path)
        if name.startswith("convonote.")
        and name != "convonote.__version__"
        and not any(name == one or name.startswith(f"{one}.") for one in allowed)
        and not any(one.startswith(f"{name}.") for one in allowed)
    ]
    assert not wrong


def test_the_order_of_the_rooms_has_all_of_them() -> None:
    rooms = {
        path.name
        for path in PACKAGE.iterdir()
        if (path.is_dir() and any(path.glob("*.py"))) or path.suffix == ".py"
    }
    assert rooms - MAY_IMPORT.keys() == {"__init__.py", "__main__.py", "running.py"}


def test_no_two_rooms_import_each_other() -> None:
    below: set[str] = set()
    for room, known in MAY_IMPORT.items():
        assert {one.partition(".")[0] for one in known} <= below | {"running"}, room
        below.add(room.removesuffix(".py"))
    assert not any("running" in known for room, known in MAY_IMPORT.items() if room != "cli")


@pytest.mark.parametrize("room", ABOVE_IN_THE_STORE)
def test_a_room_of_the_store_stands_above_the_others(room: str) -> None:
    store = PACKAGE / "store"
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in store.rglob("*.py")
        if path.relative_to(store).parts[0] not in ABOVE_IN_THE_STORE[room]
        for name in imports(path)
        if name == f"convonote.store.{room}" or name.startswith(f"convonote.store.{room}.")
        if not name.endswith(".records")
    ]
    assert not wrong


@pytest.mark.parametrize("package", ONLY_IN)
def test_a_package_is_imported_only_where_it_belongs(package: str) -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if not str(path.relative_to(PACKAGE)).startswith(ONLY_IN[package])
        and any(name.partition(".")[0] == package for name in imports(path))
    ]
    assert not wrong


def test_nothing_but_the_entry_point_imports_the_command_line() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "cli"
        and path.name != "__main__.py"
        and any(
            name == "convonote.cli" or name.startswith("convonote.cli.") for name in imports(path)
        )
    ]
    assert not wrong


WITHOUT_SCREENS = (
    *("conversation", "text", "intake", "store", "commands", "demo", "importing", "exporting"),
    *("telling", "writing", "cli"),
)


@pytest.mark.parametrize("room", WITHOUT_SCREENS)
def test_no_room_below_the_screens_loads_textual(room: str) -> None:
    loaded = loaded_by("\n".join(f"import {name}" for name in modules(room)))
    assert f"convonote.{room}" in loaded
    assert "textual" not in loaded


def test_the_rules_load_no_store() -> None:
    loaded = loaded_by("\n".join(f"import {name}" for name in modules("conversation")))
    assert not loaded & {"peewee", "sqlite3", "textual", "markdown_it", "convonote.store"}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["turns", "--count"], {"peewee", "argparse", "textual", "markdown_it", "dataclasses"}),
        (["--version"], {"peewee", "argparse", "textual", "markdown_it", "sqlite3"}),
        (
            ["completions", "--offer", "names", "--", "a"],
            {"peewee", "argparse", "textual", "markdown_it", "dataclasses"},
        ),
        (["paths"], {"peewee", "textual", "markdown_it", "sqlite3"}),
        (["turns"], {"textual", "markdown_it", "email"}),
        (["turns", "--json"], {"textual", "markdown_it", "email"}),
        (["find", "fence"], {"textual", "markdown_it", "email"}),
        (["doctor"], {"textual", "markdown_it", "email"}),
        (["export", "--json"], {"textual", "markdown_it", "email"}),
        (["log", "+Ana > phone: hello"], {"textual", "email"}),
    ],
)
def test_a_verb_loads_only_what_it_needs(
    arguments: list[str], unwanted: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.convonote"
    Notebook(path).close()
    monkeypatch.setenv("CONVONOTE_NOTEBOOK", str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    loaded = loaded_by(f"from convonote.cli import main\nmain({arguments!r})")
    assert "convonote.cli" in loaded
    assert not loaded & unwanted
