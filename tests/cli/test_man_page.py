"""The man page: as the verbs are now, and as man reads it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from convonote.cli.grammar import every
from convonote.cli.man_page import page
from convonote.commands import COMMANDS
from convonote.commands.command import Where

PAGE = Path(__file__).parent.parent.parent / "man" / "convonote.1"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: make man"


@pytest.fixture(scope="module")
def read() -> str:
    """The page as a reader sees it, on wide paper so that no word is cut."""
    if not shutil.which("groff"):
        pytest.skip("groff is not here")
    command = ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=200n"]
    ran = subprocess.run(command, input=page(), capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    return str(ran.stdout)


def test_every_verb_and_option_stands_on_it(read: str) -> None:
    for one in every():
        assert f"convonote {one.verb}" in read
        assert all(switch.names[-1] in read for switch in one.switches)


def test_the_keys_of_the_queue_stand_on_it(read: str) -> None:
    titles = [one.title for one in COMMANDS if Where.HOME in one.screens and one.keys]
    assert titles
    assert all(f"{title}." in read for title in titles)


@pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not here")
def test_mandoc_has_nothing_to_say_of_it() -> None:
    command = ["mandoc", "-Tlint", "-Wwarning"]
    ran = subprocess.run(command, input=page(), capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("", 0)
