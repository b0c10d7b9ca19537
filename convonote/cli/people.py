"""`people`: the contact list, as lines, JSON or vCards; who may be one; making two people one."""

import sys

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json, say_json_list, tell, utf_8
from convonote.cli.which import which_person
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact, Duplicate
from convonote.telling.particulars import in_a_line
from convonote.text.clean import clean
from convonote.text.times import ago
from convonote.text.width import cut, pad, width

EXAMPLES = """\
convonote people                     everybody, by name
convonote people plumber             whose name, address or details hold the word
convonote people --vcard > all.vcf   vCard 4.0, for other programs
convonote people duplicates          who may be one person; nothing is merged
convonote people merge "Ana L" Ana   what Ana said and heard becomes Ana L's
convonote people distinct Ana Anna   they are two; do not propose them again"""
AT_ONCE = 200
"""People read at a time."""


def run(arguments: list[str], notebook: str | None) -> int:
    """List people, or do what the word after `people` says."""
    match arguments:
        case ["merge", *rest]:
            return _merge(rest, notebook)
        case ["distinct", *rest]:
            return _distinct(rest, notebook)
        case ["duplicates", *rest]:
            return _duplicates(rest, notebook)
    return _list(arguments, notebook)


def _list(arguments: list[str], notebook: str | None) -> int:
    options = Options("people", examples=EXAMPLES, codes={})
    options.add_argument("words", metavar="WORDS", nargs="*", help="all of them must fit")
    options.add_argument("--json", action="store_true", help="a JSON list, by name")
    options.add_argument("--vcard", action="store_true", help="as vCard 4.0")
    given = options.parse_args(arguments)
    if given.json and given.vcard:
        options.error("--json and --vcard are two ways of printing; give one")
    words = " ".join(given.words)
    with opened(notebook) as book:
        if given.vcard:
            _vcards(book, words)
        elif given.json:
            say_json_list(records.contact(one) for one in _contacts(book, words))
        else:
            _lines(book, words)
    return stop.DONE


def _contacts(book: Notebook, words: str) -> list[Contact]:
    everybody: list[Contact] = []
    while some := book.contacts(words, offset=len(everybody), limit=AT_ONCE):
        everybody += some
    return everybody


def _lines(book: Notebook, words: str) -> None:
    """Name, who they are, where they are reached, and when something was last said."""
    everybody, cells, now = _contacts(book, words), columns(), book.now()
    if not everybody:
        tell(f"nobody fits {words!r}" if words else "there is nobody yet; import, or log +NAME")
        return
    when = 4
    name = min(max(width(clean(one.person.name)) for one in everybody), (cells - when) * 3 // 10)
    line = (cells - when - name) * 4 // 10
    for one in everybody:
        reach = next(iter(one.person.addresses), ("", ""))[1]
        last = "" if one.last_at is None else ago(one.last_at, now)
        parts = (
            pad(cut(clean(one.person.name), name), name),
            pad(cut(clean(in_a_line(one.details)), line), line),
            pad(cut(clean(reach), room := cells - when - name - line - 6), room),
        )
        say(f"{'  '.join(parts)}  {last:>{when}}".rstrip())


def _vcards(book: Notebook, words: str) -> None:
    from convonote.intake.cards.writing import write_cards

    if sys.stdout.isatty():
        for text in write_cards(book.cards(words)):
            for line in text.splitlines():
                say(line)
        return
    utf_8(newline="")
    for text in write_cards(book.cards(words)):
        sys.stdout.write(text)


def _merge(arguments: list[str], notebook: str | None) -> int:
    options = Options(
        "people merge", examples=EXAMPLES, codes={stop.NOT_ALL: "nobody is called so"}
    )
    options.add_argument("kept", metavar="A", help="who stays: a name or an id")
    options.add_argument("gone", metavar="B", help="who turns out to be A")
    options.add_argument("--json", action="store_true", help="who stayed, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        kept, gone = (which_person(book, given.kept), which_person(book, given.gone))
        one = book.merge_people(kept.id, gone.id)
        if given.json:
            contact = book.contact(one.id)
            say_json(None if contact is None else records.contact(contact))
            return stop.DONE
        stays, goes = (kept, gone) if one.id == kept.id else (gone, kept)
        merged = f"merged {goes.beside(stays)} into {stays.beside(goes)}"
        say(f"{merged}{' (you)' if one.me else ''}; convonote undo takes it back")
        for channel, value in one.addresses:
            say(f"  {channel}  {value}")
    return stop.DONE


def _distinct(arguments: list[str], notebook: str | None) -> int:
    options = Options(
        "people distinct", examples=EXAMPLES, codes={stop.NOT_ALL: "nobody is called so"}
    )
    options.add_argument("one", metavar="A", help="a name or an id")
    options.add_argument("other", metavar="B", help="somebody else")
    options.add_argument("--json", action="store_true", help="the two, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        one, other = which_person(book, given.one), which_person(book, given.other)
        book.keep_distinct(one.id, other.id)
        if given.json:
            say_json({"people": [records.person(one), records.person(other)]})
            return stop.DONE
        both = f"{one.beside(other)} and {other.beside(one)}"
        say(f"{both} are two people, and not proposed as one again")
    return stop.DONE


def _duplicates(arguments: list[str], notebook: str | None) -> int:
    options = Options("people duplicates", examples=EXAMPLES, codes={})
    options.add_argument("--json", action="store_true", help="a JSON list, the likeliest first")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        pairs = book.duplicates()
    if given.json:
        say_json_list(_pair(one) for one in pairs)
        return stop.DONE
    for pair in pairs:
        say(f"{pair.one.with_address}  ·  {pair.other.with_address}  ({pair.reason})")
        say(f"  convonote people merge {pair.one.uid} {pair.other.uid}")
    if not pairs:
        tell("nobody looks like somebody else")
    return stop.DONE


def _pair(pair: Duplicate) -> dict[str, object]:
    people = [records.person(pair.one), records.person(pair.other)]
    return {"people": people, "reason": pair.reason}
