"""Who knows what: expertise and recommendations, each with its source."""

from pathlib import Path

import pytest

from convonote.conversation.records import Kind
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.records import ContactForm, Knower, WrittenAddress
from tests.store.conftest import Clock


def _told(knowers: tuple[Knower, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.person.name, [(each.kind, each.topic) for each in one.knows]) for one in knowers]


def test_those_who_were_recommended_come_before_those_whose_card_says_so(
    notebook: Notebook,
) -> None:
    ana, bob, marek = (notebook.add_person(name) for name in ("Ana", "Bob", "Marek"))
    notebook.add_detail(ana.id, "role", "Plumber at Rohr & Söhne")
    notebook.add_detail(bob.id, "expertise", "plumbing", "beginner")
    notebook.recommend(marek.id, "PLUMBING", by=ana.id)
    assert _told(notebook.who_knows("plumb")) == [
        ("Marek", [("recommended", "PLUMBING")]),
        ("Bob", [("expertise", "plumbing")]),
        ("Ana", [("role", "Plumber at Rohr & Söhne")]),
    ]
    assert _told(notebook.who_knows("sohne rohr")) == [
        ("Ana", [("role", "Plumber at Rohr & Söhne")])
    ]
    assert notebook.who_knows("plumb roofs") == ()
    assert notebook.who_knows("  ") == ()


@pytest.mark.parametrize(
    ("written", "asked", "found"),
    [
        ("plumbing", "plumber", True),
        ("Plumber at Rohr", "plumbing", True),
        ("photography", "photographers", True),
        ("translation", "translator", True),
        ("control", "contract", False),
        ("plums", "plumber", False),
        ("roofs", "plumber", False),
    ],
)
def test_another_word_of_the_same_stem_will_do(
    notebook: Notebook, written: str, asked: str, found: bool
) -> None:
    notebook.add_detail(notebook.add_person("Ana").id, "expertise", written)
    assert bool(notebook.who_knows(asked)) is found


def test_a_recommendation_says_who_when_and_in_which_exchange(
    notebook: Notebook, clock: Clock
) -> None:
    ana, marek = notebook.add_person("Ana"), notebook.add_person("Marek")
    said = notebook.say("Ask Marek about it.", topic="Roof", channel="chat", author=ana.id)
    entry = notebook.entry(said.exchange)
    assert entry is not None
    clock.pass_days(30)
    notebook.recommend(marek.id, "roofs", by=ana.id, exchange=said.exchange)
    ((known,),) = (one.knows for one in notebook.who_knows("roofs"))
    assert known.recommendation is not None
    assert known.recommendation.by == ana
    assert (known.recommendation.at, known.recommendation.exchange) == (entry.at, entry.uid)
    notebook.delete(exchange=said.exchange)
    assert notebook.who_knows("roofs") == ()
    assert notebook.recommendations(marek.id) == ()
    notebook.undo()
    assert len(notebook.who_knows("roofs")) == 1


def test_a_recommendation_follows_both_people_through_merges(notebook: Notebook) -> None:
    ana, anna, marek, marc = (notebook.add_person(one) for one in ("Ana", "Anna", "Marek", "Marc"))
    notebook.recommend(marek.id, "roofs", by=anna.id)
    notebook.merge_people(ana.id, anna.id)
    notebook.merge_people(marc.id, marek.id)
    (one,) = notebook.recommendations(marek.id)
    assert one.recommendation is not None
    assert one.recommendation.by is not None
    assert one.recommendation.by.id == ana.id
    assert [each.person.id for each in notebook.who_knows("roofs")] == [marc.id]


def test_recommending_is_undone_and_said_twice_is_said_once(notebook: Notebook) -> None:
    ana, marek = notebook.add_person("Ana"), notebook.add_person("Marek")
    notebook.recommend(marek.id, "roofs", by=ana.id)
    notebook.recommend(marek.id, " roofs ", by=ana.id)
    assert len(notebook.recommendations(marek.id)) == 1
    assert notebook.undo() == "wrote that Marek is good for roofs, as Ana said"
    assert notebook.recommendations(marek.id) == ()
    with pytest.raises(NotebookError, match="say what"):
        notebook.recommend(marek.id, " ")


def test_who_was_deleted_knows_nothing_and_recommends_nobody(notebook: Notebook) -> None:
    ana, marek = notebook.add_person("Ana"), notebook.add_person("Marek")
    notebook.recommend(marek.id, "roofs", by=ana.id)
    notebook.delete_people([ana.id])
    (one,) = notebook.recommendations(marek.id)
    assert one.recommendation is not None
    assert one.recommendation.by is None
    notebook.delete_people([marek.id])
    assert notebook.who_knows("roofs") == ()


