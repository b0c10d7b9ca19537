"""What comes in becomes exchanges in conversations; what is there already stays."""

from pathlib import Path

import pytest

from convonote.conversation.records import Origin
from convonote.intake.records import Attachment, Party
from convonote.store.base import Base
from convonote.store.incoming.receiving import Receiving
from convonote.store.incoming.records import Received
from convonote.store.turns import queue
from convonote.store.writing import editing, originals, timeline
from tests.store.mail import (
    ANA,
    ME,
    MYSELF,
    NOW,
    message,
    one,
    opened,
    partition,
    person,
    receive,
    rows,
    timelines,
)


def test_messages_that_refer_to_each_other_are_one_conversation(base: Base) -> None:
    got = receive(base, [message("<a>"), message("<b>", after=["<a>"]), message("<c>")])
    assert got == Received(added=3, already=0, conversations=2, people=1)
    assert partition(base) == {frozenset({"<a>", "<b>"}), frozenset({"<c>"})}


def test_messages_that_share_an_absent_one_are_one_conversation(base: Base) -> None:
    receive(base, [message("<a>", after=["<gone>"]), message("<b>", replies_to="<gone>")])
    assert partition(base) == {frozenset({"<a>", "<b>"})}


def test_reading_the_same_again_adds_nothing(base: Base) -> None:
    messages = [message("<a>"), message("<b>", after=["<a>"])]
    receive(base, messages)
    before = rows(base, "SELECT * FROM exchange"), rows(base, "SELECT * FROM change")
    assert receive(base, messages) == Received(added=0, already=2)
    assert (rows(base, "SELECT * FROM exchange"), rows(base, "SELECT * FROM change")) == before


def test_a_question_from_somebody_makes_it_my_turn_and_my_answer_theirs(base: Base) -> None:
    receive(base, [message("<a>", "When?", asks=True)])
    assert one(base, "SELECT turn FROM conversation") == "me"
    answer = message("<b>", "Monday?", author=MYSELF, to=[ANA], after=["<a>"], days=0.5, asks=True)
    receive(base, [answer])
    assert one(base, "SELECT turn FROM conversation") == "them"


def test_a_late_message_joins_two_conversations_and_the_older_uid_stays(base: Base) -> None:
    receive(base, [message("<a>", days=3)])
    receive(base, [message("<b>", days=2)])
    (older,), (younger,) = rows(base, "SELECT id FROM conversation ORDER BY uid")
    receive(base, [message("<c>", after=["<b>", "<a>"], days=1)])
    assert partition(base) == {frozenset({"<a>", "<b>", "<c>"})}
    assert isinstance(younger, int)
    with base.reading():
        shown = queue.conversation(base, younger)
        assert shown is not None
        assert (shown.id, shown.exchanges) == (older, 3)


def test_joining_moves_what_was_promised_set_and_drafted(base: Base) -> None:
    receive(base, [message("<a>"), message("<b>", "- [ ] bring the map")])
    with base.transaction():
        base.run(
            "INSERT INTO choice (uid, conversation, kind, at, known)"
            " VALUES ('u', 2, 'closed', 1, 9)"
        )
        base.run(
            "INSERT INTO draft (uid, conversation, kind, channel, text, created_at, updated_at)"
            " VALUES ('u', 2, 'said', 'email', 'Dear', 1, 1)"
        )
    receive(base, [message("<c>", after=["<a>", "<b>"])])
    for table in ("exchange", "promise", "choice", "draft", "message"):
        assert rows(base, f"SELECT DISTINCT conversation FROM {table}") == [(1,)]


def test_an_answer_is_tied_to_what_it_answers_whichever_came_first(base: Base) -> None:
    receive(base, [message("<b>", after=["<a>"], days=5), message("<a>", days=1)])
    answered = one(
        base,
        "SELECT p.message_id FROM exchange AS e JOIN exchange AS p ON p.id = e.answers",
    )
    assert answered == "<a>"
    assert timelines(base) == {("<a>", "<b>")}


def test_a_message_that_replies_to_itself_answers_nothing(base: Base) -> None:
    receive(base, [message("<a>", replies_to="<a>")])
    assert one(base, "SELECT answers FROM exchange") is None


def test_what_was_deleted_stays_deleted(base: Base) -> None:
    receive(base, [message("<a>"), message("<b>", after=["<a>"])])
    editing.delete(base, exchange=1, conversation=None)
    assert receive(base, [message("<a>")]) == Received(added=0, already=1)
    assert partition(base) == {frozenset({"<b>"})}


def test_mail_to_a_deleted_conversation_goes_there_and_joins_nothing(base: Base) -> None:
    receive(base, [message("<a>"), message("<b>")])
    editing.delete(base, exchange=None, conversation=1)
    got = receive(base, [message("<c>", after=["<b>"], replies_to="<a>")])
    assert (got.added, got.conversations) == (1, 0)
    assert one(base, "SELECT conversation FROM exchange WHERE message_id = '<c>'") == 1
    assert one(base, "SELECT merged_into FROM conversation WHERE id = 2") is None


def test_mail_whose_parent_is_elsewhere_leaves_the_deleted_conversation_alone(base: Base) -> None:
    receive(base, [message("<a>"), message("<b>")])
    editing.delete(base, exchange=None, conversation=1)
    receive(base, [message("<c>", after=["<a>", "<b>"])])
    assert one(base, "SELECT conversation FROM exchange WHERE message_id = '<c>'") == 2
    assert one(base, "SELECT merged_into FROM conversation WHERE id = 1") is None


def test_a_message_to_myself_is_a_note(base: Base) -> None:
    receive(base, [message("<a>", author=MYSELF, to=[MYSELF])])
    assert one(base, "SELECT kind FROM exchange") == "note"
    assert one(base, "SELECT turn FROM conversation") == "nobody"


