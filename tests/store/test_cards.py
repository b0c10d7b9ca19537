"""Cards complete who is known, make who is new, and change nothing that the user did."""

import pytest

from convonote.conversation.details import DetailKind
from convonote.intake.records import Detail, Party
from convonote.store.notebook import Notebook
from tests.store.carded import PLUMBER, card, known, only, take
from tests.store.mail import message
from tests.store.rewritten import rewrite


def test_a_card_of_nobody_known_makes_somebody_with_all_it_says(notebook: Notebook) -> None:
    received = take(
        notebook,
        card(
            "Ana Lima",
            ("phone", "+48 600 100 200"),
            "ana@example.org",
            preferred=1,
            details=(PLUMBER,),
        ),
    )
    assert (received.added, received.already, received.people) == (1, 0, 1)
    one = only(notebook)
    assert one.person.addresses == (("phone", "+48 600 100 200"), ("email", "ana@example.org"))
    assert one.preferred == 1
    assert [(it.kind, it.value, it.extra, it.imported) for it in one.details] == [
        ("expertise", "plumbing", "expert", True)
    ]


@pytest.mark.parametrize(
    ("known_as", "in_card"),
    [
        (("email", "Ana@Example.org"), ("email", "ana@example.ORG")),
        (("phone", "+48 600-100-200"), ("phone", "0048 600 100 200")),
        (("phone", "+49 30 1234567"), ("phone", "+49 (0)30 123 45 67")),
        (("whatsapp", "+48600100200"), ("whatsapp", "+48 600 100 200")),
    ],
)
def test_a_known_address_tells_whose_card_it_is(
    notebook: Notebook, known_as: tuple[str, str], in_card: tuple[str, str]
) -> None:
    notebook.add_person("Ana", [known_as])
    received = take(notebook, card("Ana Lima", in_card, "other@example.org"))
    assert (received.added, received.people) == (1, 0)
    assert only(notebook).person.addresses == (known_as, ("email", "other@example.org"))


def test_what_brings_nothing_new_is_already_there(notebook: Notebook) -> None:
    cards = [
        card("Ana Lima", "ana@example.org", uid="a"),
        card("Bob Ray", details=(PLUMBER,)),
        card("", ("phone", "+48 1234567")),
    ]
    take(notebook, *cards)
    before = known(notebook)
    received = take(notebook, *reversed(cards))
    assert (received.added, received.already, received.people) == (0, 3, 0)
    assert known(notebook) == before


def test_a_name_alone_is_completed_if_only_one_has_it(notebook: Notebook) -> None:
    notebook.add_person("Ana Lima")
    take(notebook, card("ana lima", "ana@example.org"))
    assert only(notebook).person.name == "Ana Lima"
    take(notebook, card("Ana Lima", "ana@elsewhere.example"))
    assert len(notebook.contacts()) == 2


def test_two_cards_of_one_person_are_one(notebook: Notebook) -> None:
    take(
        notebook,
        card("Ana", "ana@example.org", details=(Detail(DetailKind.ORGANISATION, "Kites"),)),
        card("Ana Lima", ("phone", "1234567"), "ana@example.org"),
    )
    one = only(notebook)
    assert one.person.name == "Ana Lima"
    assert [(it.kind, it.value) for it in one.details] == [
        ("organisation", "Kites"),
        ("also", "Ana"),
    ]


