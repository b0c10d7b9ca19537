"""What the home screen reads of the queue in one go: all of it, or what a filter leaves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.widgets.queue import PAGE, QueueState, Row

Fitting = Mapping[Section, tuple[int, ...]]
"""The conversations that a filter leaves by section, and under *Reach out* the people."""


@dataclass(frozen=True, slots=True)
class QueueRead:
    """The queue as it is now."""

    state: QueueState
    words: str = ""
    """What it is filtered by."""
    fitting: Fitting | None = None
    """What the filter leaves; None without one."""
    marked: Mapping[int, Conversation | None] = field(default_factory=dict)
    """What was marked, as it is now; None for what is not there any more."""

    def has(self, conversation: int) -> bool:
        """Whether the filter leaves a conversation."""
        fitting = self.fitting
        return fitting is None or any(
            conversation in ids
            for section, ids in fitting.items()
            if section is not Section.REACH_OUT
        )


def read_queue(
    notebook: Notebook,
    selected: int | None,
    pages: Collection[tuple[Section, int]],
    *,
    words: str = "",
    marked: Collection[int] = (),
) -> QueueRead:
    """The counts, some pages, where the selected conversation stands, and what is marked."""
    there = {one.id: one for one in notebook.these_conversations(list(marked))} if marked else {}
    now_marked = {id: there.get(id) for id in marked}
    if not words:
        state = QueueState(
            counts=notebook.counts(),
            pages={
                (section, page): read_page(notebook, None, section, page * PAGE, PAGE)
                for section, page in pages
            },
            place=None if selected is None else notebook.place_of(selected),
        )
        return QueueRead(state, marked=now_marked)
    fitting = {**notebook.fitting(words), Section.REACH_OUT: _people_fitting(notebook, words)}
    state = QueueState(
        counts={section: len(ids) for section, ids in fitting.items()},
        pages={
            (section, page): read_page(notebook, fitting, section, page * PAGE, PAGE)
            for section, page in pages
        },
        place=_place(fitting, selected),
    )
    return QueueRead(state, words, fitting, now_marked)


def read_page(
    notebook: Notebook, fitting: Fitting | None, section: Section, offset: int, limit: int
) -> list[Row]:
    """A window of a section of the queue, or of what a filter leaves of it."""
    if fitting is not None:
        ids = fitting.get(section, ())[offset : offset + limit]
        if section is Section.REACH_OUT:
            return [one for one in notebook.reach_out() if one.person.id in ids]
        return [*notebook.these_conversations(ids)]
    if section is Section.REACH_OUT:
        return [*notebook.reach_out(offset, limit)]
    return [*notebook.turns(section, offset=offset, limit=limit)]


def _people_fitting(notebook: Notebook, words: str) -> tuple[int, ...]:
    """Those to reach out to who have these words in their name, an address or their card."""
    reaching = [one.person.id for one in notebook.reach_out()]
    named = set(notebook.contact_ids(words)) if reaching else ()
    return tuple(id for id in reaching if id in named)


def _place(fitting: Fitting, selected: int | None) -> tuple[Section, int] | None:
    """Where the selected conversation stands; the first place there is, where it does not fit."""
    for section, ids in fitting.items():
        if section is not Section.REACH_OUT and selected in ids:
            return section, ids.index(selected)
    return next(((section, 0) for section, ids in fitting.items() if ids), None)
