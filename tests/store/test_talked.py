"""Promises worded in a talk: each is suggested as that of its speaker."""

from pathlib import Path

import pytest

from convonote.conversation.records import Kind, PromiseState
from convonote.importing import run_import
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

SUGGESTED, OPEN, KEPT = PromiseState.SUGGESTED, PromiseState.OPEN, PromiseState.KEPT


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return notebook.add_person("Ana Lima").id


def suggested(notebook: Notebook) -> list[tuple[str, str]]:
    return sorted((p.owner.name, p.what) for p in notebook.promises(states=[SUGGESTED]))


def talk(notebook: Notebook, text: str, *people: int, topic: str = "Roof") -> int:
    speakers = [notebook.me.id, *people]
    said = notebook.say(text, topic=topic, channel="phone", kind=Kind.TALK, speakers=speakers)
    return said.exchange


def test_what_each_speaker_promises_is_theirs(notebook: Notebook, ana: int) -> None:
    talk(notebook, "Ana: I'll send the plan.\nme: I'll call the plumber.", ana)
    assert suggested(notebook) == [("Ana Lima", "send the plan"), ("me", "call the plumber")]
    assert notebook.promises() == []


def test_who_asks_for_something_in_a_talk_of_two_asks_the_other(
    notebook: Notebook, ana: int
) -> None:
    talk(notebook, "Ana: Could you bring the keys?", ana)
    assert suggested(notebook) == [("me", "bring the keys")]


def test_in_a_talk_of_several_nobody_in_particular_is_asked(notebook: Notebook, ana: int) -> None:
    bob = notebook.add_person("Bob").id
    talk(notebook, "Ana: Could you bring the keys?", ana, bob)
    assert suggested(notebook) == []


def test_what_i_write_down_of_a_talk_is_read_as_i_tell_it(notebook: Notebook, ana: int) -> None:
    talk(notebook, "Ana will send the plan. She'll call the roofer. I'll bring the keys.", ana)
    assert suggested(notebook) == [
        ("Ana Lima", "call the roofer"),
        ("Ana Lima", "send the plan"),
        ("me", "bring the keys"),
    ]


def test_she_is_nobody_in_particular_where_several_speak(notebook: Notebook, ana: int) -> None:
    bob = notebook.add_person("Bob").id
    talk(notebook, "She'll call the roofer.", ana, bob)
    assert suggested(notebook) == []


def test_what_i_log_of_a_call_is_told_of_who_spoke(notebook: Notebook, ana: int) -> None:
    notebook.say("She'll send the plan.", topic="Roof", channel="phone", author=ana)
    notebook.say("She'll send the bill.", topic="Roof", channel="email", author=ana)
    assert suggested(notebook) == [("Ana Lima", "send the plan")]


def test_an_edit_follows_who_says_it(notebook: Notebook, ana: int) -> None:
    exchange = talk(notebook, "Ana: I'll send the plan.", ana)
    notebook.edit(exchange, "me: I'll send the plan.")
    assert suggested(notebook) == [("me", "send the plan")]
    assert notebook.doctor() == []


def test_a_speaker_who_names_what_was_promised_reports_it(notebook: Notebook, ana: int) -> None:
    said = notebook.say("- [ ] @Ana sends the plan", topic="Roof", channel="email", to=[ana])
    for text in ("Ana: Done!", "Ana: I've sent you the plan."):
        notebook.say(
            text,
            conversation=said.conversation,
            channel="phone",
            kind=Kind.TALK,
            speakers=[notebook.me.id, ana],
        )
    (report,) = notebook.reports(conversation=said.conversation)
    assert (report.what, report.state, report.person.id) == ("sends the plan", KEPT, ana)


def test_a_transcript_suggests_what_its_speakers_promise(
    notebook: Notebook, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "2026-11-01 Roof transcript.txt"
    path.write_text(
        "Ana Lima: The roof leaks again.\n"
        "Marek Zielinski: I'll call the roofer tomorrow.\n"
        "Ana Lima: Good. I'll send you the plan by Friday.\n"
        "Marek Zielinski: Thanks a lot.\n"
    )
    run_import(notebook, [path], me=[("", "Marek Zielinski")])
    assert suggested(notebook) == [("Ana Lima", "send you the plan"), ("me", "call the roofer")]
    assert notebook.promises() == []
    assert notebook.doctor() == []
