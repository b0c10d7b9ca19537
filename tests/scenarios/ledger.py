"""Conversations with promises, snoozes, moves between channels and several people, over days.

`At(when, do)` is done at that moment of the user's own time. A line is one of `log`; the other
doings are `turn NAMES`, `left NAMES`, `later DAY`, `close`, `kept WORDS`, `let go WORDS`. Expected
is how the conversation stands at the end, in the user's own zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class At:
    """Something done at a moment, written as `2026-11-02 09:00`."""

    when: str
    do: str

    @property
    def moment(self) -> datetime:
        """In the user's own time, without a zone."""
        return datetime.fromisoformat(self.when)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is done, and how the conversation stands at the end."""

    title: str
    steps: tuple[At, ...]
    end: str
    """The moment at which one looks."""
    section: str
    holders: frozenset[str] = frozenset()
    why: str = ""
    """Words that stand in the reason of the first holder."""
    promises: Mapping[str, date | None] = field(default_factory=dict)
    """The open ones: what, and when it is due."""
    zone: str = "UTC"


def ledger(
    title: str,
    *steps: tuple[str, str],
    end: str,
    section: str,
    holders: str = "",
    why: str = "",
    promises: Mapping[str, date | None] | None = None,
    zone: str = "UTC",
) -> Ledger:
    """A case; steps are (when, do), holders names with commas between them."""
    return Ledger(
        title,
        tuple(At(*step) for step in steps),
        end,
        section,
        frozenset(name.strip() for name in holders.split(",") if name.strip()),
        why,
        promises or {},
        zone,
    )


LIST = {"send the list": date(2026, 11, 6)}
BERLIN, NEW_YORK, AUCKLAND = "Europe/Berlin", "America/New_York", "Pacific/Auckland"

PROMISES = (
    ledger(
        "a promise without a day holds its owner at once",
        ("2026-11-02 09:00", "Ana > phone: I looked at it. - [ ] send the list"),
        end="2026-11-02 10:00",
        section="mine",
        holders="me, Ana",
        promises={"send the list": None},
    ),
    ledger(
        "a promise with a day holds nobody before it",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        end="2026-11-05 23:59",
        section="later",
        promises=LIST,
    ),
    ledger(
        "on its day it holds me",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        end="2026-11-06 00:00",
        section="mine",
        holders="me",
        why="you promised",
        promises=LIST,
    ),
    ledger(
        "overdue it goes on holding me",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        end="2027-03-01 09:00",
        section="mine",
        holders="me",
        promises=LIST,
    ),
    ledger(
        "kept, it holds nobody",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        ("2026-11-06 09:00", "kept send the list"),
        end="2026-11-07 09:00",
        section="resting",
    ),
    ledger(
        "let go, it holds nobody",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        ("2026-11-07 09:00", "let go send the list"),
        end="2026-11-08 09:00",
        section="resting",
    ),
    ledger(
        "her promise holds her on its day",
        ("2026-11-02 09:00", "Ana > phone: Perfect, bye! - [ ] @Ana send the list by 2026-11-06"),
        end="2026-11-06 09:00",
        section="theirs",
        holders="Ana",
        promises=LIST,
    ),
    ledger(
        "talking about something else leaves a promise as it is",
        ("2026-11-02 09:00", "Ana > phone: Thanks, bye! - [ ] send the list by 2026-11-06"),
        ("2026-11-03 09:00", "Ana < phone: Thanks!"),
        end="2026-11-06 09:00",
        section="mine",
        holders="me",
        promises=LIST,
    ),
    ledger(
        "nobody by hand lifts a promise that is due, until the next one",
        (
            "2026-11-02 09:00",
            "Ana > phone: Thanks! - [ ] call her by 2026-11-03 - [ ] pay by 2026-11-09",
        ),
        ("2026-11-04 09:00", "turn nobody"),
        end="2026-11-08 09:00",
        section="later",
        promises={"call her": date(2026, 11, 3), "pay": date(2026, 11, 9)},
    ),
    ledger(
        "and on the next due day it holds again",
        (
            "2026-11-02 09:00",
            "Ana > phone: Thanks! - [ ] call her by 2026-11-03 - [ ] pay by 2026-11-09",
        ),
        ("2026-11-04 09:00", "turn nobody"),
        end="2026-11-09 00:30",
        section="mine",
        holders="me",
        promises={"call her": date(2026, 11, 3), "pay": date(2026, 11, 9)},
    ),
    ledger(
        "a ticked box is no promise",
        ("2026-11-02 09:00", "Ana > phone: Thanks! - [x] send the list"),
        end="2026-11-02 10:00",
        section="resting",
    ),
)

DAYS = (
    ledger(
        "due in Auckland while it is still yesterday in London",
        ("2026-11-02 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-11-06"),
        end="2026-11-06 00:01",
        section="mine",
        holders="me",
        promises=LIST,
        zone=AUCKLAND,
    ),
    ledger(
        "not yet due in New York when it is that day in London",
        ("2026-11-02 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-11-06"),
        end="2026-11-05 23:30",
        section="later",
        promises=LIST,
        zone=NEW_YORK,
    ),
    ledger(
        "due on the day on which summer time ends",
        ("2026-10-20 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-10-25"),
        end="2026-10-24 23:59",
        section="later",
        promises={"send the list": date(2026, 10, 25)},
        zone=BERLIN,
    ),
    ledger(
        "from the first minute of that day of twenty-five hours",
        ("2026-10-20 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-10-25"),
        end="2026-10-25 00:00",
        section="mine",
        holders="me",
        promises={"send the list": date(2026, 10, 25)},
        zone=BERLIN,
    ),
    ledger(
        "put off until the day on which summer time begins",
        ("2026-03-20 09:00", "Ana < phone: Could you bring the ladder?"),
        ("2026-03-21 09:00", "later 2026-03-29"),
        end="2026-03-28 23:59",
        section="later",
        holders="me",
        zone=BERLIN,
    ),
    ledger(
        "and back on that day",
        ("2026-03-20 09:00", "Ana < phone: Could you bring the ladder?"),
        ("2026-03-21 09:00", "later 2026-03-29"),
        end="2026-03-29 00:00",
        section="mine",
        holders="me",
        why="asked",
        zone=BERLIN,
    ),
)

SNOOZED = (
    ledger(
        "a snooze ends when a person speaks",
        ("2026-11-02 09:00", "Ana < email: Could you bring the ladder?"),
        ("2026-11-02 10:00", "later 2026-11-20"),
        ("2026-11-05 09:00", "Ana < email: And the saw, could you bring that too?"),
        end="2026-11-05 10:00",
        section="mine",
        holders="me",
    ),
    ledger(
        "a closing does not end it",
        ("2026-11-02 09:00", "Ana > email: Could you bring the ladder?"),
        ("2026-11-02 10:00", "later 2026-11-20"),
        ("2026-11-05 09:00", "Ana < email: Thanks!"),
        end="2026-11-05 10:00",
        section="later",
    ),
    ledger(
        "closed stays closed",
        ("2026-11-02 09:00", "Ana < email: Could you bring the ladder?"),
        ("2026-11-02 10:00", "close"),
        end="2026-11-20 10:00",
        section="closed",
        holders="me",
    ),
    ledger(
        "what somebody says opens it again",
        ("2026-11-02 09:00", "Ana < email: Could you bring the ladder?"),
        ("2026-11-02 10:00", "close"),
        ("2026-11-09 10:00", "Ana < phone: Where is the ladder?"),
        end="2026-11-09 11:00",
        section="mine",
        holders="me",
    ),
    ledger(
        "a promise falls due while it is put off: the date that was set counts",
        ("2026-11-02 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-11-06"),
        ("2026-11-02 10:00", "later 2026-11-20"),
        end="2026-11-10 10:00",
        section="later",
        holders="me",
        promises=LIST,
    ),
)

CHANNELS = (
    ledger(
        "asked by mail, answered by phone",
        ("2026-11-02 09:00", "Ana > email: Could you bring the ladder?"),
        ("2026-11-03 09:00", "Ana < phone: I have put it into my car."),
        end="2026-11-03 10:00",
        section="mine",
        holders="me",
        why="phone",
    ),
    ledger(
        "asked by letter, answered in a chat, thanked by sms",
        ("2026-11-02 09:00", "Ana < letter: Could you bring the ladder?"),
        ("2026-11-04 09:00", "Ana > chat: It is in the shed."),
        ("2026-11-05 09:00", "Ana < sms: Thanks!"),
        end="2026-11-05 10:00",
        section="resting",
    ),
    ledger(
        "a call ends what both waited for and opens nothing",
        ("2026-11-02 09:00", "Ana > email: Could you bring the ladder?"),
        ("2026-11-03 09:00", "Ana = phone: talked about the ladder and the weather"),
        end="2026-11-03 10:00",
        section="resting",
    ),
    ledger(
        "a call leaves what is marked in it",
        ("2026-11-02 09:00", "Ana < email: Could you bring the ladder?"),
        ("2026-11-03 09:00", "Ana = phone: we talked - [ ] bring the ladder by 2026-11-07"),
        end="2026-11-07 08:00",
        section="mine",
        holders="me",
        promises={"bring the ladder": date(2026, 11, 7)},
    ),
    ledger(
        "I asked three weeks ago on one channel and a week ago on another",
        ("2026-11-01 09:00", "Ana > email: Could you bring the ladder?"),
        ("2026-11-15 09:00", "Ana > sms: Could you bring it, please?"),
        end="2026-11-30 09:00",
        section="nudge",
        holders="Ana",
    ),
)

SEVERAL = (
    ledger(
        "I asked two people by mail, and one says by phone that he will",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-03 09:00", "Bob, Ana < phone: I can bring mine."),
        end="2026-11-03 10:00",
        section="theirs",
        holders="Bob",
        why="said",
    ),
    ledger(
        "handed to one of two",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-02 10:00", "turn Bob"),
        end="2026-11-03 10:00",
        section="theirs",
        holders="Bob",
        why="you",
    ),
    ledger(
        "handed to each of them, one answers",
        ("2026-11-02 09:00", "Ana, Bob > email: The ladder is broken."),
        ("2026-11-02 10:00", "turn Ana, Bob"),
        ("2026-11-03 09:00", "Ana > phone: Thanks!"),
        end="2026-11-03 10:00",
        section="theirs",
        holders="Ana, Bob",
    ),
    ledger(
        "one of two asked has left: the other goes on holding it since then",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-04 10:00", "left Bob"),
        end="2026-11-05 10:00",
        section="theirs",
        holders="Ana",
        why="you asked on Mon 2 Nov",
    ),
    ledger(
        "who asked has left: I owe them nothing",
        ("2026-11-02 09:00", "Ana, Bob < email: Could you bring the ladder?"),
        ("2026-11-03 09:00", "Bob < email: When will you come?"),
        ("2026-11-04 10:00", "left Ana"),
        end="2026-11-05 10:00",
        section="mine",
        holders="me",
        why="Bob",
    ),
    ledger(
        "who left and speaks is in it again",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-04 10:00", "left Bob"),
        ("2026-11-05 09:00", "Bob < email: Which ladder do you mean?"),
        end="2026-11-05 10:00",
        section="mine",
        holders="me, Ana",
    ),
    ledger(
        "taken by me though they were asked",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-02 10:00", "turn me"),
        end="2026-11-03 10:00",
        section="mine",
        holders="me",
    ),
)

LEDGERS = (*PROMISES, *DAYS, *SNOOZED, *CHANNELS, *SEVERAL)
