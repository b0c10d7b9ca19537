"""`kept`: say that a promise is kept, let go, or open again."""

from collections.abc import Iterator

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.promises import named, numbered
from convonote.cli.stop import Stop
from convonote.conversation.records import PromiseState
from convonote.store.notebook import Notebook
from convonote.store.promises.records import PromiseRow

EXAMPLES = """\
convonote kept 1                         the first that `convonote promises` lists
convonote kept flight list               by words of it
convonote kept 019a2f --let-go           by its id; nobody expects it any more
convonote kept quote --open              it was not kept after all"""
_OTHERWISE = {
    PromiseState.KEPT: "--open opens it again",
    PromiseState.LET_GO: "--open opens it again",
    PromiseState.OPEN: "without --open it is kept",
}
"""What else can be done with a promise that stands as it should already."""


def run(arguments: list[str], notebook: str | None) -> int:
    """Settle one promise and say which."""
    options = Options("kept", examples=EXAMPLES, codes={stop.NOT_ALL: "no promise is called so"})
    options.add_argument(
        "promise",
        metavar="PROMISE",
        nargs="+",
        help="one promise: its number, its id, or words that all stand in it",
    )
    options.add_argument("--let-go", action="store_true", help="it is not expected any more")
    options.add_argument("--open", action="store_true", help="open again, or taken as a promise")
    options.add_argument(
        "--json", action="store_true", help="the promise as it stands now, as JSON"
    )
    given = options.parse_args(arguments)
    if given.let_go and given.open:
        options.error("a promise that is let go is not open; give one of --let-go and --open")
    state = PromiseState.KEPT
    if given.let_go or given.open:
        state = PromiseState.LET_GO if given.let_go else PromiseState.OPEN
    with opened(notebook) as book:
        one = _which(book, " ".join(given.promise), state)
        book.set_promise(one.id, state)
        if given.json:
            say_json(next(records.owed(each) for _, each in _every(book) if each.id == one.id))
        else:
            say(f"{state}: {'you' if one.owner.me else one.owner.name}: {one.what}")
    return stop.DONE


def _which(book: Notebook, what: str, state: PromiseState) -> PromiseRow:
    """The one promise that is meant: by its number, by its id, else by its words.

    Of those with these words, the ones that do not stand so yet are meant, open ones first.
    """
    every = list(_every(book))
    sought = what.casefold()
    by_number = [one for number, one in every if str(number) == what]
    by_id = [one for _, one in every if len(what) >= 4 and one.uid.startswith(sought)]
    others = [one for _, one in every if one.state is not state]
    in_full = [one for one in others if _what(one) == sought]
    found = by_number or by_id or in_full or _with_words(others, sought.split())
    standing = [one for one in found if one.state is state]
    if not found:
        standing = _with_words([one for _, one in every], sought.split())
    if len(standing) == 1:
        raise Stop(stop.NOT_ALL, f"{standing[0].what!r} is {state} already; {_OTHERWISE[state]}")
    if not found:
        raise Stop(
            stop.NOT_ALL, f"no promise is called {what!r}; convonote promises --all lists them"
        )
    if len(found) > 1:
        raise Stop(
            stop.USAGE,
            f"{what!r} fits several; name one by its number, or by the id at its end:",
            tuple(named(one) for one in found),
        )
    return found[0]


def _every(book: Notebook) -> Iterator[tuple[int, PromiseRow]]:
    return numbered(book, every=True)


def _with_words(promises: list[PromiseRow], words: list[str]) -> list[PromiseRow]:
    """Those in which all words stand: in what is promised, else in a name or the topic too."""
    for text in (_what, _text):
        found = [one for one in promises if all(word in text(one) for word in words)]
        owed = [one for one in found if one.state is PromiseState.OPEN]
        if found:
            return owed or found
    return []


def _what(one: PromiseRow) -> str:
    return one.what.casefold()


def _text(one: PromiseRow) -> str:
    owner = "me" if one.owner.me else one.owner.name
    return f"{one.what} {owner} {one.topic}".casefold()