def test_a_card_between_two_people_merges_nobody_and_loses_nothing(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima", [("email", "ana@home.example")])
    work = notebook.add_person("A. L.", [("email", "ana@work.example")])
    take(notebook, card("Ana Lima", "ana@work.example", "ana@home.example"))
    assert [it.value for it in notebook.details(work.id)] == ["Ana Lima", "ana@home.example"] or [
        it.kind for it in notebook.details(work.id)
    ] == ["shares", "also"]
    assert len(notebook.contacts()) == 2
    (pair,) = notebook.duplicates()
    assert {pair.one.id, pair.other.id} == {ana.id, work.id}
    assert pair.reason == "both are reached at ana@home.example"


@pytest.mark.parametrize("named", [True, False])
def test_a_card_that_comes_after_the_mail_of_two_addresses_has_them_proposed_as_one(
    notebook: Notebook, named: bool
) -> None:
    home, work = (
        Party(address, "Eva Kern" if named else "")
        for address in ("eva@home.example", "eva@work.example")
    )
    notebook.set_me("Me", [("email", "me@example.org")])
    both = card("Eva Kern", home.address, work.address)
    with notebook.receive("mail") as into:
        into.add([message("1", author=home), message("2", author=work)])
    take(notebook, both)
    assert len(notebook.contacts()) == 2
    (pair,) = notebook.duplicates()
    reached = {address for one in (pair.one, pair.other) for _, address in one.addresses}
    assert reached == {home.address, work.address}
    assert pair.reason == f"both are reached at {work.address}"
    notebook.merge_people(pair.one.id, pair.other.id)
    assert notebook.duplicates() == []
    assert take(notebook, both).added == 0


def test_a_households_number_makes_nobody_one(notebook: Notebook) -> None:
    take(
        notebook,
        card("Ana Lima", ("phone", "555 1234")),
        card("Bob Stone", ("phone", "555 1234"), "bob@example.org"),
    )
    assert [one.person.name for one in notebook.contacts()] == ["Ana Lima", "Bob Stone"]
    bob = notebook.contacts("bob")[0]
    assert [(it.kind, it.value, it.extra) for it in bob.details] == [
        ("shares", "555 1234", "phone")
    ]
    assert notebook.duplicates() == []


def test_what_the_user_wrote_or_took_away_stays(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    rewrite(notebook, ana.id, name="Anka")
    notebook.add_detail(ana.id, DetailKind.BIRTHDAY, "--03-21")
    first = card(
        "Ana Lima",
        "ana@example.org",
        "old@example.org",
        details=(Detail(DetailKind.BIRTHDAY, "1980-01-01"), Detail(DetailKind.ROLE, "Plumer")),
    )
    take(notebook, first)
    role = next(it for it in notebook.details(ana.id) if it.kind == "role")
    rewrite(notebook, ana.id, details={role.id: ("Plumber", "")})
    notebook.remove_address(ana.id, "email", "old@example.org")
    before = known(notebook)
    # Another card, so that not only the memory of the first keeps things as they are.
    take(
        notebook,
        first,
        card("Ana Lima", "old@example.org", "ana@example.org", details=first.details),
    )
    assert known(notebook) == before
    one = only(notebook)
    assert one.person.name == "Anka"
    assert {it.value for it in one.details} == {"--03-21", "Plumber", "Ana Lima"}


def test_a_card_with_my_address_is_mine(notebook: Notebook) -> None:
    notebook.set_me("Maria", [("email", "me@example.org")])
    take(notebook, card("Someone Else", "ME@example.org", ("phone", "1234567")))
    assert notebook.contacts() == []
    assert notebook.me.name == "Maria"
    assert ("phone", "1234567") in notebook.me.addresses


def test_a_better_name_counts_in_conversations_too(notebook: Notebook) -> None:
    """T17: with her full name her private and her work address are one person."""
    me, work, home = (
        Party("me@example.org"),
        Party("ana@work.example", "Ana Lima"),
        Party("al@home.example"),
    )
    notebook.set_me("Me", [("email", me.address)])
    with notebook.receive("mail") as into:
        into.add(
            [
                message("1", "Which week?", author=work, to=[me]),
                message("2", "The first?", author=me, to=[work], after=["1"], days=0.5),
                message("3", "Yes, that one.", author=home, to=[me], after=["2"], days=0.4),
            ]
        )
    take(notebook, card("Ana Lima", "al@home.example"))
    assert notebook.doctor() == []


def test_an_import_of_cards_is_taken_back_as_one(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    before = known(notebook)
    cards = [
        card("Ana Lima", "ana@example.org", ("phone", "1234567"), preferred=1, details=(PLUMBER,)),
        card("Bob Ray", "bob@example.org", details=(PLUMBER,)),
        card("Eva"),
    ]
    take(notebook, *cards)
    after = known(notebook)
    notebook.undo_import()
    assert known(notebook) == before
    assert notebook.doctor() == []
    assert take(notebook, *cards).added == 3
    assert known(notebook) == after
    assert notebook.contact(ana.id) is not None
