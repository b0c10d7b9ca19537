"""The man page, made from what the verbs and the keys say of themselves.

python -m convonote.cli.man_page > man/convonote.1
"""

import re
from collections.abc import Iterator
from textwrap import wrap

from convonote import __version__
from convonote.cli.grammar import Grammar, Word, every
from convonote.cli.stop import ALL_CODES
from convonote.commands import COMMANDS
from convonote.commands.command import TITLES, Where
from convonote.commands.key_names import shown

_DATE = "2026-11-22"
"""When the page was last read through by a person."""
_WHERE = (Where.HOME, Where.TIMELINE, Where.PEOPLE, Where.COMPOSER)
"""The kinds of screens whose keys stand on the page; `?` lists those of each."""
_DESCRIPTION = """\
convonote is a notebook of the conversations one is in, whatever they went over: mail, telephone,
chats, letters, a table. It works out whose turn it is to speak, since when, and why, and what was
promised by whom. Without a verb it opens its screens. Nothing leaves the machine unless the user
sends it."""
_WHAT = """\
WHAT is a topic or a person's name in any case, a part of one, an address, or an id. If several fit
they are listed. DATE is a day in words: fri, 3d, in two weeks, 1 Dec, 2026-12-01."""
_PLACES = {
    "~/.local/share/convonote/notebook.convonote": "The notebook, one SQLite file.",
    "~/.local/share/convonote/backups/": "What backup and restore keep.",
    "~/.config/convonote/config.toml": "Settings; need not exist.",
}
_VARIABLES = {
    "CONVONOTE_NOTEBOOK": "Another notebook; the option --notebook goes before it.",
    "NO_COLOR": "Where it is set, the screens have no colour. Verbs never have.",
    "EDITOR, VISUAL": "What the composer opens for a longer text.",
    "CONVONOTE_TRACEBACK": "With 1, Python's own report where something goes wrong inside.",
}


def page() -> str:
    """The whole page, in man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    grammars = list(every())
    yield f'.TH CONVONOTE 1 {_DATE} "convonote {__version__}" "User Commands"'
    yield ".SH NAME"
    yield _roff("convonote - whose turn it is in the conversations one is in")
    yield ".SH SYNOPSIS"
    yield ".B convonote"
    yield r"[\fB\-\-notebook\fR \fIPATH\fR] [\fIVERB\fR ...]"
    yield ".SH DESCRIPTION"
    yield from _wrapped(_DESCRIPTION)
    yield ".SH VERBS"
    yield from _wrapped(_WHAT)
    for one in grammars:
        yield from _verb(one)
    yield ".SH OPTIONS"
    yield from _item("--notebook PATH", "Another notebook, with every verb.")
    yield from _item("--help", "All verbs; behind a verb what it takes, with examples.")
    yield from _item("--version", "Which convonote this is.")
    yield ".SH KEYS"
    yield _roff("The likeliest; ? lists all of a screen, : all there are by name.")
    for where in _WHERE:
        yield from _keys(where)
    for title, items in (("ENVIRONMENT", _VARIABLES), ("FILES", _PLACES)):
        yield f".SH {title}"
        for name, says in items.items():
            yield from _item(name, says)
    yield ".SH EXIT STATUS"
    for code, says in ALL_CODES.items():
        yield from _item(str(code), f"{says[0].upper()}{says[1:]}.")
    yield ".SH EXAMPLES"
    yield ".nf"
    for one in grammars:
        if " " not in one.verb:
            yield from map(_roff, one.examples.strip().splitlines())
            yield ""
    yield ".fi"


def _verb(one: Grammar) -> Iterator[str]:
    yield ".TP"
    words = " ".join(_place(word) for word in one.words)
    yield rf"\fBconvonote {_roff(one.verb)}\fR {words}".rstrip()
    yield _roff(f"{one.does[0].upper()}{one.does[1:]}.")
    for switch in one.switches:
        if "--help" not in switch.names:
            yield ".RS"
            value = "" if switch.value is None else rf" \fI{_roff(switch.value.shown)}\fR"
            yield ".TP"
            yield rf"\fB{_roff(switch.names[-1])}\fR{value}"
            yield _roff(f"{switch.help[0].upper()}{switch.help[1:]}.")
            yield ".RE"


def _place(word: Word) -> str:
    text = rf"\fI{_roff('|'.join(word.among) or word.shown)}\fR"
    text += "..." if word.repeats else ""
    return text if word.needed else f"[{text}]"


def _keys(where: Where) -> Iterator[str]:
    yield f'.SS "{_roff(TITLES[where])}"'
    for command in COMMANDS:
        if where in command.screens and command.keys:
            yield from _item(", ".join(map(shown, command.keys)), f"{command.title}.")


def _item(name: str, says: str) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_roff(name)}\fR"
    yield _roff(says)


def _wrapped(text: str) -> Iterator[str]:
    """Lines as short as those that read the source of a page like them."""
    yield from map(_roff, wrap(text, 76))


def _roff(text: str) -> str:
    """A line that is nothing but text to man."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    text = re.sub(r"[^\x00-\x7f]", lambda found: rf"\[u{ord(found[0]):04X}]", text)
    return rf"\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    print(page(), end="")
