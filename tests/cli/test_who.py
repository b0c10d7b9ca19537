"""`who`, `export --recommendations` and `show --brief` as the shell sees them."""

import json
from datetime import UTC
from pathlib import Path

import pytest

from convonote.conversation.records import DAY, Kind
from convonote.store.notebook import Notebook
from convonote.store.people.records import ContactForm, WrittenAddress
from tests.cli.conftest import Run
from tests.cli.mail import present


@pytest.fixture
def filled(notebook: Path) -> Path:
    """A notebook with somebody who was recommended, and much that is private."""
    notebook.parent.mkdir(parents=True)
    with Notebook(notebook, zone=UTC, clock=present) as book:
        ana = book.add_person("Ana Lima", [("email", "ana@example.org")])
        marek = book.add_person("Marek *Rohr*", [("phone", "123 456"), ("email", "m@example.org")])
        book.add_detail(ana.id, "birthday", "--03-21")
        book.add_detail(marek.id, "note", "drinks; SECRET")
        book.add_detail(marek.id, "tag", "plumbing SECRET")
        book.add_detail(marek.id, "expertise", "plumbing, but SECRET dear", "SECRET level")
        before = book.contact(marek.id)
        assert before is not None
        public = WrittenAddress("phone", "123 456", public=True)
        form = ContactForm(marek.name, (public, WrittenAddress("email", "m@example.org")), (), ())
        book.edit_contact(before, form)
        book.recommend(marek.id, "plumbing", by=ana.id)
        lena = book.add_person("Lena", [("phone", "999")])
        book.add_detail(lena.id, "tag", "plumbing")
        kyoto = book.say(
            "Could you fix the plumbing?\n- [ ] I bring the key SECRET",
            topic="SECRET house",
            channel="email",
            author=ana.id,
            at=book.now() - 2 * DAY,
        ).conversation
        note = "! SECRET garden\n? Ana: ask about the knee"
        book.say(note, conversation=kyoto, channel="other", kind=Kind.NOTE)
    return notebook


def test_who_prints_people_with_sources_then_what_was_said(run: Run, filled: Path) -> None:
    ran = run("who", "plumb")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Marek *Rohr* (123 456)"
    assert lines[1].startswith("  plumbing, recommended by Ana Lima on ")
    assert "  plumbing, but SECRET dear (SECRET level), expertise as you wrote" in lines
    assert lines.index("Lena (999)") > 0
    assert any("Ana Lima · SECRET house · email" in line for line in lines)


def test_what_somebody_was_recommended_for_stands_with_their_details(
    run: Run, filled: Path
) -> None:
    assert "  plumbing, recommended by Ana Lima on " in run("show", "Marek").out


def test_who_as_json_names_each_source(run: Run, filled: Path) -> None:
    found = json.loads(run("who", "plumb", "--json").out)
    marek = found["people"][0]
    assert marek["knows"][0]["by"]["name"] == "Ana Lima"
    assert {"topic", "kind", "level", "imported", "by", "at", "exchange"} == set(marek["knows"][0])
    assert [hit["topic"] for hit in found["exchanges"]] == ["SECRET house"]


def test_who_without_a_hit_says_so_and_ends_with_1(run: Run, filled: Path) -> None:
    ran = run("who", "juggling")
    assert (ran.code, ran.out) == (1, "")
    assert "nobody is known to know about 'juggling'" in ran.err
    ran = run("who", "juggling", "--json")
    assert (ran.code, json.loads(ran.out)) == (1, {"people": [], "exchanges": []})


def test_who_writes_down_and_undo_takes_it_back(run: Run, filled: Path) -> None:
    assert run("who", "moss", "--add", "Lena", "--by", "Ana").code == 0
    assert run("who", "moss", "--add", "Ana", "--level", "expert").code == 0
    assert "Lena" in run("who", "moss").out
    run("undo")
    run("undo")
    assert run("who", "moss").code == 1
    for wrong in (["--by", "Ana"], ["--add", "Lena", "--by", "Ana", "--level", "x"]):
        assert run("who", "moss", *wrong).code == 2
    assert run("who", "moss", "--add", "Nobody").code == 1


