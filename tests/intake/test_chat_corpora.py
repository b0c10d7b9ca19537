"""Chats that other projects collected: what they expect is what is read, and no line is lost."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from convonote.intake.chats import chat_format, read_chat
from convonote.intake.records import Incoming, Refused, Skipped

from .corpora import corpus

MINER = "chat/chat-miner"
_MARKS = re.compile(r"[*_~`]+|\s+")


def read(path: Path) -> list[Incoming | Refused | Skipped]:
    """Everything in a chat, recognised by its first bytes."""
    with path.open("rb") as file:
        kind = chat_format(file.read(4096), str(path))
        assert kind is not None, path
        file.seek(0)
        return list(read_chat(file, str(path), kind, UTC))


def facts(when: str, who: str, what: str) -> tuple[str, str, str]:
    """As two readers may agree: white space and markdown apart."""
    return when, who, _MARKS.sub("", what)


def moment(one: Incoming, *, local: bool = False) -> str:
    minutes = one.offset if local else 0
    at = datetime(1970, 1, 1) + timedelta(microseconds=one.at or 0, minutes=minutes)
    return at.replace(microsecond=0).isoformat()


@pytest.mark.parametrize("service", ["whatsapp", "telegram", "signal", "instagram"])
def test_chats_are_read_as_their_collectors_expect(service: str) -> None:
    folder = corpus(f"{MINER}/{service}")
    target = json.loads((folder / "target.json").read_text("utf-8"))
    expected = sorted(facts(one["timestamp"], one["author"], one["message"]) for one in target)
    files = sorted(folder.glob("test_*"))
    assert files
    for file in files:
        found = [one for one in read(file) if isinstance(one, Incoming)]
        got = [facts(moment(one), one.author.name if one.author else "", one.text) for one in found]
        assert sorted(got) == expected, file.name


def test_five_forms_of_one_chat_give_the_same_names() -> None:
    folder = corpus(f"{MINER}/whatsapp")
    names = {
        tuple(one.name for one in read(file) if isinstance(one, Incoming))
        for file in folder.glob("test_*")
    }
    assert len(names) == 1


@pytest.mark.parametrize(
    ("name", "said", "skipped"),
    [("_chat.txt", 20, 1), ("_chat 2.txt", 4, 0), ("_chat 3.txt", 9, 2), ("_chat 4.txt", 3, 0)],
)
def test_no_line_is_lost(name: str, said: int, skipped: int) -> None:
    path = corpus("chat/chatistics") / "whatsapp" / name
    found = read(path)
    assert not [one for one in found if isinstance(one, Refused)]
    assert sum(isinstance(one, Incoming) for one in found) == said
    assert sum(isinstance(one, Skipped) for one in found) == skipped
    whole = "".join(path.read_text("utf-8").split())
    for one in found:
        if isinstance(one, Incoming):
            assert "".join(one.text.split()) in whole
