"""Conversations that have to do with each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

HOUR = 3_600_000_000


class Desk:
    """A thread about a fence, a call about it, and a cake."""

    def __init__(self, path: Path) -> None:
        self.clock = Clock()
        self.notebook = Notebook(path, clock=self.clock)
        self.ana = self.notebook.add_person("Ana Lima").id
        self.fence = self.said("Fence", "Could you order green paint for the boards?", "email", 50)
        self.call = self.said("Call", "She has the green paint for the boards.", "phone", 20)
        self.cake = self.said("Cake", "Cake on Sunday?", "chat", 24 * 90)

    def said(self, topic: str, text: str, channel: str, hours: int) -> int:
        at = self.clock.at - hours * HOUR
        said = self.notebook.say(text, topic=topic, channel=channel, to=[self.ana], at=at)
        return said.conversation


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "notebook.convonote")
    yield made
    assert made.notebook.doctor() == []
    made.notebook.close()


def test_a_call_about_a_mail_thread_is_proposed_with_the_reason(desk: Desk) -> None:
    (likely,) = desk.notebook.likely(desk.fence)
    assert likely.conversation.topic == "Call"
    assert "same people" in likely.reason
    assert "boards" in likely.reason


def test_what_the_user_took_apart_is_not_proposed_again(desk: Desk) -> None:
    merged = desk.notebook.merge(desk.fence, desk.call)
    last = desk.notebook.timeline(merged.id).entries[-1]
    desk.notebook.split(last.id)
    assert desk.notebook.likely(desk.fence) == []


def test_linked_conversations_stay_two_and_are_shown_from_both(desk: Desk) -> None:
    desk.notebook.link(desk.fence, desk.cake)
    assert [each.conversation.id for each in desk.notebook.linked(desk.fence)] == [desk.cake]
    assert [each.conversation.id for each in desk.notebook.linked(desk.cake)] == [desk.fence]
    assert len(desk.notebook.with_person(desk.ana)) == 3


def test_a_link_is_undone_and_taken_away_and_that_is_undone(desk: Desk) -> None:
    desk.notebook.link(desk.fence, desk.cake)
    assert desk.notebook.undo() == "linked Fence to Cake"
    assert desk.notebook.linked(desk.fence) == []
    desk.notebook.redo()
    (linked,) = desk.notebook.linked(desk.fence)
    desk.notebook.unlink(linked.id)
    assert desk.notebook.linked(desk.fence) == []
    desk.notebook.undo()
    assert desk.notebook.linked(desk.fence) == [linked]


def test_two_that_are_one_or_linked_already_are_refused(desk: Desk) -> None:
    with pytest.raises(NotebookError, match="one conversation already"):
        desk.notebook.link(desk.fence, desk.fence)
    desk.notebook.link(desk.fence, desk.cake)
    with pytest.raises(NotebookError, match="linked already"):
        desk.notebook.link(desk.cake, desk.fence)


def test_a_link_follows_what_a_conversation_became_part_of(desk: Desk) -> None:
    desk.notebook.link(desk.call, desk.cake)
    merged = desk.notebook.merge(desk.fence, desk.call)
    assert [each.conversation.id for each in desk.notebook.linked(merged.id)] == [desk.cake]
    assert [each.conversation.id for each in desk.notebook.linked(desk.cake)] == [merged.id]


def test_links_come_through_an_export(desk: Desk, tmp_path: Path) -> None:
    desk.notebook.link(desk.fence, desk.cake)
    with Notebook(tmp_path / "other.convonote", clock=desk.clock) as other:
        other.restore(desk.notebook.export())
        (fence,) = [one for one in other.turns() if one.topic == "Fence"]
        assert [each.conversation.topic for each in other.linked(fence.id)] == ["Cake"]
