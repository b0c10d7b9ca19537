"""What the room of promises reads in a thread."""

from convonote.conversation.promising import PromiseSection
from convonote.store.notebook import Notebook
from convonote.widgets.promises import PromiseListState
from convonote.widgets.sections import PAGE


def read_promises(
    notebook: Notebook,
    whose: str,
    words: str,
    selected: int | None,
    pages: set[tuple[PromiseSection, int]],
) -> PromiseListState:
    """What a reload needs, read in one go."""
    return PromiseListState(
        counts=notebook.promise_counts(whose, words),
        pages={
            (section, page): notebook.promises_in(
                section, whose, words, offset=page * PAGE, limit=PAGE
            )
            for section, page in pages
        },
        place=None if selected is None else notebook.place_of_promise(selected, whose, words),
        selected=selected,
    )
