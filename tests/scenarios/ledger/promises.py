"""Promises with and without a day: whom they hold, and until when."""

from datetime import date

from tests.scenarios.ledger.days import LIST, ledger

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
