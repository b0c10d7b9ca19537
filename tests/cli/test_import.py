"""`import` through the real command."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from convonote.importing.sampling import SAMPLE
from tests.cli.conftest import Run
from tests.cli.mail import ME, mbox, message, some


def test_mail_comes_in_once_however_often_it_is_read(run: Run, tmp_path: Path) -> None:
    mail = some(tmp_path / "mail.mbox")
    first = run("import", mail, "--me", ME)
    assert (first.code, first.err) == (0, "")
    assert first.out.splitlines() == [
        "read 3, added 3, already there 0, refused 0",
        "new: 2 conversations, 2 people",
    ]
    unchanged = run("import", mail, "--json")
    assert json.loads(unchanged.out) == {
        "read": 0, "added": 0, "already": 0, "conversations": 0, "people": 0,
        "skipped": 0, "unchanged": 1, "refused": [], "troubles": [],
    }  # fmt: skip
    again = run("import", mail, "--again", "--json")
    assert json.loads(again.out) == {
        "read": 3, "added": 0, "already": 3, "conversations": 0, "people": 0,
        "skipped": 0, "unchanged": 0, "refused": [], "troubles": [],
    }  # fmt: skip


def test_one_message_on_standard_input(run: Run) -> None:
    ran = run("import", "-", "--me", ME, stdin=bytes(message("Hello?", number=1)))
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "read 1, added 1, already there 0, refused 0",
    )


def test_my_addresses_may_stand_in_the_settings(
    run: Run, tmp_path: Path, settings: Callable[[str], Path]
) -> None:
    settings(f'[me]\nname = "Jo Meyer"\naddresses = ["{ME}"]\n')
    assert run("import", some(tmp_path / "mail.mbox")).err == ""
    turns = json.loads(run("turns", "--json").out)
    assert [(row["topic"], row["turn"]) for row in turns] == [
        ("Kyoto trip", "me"),
        ("Fence", "them"),
    ]
    assert turns[0]["holders"][0]["person"] == "Jo Meyer"


def test_whose_mail_it_is_is_guessed_and_shown(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Mail" / "Sent"
    folder.mkdir(parents=True)
    some(tmp_path / "Mail" / "inbox.mbox")
    for number in range(3):
        sent = message("Hi", number=10 + number, author=f"Jo <{ME}>", to="eva@example.org")
        (folder / f"{number}.eml").write_bytes(bytes(sent))
    ran = run("import", tmp_path / "Mail")
    assert ran.code == 0
    assert ran.err.startswith(f"convonote: taking {ME} to be you (")
    assert len(ran.err.splitlines()) == 1
    assert json.loads(run("turns", "--mine", "--json").out)[0]["topic"] == "Kyoto trip"


def archive(path: Path) -> Path:
    """Mail of a list: nothing in it tells who read it."""
    return mbox(
        path,
        message("Who comes?", number=1, to="eva@example.org"),
        message("Which tent?", number=2, author="bob@example.org", to="tim@example.org"),
    )


def test_mail_that_does_not_show_whose_it_is_comes_in_and_waits_for_nobody(
    run: Run, tmp_path: Path
) -> None:
    ran = run("import", archive(tmp_path / "mail.mbox"))
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "read 2, added 2, already there 0, refused 0",
    )
    assert len(ran.err.splitlines()) == 1
    assert "so nothing waits for you; say it with convonote import --me ADDRESS" in ran.err
    assert json.loads(run("turns", "--mine", "--json").out) == []
    assert run("doctor").code == 0


@pytest.mark.parametrize("named", [True, False])
def test_whose_mail_it_is_can_be_said_when_it_is_in(run: Run, tmp_path: Path, named: bool) -> None:
    mail = archive(tmp_path / "mail.mbox")
    run("import", mail)
    ran = run("import", *([mail] if named else []), "--me", "tim@example.org")
    assert (ran.code, ran.err) == (0, "")
    later = json.loads(run("turns", "--all", "--json").out)
    other = {"CONVONOTE_NOTEBOOK": str(tmp_path / "other" / "notebook")}
    run("import", mail, "--me", "tim@example.org", env=other)
    at_once = json.loads(run("turns", "--all", "--json", env=other).out)
    assert [row["turn"] for row in later] == [row["turn"] for row in at_once]
    assert "me" in {row["turn"] for row in later}
    assert run("doctor").code == 0


def test_an_address_of_mine_is_kept_where_the_mail_shows_nobody(run: Run, tmp_path: Path) -> None:
    ran = run("import", archive(tmp_path / "mail.mbox"), "--me", ME)
    assert (ran.code, ran.out.split(",")[1]) == (0, " added 2")
    assert ran.err == (
        f"convonote: --me {ME} is in none of the messages; it is kept as yours all the same\n"
    )
    run("import", some(tmp_path / "some.mbox"))
    mine = json.loads(run("turns", "--mine", "--json").out)
    assert [row["topic"] for row in mine] == ["Kyoto trip"]


def test_attachments_that_cannot_be_written_are_no_success(run: Run, tmp_path: Path) -> None:
    one = message("Here is the list.", number=1)
    one.add_attachment("1, 2, 3", filename="list.csv")
    (tmp_path / "taken").write_text("no folder")
    mail = mbox(tmp_path / "mail.mbox", one)
    ran = run("import", mail, "--me", ME, "--attachments", tmp_path / "taken", "--json")
    counts = json.loads(ran.out)
    assert (ran.code, counts["added"], counts["refused"]) == (1, 1, [])
    assert [set(one) for one in counts["troubles"]] == [{"source", "reason"}]
    assert "its attachments cannot be kept in" in ran.err


def test_an_address_of_mine_that_is_nowhere_is_refused_in_a_line(run: Run, tmp_path: Path) -> None:
    mail = some(tmp_path / "mail.mbox")
    ran = run("import", mail, "--me", "joo@example.net")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("convonote: --me joo@example.net is in none of the messages; ")
    assert len(ran.err.splitlines()) == 1
    assert json.loads(run("turns", "--all", "--json").out) == []
    assert run("import", mail, "--me", ME).code == 0
    assert "joo@example.net" not in run("export", "--json").out
    assert [row["topic"] for row in json.loads(run("turns", "--mine", "--json").out)] == [
        "Kyoto trip"
    ]


def test_an_address_that_is_nowhere_is_not_kept_beside_one_that_is_known(
    run: Run, tmp_path: Path
) -> None:
    mail = some(tmp_path / "mail.mbox")
    run("import", mail, "--me", ME)
    ran = run("import", mail, "--me", "joo@example.net")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "joo@example.net is in none of the messages" in ran.err
    assert "already there 3" in ran.out
    assert "joo@example.net" not in run("export", "--json").out


def test_an_address_of_mine_may_occur_late_in_much_mail(run: Run, tmp_path: Path) -> None:
    others = [
        message("Hello", number=number, to="eva@example.org", days=9, topic=f"Plan {number}")
        for number in range(SAMPLE + 1)
    ]
    asked = message("Which week suits you?", number=SAMPLE + 1)
    also = message("And this one?", number=SAMPLE + 2, to="jo@work.example", topic="Work")
    mail = mbox(tmp_path / "mail.mbox", *others, asked, also)
    ran = run("import", mail, "--me", ME, "--me", "jo@work.example")
    assert (ran.code, ran.err) == (0, "")
    mine = json.loads(run("turns", "--mine", "--json").out)
    assert sorted(row["topic"] for row in mine) == ["Kyoto trip", "Work"]
    assert run("doctor").code == 0
    assert run("import", "--undo").code == 0
    assert json.loads(run("turns", "--all", "--json").out) == []


def test_one_bad_source_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "no.mbox", some(tmp_path / "mail.mbox"), "--me", ME, "--json")
    counts = json.loads(ran.out)
    assert (ran.code, counts["read"], counts["added"]) == (1, 4, 3)
    assert [one["source"] for one in counts["refused"]] == [str(tmp_path / "no.mbox")]


def test_the_last_import_is_taken_back(run: Run, tmp_path: Path) -> None:
    run("import", some(tmp_path / "mail.mbox"), "--me", ME)
    undone = run("import", "--undo")
    assert (undone.code, undone.err) == (0, "")
    assert json.loads(run("turns", "--all", "--json").out) == []
    again = run("import", "--undo")
    assert (again.code, again.out) == (1, "")


def test_an_export_restores_everything_in_another_notebook(run: Run, tmp_path: Path) -> None:
    run("import", some(tmp_path / "mail.mbox"), "--me", ME)
    run("log", "Ana > phone: talked about trains #Trains")
    exported = run("export", "--json")
    stream = tmp_path / "all.jsonl"
    stream.write_text(exported.out, encoding="utf-8")
    other = {"CONVONOTE_NOTEBOOK": str(tmp_path / "other" / "notebook")}
    assert run("import", stream, env=other).code == 0
    piped = {"CONVONOTE_NOTEBOOK": str(tmp_path / "piped" / "notebook")}
    assert run("import", "-", stdin=exported.out.encode(), env=piped).code == 0
    packed = tmp_path / "all.jsonl.gz"
    packed.write_bytes(gzip.compress(exported.out.encode()))
    unpacked = {"CONVONOTE_NOTEBOOK": str(tmp_path / "unpacked" / "notebook")}
    assert run("import", packed, env=unpacked).code == 0
    through = {"CONVONOTE_NOTEBOOK": str(tmp_path / "through" / "notebook")}
    assert run("import", "-", stdin=packed.read_bytes(), env=through).code == 0
    for env in (other, piped, unpacked, through):
        lines = run("export", "--json", env=env).out.splitlines()[1:]
        assert lines == exported.out.splitlines()[1:]


def test_of_a_packed_export_that_is_cut_short_what_is_there_comes_in(
    run: Run, tmp_path: Path
) -> None:
    run("import", some(tmp_path / "mail.mbox"), "--me", ME)
    whole = gzip.compress(run("export", "--json").out.encode())
    packed = tmp_path / "all.jsonl.gz"
    packed.write_bytes(whole[:-8])
    ran = run("import", packed, env={"CONVONOTE_NOTEBOOK": str(tmp_path / "other" / "notebook")})
    assert ran.code == 1
    assert "added 0" not in ran.out + ran.err
    assert f"{packed}: its gzip compression ends too early" in ran.err


def test_a_damaged_line_of_an_export_is_refused_and_the_rest_comes_in(
    run: Run, tmp_path: Path
) -> None:
    run("log", "+Ana > phone: hello")
    stream = tmp_path / "all.jsonl"
    stream.write_text(run("export", "--json").out + '{"record": "exch', encoding="utf-8")
    ran = run("import", stream, env={"CONVONOTE_NOTEBOOK": str(tmp_path / "other")})
    assert ran.code == 1
    assert f"{stream}, line " in ran.err
