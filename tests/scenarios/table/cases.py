"""How a case is written: `S(author, to, day, text, …)` is something said that many days ago.

Steps stand in the order in which they arrive, which need not be the order in which they were said.
"""

from tests.scenarios.steps import ByHand, Case
from tests.scenarios.steps import Step as S

ASK = "Could you send me the drawings by Friday?"
TELL = "I have put the drawings into the shed."
THANKS = "Thanks!"
WILL_DO = "Ok, will do."
NEVER_MIND = "Never mind, found it."


def case(title: str, *steps: S | ByHand, section: str, **holders: float) -> Case:
    """A case; holders are given by name."""
    return Case(title, steps, holders, section)
