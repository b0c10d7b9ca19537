"""`log` through the real command."""

import json
from pathlib import Path

from convonote.store.notebook import Notebook
from tests.cli.conftest import Run
from tests.cli.mail import present


def test_a_new_person_is_made_and_what_was_understood_is_echoed(run: Run) -> None:
    ran = run("log", "+Ana > phone: asked about the fence; - [ ] @Ana sends the quote by fri")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("I said to Ana (new), phone, ")
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


def test_a_line_with_a_day_alone_comes_after_what_was_said_that_day(run: Run) -> None:
    run("log", "+Ana < mail yesterday 15:00: When do you come? #Visit")
    answer = run("log", "Ana > phone yesterday: I come at five", "--json")
    logged = json.loads(answer.out)
    assert logged["turn"] != "me"
    assert logged["at"].endswith("T15:00:01Z")
    second = json.loads(run("log", "Ana < phone yesterday: Which door?", "--json").out)
    assert (second["at"][11:], second["turn"]) == ("15:00:02Z", "me")


def test_a_line_with_a_day_alone_is_at_noon_where_that_day_has_nothing_later(run: Run) -> None:
    run("log", "+Ana < mail 3 days ago: When do you come? #Visit")
    run("log", "Ana < mail yesterday 9:00: When? #Visit")
    assert "12:00:00Z" in run("log", "Ana > phone 2 days ago: soon", "--json").out
    assert "12:00:00Z" in run("log", "Ana > phone yesterday: today", "--json").out


def test_a_line_with_a_day_alone_stays_on_that_day(run: Run) -> None:
    run("log", "+Ana < mail yesterday 23:59:59: When do you come? #Visit")
    logged = json.loads(run("log", "Ana > phone yesterday: soon", "--json").out)
    assert logged["at"].endswith("T23:59:59Z")
    assert logged["turn"] != "me"


def test_one_undo_takes_back_the_line_and_the_person_it_made(run: Run) -> None:
    run("log", "+Ana > phone: Could you come? #Visit")
    assert run("undo").code == 0
    assert run("show", "Ana").code == 1
    assert run("redo").code == 0
    assert "Visit" in run("show", "Ana").out


def test_a_first_name_means_who_was_spoken_with_most_lately_and_says_who_else(run: Run) -> None:
    run("log", "+Ana Costa > phone 2 years ago: hello #Old")
    run("log", "+Ana Costa > phone 2 years ago: hello again #Old")
    run("log", "+Ana Lima > phone yesterday: hello #New")
    ran = run("log", "Ana > phone: and how is the roof?")
    assert ran.code == 0
    assert ran.out.startswith("I said to Ana Lima (not Ana Costa), phone, ")


def test_a_first_name_that_two_share_alike_is_refused_with_both(run: Run) -> None:
    run("log", "+Ana Costa, +Ana Lima > phone yesterday: hello")
    ran = run("log", "Ana > phone: and how is the roof?")
    assert (ran.code, ran.out) == (2, "")
    assert "'Ana' fits several" in ran.err
    assert "Ana Costa  " in ran.err
    assert "Ana Lima  " in ran.err


def test_an_address_after_plus_is_an_address_and_not_only_a_name(run: Run) -> None:
    run("log", "+eve@x.example > mail yesterday: hi")
    run("log", "+48 600 100 300 > phone yesterday: hi")
    shown = json.loads(run("people", "--json").out)
    reached = [(one["name"], *list(one["addresses"][0].values())[:2]) for one in shown]
    assert ("eve@x.example", "email", "eve@x.example") in reached
    assert ("+48 600 100 300", "phone", "+48 600 100 300") in reached


def test_what_lies_ahead_was_not_said(run: Run) -> None:
    ran = run("log", "+Ana > sms in 3 days: hi")
    assert (ran.code, ran.out) == (2, "")
    assert "lies ahead" in ran.err
    assert run("show", "Ana").code == 1


def test_somebody_new_is_told_from_those_who_are_called_alike(run: Run) -> None:
    run("log", "+Ana Lima > phone yesterday: hello #New")
    ran = run("log", "+Ana > phone: hello")
    assert ran.out.startswith("I said to Ana (new; not Ana Lima), phone, ")