def test_a_page_of_recommendations_holds_nothing_private(run: Run, filled: Path) -> None:
    ran = run("export", "--recommendations", "plumbing")
    assert ran.code == 0
    assert ran.out == "# plumbing\n\n- Marek \\*Rohr\\*: phone 123 456\n"
    ran = run("export", "--recommendations", "juggling")
    assert (ran.code, ran.out) == (1, "")
    assert run("export", "--recommendations", "x", "--json").code == 2


def test_who_is_known_by_a_private_address_alone_is_left_out_of_the_page(
    run: Run, notebook: Path
) -> None:
    notebook.parent.mkdir(parents=True)
    with Notebook(notebook, zone=UTC, clock=present) as book:
        for name in ("Lena <lena@example.org>", "rohr@example.org", "+48 123 456 789"):
            book.add_detail(book.add_person(name).id, "expertise", "roofs")
    ran = run("export", "--recommendations", "roof")
    assert (ran.code, ran.out) == (0, "# roof\n\n- Lena\n")
    assert "2 are left out" in ran.err


@pytest.mark.parametrize("asked", ["plumber", "Plumbers", "plumbing", "plumb"])
def test_plurals_and_words_of_one_stem_find_people_and_what_was_said(
    run: Run, notebook: Path, asked: str
) -> None:
    notebook.parent.mkdir(parents=True)
    with Notebook(notebook, zone=UTC, clock=present) as book:
        marek = book.add_person("Marek")
        book.recommend(marek.id, "plumber", by=None)
        book.say("He is a good plumber.", topic="Pipes", channel="phone", to=[marek.id])
        book.say("A plume, plum and all.", topic="Hats", channel="phone", to=[marek.id])
    found = json.loads(run("who", asked, "--json").out)
    assert [one["name"] for one in found["people"]] == ["Marek"]
    assert [one["topic"] for one in found["exchanges"]] == ["Pipes"]
    assert run("export", "--recommendations", asked).out == f"# {asked}\n\n- Marek\n"


def test_a_briefing_is_one_screen_of_plain_lines(run: Run, filled: Path) -> None:
    ran = run("show", "Ana", "--brief")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[:2] == ["Ana Lima", "  email ana@example.org"]
    for title in ("WHOSE TURN", "OWED", "BRING UP", "THEY TOLD OF THEMSELVES", "SAID LAST"):
        assert title in lines
    assert any(line.startswith("  ask about the knee") for line in lines)
    assert any(line.startswith("  birthday ") for line in lines)
    assert any(line.startswith("  Ana Lima owes: I bring the key") for line in lines)
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80


def test_a_briefing_as_json(run: Run, filled: Path) -> None:
    found = json.loads(run("show", "Ana", "--brief", "--json").out)
    assert found["name"] == "Ana Lima"
    assert [one["topic"] for one in found["conversations"]] == ["SECRET house"]
    assert found["open"] == 1
    assert [one["text"] for one in found["next_time"]] == ["ask about the knee"]
    assert [one["text"] for one in found["volunteered"]] == ["SECRET garden"]
    assert found["wishes"] == []
    assert found["rhythm"] is None
    assert found["said"][0]["author"] == "Ana Lima"


def test_a_briefing_is_about_a_person(run: Run, filled: Path) -> None:
    ran = run("show", "SECRET house", "--brief")
    assert ran.code == 2
    assert "--brief is for people" in ran.err


def test_whoever_asks_for_no_exchanges_is_not_told_that_nothing_was_said(run: Run) -> None:
    run("log", "+Ana > mail: the roofs leak")
    ran = run("who", "roofs", "--limit", "0")
    assert ran.code == 1
    assert ran.err == "convonote: nobody is known to know about 'roofs'\n"
