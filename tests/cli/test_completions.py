"""Completion in the real shells, of names as people have them."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from convonote.cli.grammar import every
from convonote.cli.shells import bash, cases, fish, zsh
from convonote.cli.verbs import VERBS
from convonote.store.notebook import Notebook
from tests.cli.conftest import Run
from tests.cli.mail import present

PEOPLE = ["Ana Lima", "Ana Zoë O'Brien", "José Ñandú", "陈伟"]
TOPICS = [
    "Kyoto trip",
    "Kyoto: the “inn”",
    'Re: the "old" $HOME roof, it\'s `mine`',
    "back\\slash and (brackets) & more; #1 *?",
]
SCRIPTS = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script}
HIDDEN = ["Ana\x1b[31m red", "--help me"]
NEEDS = {
    name: pytest.mark.skipif(not shutil.which(name), reason=f"{name} is not here")
    for name in ("zsh", "fish")
}
SHELLS = ["bash", *(pytest.param(name, marks=NEEDS[name]) for name in ("zsh", "fish"))]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a notebook of these people and topics, the scripts, and the command itself."""
    home = tmp_path_factory.mktemp("home")
    with Notebook(home / "notebook.convonote", clock=present) as book:
        ana, *_ = [book.add_person(name) for name in (*PEOPLE, HIDDEN[0])]
        for topic in (*TOPICS, HIDDEN[1]):
            book.say("Could you?", topic=topic, channel="phone", author=ana.id)
    grammars = list(every())
    for shell, script in SCRIPTS.items():
        (home / f"convonote.{shell}").write_text(script(grammars))
    command = home / "convonote"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m convonote "$@"\n')
    command.chmod(0o700)
    return home


@pytest.fixture
def notebook(kept: Path) -> Path:
    """The notebook of all these tests, which change nothing."""
    return kept / "notebook.convonote"


@pytest.fixture
def environment(kept: Path) -> dict[str, str]:
    """What a shell of that home knows."""
    return {
        "HOME": str(kept),
        "PATH": f"{kept}:{os.environ['PATH']}",
        "CONVONOTE_NOTEBOOK": str(kept / "notebook.convonote"),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }


def offered(run: Run, kind: str, typed: str) -> list[str]:
    return run("completions", "--offer", kind, "--", typed).out.splitlines()


def test_names_and_topics_are_offered_by_how_they_begin(run: Run) -> None:
    assert offered(run, "names", "ana") == PEOPLE[:2]
    assert offered(run, "names", "ANA Z") == PEOPLE[1:2]
    assert offered(run, "names", "jose n") == ["José Ñandú"]
    assert offered(run, "names", "陈") == ["陈伟"]
    assert offered(run, "names", "ky") == TOPICS[:2]
    assert offered(run, "people", "ky") == []
    assert offered(run, "holders", "th") == ["them"]


def test_with_nothing_typed_the_queue_is_offered(run: Run) -> None:
    assert offered(run, "names", "") == ["Ana Lima", *TOPICS]


def test_what_could_drive_the_terminal_or_be_an_option_is_not_offered(run: Run) -> None:
    assert offered(run, "names", "--") == []
    assert not set("".join(offered(run, "people", "a"))) & {"\x1b", "\n"}


@pytest.mark.parametrize("content", [None, b"", b"no notebook", b"SQLite format 3\0"])
def test_completing_is_silent_where_there_is_no_notebook(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "other"
    if content is not None:
        path.write_bytes(content)
    ran = run("--notebook", path, "completions", "--offer", "names", "--", "a")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert path.exists() is (content is not None)


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_what_bash_puts_in_means_the_name(quote: str, environment: dict[str, str]) -> None:
    # What readline does with each that fits: it keeps what bash does not replace of the word.
    script = r"""
        . ~/convonote.bash
        quote=$1
        while [ $# -ge 3 ]; do
            COMP_LINE="convonote show $2" COMP_POINT=${#COMP_LINE}
            _convonote
            for word in "${COMPREPLY[@]}"; do
                eval "got=$quote$3$word$quote"
                printf '%s\n' "$got"
            done
            shift 2
        done
    """
    words: list[str] = []
    for name in (*PEOPLE, *TOPICS):
        begun = name[:3] if quote else name[:4].replace(" ", "\\ ")
        words += [quote + begun, "" if quote else begun[: begun.rfind(":") + 1]]
    ran = subprocess.run(
        ["bash", "-c", script, "bash", quote, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stderr == ""
    assert {*PEOPLE, *TOPICS} <= set(ran.stdout.splitlines())


@pytest.mark.parametrize("shell", ["bash", pytest.param("zsh", marks=NEEDS["zsh"])])
def test_a_tab_completes_a_topic_in_a_real_shell(shell: str, environment: dict[str, str]) -> None:
    begin = {
        "bash": (["bash", "--norc", "--noprofile", "-i"], ". ~/convonote.bash\n"),
        "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -D; . ~/convonote.zsh\n"),
    }[shell]
    assert "Your turn: Ana Lima asked" in typed_into(
        *begin, "convonote show Kyoto\\ t\t\n", environment
    )


def typed_into(command: list[str], first: str, keys: str, env: dict[str, str]) -> str:
    """What a shell on a terminal shows until it has run what was typed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, env)
    shown = b""

    def until(mark: bytes) -> None:
        nonlocal shown
        end = monotonic() + 30
        while mark not in shown and monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                shown += os.read(terminal, 65536)

    try:
        os.write(terminal, f"{first}printf 'rea%s\\n' dy\n".encode())
        until(b"ready\r\n")
        os.write(terminal, f"{keys}printf 'do%s\\n' ne\n".encode())
        until(b"done\r\n")
    finally:
        os.write(terminal, b"exit\n")
        os.close(terminal)
        os.waitpid(pid, 0)
    return shown.decode(errors="replace")


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not here")
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("convonote show An", set(PEOPLE[:2])),
        ("convonote turn Kyoto n", {"nobody"}),
        ("convonote lat", {"later"}),
        ("convonote people me", {"merge"}),
        ("convonote import --ag", {"--again"}),
    ],
)
def test_fish_completes_in_its_place(
    line: str, wanted: set[str], environment: dict[str, str]
) -> None:
    ran = subprocess.run(
        ["fish", "-c", f"source ~/convonote.fish; complete -C {line!r}"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stderr == ""
    assert {line.partition("\t")[0] for line in ran.stdout.splitlines()} == wanted


@pytest.mark.parametrize("shell", SHELLS)
def test_every_verb_is_in_each_script(shell: str, kept: Path) -> None:
    script = kept / f"convonote.{shell}"
    assert all(verb in script.read_text() for verb in VERBS)
    assert not re.search("@[A-Z]+@", script.read_text())
    assert subprocess.run([shell, "-n", script], check=False).returncode == 0


def test_the_verb_prints_the_script_of_the_shell_that_is_named(run: Run, kept: Path) -> None:
    assert run("completions", "fish").out == (kept / "convonote.fish").read_text()
    assert run("completions", "tcsh").code == 2


def test_lines_stand_below_each_other_where_their_name_stood() -> None:
    assert cases.filled("a\n  @B@\nc\n", {"B": ["1", "2"]}) == "a\n  1\n  2\nc\n"
