"""Chats and transcripts through the real command."""

import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.mail import ME, NOW, some


def chat(path: Path, *said: tuple[float, str, str]) -> Path:
    """A WhatsApp export; each line was said some days ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        f"{NOW - timedelta(days=days):%d/%m/%Y, %H:%M} - {who}: {what}\n"
        for days, who, what in said
    )
    first = "31/12/2019, 23:59 - Messages and calls are end-to-end encrypted.\n"
    path.write_text(first + "".join(lines), encoding="utf-8")
    return path


def test_a_chat_comes_in_cut_by_pauses_and_shows_whose_turn_it_is(run: Run, tmp_path: Path) -> None:
    ana = chat(
        tmp_path / "WhatsApp Chat with Ana Lima.txt",
        (20, "Ana Lima", "Do you have the tent?"),
        (20, "Rui", "Yes, I do."),
        (20, "Ana Lima", "Thanks!"),
        (1, "Ana Lima", "Which week suits you?"),
    )
    ran = run("import", ana)
    assert ran.out.splitlines() == [
        "read 4, added 4, already there 0, refused 0",
        "new: 2 conversations, 1 person",
        "1 chat: 2 new conversations, cut where nothing was said for 3 days",
        "skipped 1 that is no message",
    ]
    assert "taking Rui to be you (is the one whose export it is)" in ran.err
    rows = json.loads(run("turns", "--json").out)
    assert [(row["topic"], row["turn"], row["channels"]) for row in rows] == [
        ("Which week suits you?", "me", ["chat"])
    ]


def test_the_pause_may_stand_in_the_settings(
    run: Run, tmp_path: Path, settings: Callable[[str], Path]
) -> None:
    settings('[import]\nchat_pause = "30d"\n')
    said = [(20.0, "Ana Lima", "Hi"), (1.0, "Rui", "Hi")]
    ran = run("import", chat(tmp_path / "WhatsApp Chat with Ana Lima.txt", *said))
    assert "1 chat: 1 new conversation" in ran.out


def test_where_nothing_tells_who_i_am_the_speakers_are_listed(run: Run, tmp_path: Path) -> None:
    path = chat(tmp_path / "_chat.txt", (2, "Ana Lima", "Who comes?"), (1, "Rui Costa", "I do."))
    ran = run("import", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "convonote: nothing tells which of these is you: Ana Lima, Rui Costa;"
        ' import again with --me "Ana Lima" or whoever you are\n'
    )
    ran = run("import", path, "--me", "Rui Costa")
    assert (ran.code, ran.err) == (0, "")
    (row,) = json.loads(run("turns", "--json").out)
    assert (row["turn"], [one["name"] for one in row["people"]]) == ("them", ["Ana Lima"])


def test_among_mail_a_chat_without_me_is_refused_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    some(tmp_path / "all" / "a.mbox")
    chat(tmp_path / "all" / "b.txt", (2, "Ana Lima", "Who comes?"), (1, "Rui Costa", "I do."))
    ran = run("import", tmp_path / "all", "--me", ME, "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["added"], len(found["refused"])) == (1, 3, 1)
    again = json.loads(run("import", "--me", "Rui Costa", "--json").out)
    assert (again["added"], again["refused"]) == (2, [])


def test_a_chat_without_me_before_mail_does_not_keep_the_mail_out(run: Run, tmp_path: Path) -> None:
    ana = chat(tmp_path / "b.txt", (2, "Ana Lima", "Who comes?"), (1, "Rui Costa", "I do."))
    ran = run("import", ana, some(tmp_path / "a.mbox"), "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["added"]) == (1, 3)
    assert ["which of these is you" in one["reason"] for one in found["refused"]] == [True]
    again = json.loads(run("import", "--me", "Rui Costa", "--json").out)
    assert (again["added"], again["refused"]) == (2, [])


def test_a_chat_that_comes_alone_and_is_nobodys_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    ana = chat(tmp_path / "b.txt", (2, "Ana Lima", "Who comes?"), (1, "Rui Costa", "I do."))
    ran = run("import", ana, "--me", "Rui Kosta")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "is it one of Ana Lima, Rui Costa?" in ran.err
    assert json.loads(run("import", "--sources", "--json").out) == []
    assert "Kosta" not in run("export", "--json").out


def test_a_transcript_that_does_not_name_me_comes_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / f"{NOW:%Y-%m-%d %H.%M} Roof.vtt"
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana Lima>The slates are due.</v>\n\n"
        "00:02.000 --> 00:05.000\n<v Eva Ray>I know.</v>\n"
    )
    ran = run("import", path, "--me", "Rui")
    assert (ran.code, ran.out.splitlines()[0]) == (
        0,
        "read 1, added 1, already there 0, refused 0",
    )
    assert "--me Rui is in none of the messages; it is kept as yours" in ran.err


def test_who_is_in_all_chats_is_the_user(run: Run, tmp_path: Path) -> None:
    chat(tmp_path / "x" / "1.txt", (2, "Ana Lima", "Who comes?"), (1, "Rui Costa", "I do."))
    chat(tmp_path / "x" / "2.txt", (2, "Bob", "Tent?"), (1, "Rui Costa", "Yes."))
    assert "taking Rui Costa to be you (is in all 2 chats)" in run("import", tmp_path / "x").err


def test_a_zip_as_the_telephone_makes_it_is_read(run: Run, tmp_path: Path) -> None:
    inside = chat(tmp_path / "_chat.txt", (1, "Ana Lima", "Hi"), (1, "Rui", "Hi"))
    packed = tmp_path / "WhatsApp Chat - Ana Lima.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(inside, "_chat.txt")
    ran = run("import", packed)
    assert ran.out.startswith("read 2, added 2")
    assert "taking Rui to be you" in ran.err


def test_a_transcript_is_one_talk_with_the_people_known_by_their_names(
    run: Run, tmp_path: Path
) -> None:
    chat(tmp_path / "WhatsApp Chat with Ana Lima.txt", (9, "Ana Lima", "Hi?"), (8, "Rui", "Hi"))
    run("import", tmp_path / "WhatsApp Chat with Ana Lima.txt")
    path = tmp_path / f"{NOW:%Y-%m-%d %H.%M} Roof.vtt"
    path.write_text(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana Lima>The slates are due.</v>\n\n"
        "00:02.000 --> 00:05.000\n<v Rui>I know.</v>\n"
    )
    ran = run("import", path)
    assert ran.out.splitlines() == [
        "read 1, added 1, already there 0, refused 0",
        "new: 1 conversation, 0 people",
    ]
    (hit,) = json.loads(run("find", "slates", "--json").out)
    assert (hit["topic"], hit["channel"]) == ("Roof", "video")
    assert run("import", path, "--again").out.startswith("read 1, added 0, already there 1")
