import threading
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.records import Kind
from convonote.conversation.turn_records import Section, Turn
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def texts(notebook: Notebook, conversation: int) -> list[str]:
    return [entry.text for entry in notebook.timeline(conversation).entries]


def test_what_i_ask_passes_the_turn_to_them_and_their_answer_brings_it_back(
    notebook: Notebook,
) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week suits you?", topic="Kyoto", channel="email", to=[ana.id])
    (row,) = notebook.turns()
    assert (row.topic, row.section, row.turn) == ("Kyoto", Section.THEIRS, Turn.THEM)
    assert [holder.person.name for holder in row.holders] == ["Ana Lima"]
    assert [person.uid for person in row.people] == [ana.uid]
    notebook.say(
        "April. When do you fly?", conversation=said.conversation, channel="phone", author=ana.id
    )
    (row,) = notebook.turns(Section.MINE)
    assert row.channels == ("phone", "email")
    assert row.exchanges == 2
    assert "Ana Lima asked on Mon 2 Nov by phone" in row.holders[0].why
    assert texts(notebook, said.conversation) == [
        "Which week suits you?",
        "April. When do you fly?",
    ]


def test_what_they_say_goes_to_me_and_what_i_say_to_all_where_nobody_is_named(
    notebook: Notebook,
) -> None:
    ana, bob = notebook.add_person("Ana Lima"), notebook.add_person("Bob")
    first = notebook.say("Shall we?", topic="Roof", channel="email", to=[ana.id, bob.id])
    theirs = notebook.say(
        "Yes, when?", conversation=first.conversation, channel="email", author=ana.id
    )
    mine = notebook.say("And the tiles?", conversation=first.conversation, channel="email")
    back = notebook.say(
        "On Friday.", conversation=first.conversation, channel="email", answers=theirs.exchange
    )

    def to(exchange: int) -> list[str]:
        entry = notebook.entry(exchange)
        assert entry is not None
        return [person.name for person in entry.to]

    assert to(theirs.exchange) == ["me"]
    assert to(mine.exchange) == ["Ana Lima", "Bob"]
    assert to(back.exchange) == ["Ana Lima"]