def test_a_failed_delivery_names_whom_it_did_not_reach(base: Base) -> None:
    robot = Party("mailer-daemon@example.org")
    sent = message("<a>", author=MYSELF, to=[ANA], days=2)
    bounce = message("<b>", author=robot, after=["<a>"], origin=Origin.BOUNCE, failed=(ANA,))
    receive(base, [sent, bounce])
    named = rows(base, "SELECT exchange FROM addressee WHERE role = 'named'")
    assert named == [(2,)]
    assert one(base, "SELECT turn FROM conversation") == "me"


def test_an_undated_message_stands_with_what_it_answers(base: Base) -> None:
    receive(base, [message("<b>", after=["<a>"], days=None)])
    assert rows(base, "SELECT at, dated FROM exchange") == [(NOW, 0)]
    receive(base, [message("<a>", days=300), message("<c>", days=10, after=["<b>"])])
    assert timelines(base) == {("<a>", "<b>", "<c>")}
    at = rows(base, "SELECT at FROM exchange WHERE message_id IN ('<a>', '<b>')")
    assert len(set(at)) == 1


def test_an_undated_message_stands_before_its_first_answer(base: Base) -> None:
    receive(base, [message("<a>", days=None)])
    receive(base, [message("<b>", days=300, after=["<a>"])])
    assert one(base, "SELECT max(sorted_at) FROM exchange") < NOW  # type: ignore[operator]  # Moments.


def test_a_moment_that_no_calendar_has_is_no_date(base: Base) -> None:
    receive(base, [message("<a>", days=-5_000_000)])
    assert rows(base, "SELECT at, dated FROM exchange") == [(NOW, 0)]


def test_the_topic_is_the_first_messages_unless_the_user_named_it(base: Base) -> None:
    receive(base, [message("<b>", after=["<a>"], topic="Trains", days=1)])
    receive(base, [message("<a>", topic="Kyoto", days=2)])
    assert one(base, "SELECT topic FROM conversation") == "Kyoto"
    editing.rename(base, 1, "The trip")
    receive(base, [message("<0>", topic="Older", days=9), message("<c>", after=["<0>", "<a>"])])
    assert one(base, "SELECT topic FROM conversation WHERE id = 1") == "The trip"


def test_a_conversation_without_subjects_is_called_by_its_first_words(base: Base) -> None:
    receive(base, [message("<a>", "See you at the station.", topic="")])
    assert one(base, "SELECT topic FROM conversation") == "See you at the station."


def test_task_items_in_imported_text_are_suggestions(base: Base) -> None:
    receive(base, [message("<a>", "- [ ] send the map\n- [ ] @Me bring the key")])
    found = rows(base, "SELECT owner, what, state FROM promise ORDER BY line")
    ana = person(base, "ana@example.org")
    assert found == [(ana, "send the map", "suggested"), (base.me, "bring the key", "suggested")]


def test_the_whole_text_and_the_attachments_are_kept(base: Base) -> None:
    plan = Attachment("plan.pdf", "application/pdf", 1200)
    receive(base, [message("<a>", "New.", original="New.\n> Old.", attachments=(plan,))])
    with base.reading():
        assert originals.original(base, 1) == "New.\n> Old."
        entry = timeline.entry(base, 1)
    assert entry is not None
    assert entry.attachments == (("plan.pdf", "application/pdf", 1200),)


def test_half_characters_are_taken_in_as_marks(base: Base) -> None:
    bad = message("<a\ud800>", "Hi \udfff", topic="\ud83d", author=Party("a@x\ud800", "A\udc00"))
    assert receive(base, [bad]).added == 1
    assert receive(base, [bad]).already == 1


def test_names_the_user_wrote_are_not_overwritten(base: Base) -> None:
    receive(base, [message("<a>", author=Party("ana@example.org"))])
    assert one(base, "SELECT name FROM person WHERE me = 0") == "ana@example.org"
    receive(base, [message("<b>")])
    assert one(base, "SELECT name FROM person WHERE me = 0") == "Ana Lima"
    with base.transaction():
        base.run("UPDATE person SET name = 'Aninha', named_by = 'user' WHERE me = 0")
    receive(base, [message("<c>", author=Party("ana@example.org", "A. Lima"))])
    assert one(base, "SELECT name FROM person WHERE me = 0") == "Aninha"


def test_an_import_is_one_change_that_names_its_rows(base: Base) -> None:
    receive(base, [message(f"<{number}>") for number in range(5)], batch=2)
    changes = rows(base, "SELECT id, what FROM change WHERE actor = 'import'")
    assert [what for _, what in changes] == ["imported test"]
    parts = rows(
        base,
        "SELECT first, last FROM part WHERE change = ? AND \"table\" = 'exchange' ORDER BY seq",
        changes[0][0],
    )
    assert parts == [(1, 2), (3, 4), (5, 5)]


def test_what_came_in_before_an_error_stays(base: Base) -> None:
    def broken_off() -> None:
        with Receiving(base, "test", pause=0) as into:
            into.add([message("<a>")])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert partition(base) == {frozenset({"<a>"})}


def test_people_merged_by_somebody_else_meanwhile_are_noticed(base: Base, tmp_path: Path) -> None:
    with Receiving(base, "test", pause=0) as into:
        into.add([message("<a>")])
        with opened(tmp_path / "notebook.db", mine="ana@example.org"):
            pass
        into.add([message("<b>")])
    assert one(base, "SELECT author FROM exchange WHERE message_id = '<b>'") == base.me


def test_my_address_in_any_case_is_mine(base: Base) -> None:
    receive(base, [message("<a>", author=Party(ME.upper()), to=[ANA])])
    assert one(base, "SELECT author FROM exchange") == base.me
