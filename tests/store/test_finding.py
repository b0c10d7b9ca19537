"""Filters narrow what is found; all of a name is meant, and what nobody is called is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from convonote.conversation.filters import Field
from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.turn_records import Section
from convonote.conversation.zones import day_of
from convonote.intake.records import Attachment
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.search import finding, searching
from convonote.store.search.beginnings import begun
from convonote.store.search.marking import marker
from tests.store.conftest import Clock
from tests.store.mail import ANA, BOB, message, opened, receive


@pytest.fixture
def people(notebook: Notebook) -> dict[str, Person]:
    names = ("Ana Lima", "Ana Santos", "Mariana Costa", "Marek", "陈伟")
    return {name: notebook.add_person(name) for name in names}


def said(notebook: Notebook, text: str, by: Person, topic: str, channel: str = "chat") -> int:
    return notebook.say(text, topic=topic, channel=channel, author=by.id).conversation


@pytest.fixture
def kyoto(notebook: Notebook, people: dict[str, Person], clock: Clock) -> int:
    """A conversation with Ana Lima; before it one with Ana Santos, after it one with Marek."""
    said(notebook, "boat with a sail?", people["Ana Santos"], "Old boat", "letter")
    clock.pass_days(40)
    conversation = said(notebook, "Shall we take the boat?", people["Ana Lima"], "Kyoto trip")
    notebook.say("Yes, the boat.\n\n- [ ] book it", conversation=conversation, channel="phone")
    clock.pass_days(1)
    said(notebook, "I sold the boat.", people["Marek"], "Bike", "phone")
    return conversation


def topics(notebook: Notebook, line: str) -> list[str]:
    return [hit.topic for hit in notebook.find(line)]


@pytest.mark.usefixtures("kyoto")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("boat", ["Bike", "Kyoto trip", "Kyoto trip", "Old boat"]),
        ("from:ana boat", ["Kyoto trip", "Old boat"]),
        ("from:ana", ["Kyoto trip", "Old boat"]),
        ("from:an", ["Kyoto trip", "Old boat"]),
        ('from:"Ana Lima" boat', ["Kyoto trip"]),
        ("from:lima,marek boat", ["Bike", "Kyoto trip"]),
        ("from:me", ["Kyoto trip"]),
        ("to:ana", ["Kyoto trip"]),
        ("with:ana", ["Kyoto trip", "Kyoto trip", "Old boat"]),
        ("on:phone boat", ["Bike", "Kyoto trip"]),
        ("on:ph", ["Bike", "Kyoto trip"]),
        ("in:kyoto boat", ["Kyoto trip", "Kyoto trip"]),
        ("in:boat", ["Old boat"]),
        ("after:2026-12 boat", ["Bike", "Kyoto trip", "Kyoto trip"]),
        ("after:2026-12", ["Bike", "Kyoto trip", "Kyoto trip"]),
        ("before:2026-12", ["Old boat"]),
        ("after:2026-11 before:2026-12 boat", ["Old boat"]),
        ("has:promise", ["Kyoto trip"]),
        ("has:promise sail", []),
        ("turn:nobody boat", []),
        ("from:ana on:letter sail", ["Old boat"]),
        ('"take the boat" from:ana', ["Kyoto trip"]),
        ("turn:me turn:them", []),
    ],
)
def test_a_filter_narrows_what_is_found(notebook: Notebook, line: str, expected: list[str]) -> None:
    assert topics(notebook, line) == expected


def test_the_turn_is_as_it_is_now(notebook: Notebook, people: dict[str, Person]) -> None:
    mine = said(notebook, "Could you bring the boat?", people["Marek"], "Bike")
    assert topics(notebook, "turn:me boat") == ["Bike"]
    notebook.set_turn(mine, [people["Marek"].id])
    assert (topics(notebook, "turn:me boat"), topics(notebook, "turn:them")) == ([], ["Bike"])
    notebook.set_turn(mine, [])
    assert topics(notebook, "turn:nobody") == ["Bike"]


def test_a_promise_counts_once_it_is_one(notebook: Notebook, people: dict[str, Person]) -> None:
    conversation = said(notebook, "Could you bring the boat?", people["Marek"], "Bike")
    done = notebook.say("- [ ] bring it", conversation=conversation, channel="chat")
    assert topics(notebook, "has:promise") == ["Bike"]
    notebook.set_promise(done.promises[0].id, PromiseState.KEPT)
    assert topics(notebook, "has:promise") == ["Bike"]
    notebook.delete(exchange=done.exchange)
    assert topics(notebook, "has:promise") == []


def test_what_came_with_a_file_is_found_by_it(tmp_path: Path) -> None:
    with opened(tmp_path / "notebook.db") as base:
        with_file = message("<a>", "boat one", days=2, attachments=(Attachment("a.pdf", "x", 9),))
        receive(base, [with_file, message("<b>", "boat two", author=BOB, to=[ANA])])
        with base.reading():
            hits = finding.search(base, "boat has:attachment").hits
        assert [hit.snippet for hit in hits] == ["boat one"]


@pytest.mark.usefixtures("kyoto")
@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("from:zebedee boat", "nobody is called “zebedee”; searched without from:zebedee"),
        ("in:zebra boat", "no conversation is called “zebra”; searched without in:zebra"),
        ("on:pigeon boat", "searched without on:pigeon"),
        ("turn:yours boat", "turn: takes me, them, nobody"),
        ("has:legs boat", "has: takes promise or attachment"),
        ("after:soonish boat", "searched without after:soonish"),
    ],
)
def test_a_filter_that_fits_nothing_is_told_and_left_out(
    notebook: Notebook, line: str, trouble: str
) -> None:
    found = notebook.search(line)
    assert len(found.hits) == 4
    assert len(found.troubles) == 1
    assert trouble in found.troubles[0]


@pytest.mark.usefixtures("kyoto")
def test_it_tells_how_the_filters_were_understood(notebook: Notebook) -> None:
    found = notebook.search("from:ana on:ph after:2026-01 has:pro turn:th")
    assert found.understood == (
        "from Ana Lima, Ana Santos",
        "on phone",
        "after 2026-01-01",
        "has promise",
        "turn them",
    )


def test_merged_people_are_found_by_either_name(
    notebook: Notebook, people: dict[str, Person], kyoto: int
) -> None:
    notebook.merge_people(people["Ana Lima"].id, people["Ana Santos"].id)
    assert topics(notebook, "from:lima") == ["Kyoto trip", "Old boat"]


@pytest.mark.usefixtures("kyoto")
def test_conversations_are_passed_over(notebook: Notebook, kyoto: int) -> None:
    def without(line: str) -> list[str]:
        return [hit.topic for hit in notebook.search(line, without=[kyoto]).hits]

    assert without("boat") == ["Bike", "Old boat"]
    assert without("after:2026-12") == ["Bike"]


def test_the_best_come_first_when_asked_for(notebook: Notebook, people: dict[str, Person]) -> None:
    said(notebook, "boat boat boat", people["Marek"], "Old")
    said(notebook, "a boat, and many other words about the garden", people["Marek"], "New")
    assert topics(notebook, "boat") == ["New", "Old"]
    assert [hit.topic for hit in notebook.search("boat", best=True).hits] == ["Old", "New"]
    assert [hit.topic for hit in notebook.search("from:marek", best=True).hits] == ["New", "Old"]


def test_a_long_beginning_is_sought_as_the_words_that_begin_so(
    notebook: Notebook, people: dict[str, Person]
) -> None:
    texts = ["meeting tomorrow", "we met", "Meetings!", "встреча", "meet", "meetup", "Ämeetin"]
    for text in texts:
        said(notebook, text, people["Marek"], text)
    assert set(topics(notebook, "meet")) == {"meeting tomorrow", "Meetings!", "meet", "meetup"}
    assert set(topics(notebook, "MEETI")) == {"meeting tomorrow", "Meetings!"}
    assert topics(notebook, "встр") == ["встреча"]
    assert topics(notebook, "meetz") == []
    base = notebook._base
    with base.reading():
        assert begun(base, "Meet") == ["meet", "meeting", "meetings", "meetup"]
        assert begun(base, "mee") is None
        assert begun(base, "naïve") is None


def test_what_fits_in_one_conversation_comes_oldest_first(notebook: Notebook, kyoto: int) -> None:
    window = notebook.timeline(kyoto)
    ids = tuple(entry.id for entry in window.entries)
    assert notebook.matching("boat", kyoto) == ids
    assert notebook.matching("from:me", kyoto) == ids[1:]
    assert notebook.matching("sail", kyoto) == ()
    assert notebook.matching("…", kyoto) is None
    assert [entry.id for entry in notebook.these_exchanges(kyoto, ids[::-1])] == list(ids[::-1])
    notebook.delete(exchange=ids[0])
    assert [entry.id for entry in notebook.these_exchanges(kyoto, ids)] == [ids[1]]


@pytest.mark.usefixtures("kyoto")
def test_the_queue_is_filtered_by_topic_and_people(
    notebook: Notebook, people: dict[str, Person]
) -> None:
    def fitting(words: str) -> set[str]:
        ids = [id for some in notebook.fitting(words).values() for id in some]
        return {one.topic for one in notebook.these_conversations(ids)}

    assert fitting("ana") == {"Kyoto trip", "Old boat"}
    assert fitting("lima kyo") == {"Kyoto trip"}
    assert fitting("ky") == {"Kyoto trip"}
    assert fitting("zebra") == set()
    assert fitting('"% _') == set()
    said(notebook, "你好", people["陈伟"], "Books")
    assert fitting("陈") == {"Books"}
    assert set(notebook.fitting("")) == set(Section)


def test_one_jumps_by_day_speaker_and_answer(
    notebook: Notebook, people: dict[str, Person], clock: Clock
) -> None:
    ana = people["Ana Lima"]
    first = notebook.say("Which week?", topic="Trip", channel="chat", author=ana.id)
    clock.pass_days(3)
    answer = notebook.say(
        "The second.", conversation=first.conversation, channel="chat", answers=first.exchange
    )
    clock.pass_days(3)
    last = notebook.say("Fine.", conversation=first.conversation, channel="chat", author=ana.id)
    assert notebook.next_by_same(first.exchange, step=1) == last.exchange
    assert notebook.next_by_same(last.exchange, step=-1) == first.exchange
    assert notebook.next_by_same(answer.exchange, step=1) is None
    around = notebook.around(first.exchange)
    assert (around.answers, [one.id for one in around.answered_by]) == (None, [answer.exchange])
    before = notebook.around(answer.exchange).answers
    assert before is not None
    assert before.id == first.exchange
    today = day_of(clock.at, notebook.zone)
    days = [today - timedelta(days) for days in (9, 4, 1, -1)]
    places = [notebook.place_on(first.conversation, day) for day in days]
    assert places == [0, 1, 2, 3]


@pytest.mark.usefixtures("kyoto")
def test_filters_are_completed_by_names_topics_and_words(notebook: Notebook) -> None:
    assert set(notebook.completions(Field.FROM, "ana")) == {"Ana Lima", "Ana Santos"}
    assert notebook.completions(Field.WITH, "mar") in (
        ["Marek", "Mariana Costa"],
        ["Mariana Costa", "Marek"],
    )
    assert notebook.completions(Field.IN, "kyo") == ["Kyoto trip"]
    assert notebook.completions(Field.ON, "ph") == ["phone"]
    assert notebook.completions(Field.HAS, "") == ["promise", "attachment"]
    assert notebook.completions(Field.AFTER, "fri") == []


def test_the_words_of_a_search_are_marked_and_its_filters_are_not() -> None:
    mark = marker("from:ana caf")
    assert mark is not None
    assert mark("ana at the Café") == ((11, 14),)
    assert marker("from:ana") is None


def test_an_older_notebook_is_indexed_anew_where_filters_need_it(
    notebook: Notebook, people: dict[str, Person], path: Path
) -> None:
    ana = people["Ana Lima"]
    talk = notebook.say(
        "about boats", topic="Trip", kind=Kind.TALK, channel="phone", speakers=[ana.id]
    )
    base = notebook._base
    with base.transaction():
        searching.unindex(base, [talk.exchange])
        base.run("UPDATE exchange SET tokens = 'cphone v1'")
        base.run(
            "INSERT INTO search (rowid, text, tokens) SELECT search_id, text, tokens FROM exchange"
        )
        base.run("DROP INDEX promise_repeated")
        base.run("PRAGMA user_version = 10")
    assert topics(notebook, "from:ana") == []
    notebook.close()
    with Notebook(path) as again:
        assert topics(again, "from:ana") == ["Trip"]
        assert [hit.author for hit in again.find("boats")] == ["Ana Lima"]


def test_a_note_is_found_too(notebook: Notebook, kyoto: int) -> None:
    notebook.say("private boat", conversation=kyoto, kind=Kind.NOTE, channel="other")
    assert topics(notebook, "private") == ["Kyoto trip"]
