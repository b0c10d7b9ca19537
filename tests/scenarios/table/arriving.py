"""What arrives in another order than it was said, or after the user has decided."""

from tests.scenarios.steps import ByHand
from tests.scenarios.steps import Step as S
from tests.scenarios.table.cases import ASK, TELL, THANKS, case

ORDER = (
    case(
        "the answer arrives before the question",
        S("me", "Ana", 2, TELL, re=2),
        S("Ana", "me", 3, ASK),
        section="theirs",
        Ana=2,
    ),
    case(
        "the thanks arrive first of all",
        S("Ana", "me", 1, THANKS, re=3),
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 2, TELL, re=2),
        section="resting",
    ),
    case(
        "a slow clock answers before it was asked",
        S("Ana", "me", 3, ASK),
        S("me", "Ana", 3.2, "They are in the shed.", re=1),
        section="theirs",
        Ana=3.2,
    ),
    case(
        "her clock is slow, and she thanks",
        S("me", "Ana", 3, TELL),
        S("Ana", "me", 3.1, THANKS, re=1),
        section="resting",
    ),
    case(
        "set to nobody, then an old question arrives late",
        S("Ana", "me", 5, ASK),
        ByHand("nobody"),
        S("Bob", "me", 9, "When will you come?", re=1),
        section="mine",
        me=9,
    ),
    case(
        "set to them, then they answer",
        S("Ana", "me", 5, TELL),
        ByHand("Ana"),
        S("Ana", "me", 1, THANKS, re=1),
        section="resting",
    ),
    case(
        "set to me, though it rested",
        S("Ana", "me", 5, THANKS),
        ByHand("me"),
        section="mine",
        me=0,
    ),
    case(
        "set to me, and I spoke",
        S("Ana", "me", 5, THANKS),
        ByHand("me"),
        S("me", "Ana", 0, THANKS, re=1),
        section="resting",
    ),
    case(
        "two late ones, the older last",
        S("Ana", "me", 1, "And the ladder?", re=3),
        S("me", "Ana", 2, TELL, re=3),
        S("Ana", "me", 3, ASK),
        section="mine",
        me=1,
    ),
)
