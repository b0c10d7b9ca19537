"""`log` through the real command."""

import json

from tests.cli.conftest import Run


def test_a_new_person_is_made_and_what_was_understood_is_echoed(run: Run) -> None:
    ran = run("log", "+Ana > phone: asked about the fence; - [ ] @Ana sends the quote by fri")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("I said to Ana, phone, ")
    assert any(line.startswith("promise of Ana: sends the quote, ") for line in lines)
    assert lines[-1].startswith('new conversation "')
    assert "their turn" in lines[-1]


def test_an_unknown_name_is_refused_with_the_nearest_and_makes_nothing(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello")
    ran = run("log", "+Eva, Anna Lima > phone: hello")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "convonote: nobody is called 'Anna Lima'; nearest: Ana Lima; "
        "+Anna Lima makes somebody new\n"
    )
    assert run("show", "Eva").code == 1


def test_a_line_goes_on_in_the_conversation_with_exactly_these_people(run: Run) -> None:
    run("log", "+Ana > phone: about the fence? #Fence")
    run("log", "Ana, +Bob > phone: about the roof? #Roof")
    assert '\nin "Fence": your turn' in run("log", "Ana < mail: And the colour?").out
    assert '\nin "Roof": your turn' in run("log", "Bob < mail: Tiles? #roof").out
    turns = json.loads(run("turns", "--all", "--json").out)
    assert sorted(row["topic"] for row in turns) == ["Fence", "Roof"]


def test_a_talk_has_no_turn(run: Run) -> None:
    ran = run("log", "+Ana = lunch: talked about everything", "--json")
    logged = json.loads(ran.out)
    assert (logged["turn"], logged["channel"]) == ("nobody", "in person")


def test_undo_takes_back_what_was_logged(run: Run) -> None:
    run("log", "+Ana > phone: Could you come? #Visit")
    assert run("undo").code == 0
    assert json.loads(run("turns", "--all", "--json").out) == []