def test_a_slip_of_the_finger_gets_the_nearest_person_and_no_topic(run: Run) -> None:
    run("log", "+Ana Lima > phone yesterday: hello #Kyoto")
    for slip in ("Aan", "Lmia"):
        assert "nearest: Ana Lima;" in run("log", f"{slip} > phone: hi").err
    assert "nearest" not in run("log", "Kyoto > phone: hi").err


def test_a_line_to_nobody_but_me_is_refused(run: Run) -> None:
    ran = run("log", "me > phone: hi")
    assert ran.code == 2
    assert "name somebody else" in ran.err


def test_the_echo_names_the_conversation_as_it_was_called(run: Run) -> None:
    run("log", "+Ana > phone yesterday: how is the roof?")
    assert '\nin "how is the roof?": ' in run("log", "Ana > phone last week: the fence").out


def test_a_reminder_is_echoed_and_told_by_why(run: Run) -> None:
    ran = run("log", "+Ana > phone remind 4d: Which week suits you?")
    assert ran.code == 0
    assert "\nreminder on " in ran.out
    assert "you want to be reminded on " in ran.out
    refused = run("log", "Ana < phone remind 4d: Hm")
    assert refused.code == 2
    assert "remind waits for an answer" in refused.err


def test_what_goes_against_a_wish_is_told_before_anything_is_written(
    run: Run, notebook: Path
) -> None:
    run("log", "+Ana > phone: hello #A")
    with Notebook(notebook, clock=present) as book:
        book.add_wish(book.people("Ana")[0].id, "write, don't call")
    ran = run("log", "Ana > phone: hello again #A")
    assert (ran.code, ran.out) == (1, "")
    assert "“write, don't call”; --anyway writes it down all the same" in ran.err
    assert run("find", "again").code == 1
    assert run("log", "Ana > mail: hello in writing #A").code == 0
    assert run("log", "Ana < phone: she called #A").code == 0
    assert run("log", "--anyway", "Ana > phone: hello again #A").code == 0


def test_a_topic_is_found_by_the_beginning_of_its_words_and_by_several(run: Run) -> None:
    run("log", '+Ana > phone: hello #"Proofreading for Ana"')
    assert 'new conversation "roof"' in run("log", "Ana > phone: hello #roof").out
    assert 'in "Proofreading for Ana"' in run("log", "Ana > phone: hello #proof").out
    assert 'in "Proofreading for Ana"' in run("log", "Ana > sms: hello #proofreading for").out
    left = run("log", "Ana > phone: hello #Kyoto trip")
    assert left.err == (
        "convonote: #Kyoto is part of the text; a topic of several words needs quotes:"
        ' #"Roof repair"\n'
    )


def test_a_name_means_whoever_is_called_so_to_the_letter(run: Run) -> None:
    run("log", "+José Núñez > phone: hello #A")
    run("log", "+Jose Nunez > phone: hello #B")
    run("log", "+Na > phone: hello #Na")
    assert run("log", "José Núñez > sms: x #C").out.startswith("I said to José Núñez, sms")
    assert run("log", "Jose Nunez > sms: x #C").out.startswith("I said to Jose Nunez, sms")
    assert run("log", "Na > sms: x #C").out.startswith("I said to Na, sms")


def test_a_private_note_is_written_and_tells_what_it_tells(run: Run, notebook: Path) -> None:
    assert "log first what was said" in run("log", "+Ana > note: ! grows tomatoes").err
    run("log", "+Ana > mail: hello #A")
    ran = run("log", "Ana > note: ! no calls until 1 Dec 2099; ? her knee")
    assert ran.code == 0
    assert ran.out.startswith("private note on Ana, ")
    with Notebook(notebook, clock=present) as book:
        ana = book.people("Ana")[0].id
        assert [one.text for one in book.wishes(ana)] == ["no calls until 1 Dec 2099"]
        assert [one.text for one in book.remarks(ana)] == ["her knee"]
    assert "private note" in run("show", "A").out
    assert 'in "A"' in run("log", "Ana > note: called in vain").out
    assert run("log", "Ana > phone: hello").code == 1


def test_a_day_that_lies_ahead_is_named_with_its_year(run: Run) -> None:
    ran = run("log", "+Ana > phone 1 Jan 2099: hello")
    assert ran.code == 2
    assert "Thu 1 Jan 2099 lies ahead" in ran.err
