"""What pictures are drawn from: who spoke when, counted in parts of a time."""

from datetime import UTC, datetime, timedelta

import pytest

from convonote.conversation.records import DAY, Kind
from convonote.store.notebook import Notebook
from convonote.store.rhythm.picture_records import Picture
from convonote.telling.picturing import parts, picture_lines
from convonote.text.pictures.glyphs import ASCII, BLOCKS
from convonote.text.spans import plain
from convonote.text.width import width
from tests.store.conftest import Clock


def ago(clock: Clock, days: float) -> int:
    return clock.at - int(days * DAY)


def of(notebook: Notebook, conversation: int, cells: int = 60) -> Picture:
    found = notebook.picture(conversation=conversation, parts=cells)
    assert found is not None
    return found


def drawn(notebook: Notebook, picture: Picture, cells: int = 80) -> list[str]:
    lines = picture_lines(picture, cells, BLOCKS, notebook.now(), UTC)
    return [plain(line).rstrip() for line in lines]


def test_each_speaker_has_a_lane_and_gaps_are_to_scale(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    kyoto = notebook.say("Hi", topic="Kyoto", channel="email", to=[ana], at=ago(clock, 60))
    id = kyoto.conversation
    notebook.say("Hi", conversation=id, channel="email", author=ana, at=ago(clock, 30))
    notebook.say("Bye", conversation=id, channel="phone", author=ana, at=ago(clock, 0))
    picture = of(notebook, id)
    mine, hers = picture.lanes
    assert mine.person is not None
    assert mine.person.me
    assert [cell for cell, count in enumerate(mine.counts) if count] == [0]
    assert [cell for cell, count in enumerate(hers.counts) if count] == [29, 59]
    assert picture.channels[0] == ("email",)
    assert picture.channels[59] == ("phone",)
    assert sum(picture.weeks.counts) == 3
    text = " ".join(" ".join(drawn(notebook, picture)).split())
    assert "From Thu 3 Sep to Mon 2 Nov: me 1 time, Ana Lima 2 times." in text
    assert "The longest silence was about 4 weeks" in text
    assert "Last: Ana Lima on Mon 2 Nov by phone." in text


def test_a_talk_stands_on_the_lanes_of_all_who_were_there_and_a_note_on_none(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    talk = notebook.say(
        "We talked", topic="Roof", channel="phone", kind=Kind.TALK, speakers=[notebook.me.id, ana]
    )
    notebook.say("a note", conversation=talk.conversation, channel="other", kind=Kind.NOTE)
    picture = of(notebook, talk.conversation)
    assert [sum(lane.counts) for lane in picture.lanes] == [1, 1]
    with_her = notebook.picture(person=ana, parts=40)
    assert with_her is not None
    assert [sum(lane.counts) for lane in with_her.lanes] == [1, 1]


def test_of_many_people_some_have_a_lane_and_the_rest_share_one(
    notebook: Notebook, clock: Clock
) -> None:
    people = [notebook.add_person(f"Person {number}").id for number in range(7)]
    id = notebook.say("Hi", topic="Choir", channel="email", to=people).conversation
    for person in people:
        notebook.say("Hi", conversation=id, channel="email", author=person)
    picture = of(notebook, id)
    assert [sum(lane.counts) for lane in picture.lanes] == [1, 1, 1, 1, 1, 3]
    assert picture.lanes[-1].person is None
    assert "others 3 times" in " ".join(drawn(notebook, picture))


def test_the_same_person_at_another_address_has_one_lane(notebook: Notebook, clock: Clock) -> None:
    work = notebook.add_person("Ana Lima", [("email", "ana@work.example")]).id
    home = notebook.add_person("Ana Lima", [("email", "ana@home.example")]).id
    id = notebook.say("Hi", topic="Roof", channel="email", author=work).conversation
    notebook.say("Hi again", conversation=id, channel="email", author=home)
    assert [sum(lane.counts) for lane in of(notebook, id).lanes] == [0, 2]


def test_what_is_deleted_is_in_no_picture(notebook: Notebook, clock: Clock, ana: int) -> None:
    said = notebook.say("Hi", topic="Roof", channel="email", to=[ana])
    id = said.conversation
    note = notebook.say("a note", conversation=id, channel="other", kind=Kind.NOTE)
    assert sum(notebook.weeks().counts) == 2
    notebook.delete(exchange=said.exchange)
    text = " ".join(" ".join(drawn(notebook, of(notebook, id))).split())
    assert text.endswith("nobody said anything; notes and automatic mail do not count.")
    notebook.delete(exchange=note.exchange)
    with_her = notebook.picture(person=ana)
    assert with_her is not None
    assert not any(sum(lane.counts) for lane in with_her.lanes)
    assert sum(notebook.weeks().counts) == 0
    assert notebook.picture(conversation=id) is None


def test_how_it_moved_is_told_by_date(notebook: Notebook, clock: Clock, ana: int) -> None:
    id = notebook.say("Hi", topic="Roof", channel="email", to=[ana], at=ago(clock, 20)).conversation
    notebook.say("Hi", conversation=id, channel="email", author=ana, at=ago(clock, 19))
    notebook.say("Hi", conversation=id, channel="phone", author=ana, at=ago(clock, 10))
    notebook.say("Hi", conversation=id, channel="web", author=ana, at=ago(clock, 5))
    picture = of(notebook, id)
    assert [move.channel for move in picture.moves] == ["email", "phone", "web"]
    assert not picture.earlier_moves
    lines = drawn(notebook, picture)
    assert " Tue 13 Oct      email" in lines
    assert " Fri 23 Oct      phone" in lines


def test_places_on_the_web_are_told_by_their_address(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    id = notebook.say("Hi", topic="Roof", channel="email", to=[ana], at=ago(clock, 20)).conversation
    for number, page in enumerate(("forum.example.org/t/12", "blog.example.org/roof")):
        notebook.say(
            f"Answered there.\n\nhttps://{page}",
            conversation=id,
            channel="web",
            author=ana,
            at=ago(clock, 10 - number),
        )
    assert [move.place for move in of(notebook, id).moves] == [
        "",
        "https://forum.example.org/t/12",
        "https://blog.example.org/roof",
    ]
    assert " Fri 23 Oct      web https://forum.example.org/t/12" in drawn(
        notebook, of(notebook, id)
    )


def test_a_linked_conversation_is_told_with_its_day(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    kyoto = notebook.say("Hi", topic="Kyoto", channel="email", to=[ana]).conversation
    camera = notebook.say("Hi", topic="Camera", channel="chat", to=[ana]).conversation
    notebook.link(kyoto, camera)
    assert " “Camera” was linked to it on Mon 2 Nov." in drawn(notebook, of(notebook, kyoto))


def test_of_very_many_moves_the_latest_are_told(notebook: Notebook, clock: Clock, ana: int) -> None:
    id = notebook.say("Hi", topic="Roof", channel="email", to=[ana]).conversation
    for number in range(30):
        channel = "phone" if number % 2 else "sms"
        notebook.say("Hi", conversation=id, channel=channel, author=ana)
    picture = of(notebook, id)
    assert len(picture.moves) == 12
    assert " Earlier moves are left out." in drawn(notebook, picture)


def test_what_was_joined_and_taken_apart_is_told(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    kyoto = notebook.say("Hi", topic="Kyoto", channel="email", to=[ana]).conversation
    hotels = notebook.say("Hi", topic="Hotels", channel="chat", to=[ana]).conversation
    tea = notebook.say("And tea?", conversation=kyoto, channel="email", author=ana)
    notebook.merge(kyoto, hotels)
    notebook.split(tea.exchange, topic="Tea")
    lines = drawn(notebook, of(notebook, kyoto))
    assert " “Hotels” became part of it on Mon 2 Nov." in lines
    assert " “Tea” was taken apart from it on Mon 2 Nov." in lines


@pytest.mark.parametrize("glyphs", [BLOCKS, ASCII])
@pytest.mark.parametrize("cells", [40, 60, 80, 140])
def test_a_picture_is_never_wider_than_it_may_be(
    notebook: Notebook, clock: Clock, cells: int, glyphs: object
) -> None:
    people = [notebook.add_person(name).id for name in ("陈伟 " * 9, "Ana\x1b[31m", "‮evil")]
    id = notebook.say("Hi", topic="Choir\x07", channel="in person", to=people).conversation
    for number, person in enumerate(people):
        notebook.say(
            "Hi", conversation=id, channel="fax\x1b", author=person, at=ago(clock, 90 * number)
        )
    assert glyphs is BLOCKS or glyphs is ASCII
    for picture in (
        of(notebook, id, parts(cells)),
        notebook.picture(person=people[0], parts=parts(cells)),
    ):
        assert picture is not None
        lines = picture_lines(picture, cells, glyphs, notebook.now(), UTC)
        text = [plain(line) for line in lines]
        assert max(map(width, text)) <= cells
        assert not any("\x1b" in line or "\x07" in line or "\u202e" in line for line in text)


def test_weeks_begin_on_monday_in_the_users_zone(notebook: Notebook, clock: Clock) -> None:
    weeks = notebook.weeks()
    assert weeks.first.weekday() == 0
    last = weeks.first + timedelta(7 * (len(weeks.counts) - 1))
    assert last <= datetime(2026, 11, 2, tzinfo=UTC).date() < last + timedelta(7)


def test_ten_thousand_exchanges_are_counted_and_not_read(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    id = notebook.say("Hi", topic="Roof", channel="email", to=[ana]).conversation
    base = notebook._base
    rows: list[str] = []
    with base.reading():
        base.connection.set_trace_callback(rows.append)
        of(notebook, id)
        base.connection.set_trace_callback(None)
    assert len(rows) <= 19
    # Where something was said on the web, its text has the address.
    asked = [sql.split("FROM")[0].replace("'web' THEN text", "") for sql in rows]
    assert not any("text" in columns for columns in asked if columns.startswith("SELECT"))


def test_the_silence_that_lasts_still_is_the_longest_where_it_is(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    id = notebook.say("Hi", topic="Roof", channel="email", to=[ana], at=ago(clock, 60)).conversation
    for days in (45, 28):
        notebook.say("Hi", conversation=id, channel="email", author=ana, at=ago(clock, days))
    text = " ".join(" ".join(drawn(notebook, of(notebook, id))).split())
    assert "The longest silence was about 4 weeks, from Mon 5 Oct on." in text


def test_who_was_silent_for_a_year_is_shown_in_the_year_that_ends_with_their_last_word(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.say("Hi", topic="Old", channel="email", author=ana, at=ago(clock, 900))
    notebook.say("Bye", topic="Older", channel="letter", author=ana, at=ago(clock, 800))
    picture = notebook.picture(person=ana, parts=60)
    assert picture is not None
    assert picture.long_ago
    assert [sum(lane.counts) for lane in picture.lanes] == [0, 2]
    assert picture.lanes[1].counts[-1] == 1
    text = " ".join(" ".join(drawn(notebook, picture)).split())
    assert text.startswith("Nothing was said in the past year; this is the year up to")
    assert "to Sat 24 Aug 2024: Ana Lima 2 times." in text


def test_with_whom_nothing_was_ever_said_there_is_a_reason_why_nothing_is_drawn(
    notebook: Notebook, ana: int
) -> None:
    picture = notebook.picture(person=ana, parts=60)
    assert picture is not None
    assert "nobody said anything" in " ".join(drawn(notebook, picture))


def test_what_nobody_known_said_is_no_talk(notebook: Notebook, clock: Clock, ana: int) -> None:
    said = notebook.say("Hi", topic="T", channel="email", author=ana, at=ago(clock, 3))
    with notebook._base.writing("setup", "") as recording:
        recording.set("exchange", said.exchange, "author", None)
    picture = of(notebook, said.conversation)
    assert "Last: somebody unknown on" in " ".join(" ".join(drawn(notebook, picture)).split())


@pytest.mark.parametrize("cells", [40, 60, 140])
def test_the_longest_silence_is_as_long_at_every_width(
    notebook: Notebook, clock: Clock, ana: int, cells: int
) -> None:
    id = notebook.say("Hi", topic="T", channel="email", to=[ana], at=ago(clock, 20)).conversation
    for days in (13, 10, 6, 1):
        notebook.say("Hi", conversation=id, channel="email", author=ana, at=ago(clock, days))
    of_person = notebook.picture(person=ana, parts=parts(cells))
    for picture in (of(notebook, id, parts(cells)), of_person):
        assert picture is not None
        assert picture.silence is not None
        assert abs(picture.silence.long - 7 * DAY) < DAY // 1000