def test_recommendations_and_public_addresses_survive_an_export(
    notebook: Notebook, tmp_path: Path
) -> None:
    ana, marek = notebook.add_person("Ana"), notebook.add_person("Marek", [("phone", "123 456")])
    notebook.recommend(marek.id, "roofs", by=ana.id)
    before = notebook.contact(marek.id)
    assert before is not None
    form = ContactForm("Marek", (WrittenAddress("phone", "123 456", public=True),), (), ())
    notebook.edit_contact(before, form)
    with Notebook(tmp_path / "other.db") as other:
        other.restore(notebook.export())
        ((known,),) = (one.knows for one in other.who_knows("roofs"))
        assert known.recommendation is not None
        assert known.recommendation.by is not None
        assert known.recommendation.by.uid == ana.uid
        (again,) = other.contacts("Marek")
        assert again.public == (("phone", "123 456"),)


def _noted(notebook: Notebook, text: str) -> int:
    ana, marek = notebook.add_person("Ana"), notebook.add_person("Marek Rohr")
    notebook.add_person("Bo"), notebook.add_person("Bo")
    said = notebook.say("Hello!", topic="Roof", channel="chat", author=ana.id)
    noted = notebook.say(
        text, conversation=said.conversation, channel="other", kind=Kind.NOTE, to=[marek.id]
    )
    return noted.exchange


def _all(notebook: Notebook) -> list[tuple[str, str, str]]:
    """(name, topic, who said so) of everything that is recommended for `r…`."""
    return [
        (one.person.name, each.topic, each.recommendation.by.name if each.recommendation.by else "")
        for one in notebook.who_knows("r")
        for each in one.knows
        if each.recommendation
    ]


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("% roofs: Marek Rohr (recommended by Ana)", [("Marek Rohr", "roofs", "Ana")]),
        ("- % roofs: @Marek Rohr (by Ana)", [("Marek Rohr", "roofs", "Ana")]),
        ("% roofs: Marek Rohr", [("Marek Rohr", "roofs", "")]),
        ("% roofs: Marek Rohr (by Zed)", [("Marek Rohr", "roofs", "")]),
        ("% roofs: Bo (by Ana)", []),
        ("% roofs: Nobody", []),
        ("20 % roofs: Marek Rohr", []),
        ("```\n% roofs: Marek Rohr\n```", []),
        ("% roofs: Marek Rohr\n% rails: Ana", [("Ana", "rails", ""), ("Marek Rohr", "roofs", "")]),
    ],
)
def test_a_line_of_a_note_files_a_recommendation(
    notebook: Notebook, text: str, filed: list[tuple[str, str, str]]
) -> None:
    _noted(notebook, text)
    assert _all(notebook) == filed
    notebook.undo()
    assert _all(notebook) == []


def test_a_recommendation_follows_its_note_through_edits_and_deletion(notebook: Notebook) -> None:
    note = _noted(notebook, "% roofs: Marek Rohr (by Ana)")
    notebook.edit(note, "% rails: Marek Rohr (by Ana)")
    assert _all(notebook) == [("Marek Rohr", "rails", "Ana")]
    notebook.edit(note, "Nothing of that kind.")
    assert _all(notebook) == []
    notebook.undo()
    assert _all(notebook) == [("Marek Rohr", "rails", "Ana")]
    notebook.delete(exchange=note)
    assert _all(notebook) == []
    notebook.undo()
    notebook.undo()
    assert _all(notebook) == [("Marek Rohr", "roofs", "Ana")]


def test_only_a_private_note_files_recommendations(notebook: Notebook) -> None:
    marek = notebook.add_person("Marek")
    notebook.say("% roofs: Marek", topic="Roof", channel="chat", author=marek.id)
    assert _all(notebook) == []


def test_a_topic_is_looked_for_at_the_beginning_of_words(notebook: Notebook) -> None:
    for name, knows in (("Ana", "proofreading"), ("Bob", "roofing"), ("陈伟", "修屋顶")):
        notebook.add_detail(notebook.add_person(name).id, "expertise", knows)
    assert [one.person.name for one in notebook.who_knows("roof")] == ["Bob"]
    assert [one.person.name for one in notebook.who_knows("屋顶")] == ["陈伟"]
