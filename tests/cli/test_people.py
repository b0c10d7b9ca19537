"""The contact list through the real command, and through what else reads vCards here."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Begin, Run
from tests.cli.mail import ME


@pytest.fixture(autouse=True)
def _mail(begin: Begin, mail_file: Path) -> None:
    begin(("import", mail_file, "--me", ME))


@pytest.fixture
def card(run: Run, tmp_path: Path) -> str:
    """A card of Ana's, taken in."""
    path = tmp_path / "ana.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Lima\nEMAIL:ana@example.org\nTEL;PREF=1:+48 600 100 200\n"
        "ORG:Kites\nTITLE:Pilot\nEXPERTISE;LEVEL=expert:wind\nNOTE:likes tea\\nno sugar\n"
        "RELATED;VALUE=text;TYPE=spouse:Bo\nEND:VCARD\n",
        encoding="utf-8",
    )
    ran = run("import", path, "--json")
    read = json.loads(ran.out)
    assert (ran.code, read["read"], read["added"], read["people"]) == (0, 1, 1, 0)
    return str(path)


def test_the_contact_list_is_one_line_a_person(run: Run, card: str) -> None:
    lines = run("people").out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["Ana Lima", "Bob Ray"]
    assert "Pilot, Kites" in lines[0]
    assert "+48 600 100 200" in lines[0]
    assert run("people", "wind").out.splitlines() == lines[:1]


def test_nobody_is_an_empty_list(run: Run) -> None:
    ran = run("people", "zebra")
    assert (ran.code, ran.out, ran.err) == (0, "", "convonote: nobody fits 'zebra'\n")
    assert json.loads(run("people", "zebra", "--json").out) == []


def test_json_has_addresses_and_details(run: Run, card: str) -> None:
    (ana,) = json.loads(run("people", "ana", "--json").out)
    assert ana["addresses"][0] == {
        "channel": "phone",
        "value": "+48 600 100 200",
        "preferred": True,
        "public": False,
    }
    assert {"kind": "expertise", "value": "wind", "extra": "expert"} in ana["details"]
    assert ana["last"].endswith("Z")


def test_a_person_is_shown_with_what_is_known_of_them(run: Run, card: str) -> None:
    out = run("show", "ana").out
    assert "  role  Pilot\n" in out
    assert "  expertise  wind (expert)\n" in out
    assert "  note  likes tea\n    no sugar\n" in out
    assert out.index("related  Bo (spouse)") < out.index("Kyoto trip")


def test_two_are_merged_and_two_again_after_undo(run: Run) -> None:
    run("log", "+Anka > phone: asked about the kites #Kites")
    ran = run("people", "merge", "Ana Lima", "Anka")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "merged Anka into Ana Lima; convonote undo takes it back"
    assert "Kites" in run("show", "Ana Lima").out
    assert "Kites" in run("show", "Anka").out
    assert run("undo").out == "undone: merged Anka into Ana Lima\n"
    assert "Kites" not in run("show", "Ana Lima").out


def test_a_name_that_fits_several_lists_them_and_merges_nobody(run: Run) -> None:
    run("log", "+Anka > phone: one #Kites")
    run("log", "+Anna > phone: two #Kites")
    ran = run("people", "merge", "Ana Lima", "An")
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 4
    assert run("people", "merge", "Ana Lima", "Zoe").code == 1
    ran = run("people", "merge", "Ana Lima", "ana@example.org")
    assert (ran.code, ran.err) == (
        1,
        "convonote: these are one person already: Ana Lima (ana@example.org)\n",
    )


def test_namesakes_are_told_apart_by_an_address(run: Run, tmp_path: Path) -> None:
    card = tmp_path / "other.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Lima\nEMAIL:lima@work.example\nEND:VCARD\n",
        encoding="utf-8",
    )
    run("import", card)
    one, other = "Ana Lima (ana@example.org)", "Ana Lima (lima@work.example)"
    pair, _ = run("people", "duplicates").out.splitlines()
    assert pair == f"{one}  ·  {other}  (the same full name)"
    listed = run("show", "Ana Lima").err
    assert f"{one}  " in listed
    assert f"{other}  " in listed
    merged = f"merged {other} into {one}"
    ran = run("people", "merge", "ana@example.org", "lima@work.example")
    assert ran.out.splitlines()[0] == f"{merged}; convonote undo takes it back"
    assert run("undo").out == f"undone: {merged}\n"
    ran = run("people", "distinct", "ana@example.org", "lima@work.example")
    assert ran.out == f"{one} and {other} are two people, and not proposed as one again\n"
    assert run("undo").out == f"undone: said that {one} and {other} are two people\n"


def test_who_may_be_one_is_proposed_until_told_apart(run: Run) -> None:
    run("log", "+A. Lima > phone: one #Kites")
    out = run("people", "duplicates").out
    assert "A. Lima may be short for Ana Lima" in out
    (pair,) = json.loads(run("people", "duplicates", "--json").out)
    uids = [one["uid"] for one in pair["people"]]
    assert run("people", "distinct", *uids).code == 0
    ran = run("people", "duplicates")
    assert (ran.code, ran.out, ran.err) == (0, "", "convonote: nobody looks like somebody else\n")


def test_our_own_vcards_change_nothing_when_they_come_back(
    run: Run, card: str, tmp_path: Path
) -> None:
    written = run("people", "--vcard").out
    assert written == run("people", "--vcard").out
    path = tmp_path / "people.vcf"
    path.write_bytes(written.encode())
    before = run("export", "--json").out.splitlines()[1:]
    read = json.loads(run("import", path, "--json").out)
    assert (read["read"], read["added"], read["already"]) == (2, 0, 2)
    after = run("export", "--json").out.splitlines()[1:]
    assert [line for line in after if '"person"' in line] == [
        line for line in before if '"person"' in line
    ]


def test_khard_reads_our_vcards(run: Run, card: str, tmp_path: Path) -> None:
    khard = shutil.which("khard")
    if khard is None:
        pytest.skip("khard is not installed")
    book = tmp_path / "book"
    book.mkdir()
    cards = run("people", "--vcard").out.split("END:VCARD\r\n")[:-1]
    for number, text in enumerate(cards):
        (book / f"{number}.vcf").write_bytes(f"{text}END:VCARD\r\n".encode())
    settings = tmp_path / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[all]]\npath = {book}\n[general]\ndebug = no\n")
    shown = subprocess.run(
        [khard, "-c", settings, "show", "Ana Lima"], capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, shown.stderr
    for expected in (
        "Ana Lima",
        "+48 600 100 200",
        "ana@example.org",
        "Kites",
        "Pilot",
        "likes tea",
    ):
        assert expected in shown.stdout
