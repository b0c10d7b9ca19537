"""The briefing, the form of a card, deleting people, and who knows what."""

from dataclasses import replace

import pytest

from convonote.conversation.details import DetailKind
from convonote.conversation.records import DAY, Kind
from convonote.intake.records import Card, Incoming, Party
from convonote.store.errors import NotebookError, UndoError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact
from convonote.store.people.records import ContactForm, WrittenAddress
from convonote.telling.briefed import about
from tests.store.conftest import Clock

KINDS = tuple(map(str, DetailKind))


def _contact(notebook: Notebook, person: int) -> Contact:
    contact = notebook.contact(person)
    assert contact is not None
    return contact


def _form(contact: Contact) -> ContactForm:
    """A form that changes nothing."""
    return ContactForm(
        contact.person.name,
        tuple(
            WrittenAddress(*each, place < contact.preferred, each in contact.public)
            for place, each in enumerate(contact.person.addresses)
        ),
        KINDS,
        tuple((one.kind, one.value, one.extra) for one in contact.details),
    )


# The briefing


def test_a_briefing_begins_with_who_they_are_and_how_we_met(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima").id
    for kind, value in (
        (DetailKind.LINE, "plays the viola"),
        (DetailKind.ROLE, "luthier"),
        (DetailKind.ORGANISATION, "Lima & Sons"),
        (DetailKind.MET, "in the choir"),
    ):
        notebook.add_detail(ana, kind, value)
    briefing = notebook.briefing(ana)
    assert briefing is not None
    assert about(briefing) == (
        "plays the viola",
        "luthier, Lima & Sons",
        "how we met: in the choir",
    )


def test_a_briefing_tells_turns_promises_wishes_and_what_to_bring_up(
    notebook: Notebook, clock: Clock
) -> None:
    ana = notebook.add_person("Ana Lima", [("email", "ana@example.org")])
    kyoto = notebook.say(
        "Which week?\n\n- [ ] I write the postcard", topic="Kyoto", channel="email", author=ana.id
    ).conversation
    notebook.say(
        "- [ ] send the flight list by 2026-11-20", conversation=kyoto, channel="phone", to=[ana.id]
    )
    clock.pass_days(1)
    notebook.say(
        "! grows her own tea\n? Ana: ask about the knee",
        conversation=kyoto,
        channel="other",
        kind=Kind.NOTE,
    )
    notebook.say("Hello!", topic="Choir", channel="chat", author=ana.id)
    briefing = notebook.briefing(ana.id)
    assert briefing is not None
    assert {one.topic for one in briefing.conversations} == {"Kyoto", "Choir"}
    assert briefing.open == 2
    assert [(one.owner.me, one.what) for one in briefing.promises] == [
        (True, "send the flight list"),
        (False, "I write the postcard"),
    ]
    assert [one.text for one in briefing.next_time] == ["ask about the knee"]
    assert [one.text for one in briefing.volunteered] == ["grows her own tea"]
    assert [(one.author, one.topic) for one in briefing.last][:2] == [
        ("Ana Lima", "Choir"),
        ("me", "Kyoto"),
    ]


def test_of_a_talk_it_is_told_who_spoke(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana")
    notebook.say(
        "About the roof.",
        topic="Roof",
        channel="phone",
        kind=Kind.TALK,
        speakers=[notebook.me.id, ana.id],
    )
    assert [hit.author for hit in notebook.last_words(ana.id)] == ["me, Ana"]


def test_a_briefing_leaves_out_what_was_deleted_or_merged_away(notebook: Notebook) -> None:
    ana, anna = notebook.add_person("Ana"), notebook.add_person("Anna")
    gone = notebook.say("Are you there?", topic="Gone", channel="chat", author=ana.id)
    kept = notebook.say("And you?", topic="Kept", channel="chat", author=anna.id)
    notebook.delete(conversation=gone.conversation)
    notebook.merge_people(ana.id, anna.id)
    briefing = notebook.briefing(anna.id)
    assert briefing is not None
    assert briefing.contact.person.id == ana.id
    assert [one.id for one in briefing.conversations] == [kept.conversation]
    assert [hit.topic for hit in briefing.last] == ["Kept"]
    notebook.delete_people([ana.id])
    assert notebook.briefing(ana.id) is None


def test_what_they_said_last_is_told_from_what_was_said_to_them(
    notebook: Notebook, clock: Clock
) -> None:
    ana = notebook.add_person("Ana")
    asked = notebook.say("Are you there?", topic="Roof", channel="chat", author=ana.id)
    clock.pass_days(1)
    notebook.say("Yes.", conversation=asked.conversation, channel="chat", to=[ana.id])
    assert [hit.author for hit in notebook.last_words(ana.id)] == ["me", "Ana"]
    assert [hit.exchange for hit in notebook.last_words(ana.id, theirs=True)] == [asked.exchange]


# The card


def test_a_form_that_changes_nothing_is_no_change(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    before = _contact(notebook, ana.id)
    assert notebook.edit_contact(before, _form(before)) == before
    assert notebook.undo() == "added Ana"


def test_a_whole_card_is_written_and_taken_back_in_one_step(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org"), ("phone", "123 456")])
    notebook.add_detail(ana.id, "tag", "choir")
    before = _contact(notebook, ana.id)
    form = ContactForm(
        "Ana Lima",
        (
            WrittenAddress("phone", "123 456", preferred=True, public=True),
            WrittenAddress("signal", "ana.12"),
        ),
        KINDS,
        (("line", "paints", ""), ("expertise", "moss", "expert"), ("note", "two\nlines", "")),
    )
    after = notebook.edit_contact(before, form)
    assert after.person.name == "Ana Lima"
    assert after.person.addresses == (("phone", "123 456"), ("signal", "ana.12"))
    assert (after.preferred, after.public) == (1, (("phone", "123 456"),))
    assert [(one.kind, one.value, one.extra) for one in after.details] == [
        ("line", "paints", ""),
        ("note", "two\nlines", ""),
        ("expertise", "moss", "expert"),
    ]
    assert notebook.undo() == "edited the card of Ana Lima"
    assert _contact(notebook, ana.id) == before
    notebook.redo()
    again = _contact(notebook, ana.id)
    assert replace(again, details=()) == replace(after, details=())


def test_what_came_in_while_a_card_was_edited_stays(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    before = _contact(notebook, ana.id)
    notebook.add_detail(ana.id, "tag", "choir")
    notebook.add_address(ana.id, "phone", "123 456")
    after = notebook.edit_contact(before, replace(_form(before), details=(("role", "cook", ""),)))
    assert [one.value for one in after.details] == ["cook", "choir"]
    assert ("phone", "123 456") in after.person.addresses


def test_a_form_with_something_wrong_in_it_changes_nothing(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    notebook.add_person("Bob", [("phone", "123 456")])
    before = _contact(notebook, ana.id)
    addresses = (*_form(before).addresses, WrittenAddress("phone", "123 456"))
    for wrong, told in (
        (replace(_form(before), name="Anna", addresses=addresses), "address of Bob"),
        (replace(_form(before), name="Anna", details=(("birthday", "soon", ""),)), "no birthday"),
        (replace(_form(before), name=" "), "needs a name"),
        (replace(_form(before), addresses=_form(before).addresses * 2), "twice"),
    ):
        with pytest.raises(NotebookError, match=told):
            notebook.edit_contact(before, wrong)
        assert _contact(notebook, ana.id) == before


def test_no_card_that_comes_in_overwrites_what_was_typed(notebook: Notebook) -> None:
    def card(name: str) -> Card:
        return Card("a.vcf", 0, name=name, addresses=(Party("ana@example.org"),))

    with notebook.receive("cards") as into:
        into.add_cards([card("Ana")])
    (ana,) = notebook.people()
    before = _contact(notebook, ana.id)
    notebook.edit_contact(before, replace(_form(before), name="Aninha"))
    with notebook.receive("cards") as into:
        into.add_cards([card("Ana Maria Lima")])
    assert _contact(notebook, ana.id).person.name == "Aninha"


# Deleting


def test_who_is_deleted_leaves_the_list_and_what_was_said_stays(notebook: Notebook) -> None:
    ana, bob = notebook.add_person("Ana", [("email", "a@example.org")]), notebook.add_person("Bob")
    said = notebook.say("Hello?", topic="Roof", channel="email", author=ana.id)
    notebook.delete_people([ana.id, bob.id])
    assert notebook.people() == []
    assert not notebook.match("Ana")
    (entry,) = notebook.timeline(said.conversation).entries
    assert entry.author is not None
    assert entry.author.name == "Ana"
    assert notebook.undo() == "deleted Ana, Bob"
    assert [one.name for one in notebook.people()] == ["Ana", "Bob"]


def test_the_user_cannot_be_deleted(notebook: Notebook) -> None:
    with pytest.raises(NotebookError, match="this is you"):
        notebook.delete_people([notebook.me.id])
    with pytest.raises(UndoError):
        notebook.undo()


def test_mail_from_who_was_deleted_does_not_bring_them_back(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "a@example.org")])
    notebook.delete_people([ana.id])
    mail = Incoming(
        "a.eml", 0, "<1@x>", (), None, Party("a@example.org", "Ana"), (Party("me@x"),), (),
        DAY, 0, "Roof", "Hello?",
    )  # fmt: skip
    with notebook.receive("mail") as into:
        into.add([mail])
    assert "Ana" not in [one.name for one in notebook.people()]


def test_an_address_of_who_was_deleted_can_be_somebody_elses(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("phone", "123 456")])
    bob = notebook.add_person("Bob")
    notebook.delete_people([ana.id])
    assert notebook.add_address(bob.id, "phone", "123 456").addresses == (("phone", "123 456"),)
    notebook.undo()
    notebook.undo()
    assert _contact(notebook, ana.id).person.addresses == (("phone", "123 456"),)


# Lists by id


def test_the_list_by_id_is_the_contact_list(notebook: Notebook) -> None:
    for name in ("bob", "Ana Lima", "Zoe", "ana"):
        notebook.add_person(name)
    for words in ("", "a", "ana", "nobody"):
        ids = notebook.contact_ids(words)
        assert ids == [one.person.id for one in notebook.contacts(words)]
        assert notebook.these_contacts(ids) == notebook.contacts(words)
    gone = notebook.contact_ids("zoe")
    notebook.delete_people(gone)
    assert notebook.these_contacts(gone) == []


def test_duplicates_of_one_person_are_proposed_alone(notebook: Notebook) -> None:
    for name in ("Ana Lima", "Ana Lima", "Bo Chen", "Bo Chen"):
        notebook.add_person(name)
    (ana, *_) = notebook.contact_ids("ana")
    assert len(notebook.duplicates()) == 2
    (pair,) = notebook.duplicates(of=ana)
    assert ana in (pair.one.id, pair.other.id)
