from convonote.conversation.records import DAY, Kind
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def made(notebook: Notebook, count: int) -> tuple[int, int]:
    """A conversation of statements by me, and Ana."""
    ana = notebook.add_person("Ana Lima").id
    conversation = None
    for number in range(count):
        conversation = notebook.say(
            f"{number}.", conversation=conversation, topic="T", channel="email", to=[ana]
        ).conversation
    assert conversation is not None
    return conversation, ana


def test_windows_are_in_order_wherever_they_begin(notebook: Notebook) -> None:
    conversation, _ = made(notebook, 12)
    for start, expected in ((0, range(5)), (5, range(5, 10)), (10, (10, 11)), (-3, (9, 10, 11))):
        window = notebook.timeline(conversation, start=start, limit=5)
        assert [entry.text for entry in window.entries] == [f"{number}." for number in expected]
        assert (window.total, window.first) == (12, start % 12)
    assert notebook.timeline(conversation, start=99).entries == ()
    assert notebook.timeline(conversation, start=-99).first == 0
    assert notebook.timeline(999).total == 0


def test_each_exchange_knows_its_place(notebook: Notebook) -> None:
    conversation, _ = made(notebook, 5)
    entries = notebook.timeline(conversation, start=0).entries
    assert [notebook.place_in_timeline(entry.id) for entry in entries] == [0, 1, 2, 3, 4]
    assert notebook.place_in_timeline(999) is None


def test_it_opens_at_the_end_where_nothing_waits(notebook: Notebook) -> None:
    conversation, _ = made(notebook, 12)
    window = notebook.timeline(conversation, limit=5)
    assert (window.first, window.entries[-1].text) == (7, "11.")


def test_it_opens_where_something_waits_for_me(notebook: Notebook, clock: Clock) -> None:
    conversation, ana = made(notebook, 6)
    asked = notebook.say("Which week?", conversation=conversation, channel="email", author=ana)
    for _ in range(12):
        notebook.say("a", conversation=conversation, channel="other", kind=Kind.NOTE)
    again = notebook.say("Hello?", conversation=conversation, channel="email", author=ana)
    for _ in range(12):
        notebook.say("b", conversation=conversation, channel="other", kind=Kind.NOTE)
    window = notebook.timeline(conversation, limit=8)
    assert [entry.id for entry in window.entries if entry.waiting] == [asked.exchange]
    whole = notebook.timeline(conversation, start=0, limit=100).entries
    assert [entry.id for entry in whole if entry.waiting] == [asked.exchange, again.exchange]


def test_what_i_promised_is_mine_to_do_but_not_unanswered(notebook: Notebook) -> None:
    said = notebook.say("- [ ] send the list", topic="Kyoto", channel="other")
    assert not notebook.timeline(said.conversation).entries[0].waiting


def test_an_answer_stands_behind_what_it_answers_whatever_its_clock(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima").id
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana])
    notebook.say(
        "April",
        conversation=said.conversation,
        channel="email",
        author=ana,
        answers=said.exchange,
        at=notebook.now() - DAY,
    )
    window = notebook.timeline(said.conversation)
    assert [entry.text for entry in window.entries] == ["Which week?", "April"]


def test_an_entry_shows_what_was_promised_in_it(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima").id
    said = notebook.say(
        "Yes\n- [ ] @Ana sends the quote\n- [x] call", topic="Roof", channel="email", to=[ana]
    )
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert [(promise.owner.name, promise.what) for promise in entry.promises] == [
        ("Ana Lima", "sends the quote"),
        ("me", "call"),
    ]
    assert entry.promises == notebook.timeline(said.conversation).entries[0].promises
    assert not entry.imported
    assert notebook.original(said.exchange) is None
