"""Nudges: on a day that was set, or after longer than usual, in the user's own zone."""

from tests.scenarios.ledger.days import ledger
from tests.scenarios.ledger.zones import AUCKLAND, BERLIN, NEW_YORK

ASKED = ("2026-11-02 09:00", "Ana > email remind 4d: Could you bring the ladder?")
SENT = ("2026-11-02 18:00", "mail me > Ana 2026-11-02 09:00 +0100: Could you bring the ladder?")
ASKED_ON = "you asked on Mon 2 Nov by email; no answer yet"


def answered_thrice(channel: str, *answers: str) -> tuple[tuple[str, str], ...]:
    """Three times I asked Ana at nine, and she answered at these moments."""
    return tuple(
        step
        for answer in answers
        for step in (
            (f"{answer[:8]}01 09:00", f"Ana > {channel}: Could you bring the ladder?"),
            (answer, f"Ana < {channel} no answer: Yes, it is in the car."),
        )
    )


REMINDERS = (
    ledger(
        "the evening before the day that was set",
        ASKED,
        end="2026-11-05 23:59",
        section="theirs",
        holders="Ana",
        why=f"{ASKED_ON}; you want to be reminded on Fri 6 Nov",
    ),
    ledger(
        "the day that was set begins in Auckland",
        ASKED,
        end="2026-11-06 00:00",
        section="nudge",
        holders="Ana",
        why=f"{ASKED_ON}; you wanted to be reminded on Fri 6 Nov",
        zone=AUCKLAND,
    ),
    ledger(
        "in New York it has not begun when it has in London",
        ASKED,
        end="2026-11-05 23:30",
        section="theirs",
        holders="Ana",
        zone=NEW_YORK,
    ),
    ledger(
        "the last minute before the day on which summer time ends",
        ("2026-10-21 09:00", "Ana > email remind 4d: Could you bring the ladder?"),
        end="2026-10-24 23:59",
        section="theirs",
        holders="Ana",
        zone=BERLIN,
    ),
    ledger(
        "the first minute of the day on which summer time ends",
        ("2026-10-21 09:00", "Ana > email remind 4d: Could you bring the ladder?"),
        end="2026-10-25 00:00",
        section="nudge",
        holders="Ana",
        why="you wanted to be reminded on Sun 25 Oct",
        zone=BERLIN,
    ),
    ledger(
        "the day after that on which summer time begins",
        ("2026-03-06 09:00", "Ana > email remind 2026-03-09: Could you bring the ladder?"),
        end="2026-03-09 00:00",
        section="nudge",
        holders="Ana",
        zone=NEW_YORK,
    ),
    ledger(
        "an answer by phone cancels what was set for a mail",
        ASKED,
        ("2026-11-03 09:00", "Ana < phone no answer: It is in the car."),
        end="2026-11-06 09:00",
        section="resting",
    ),
    ledger(
        "an answer that asks back cancels it too",
        ASKED,
        ("2026-11-03 09:00", "Ana < sms: Which ladder do you mean?"),
        end="2026-11-06 09:00",
        section="mine",
        holders="me",
        why="Ana asked on Tue 3 Nov by sms; nothing went back since",
    ),
    ledger(
        "of each of two that are to answer, the second is nudged",
        ("2026-11-02 09:00", "Ana, Bob > email everyone remind 4d: Which day suits you?"),
        ("2026-11-03 09:00", "Bob, Ana < phone no answer: Saturday."),
        end="2026-11-06 00:00",
        section="nudge",
        holders="Ana",
    ),
    ledger(
        "set on a mail that was sent before",
        SENT,
        ("2026-11-03 09:00", "remind 2d"),
        end="2026-11-05 00:00",
        section="nudge",
        holders="Ana",
        why=f"{ASKED_ON}; you wanted to be reminded on Thu 5 Nov",
        zone=BERLIN,
    ),
    ledger(
        "set on a mail, and cancelled by a call",
        SENT,
        ("2026-11-03 09:00", "remind 2d"),
        ("2026-11-04 09:00", "Ana < phone no answer #Ladder: It is in the car."),
        end="2026-11-05 09:00",
        section="resting",
        zone=BERLIN,
    ),
    ledger(
        "moved to another day",
        ASKED,
        ("2026-11-03 09:00", "remind 2026-11-20"),
        end="2026-11-19 23:59",
        section="theirs",
        holders="Ana",
    ),
    ledger(
        "taken back, what is usual counts again",
        ASKED,
        ("2026-11-03 09:00", "remind never"),
        end="2026-11-15 09:00",
        section="theirs",
        holders="Ana",
        why=ASKED_ON,
    ),
    ledger(
        "set on a turn that was handed over",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-03 09:00", "turn Bob because he has one"),
        ("2026-11-04 09:00", "remind 2026-11-07"),
        end="2026-11-07 00:00",
        section="nudge",
        holders="Bob",
        why="you set the turn by hand on Tue 3 Nov: he has one; "
        "you wanted to be reminded on Sat 7 Nov",
    ),
    ledger(
        "set on a turn that was handed over, after somebody asked me",
        ("2026-11-02 09:00", "Ana, Bob > email: Who could bring the ladder?"),
        ("2026-11-03 09:00", "turn Bob because he has one"),
        ("2026-11-04 09:00", "Ana < email: Which one do you want?"),
        ("2026-11-04 10:00", "remind 2026-11-07"),
        end="2026-11-04 11:00",
        section="mine",
        holders="Bob, me",
        why="you set the turn by hand on Tue 3 Nov: he has one; "
        "you want to be reminded on Sat 7 Nov",
    ),
    ledger(
        "written again after the day, it begins anew",
        ASKED,
        ("2026-11-06 09:00", "Ana > sms: Could you bring it, please?"),
        end="2026-11-06 10:00",
        section="theirs",
        holders="Ana",
    ),
    ledger(
        "what asks nothing goes not quiet before the day that was set",
        ("2026-11-02 09:00", "Ana > email remind 2026-12-01: The ladder is at your house."),
        end="2026-11-30 23:59",
        section="theirs",
        holders="Ana",
    ),
    ledger(
        "never before two days, however quick they are",
        *answered_thrice("chat", "2026-08-01 10:00", "2026-09-01 10:00", "2026-10-01 10:00"),
        ("2026-11-01 09:00", "Ana > chat: Could you bring the ladder?"),
        end="2026-11-03 08:59",
        section="theirs",
        holders="Ana",
    ),
    ledger(
        "and then at once",
        *answered_thrice("chat", "2026-08-01 10:00", "2026-09-01 10:00", "2026-10-01 10:00"),
        ("2026-11-01 09:00", "Ana > chat: Could you bring the ladder?"),
        end="2026-11-03 09:00",
        section="nudge",
        holders="Ana",
    ),
    ledger(
        "by letter they take a week, and what they take in a chat does not count",
        *answered_thrice("chat", "2026-02-01 10:00", "2026-03-01 10:00", "2026-04-01 10:00"),
        *answered_thrice("letter", "2026-08-08 09:00", "2026-09-08 09:00", "2026-10-08 09:00"),
        ("2026-11-01 09:00", "Ana > letter: Could you bring the ladder?"),
        end="2026-11-15 08:59",
        section="theirs",
        holders="Ana",
    ),
    ledger(
        "after two weeks they are nudged",
        *answered_thrice("chat", "2026-02-01 10:00", "2026-03-01 10:00", "2026-04-01 10:00"),
        *answered_thrice("letter", "2026-08-08 09:00", "2026-09-08 09:00", "2026-10-08 09:00"),
        ("2026-11-01 09:00", "Ana > letter: Could you bring the ladder?"),
        end="2026-11-15 09:00",
        section="nudge",
        holders="Ana",
    ),
)
