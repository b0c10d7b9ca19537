"""`Narrowing`: the queue filtered by words, as one types."""

from convonote.conversation.turn_records import Section
from convonote.screens.filtered import Filtered
from convonote.screens.turns.conversing import Conversing
from convonote.screens.turns.queue_reading import Fitting, QueueRead, read_page, read_queue
from convonote.store.errors import NotebookError
from convonote.text.clean import clean
from convonote.widgets.queue import QueueList, Row


class Narrowing(Filtered, Conversing):
    """A screen with the queue, of which a filter may leave only a part."""

    queue: QueueList

    def __init__(self) -> None:
        super().__init__()
        self._fitting: Fitting | None = None
        self._narrowed_by = ""
        """The words of the filter that is shown."""
        self._unfolded: set[Section] = set()
        """What was unfolded before there was a filter."""

    def read_around(self, conversation: int) -> QueueRead:
        """The queue with a conversation in it, which goes before the filter."""
        pages, marked = self.queue.pages_in_view(), list(self.queue.marked)
        if self.words:
            read = read_queue(self.notebook, conversation, pages, words=self.words, marked=marked)
            if read.has(conversation):
                return read
            self.words = ""
        return read_queue(self.notebook, conversation, pages, marked=marked)

    def narrow(self, read: QueueRead) -> None:
        """Take in what a filter leaves; all of that is seen, folded or not."""
        before, self._fitting = self._fitting, read.fitting
        model = self.queue.model
        if before is None and read.fitting is not None:
            self._unfolded = set(model.unfolded)
        if read.fitting is not None and read.words != self._narrowed_by:
            found = {section for section, ids in read.fitting.items() if ids}
            model.unfolded = {section for section in found if model.folds(section)}
        elif before is not None and read.fitting is None:
            model.unfolded = self._unfolded
        self._narrowed_by = read.words

    def read_page(self, section: Section, offset: int, limit: int) -> list[Row]:
        """A window of a section, as far as the filter leaves it."""
        try:
            return read_page(self.notebook, self._fitting, section, offset, limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return []

    def neighbour(self, here: int | None, step: int) -> int | None:
        """The next or previous of those the filter leaves."""
        if self._fitting is None:
            return super().neighbour(here, step)
        mine = self._fitting.get(Section.MINE, ())
        if not mine:
            return None
        if here not in mine:
            return mine[0 if step > 0 else -1]
        return mine[(mine.index(here) + step) % len(mine)]
