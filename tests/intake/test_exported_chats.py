"""Chats exported as JSON: Telegram's and Instagram's."""

import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from convonote.conversation.records import Channel, Kind, Origin
from convonote.intake.chats import chat_format, read_chat
from convonote.intake.chats.json_stream import Broken, JsonStream
from convonote.intake.formats import Format
from convonote.intake.records import Attachment, Incoming, Refused, Skipped

Read = list[Incoming | Refused | Skipped]


def message(id: int, who: int, text: object, **more: object) -> dict[str, object]:
    """A message as Telegram writes it."""
    names = {1: "Ana Lima", 2: "Rui Costa", 3: "Bob"}
    return {
        "id": id,
        "type": "message",
        "date": "2024-05-01T12:00:00",
        "date_unixtime": str(1_714_557_600 + 60 * id),
        "from": names[who],
        "from_id": f"user{who}",
        "text": text,
        **more,
    }


def telegram(content: Mapping[str, object] | bytes, name: str = "result.json") -> Read:
    """What a Telegram export holds."""
    raw = content if isinstance(content, bytes) else json.dumps(content, indent=1).encode()
    return list(read_chat(io.BytesIO(raw), name, Format.TELEGRAM))


def one_chat(*messages: object, **more: object) -> dict[str, object]:
    return {"name": "Ana Lima", "type": "personal_chat", "id": 1, **more, "messages": messages}


def only(found: Read) -> Incoming:
    (one,) = found
    assert isinstance(one, Incoming)
    return one


def test_a_chat_of_two_tells_who_the_user_is() -> None:
    first, second = telegram(one_chat(message(1, 1, "Tent?"), message(2, 2, "Yes.")))
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.mine, second.mine) == (False, True)
    assert first.author is not None
    assert (first.author.channel, first.author.address) == ("telegram", "user1")
    assert [one.address for one in first.to] == ["user2"]
    assert first.asks


def test_an_account_tells_it_for_all_chats() -> None:
    chats = [one_chat(message(1, 1, "hi")), one_chat(message(1, 3, "hi"), id=3, name="Bob")]
    whole = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 2, "first_name": "Rui", "last_name": "Costa"},
        "contacts": {"list": [{"x": [1, {"y": "]}"}]}]},
        "chats": {"about": "…", "list": chats},
    }
    assert chat_format(json.dumps(whole).encode()[:1024], "result.json") is Format.TELEGRAM
    first, second = telegram(whole)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert first.delivered_to == second.delivered_to == ("user2",)
    assert first.chat != second.chat
    assert first.name != second.name


def test_a_mention_by_user_name_is_the_user_or_nobody_whom_the_export_tells() -> None:
    said = ["", {"type": "mention", "text": "@Rui"}, " and ", {"type": "mention", "text": "@bob"}]
    chat = one_chat(message(1, 1, said), message(2, 3, "hi"), type="private_group")
    account = {"user_id": 2, "first_name": "Rui", "last_name": "Costa", "username": "@rui"}
    whole = {"personal_information": account, "chats": {"list": [chat]}}
    one = telegram(whole)[0]
    assert isinstance(one, Incoming)
    assert one.text == "@Rui and @bob"
    assert [(each.address, each.name) for each in one.named] == [("user2", "Rui Costa")]
    alone = telegram(chat)[0]
    assert isinstance(alone, Incoming)
    assert (alone.text, alone.named) == ("@Rui and @bob", ())


def test_formatted_texts_become_markdown() -> None:
    text = [
        "a ",
        {"type": "bold", "text": "b "},
        {"type": "text_link", "text": "c", "href": "https://c.example"},
        {"type": "code", "text": "d`e"},
        {"type": "pre", "text": "f", "language": "sh"},
        {"type": "mention_name", "text": "Bob", "user_id": 3},
    ]
    one = only(telegram(one_chat(message(1, 1, text))))
    assert one.text == "a **b** [c](https://c.example)``d`e``\n```sh\nf\n```\nBob"
    assert [each.address for each in one.named] == ["user3"]


def test_replies_pictures_and_forwards_are_kept() -> None:
    asked, answered, sent = telegram(
        one_chat(
            message(1, 1, "Which?", photo="photos/a.jpg", photo_file_size=1234),
            message(2, 2, "", reply_to_message_id=1, file="(File not included.)",
                    file_name="plan.pdf", mime_type="application/pdf", file_size=9),
            message(3, 2, "see\nthis", forwarded_from="Eva"),
        )
    )  # fmt: skip
    assert isinstance(asked, Incoming)
    assert isinstance(answered, Incoming)
    assert isinstance(sent, Incoming)
    assert asked.attachments == (Attachment("a.jpg", "image/jpeg", 1234),)
    assert answered.replies_to == asked.name
    assert answered.attachments == (Attachment("plan.pdf", "application/pdf", 9),)
    assert sent.text == "Eva:\n\n> see\n> this"


