"""What is put off or closed, and what brings it back."""

from tests.scenarios.ledger.days import LIST, ledger

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
