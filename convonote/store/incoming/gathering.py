"""What belongs together in what came in, brought together.

A conversation is folded again with each transaction that adds to it, so that what is added to it
at once costs less. The order in which messages come in makes no difference to what they become.
"""

from collections.abc import Sequence

from convonote.intake.records import Incoming


def gathered(messages: Sequence[Incoming]) -> list[Incoming]:
    """The same messages, those that share a name or a chat behind the first of them."""
    first: dict[str, int] = {}
    joined = list(range(len(messages)))

    def root(number: int) -> int:
        while joined[number] != number:
            joined[number] = joined[joined[number]]
            number = joined[number]
        return number

    for number, message in enumerate(messages):
        for name in (message.name, message.replies_to, message.chat, *message.references):
            if name:
                one, other = root(first.setdefault(name, number)), root(number)
                joined[max(one, other)] = min(one, other)
    together: dict[int, list[Incoming]] = {}
    for number, message in enumerate(messages):
        together.setdefault(root(number), []).append(message)
    return [message for some in together.values() for message in some]