def test_calls_are_kept_and_other_services_are_skipped() -> None:
    call = {"id": 1, "type": "service", "date_unixtime": "1714557600", "actor": "Ana Lima",
            "actor_id": "user1", "action": "phone_call"}  # fmt: skip
    pinned = {**call, "id": 2, "action": "pin_message"}
    talk, missed, other = telegram(
        one_chat({**call, "duration_seconds": 65}, {**call, "id": 3}, pinned)
    )
    assert isinstance(talk, Incoming)
    assert isinstance(missed, Incoming)
    assert (talk.kind, talk.channel, talk.text) == (Kind.TALK, Channel.PHONE, "Call, 1 min 5 s")
    assert (missed.kind, missed.text) == (Kind.SAID, "Missed call")
    assert isinstance(other, Skipped)


@pytest.mark.parametrize("kind", ["bot_chat", "public_channel"])
def test_bots_and_channels_are_machines(kind: str) -> None:
    assert only(telegram(one_chat(message(1, 1, "New!"), type=kind))).origin is Origin.MACHINE


def test_what_the_user_keeps_for_themselves_is_to_nobody_else() -> None:
    one = only(telegram(one_chat(message(1, 2, "milk"), type="saved_messages")))
    assert one.mine
    assert one.author is not None
    assert one.to == (one.author,)


def test_an_edited_message_keeps_its_name() -> None:
    before = only(telegram(one_chat(message(1, 1, "helo"))))
    after = only(telegram(one_chat(message(1, 1, "hello", edited="2024-05-02T12:00:00"))))
    assert before.name == after.name


def test_of_a_file_that_is_cut_short_what_is_there_is_read() -> None:
    raw = json.dumps(one_chat(message(1, 1, "hi"), message(2, 1, "there"))).encode()
    found = telegram(raw[:-40])
    assert [type(one) for one in found] == [Incoming, Refused, Refused]


def test_a_broken_message_costs_itself_alone() -> None:
    raw = json.dumps(one_chat(message(1, 1, "hi"), message(2, 1, "x"), message(3, 1, "yes")))
    found = telegram(raw.replace('"text": "x"', '"text": x').encode())
    assert [type(one) for one in found] == [Incoming, Refused, Incoming]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 100_000, b'{"messages": [' + b"[" * 100_000, b'{"messages": {}}',
     b'{"messages": [1, null, {}, {"type": "message"}]}',
     b'{"chats": {"list": [1, {"messages": 3}]}}',
     b'{"name": "\xff", "messages": [{"date_unixtime": "9999999999999999", "text": [3]}]}',
     b'{"messages": [' + b"9" * 10_000 + b"]}"],
)  # fmt: skip
def test_nothing_in_a_file_breaks_the_reading(content: bytes) -> None:
    for kind in (Format.TELEGRAM, Format.INSTAGRAM):
        found = list(read_chat(io.BytesIO(content), "result.json", kind))
        assert all(isinstance(one, Incoming | Refused | Skipped) for one in found)


class _Slowly(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(7, size) if size and size > 0 else 7)


def test_a_stream_gives_what_the_whole_holds_wherever_it_is_cut() -> None:
    whole: dict[str, Any] = {
        "a": [1, 22.5, -3e10, 'x\\"]}', {"b": [None, True]}],
        "c": {"d": "é\n"},
    }
    stream = JsonStream(_Slowly(json.dumps(whole).encode()))
    found = {}
    for field in stream.fields():
        found[field] = (
            [stream.value() for _ in stream.elements()] if field == "a" else stream.value()
        )
    assert found == whole
    skipping = JsonStream(_Slowly(json.dumps(whole, ensure_ascii=False).encode()))
    fields = []
    for field in skipping.fields():
        fields.append(field)
        skipping.skip()
    assert fields == ["a", "c"]
    with pytest.raises(Broken):
        JsonStream(io.BytesIO(b"nonsense")).value()


def instagram(*messages: object, **more: object) -> Read:
    """What an Instagram export holds."""
    people = [{"name": "Ana Lima"}, {"name": "Jos\u00c3\u00a9"}]
    content = {"participants": people, "messages": messages, "title": "Ana Lima", **more}
    raw = json.dumps(content).encode()
    assert chat_format(raw[:1024], "message_1.json") is Format.INSTAGRAM
    return list(read_chat(io.BytesIO(raw), "message_1.json", Format.INSTAGRAM))


def test_instagram_s_letters_are_mended_and_the_other_tells_the_user() -> None:
    one = only(
        instagram({"sender_name": "Jos\u00c3\u00a9", "timestamp_ms": 1579294140000,
                   "content": "ol\u00c3\u00a1", "photos": [{"uri": "photos/a.jpg"}],
                   "reactions": [{"reaction": "\u00e2\u009d\u00a4", "actor": "Ana Lima"}]})
    )  # fmt: skip
    assert one.author is not None
    assert (one.author.name, one.text, one.mine) == ("José", "olá", True)
    assert one.attachments == (Attachment("a.jpg", "image/jpeg", 0),)
    assert [each.address for each in one.to] == ["Ana Lima"]


def test_instagram_s_reactions_as_messages_are_skipped() -> None:
    reaction = {"sender_name": "Ana Lima", "timestamp_ms": 1, "content": "Liked a message"}
    gone = {"sender_name": "Ana Lima", "timestamp_ms": 2, "is_unsent": True}
    assert [type(one) for one in instagram(reaction, gone)] == [Skipped, Skipped]
