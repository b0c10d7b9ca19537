"""Chats whose people were merged or taken back, in a notebook made of the export of another."""

from pathlib import Path

from convonote.conversation.records import DAY
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.doctor import doctor
from convonote.store.incoming.taking_back import undo_import
from convonote.store.people import merging, naming
from convonote.store.people.identity import set_me
from convonote.store.turns import choices
from convonote.store.writing import editing
from tests.store.canonical import canonical, differences
from tests.store.exported import exchange, lines, taken_in
from tests.store.mail import ANA, MYSELF, NOW, message, one, opened, person, receive, rows
from tests.store.test_chats import chat

GROUP = "WhatsApp Chat with Group.txt"


def group() -> list[Incoming]:
    return chat(
        [
            (0, "Marek", "Hi all, who brings the tent?"),
            (5, "Me Myself", "Marek, can you bring the tent?"),
            (10, "Eva", "I can come too"),
            (12, "Marek", "ok, will do"),
        ],
        GROUP,
    )


def test_whoever_was_merged_is_one_in_the_restored_chat_too(base: Base, other: Base) -> None:
    receive(base, [*group(), message("<a>")])
    merging.merge_people(base, person(base, "ana@example.org"), _named(base, "Marek"))
    stream = lines(base)
    _, refused = taken_in(other, stream)
    assert (refused, lines(other)) == ([], stream)
    assert differences(canonical(other), canonical(base)) == ""
    assert doctor(other) == []


def test_a_silent_member_hears_a_line_that_came_again(base: Base) -> None:
    receive(base, group()[:3])
    conversation = one(base, "SELECT min(id) FROM conversation")
    assert isinstance(conversation, int)
    choices.set_later(base, conversation, NOW + 9 * DAY)
    before = canonical(base)
    undo_import(base)
    receive(base, group()[:3])
    assert differences(canonical(base), before) == ""
    assert doctor(base) == []


def test_deleted_conversations_do_not_count_as_new(base: Base, other: Base) -> None:
    receive(base, [message("<a>"), message("<b>"), message("<c>")])
    editing.delete(base, exchange=exchange(base, "<b>"), conversation=None)
    assert taken_in(other, lines(base))[0].conversations == 2


def test_the_user_is_found_by_an_address_that_an_import_took_for_theirs(tmp_path: Path) -> None:
    with opened(tmp_path / "n.db", known=False) as base:
        set_me(base, "Jo", [("email", "me@example.net")])
        receive(base, [message("<a>", author=MYSELF, to=[ANA], mine=True)])
        assert [each.person for each in naming.match(base, "me@example.org") if each.person]
        assert doctor(base) == []


def _named(base: Base, name: str) -> int:
    [(found,)] = rows(base, "SELECT id FROM person WHERE name = ?", name)
    assert isinstance(found, int)
    return found
