"""The stream of an export, and a notebook that takes it in."""

import json

from convonote.conversation.records import PromiseState
from convonote.intake.records import Attachment, Party, Refused
from convonote.store import undoing
from convonote.store.base import Base
from convonote.store.exporting.export import export
from convonote.store.exporting.restore import read_lines, restore
from convonote.store.incoming.receiving import undo_import
from convonote.store.incoming.records import Received
from convonote.store.promises import settling
from convonote.store.turns import choices
from convonote.store.writing import editing
from tests.store.mail import ANA, BOB, MYSELF, NOW, logged, message, one, person, receive


def lines(base: Base) -> list[bytes]:
    """A notebook's export, line by line."""
    return [json.dumps(record, ensure_ascii=False).encode() for record in export(base)]


def taken_in(base: Base, stream: list[bytes]) -> tuple[Received, list[Refused]]:
    """What came of a stream, and what of it was refused."""
    refused: list[Refused] = []
    return restore(base, read_lines(stream), refused=refused.append), refused


def exchange(base: Base, name: str) -> int:
    """The exchange of a name."""
    found = one(base, "SELECT id FROM exchange WHERE message_id = ?", name)
    assert isinstance(found, int)
    return found


def lived_in(base: Base) -> None:
    """A notebook in which a bit of everything has happened."""
    plan = Attachment("plan.pdf", "application/pdf", 1200)
    receive(
        base,
        [
            message(
                "<a>", "Shall we go to 京都?\n- [ ] book by fri", asks=True, original="> whole"
            ),
            message("<b>", after=["<gone>"], author=BOB, cc=[ANA], attachments=(plan,)),
            message("<d>", "Dear", author=MYSELF, to=[ANA], after=["<a>"], draft=True),
            message("<u>", after=["<a>"], days=None),
        ],
    )
    receive(base, [message("<c>", after=["<a>", "<gone>"], days=0.5)])
    receive(base, [message("<x>", author=Party("x@example.org"))])
    undo_import(base)
    logged(base, "By phone, then.", person(base, "ana@example.org"))
    editing.edit(base, exchange(base, "<a>"), "Shall we go to Nara?\n- [ ] book by fri")
    editing.delete(base, exchange=exchange(base, "<u>"), conversation=None)
    choices.set_turn(base, 1, [person(base, "bob@example.org")], everyone=True, reason="he offered")
    choices.set_later(base, 1, NOW + 1_000_000)
    settling.settle(base, 1, PromiseState.OPEN)
    choices.set_closed(base, 4, True)
    undoing.undo(base)
