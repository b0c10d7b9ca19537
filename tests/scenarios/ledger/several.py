"""Several people: asked together, answering, leaving."""

from tests.scenarios.ledger.days import ledger

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
