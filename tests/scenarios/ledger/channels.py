"""Conversations that move from one channel to another."""

from datetime import date

from tests.scenarios.ledger.days import ledger

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
