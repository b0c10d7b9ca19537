"""The promises of the project's own files."""

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from convonote import __version__
from convonote.cli.verbs import VERBS

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", *(str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md"))]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("target", ["run", "test", "check", "bench", "clean"])
def test_make_has_the_targets_that_the_readme_promises(target: str) -> None:
    assert re.search(rf"^{target}:", read("Makefile"), re.MULTILINE)


def test_what_integration_runs_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_every_dependency_gives_its_reason() -> None:
    listed = re.findall(r"^dependencies = \[\n(.*?)^\]", read("pyproject.toml"), re.M | re.S)
    listed += re.findall(r"^dev = \[\n(.*?)^\]", read("pyproject.toml"), re.M | re.S)
    assert len(listed) == 2
    lines = "".join(listed).splitlines()
    assert all(re.search(r",\s+# .+\.$", line) for line in lines)


def test_the_entry_point_is_there() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    module, _, function = project["scripts"]["convonote"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))
    assert project["license"] == "MIT"
    assert read("LICENSE").startswith("MIT License")


def test_the_version_is_printed() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "convonote", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout == f"convonote {__version__}\n"


@pytest.mark.parametrize("verb", VERBS)
def test_the_manual_names_every_verb(verb: str) -> None:
    assert re.search(rf"^\| .*`{verb}[ `].* \|", read("docs/manual/shell.md"), re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "link"),
    [(page, link) for page in PAGES for link in re.findall(r"\]\((?!http)([^)#]+)\)", read(page))],
)
def test_links_between_pages_lead_somewhere(page: str, link: str) -> None:
    assert (ROOT / page).parent.joinpath(link).exists()


def test_no_python_new_enough_is_one_line_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(read("Makefile"))
    (tmp_path / "pyproject.toml").write_text("")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in ("sh", "make", "test", "rm", "echo"):
        found = next(
            folder / tool
            for folder in map(Path, os.environ["PATH"].split(os.pathsep))
            if (folder / tool).exists()
        )
        (tools / tool).symlink_to(found)
    ran = subprocess.run(
        ["make", "run"], cwd=tmp_path, env={"PATH": str(tools)}, capture_output=True, text=True
    )
    said = [line for line in ran.stderr.splitlines() if not line.startswith("make:")]
    assert said == ["No Python 3.11 or newer is here: install one and run make again."]
    assert ran.returncode