def test_a_note_changes_no_turn(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    before = notebook.conversation(said.conversation)
    notebook.say(
        "she prefers mornings?", conversation=said.conversation, kind=Kind.NOTE, channel="other"
    )
    after = notebook.conversation(said.conversation)
    assert before is not None
    assert after is not None
    assert (after.holders, after.section, after.last_at, after.people) == (
        before.holders,
        before.section,
        before.last_at,
        before.people,
    )
    assert after.exchanges == 2


def test_a_talk_ends_the_waits_of_those_who_were_there(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Can you come?", topic="Kyoto", channel="email", to=[ana.id])
    notebook.say("", conversation=said.conversation, kind=Kind.TALK, channel="phone")
    (row,) = notebook.turns(Section.RESTING)
    assert row.turn is Turn.NOBODY
    entry = notebook.timeline(said.conversation).entries[-1]
    assert [person.name for person in entry.speakers] == ["me", "Ana Lima"]
    assert entry.author is None


def test_the_turn_after_is_set_in_the_same_change(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say(
        "Here it is.", topic="Kyoto", channel="email", to=[ana.id], turn=[], turn_reason="all done"
    )
    assert notebook.counts()[Section.RESTING] == 1
    assert notebook.undo().startswith("said to Ana Lima")
    assert notebook.conversation(said.conversation) is None


def test_a_queued_message_passes_nothing_until_it_is_sent(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id], queued=True)
    assert notebook.counts()[Section.THEIRS] == 0
    notebook.sent(said.exchange)
    assert notebook.counts()[Section.THEIRS] == 1


def test_in_a_group_chat_only_those_named_are_asked(notebook: Notebook) -> None:
    ana, bob = notebook.add_person("Ana Lima"), notebook.add_person("陈伟")
    said = notebook.say("陈伟你能来吗?", topic="Books", channel="chat", to=[ana.id, bob.id])
    (row,) = notebook.turns(Section.THEIRS)
    assert [holder.person.name for holder in row.holders] == ["陈伟"]
    notebook.say("and ana, you?", conversation=said.conversation, channel="chat")
    (row,) = notebook.turns(Section.THEIRS)
    assert {holder.person.name for holder in row.holders} == {"陈伟", "Ana Lima"}


@pytest.fixture
def warsaw(path: Path, clock: Clock) -> Iterator[Notebook]:
    with Notebook(path, clock=clock, zone=ZoneInfo("Europe/Warsaw")) as opened:
        yield opened


def test_it_is_said_now_on_the_clock_of_the_place(warsaw: Notebook) -> None:
    said = warsaw.say("Hello", topic="Hi", channel="sms")
    entry = warsaw.entry(said.exchange)
    assert entry is not None
    assert entry.offset == 60
    later = warsaw.say("Hello", topic="Hi", channel="sms", at=entry.at - 120 * 86_400_000_000)
    summer = warsaw.entry(later.exchange)
    assert summer is not None
    assert summer.offset == 120


def test_a_conversation_without_a_topic_is_called_by_its_first_line(notebook: Notebook) -> None:
    notebook.say("\n## Roof *tiles*\nmore", channel="email")
    (row,) = notebook.turns(Section.RESTING)
    assert row.topic == "Roof *tiles*"


def test_text_is_kept_to_the_letter(notebook: Notebook) -> None:
    text = "a\r\nb\x1b[31m\u202e\x00 ‏שלום 👩‍👩‍👧\n\n  "
    said = notebook.say(text, topic="T", channel="email")
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert entry.text == text


def test_half_a_surrogate_pair_is_no_reason_to_lose_a_text(notebook: Notebook) -> None:
    said = notebook.say("caf\udce9", topic="T", channel="email")
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert entry.text == "caf?"


def test_saying_to_somebody_who_is_not_there_is_refused_and_writes_nothing(
    notebook: Notebook,
) -> None:
    with pytest.raises(NotebookError, match="no longer there"):
        notebook.say("Hello", topic="T", channel="email", to=[99])
    assert notebook.counts()[Section.RESTING] == 0
    with pytest.raises(NotebookError, match="no longer there"):
        notebook.say("Hello", conversation=99, channel="email")


def test_editing_judges_the_text_again_and_keeps_the_one_before(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    notebook.edit(said.exchange, "Thanks!")
    assert notebook.counts()[Section.RESTING] == 1
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert entry.edited
    assert [hit.exchange for hit in notebook.find("thanks")] == [said.exchange]
    assert notebook.find("which") == []
    notebook.undo()
    assert notebook.counts()[Section.THEIRS] == 1
    assert [hit.exchange for hit in notebook.find("which")] == [said.exchange]
    assert notebook.find("thanks") == []
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert not entry.edited


def test_a_deleted_exchange_is_gone_from_the_turn_and_from_what_is_found(
    notebook: Notebook,
) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Hello.", topic="Kyoto", channel="email", to=[ana.id])
    asked = notebook.say("Which week?", conversation=said.conversation, channel="email")
    notebook.delete(exchange=asked.exchange)
    assert texts(notebook, said.conversation) == ["Hello."]
    assert notebook.find("week") == []
    assert notebook.entry(asked.exchange) is None
    notebook.undo()
    assert texts(notebook, said.conversation) == ["Hello.", "Which week?"]
    assert len(notebook.find("week")) == 1


def test_a_deleted_conversation_is_nowhere_until_undone(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    notebook.delete(conversation=said.conversation)
    assert notebook.conversation(said.conversation) is None
    assert sum(notebook.counts().values()) == 0
    assert notebook.find("week") == []
    assert notebook.with_people([ana.id]) == []
    notebook.undo()
    assert notebook.counts()[Section.THEIRS] == 1
    assert [row.id for row in notebook.with_people([ana.id])] == [said.conversation]


def test_with_its_only_exchange_a_conversation_goes(notebook: Notebook) -> None:
    said = notebook.say("Hello.", topic="Kyoto", channel="email")
    notebook.delete(exchange=said.exchange)
    assert sum(notebook.counts().values()) == 0
    notebook.undo()
    assert texts(notebook, said.conversation) == ["Hello."]


def test_writers_in_several_threads_lose_nothing(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("0", topic="Kyoto", channel="chat", to=[ana.id])
    errors: list[Exception] = []

    def write(name: str) -> None:
        try:
            for number in range(10):
                notebook.say(f"{name}{number}", conversation=said.conversation, channel="chat")
        except NotebookError as error:
            errors.append(error)
        finally:
            notebook.close_thread()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert notebook.timeline(said.conversation).total == 31


def test_what_another_connection_writes_is_noticed(notebook: Notebook, clock: Clock) -> None:
    before = notebook.data_version()
    assert notebook.data_version() == before
    with Notebook(notebook.path, clock=clock, zone=UTC) as other:
        other.add_person("Ana Lima")
    assert notebook.data_version() != before
