"""Days that begin late, are skipped, or are half an hour longer; and what goes quiet on them."""

from datetime import date

from tests.scenarios.ledger.days import LIST, ledger
from tests.scenarios.ledger.zones import AUCKLAND, NEW_YORK

SANTIAGO, APIA, LORD_HOWE, KATHMANDU = (
    "America/Santiago", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu",
)  # fmt: skip
TOLD = "Ana < email: The ladder is at your house."
ASKED = "Ana < email: Could you bring the ladder?"

ODD_DAYS = (
    ledger(
        "a day without midnight begins at one: the last minute before it",
        ("2026-09-01 09:00", "Ana > phone: Thanks! - [ ] pay by 2026-09-06"),
        end="2026-09-05 23:59",
        section="later",
        promises={"pay": date(2026, 9, 6)},
        zone=SANTIAGO,
    ),
    ledger(
        "and its first",
        ("2026-09-01 09:00", "Ana > phone: Thanks! - [ ] pay by 2026-09-06"),
        end="2026-09-06 01:00",
        section="mine",
        holders="me",
        why="you promised on Tue 1 Sep, due Sun 6 Sep",
        promises={"pay": date(2026, 9, 6)},
        zone=SANTIAGO,
    ),
    ledger(
        "put off until a day without midnight",
        ("2026-09-01 09:00", ASKED),
        ("2026-09-02 09:00", "later 2026-09-06"),
        end="2026-09-06 01:00",
        section="mine",
        holders="me",
        zone=SANTIAGO,
    ),
    ledger(
        "due on a day that never was: it is the next one",
        ("2011-12-20 09:00", "Ana > phone: Thanks! - [ ] pay by 2011-12-30"),
        end="2011-12-31 00:00",
        section="mine",
        holders="me",
        promises={"pay": date(2011, 12, 30)},
        zone=APIA,
    ),
    ledger(
        "put off over a change of half an hour",
        ("2026-04-01 09:00", ASKED),
        ("2026-04-02 09:00", "later 2026-04-06"),
        end="2026-04-05 23:59",
        section="later",
        holders="me",
        zone=LORD_HOWE,
    ),
    ledger(
        "due where clocks stand a quarter beside all others",
        ("2026-11-02 09:00", "Ana > phone: Thanks! - [ ] send the list by 2026-11-06"),
        end="2026-11-06 00:00",
        section="mine",
        holders="me",
        promises=LIST,
        zone=KATHMANDU,
    ),
    ledger(
        "due yesterday is overdue from the first minute after a day of twenty-three hours",
        ("2026-03-01 09:00", "Ana > phone: Thanks! - [ ] pay by 2026-03-08"),
        end="2026-03-09 00:00",
        section="mine",
        holders="me",
        why="due Sun 8 Mar",
        promises={"pay": date(2026, 3, 8)},
        zone=NEW_YORK,
    ),
    ledger(
        "told two weeks ago, over the end of summer time: quiet to the minute",
        ("2026-10-25 09:00", TOLD),
        end="2026-11-08 07:59",
        section="mine",
        holders="me",
        zone=NEW_YORK,
    ),
    ledger(
        "and a minute later",
        ("2026-10-25 09:00", TOLD),
        end="2026-11-08 08:00",
        section="quiet",
        zone=NEW_YORK,
    ),
    ledger(
        "asked eighty-nine days ago",
        ("2026-07-01 09:00", ASKED),
        end="2026-09-28 09:00",
        section="mine",
        holders="me",
        zone=AUCKLAND,
    ),
    ledger(
        "asked ninety-one days ago it is quiet, and a word of hers wakes it",
        ("2026-07-01 09:00", ASKED),
        ("2026-09-30 12:00", "Ana < sms: The ladder, remember?"),
        end="2026-09-30 13:00",
        section="mine",
        holders="me",
        zone=AUCKLAND,
    ),
    ledger(
        "quiet, until the user says whose turn it is",
        ("2026-10-01 09:00", TOLD),
        ("2026-11-01 09:00", "turn me because she is back"),
        end="2027-11-01 09:00",
        section="mine",
        holders="me",
        why="you set the turn by hand on Sun 1 Nov 2026: she is back",
    ),
    ledger(
        "what was asked goes quiet, and what was promised never does",
        ("2026-07-01 09:00", "Ana > phone: Could you bring it? - [ ] send the list by 2026-11-06"),
        end="2026-11-05 09:00",
        section="quiet",
        promises=LIST,
    ),
)
