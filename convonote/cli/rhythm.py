"""`rhythm`: how often one wants to be in touch, and whom to reach out to."""

from argparse import Namespace

from convonote.cli import reaching, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json, say_json_list, tell
from convonote.cli.stop import Stop
from convonote.cli.which import which_person
from convonote.conversation.dates import DateError
from convonote.conversation.pace import usually
from convonote.conversation.quiet_times import quiet_until
from convonote.conversation.rhythm import NoLength, every, length
from convonote.conversation.zones import day_of
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.text.times import long_day

OFF, GROUP = "off", "group"
EXAMPLES = """\
convonote rhythm                            whom to reach out to, and everybody with a rhythm
convonote rhythm "Ana Lima" 3w              be in touch with Ana every three weeks
convonote rhythm "#family" "2 months"       with everybody who has the tag family
convonote rhythm Ana off                    never, whatever her tags say
convonote rhythm Ana group                  as her tags say
convonote rhythm Ana --not-before "1 jan"   leave her alone until then
convonote rhythm Ana --not-before off       not any more"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Set what is given, and print how it stands."""
    options = Options("rhythm", examples=EXAMPLES, codes={stop.NOT_ALL: "nobody is called so"})
    options.add_argument("who", metavar="WHO", nargs="?", help="a name, an id, or a #tag")
    options.add_argument("often", metavar="HOW-OFTEN", nargs="?", help="such as 3w, off or group")
    options.add_argument(
        "--not-before",
        metavar="DATE",
        help="leave them alone until a day, such as January or 'on leave until mon', or off",
    )
    options.add_argument("--reason", metavar="TEXT", default="", help="why, to be remembered")
    options.add_argument("--json", action="store_true", help="as JSON")
    given = options.parse_args(arguments)
    if given.not_before is not None and (given.who or "#").startswith("#"):
        options.error("--not-before is for a person; name one")
    if given.reason and (given.not_before or OFF).strip().casefold() == OFF:
        options.error("--reason says why somebody is left alone; give --not-before DATE with it")
    with opened(notebook) as book:
        try:
            if given.who is None:
                _everybody(book, as_json=given.json)
            elif given.who.startswith("#"):
                _group(book, given)
            else:
                _one(book, given)
        except (NoLength, DateError) as error:
            raise Stop(stop.USAGE, str(error)) from None
    return stop.DONE


def _everybody(book: Notebook, *, as_json: bool) -> None:
    reach, rest, groups = book.reach_out(), book.in_touch(), book.group_rhythms()
    if as_json:
        say_json_list(reaching.rhythm(one) for one in (*reach, *rest))
        return
    if not reach and not rest and not groups:
        say("Nobody has a rhythm yet; convonote rhythm NAME 3w sets one.")
        return
    for heading, rows in (("REACH OUT", reach), ("IN TOUCH", rest)):
        say(f"{heading} {len(rows)}")
        for one in rows:
            say(reaching.line(one, columns()))
    for group in groups:
        people = f"{group.people} {'person' if group.people == 1 else 'people'}"
        say(f"#{group.tag}: {every(group.days)}, {people}")


def _group(book: Notebook, given: Namespace) -> None:
    tag = given.who.removeprefix("#").strip()
    if given.often is not None:
        book.set_group_rhythm(tag, None if given.often.casefold() == OFF else length(given.often))
    same = (one for one in book.group_rhythms() if one.tag.casefold() == tag.casefold())
    found = next(same, None)
    if given.json:
        say_json(
            None
            if found is None
            else {"tag": found.tag, "days": found.days, "people": found.people}
        )
    elif found is None:
        say(f"#{tag}: no rhythm")
    else:
        say(f"#{found.tag}: {every(found.days)}")
        if not found.people:
            tell(f"nobody has the tag {found.tag} yet")


def _one(book: Notebook, given: Namespace) -> None:
    person = which_person(book, given.who)
    with book.together():
        if given.often is not None:
            days = {OFF: 0, GROUP: None}.get(given.often.casefold(), -1)
            book.set_rhythm(person.id, length(given.often) if days == -1 else days)
        if given.not_before is not None:
            today = day_of(book.now(), book.zone)
            until, why = None, ""
            if given.not_before.strip().casefold() != OFF:
                until, why = quiet_until(given.not_before, today)
            book.set_quiet_until(person.id, until, given.reason or why)
    found = book.rhythm(person.id)
    if given.json:
        say_json(None if found is None else reaching.rhythm(found))
        return
    say(f"{person.name}: {_quiet(book, person) if found is None else found.why}")
    if found is not None:
        say(
            "due now"
            if found.reaching
            else f"next on {long_day(found.due, day_of(book.now(), book.zone))}"
        )
    for usual in book.usual_pace(person.id)[:1]:
        say(usually(person.name, usual.median))


def _quiet(book: Notebook, person: Person) -> str:
    quiet = book.quiet(person.id)
    if quiet is None:
        return "no rhythm"
    reason = f": {quiet.reason}" if quiet.reason else ""
    return f"no rhythm; not before {long_day(quiet.until, day_of(book.now(), book.zone))}{reason}"
