"""What the lines of a note that is logged are filed as: before it is written, and after."""

from collections.abc import Iterator

from convonote.conversation.recommending import recommended
from convonote.conversation.remarks import RemarkKind, marked
from convonote.conversation.zones import day_at, day_of
from convonote.store.notebook import Notebook
from convonote.text.times import from_day
from convonote.writing.reviewing import remark_words
from convonote.writing.understanding import Understood

_KINDS = {
    RemarkKind.WISH: "asked for by",
    RemarkKind.VOLUNTEERED: "told by",
    RemarkKind.NEXT_TIME: "next time with",
}


def remarked(understood: Understood, book: Notebook) -> Iterator[str]:
    """What a line will be filed as that is a note, as far as can be told before it is written."""
    line = understood.line
    if not line.note:
        return
    names = [one.name for one in understood.people]
    today = day_of(book.now(), book.zone)
    for one in marked(line.text, day_at(line.moment.at, line.moment.offset)):
        yield remark_words(one, today, names)
    for each in recommended(line.text):
        yield f"good for {each.topic}: {each.name}{f', {each.by} says' if each.by else ''}"


def filed_lines(book: Notebook, note: int) -> Iterator[str]:
    """What was filed of a note, and of whom: `next time with Ana Lima: the knee (from 3 Jan)`."""
    today = day_of(book.now(), book.zone)
    for one in book.remarks_in(note):
        whom = "everybody here" if one.person is None else one.person.name
        yield f"{_KINDS[one.kind]} {whom}: {one.text}{from_day(one.due, today)}"
    for each in book.recommended_in(note):
        if each.person is None:
            yield f"good for {each.topic}: nobody is called {each.name}, so nothing was filed"
        else:
            said = f", {each.by.name} says" if each.by else ""
            yield f"good for {each.topic}: {each.person.name}{said}"
