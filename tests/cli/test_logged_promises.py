"""What `log` prints of promises: those that were made, and those that may have been."""

import json

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def roof(run: Run, begin: Begin) -> Run:
    """Two of the same first name, one of whom owes the list."""
    begin(("log", '+"Marek Nowak", +"Marek Kowal" > mail: - [ ] @Marek Kowal sends the list #Roof'))
    return run


def test_a_name_that_fits_several_or_nobody_is_said_to(roof: Run) -> None:
    line = '"Marek Kowal", "Marek Nowak" > mail: - [ ] @Marek hops; - [ ] @Nobody flies #Roof'
    told = roof("log", line).out.splitlines()
    assert told[3:5] == [
        "suggested: @Marek hops (@ names nobody here, or several)",
        "suggested: @Nobody flies (@ names nobody here, or several)",
    ]
    listed = json.loads(roof("promises", "--all", "--json").out)
    assert [(one["owner"], one["me"]) for one in listed] == [
        ("Marek Kowal", False),
        (None, False),
        (None, False),
    ]
    assert [line.split()[1] for line in roof("promises", "--all").out.splitlines()[1:]] == ["?"] * 2
    assert "who is meant" in roof("kept", "flies").err


def test_the_json_holds_what_is_suggested_and_reported_too(roof: Run) -> None:
    line = '"Marek Kowal" < mail: I have sent the list. I will bring you the key by friday. #Roof'
    logged = json.loads(roof("log", line, "--json").out)
    assert logged["promises"] == []
    ((suggested,), (reported,)) = logged["suggested"], logged["reported"]
    assert (suggested["owner"], suggested["what"]) == ("Marek Kowal", "bring you the key")
    assert (reported["what"], reported["reported"]["state"]) == ("sends the list", "kept")


@pytest.mark.parametrize("line", ["+me > mail: x", "+Me, +Ana > mail: x", "me = lunch: x"])
def test_me_is_the_user_however_it_is_written(run: Run, line: str) -> None:
    ran = run("log", line)
    assert (ran.code, ran.out) == (2, "")
    assert "between you and others" in ran.err
    assert json.loads(run("people", "--json").out) == []
