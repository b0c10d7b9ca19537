"""What somebody seems to say of a promise, and where they said it."""

from collections.abc import Mapping

from convonote.conversation.records import PromiseState
from convonote.store.promises.records import Report, Settled
from convonote.text.clean import clean

SAYS: Mapping[PromiseState, str] = {
    PromiseState.KEPT: "it is done",
    PromiseState.LET_GO: "it will not be done",
}
"""What somebody seems to say of a promise."""


def says(report: Report) -> str:
    """What a report says, such as `Ana says it is done`."""
    if report.person.me:
        return f"you say {SAYS[report.state]}"
    return f"{clean(report.person.name)} says {SAYS[report.state]}"


def where(said: Report | Settled) -> str:
    """The conversation in which it was said, with a space before; empty for the promise's own."""
    return f" in “{clean(said.topic)}”" if said.topic else ""
