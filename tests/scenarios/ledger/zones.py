"""Days as the user's own zone has them, summer time and all."""

from datetime import date

from tests.scenarios.ledger.days import LIST, ledger

BERLIN, NEW_YORK, AUCKLAND = "Europe/Berlin", "America/New_York", "Pacific/Auckland"

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
