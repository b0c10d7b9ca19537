"""What stands beside the queue where no conversation is selected: the cause, and a key."""

from collections.abc import Callable

from convonote.conversation.turn_records import Section
from convonote.telling.sections import TITLES
from convonote.text.clean import clean
from convonote.widgets.queue import QueueList


def nothing_beside(queue: QueueList, words: str, key: Callable[[str], str]) -> str:
    """Say what is selected, which is no conversation; `words` are those of the filter."""
    counts = queue.model.counts
    if words and not any(counts.values()):
        return f"Nothing fits “{clean(words)}”. {key('to-queue')} takes the filter away"
    if queue.reaching is not None:
        return f"No conversation with them yet. {key('say')} begins one"
    # What a filter leaves says nothing of who else is waiting.
    said = "" if counts[Section.MINE] or words else "Nobody is waiting for you. "
    if not any(counts.values()):
        return f"{said}{key('add-person')} new person · {key('import')} import"
    section = queue.heading
    if section is None:
        return said
    if not counts[section]:
        return f"{said}{TITLES[section]}: nothing stands there"
    folding = "folds" if queue.model.is_open(section) else "shows"
    return f"{said}{TITLES[section]}: {counts[section]}. {key('open')} {folding} them"
