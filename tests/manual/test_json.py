"""What verbs print as JSON has the names that docs/json.md says, and no others."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.cli.grammar import every
from tests.manual.pages import ROOT
from tests.manual.shell import Shell

PAGE = (ROOT / "docs/json.md").read_text("utf-8")
RUNS = {
    "turns": ["turns --all --json", "turns --count --json"],
    "turn": ["turn Books them --json"],
    "later": ["later Books fri --json"],
    "close": ["close Books --json"],
    "show": ["show Kyoto --json", "show 'Ana Lima' --json", "show 'Ana Lima' --brief --json"],
    "people": [
        "people --json",
        "people duplicates --json",
        "people distinct 'Ana Lima' 'Marek Dąbrowski' --json",
        "people merge 'Ana Lima' 'Priya Nair' --json",
    ],
    "find": ["find postcard --json"],
    "rhythm": [
        "rhythm 'Ana Lima' 1w --json",
        "rhythm --json",
    ],
    "who": [
        "who roofs --add 'Marek Dąbrowski' --json",
        "who gutters --add 'Marek Dąbrowski' --by 'Ana Lima' --json",
        "who roofs --json",
    ],
    "promises": ["promises --all --json"],
    "kept": ["kept 1 --json"],
    "undo": ["close Books", "undo --json"],
    "redo": ["close Books", "undo", "redo --json"],
    "link": ["link Kyoto --json"],
    "merge": ["merge Roof Books --json"],
    "split": ["split Kyoto 'Which week suits you' --json"],
    "import": [
        "import note.eml --json",
        "import --sources --json",
        "import --forget note.eml --json",
        "import --undo --json",
    ],
    "log": [
        "log 'Ana Lima > email: hello; - [ ] send it by fri; - [ ] call' --json",
        'log "Ana Lima > email: I\'ve sent it. I will bring the key tomorrow." --json',
    ],
    "backup": ["backup copy.convonote --json"],
    "restore": ["backup copy.convonote --json", "restore copy.convonote --json"],
    "doctor": ["doctor --json", "doctor --purge --json"],
    "paths": ["paths --json"],
}
"""What is run of each verb, on the sample notebook."""
_NAME = re.compile(r'["`]([a-z][a-z_ ]*)["`]')


def printed(verb: str, home: Path) -> list[object]:
    """What a verb prints."""
    shell = Shell(home)
    shell.begin("demo")
    shell.write("note.eml", ("From: jo@example.net", "To: ana.lima@example.org", "", "Hello?"))
    shown = [(run, "\n".join(shell.run(f"convonote {run}"))) for run in RUNS[verb]]
    return [json.loads(text) for run, text in shown if run.endswith("--json")]


def names(value: object) -> Iterator[str]:
    """The names in a JSON value, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)


def told(heading: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """The names that a section of the page has, and those sections that it leads to."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)
    assert found, f"docs/json.md has no section {heading}"
    by_anchor = {
        title.replace("`", "").replace(" ", "-").lower(): title
        for title in re.findall(r"^## (.*)$", PAGE, re.M)
    }
    leads = {by_anchor[anchor] for anchor in re.findall(r"\]\(#([a-z-]+)\)", found[1])}
    told_there = (told(each, seen | {heading}) for each in leads - seen - {heading})
    return set(_NAME.findall(found[1])).union(*told_there)


@pytest.mark.parametrize("verb", RUNS)
def test_every_name_that_a_verb_prints_is_described(verb: str, tmp_path: Path) -> None:
    assert set(names(printed(verb, tmp_path))) - told(f"`{verb}`") == set()


def test_every_verb_that_prints_json_is_run() -> None:
    print_it = {
        one.verb.partition(" ")[0]
        for one in every()
        if any("--json" in switch.names for switch in one.switches)
    }
    assert print_it - {"export"} == set(RUNS)


def test_the_names_of_an_example_are_those_that_are_printed(tmp_path: Path) -> None:
    example = re.search(r"```json\n(.*?)```", PAGE, re.S)
    assert example
    rows = printed("turns", tmp_path)[0]
    assert isinstance(rows, list)
    assert list(json.loads(example[1])) == list(rows[0])
