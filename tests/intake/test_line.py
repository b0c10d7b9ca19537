"""The one-line grammar of `log`."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import Channel, Kind
from convonote.intake.line import Direction, LineError, LoggedLine, Named, parse_line

ZONE = ZoneInfo("Europe/Warsaw")
NOW = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()) * 1_000_000


def parse(text: str) -> LoggedLine:
    return parse_line(text, NOW, ZONE)


def said_at(line: LoggedLine) -> str:
    return datetime.fromtimestamp(line.moment.at / 1_000_000, ZONE).strftime("%Y-%m-%d %H:%M")


def test_the_line_of_the_manual_is_read_whole() -> None:
    line = parse(
        "Ana, Bob > phone yesterday: asked about the fence; - [ ] @Ana sends the quote by fri"
    )
    assert line.people == (Named("Ana"), Named("Bob"))
    assert line.direction is Direction.I_SAID
    assert line.kind is Kind.SAID
    assert line.channel is Channel.PHONE
    assert said_at(line).startswith("2026-11-21")
    assert line.text == "asked about the fence\n- [ ] @Ana sends the quote by fri"
    assert line.topic is None


@pytest.mark.parametrize(
    ("text", "direction", "kind"),
    [
        ("Ana > : hello", Direction.I_SAID, Kind.SAID),
        ("Ana < : hello", Direction.THEY_SAID, Kind.SAID),
        ("Ana = : hello", Direction.WE_TALKED, Kind.TALK),
        ("Ana>: 3 < 4", Direction.I_SAID, Kind.SAID),
    ],
)
def test_the_sign_tells_who_spoke(text: str, direction: Direction, kind: Kind) -> None:
    line = parse(text)
    assert (line.direction, line.kind) == (direction, kind)


@pytest.mark.parametrize(
    ("who", "people"),
    [
        ("Ana Lima", (Named("Ana Lima"),)),
        ("+Ana", (Named("Ana", new=True),)),
        ("Ana, +Bob Ross", (Named("Ana"), Named("Bob Ross", new=True))),
        ('"Lima, Ana"', (Named("Lima, Ana"),)),
        ("ana@example.org", (Named("ana@example.org"),)),
        ("+Ana <ana@example.org>", (Named("Ana", "ana@example.org", True),)),
        ("<ana@example.org>, 陈伟", (Named("ana@example.org", "ana@example.org"), Named("陈伟"))),
        ("José Ñ., O'Brien,", (Named("José Ñ."), Named("O'Brien"))),
    ],
)
def test_names_and_addresses_are_read(who: str, people: tuple[Named, ...]) -> None:
    assert parse(f"{who} > : hello").people == people


@pytest.mark.parametrize(
    ("head", "channel", "when"),
    [
        ("", Channel.OTHER, "2026-11-22 13:00"),
        ("phone", Channel.PHONE, "2026-11-22 13:00"),
        ("call 18:30 yesterday", Channel.PHONE, "2026-11-21 18:30"),
        ("yesterday by phone", Channel.PHONE, "2026-11-21 12:00"),
        ("yesterday 18:30", Channel.OTHER, "2026-11-21 18:30"),
        ("mail 2026-11-03 09:15", Channel.EMAIL, "2026-11-03 09:15"),
        ("on Signal fri", Channel.CHAT, "2026-11-20 12:00"),
        ("WhatsApp", Channel.CHAT, "2026-11-22 13:00"),
        ("text", Channel.SMS, "2026-11-22 13:00"),
        ("zoom", Channel.VIDEO, "2026-11-22 13:00"),
        ("post", Channel.LETTER, "2026-11-22 13:00"),
        ("in person yesterday", Channel.IN_PERSON, "2026-11-21 12:00"),
        ("visit", Channel.IN_PERSON, "2026-11-22 13:00"),
        ("2026-11-03", Channel.OTHER, "2026-11-03 12:00"),
    ],
)
def test_channel_and_time_are_read_in_either_order(head: str, channel: str, when: str) -> None:
    line = parse(f"Ana > {head}: hello: there")
    assert line.channel == channel
    assert said_at(line) == when
    assert line.text == "hello: there"


def test_people_who_talked_met_in_person_unless_the_line_says_otherwise() -> None:
    assert parse("Ana = yesterday: hello").channel is Channel.IN_PERSON
    assert parse("Ana = phone: hello").channel is Channel.PHONE


def test_a_web_address_is_a_channel() -> None:
    line = parse("Ana < https://example.org/a:b yesterday: posted it")
    assert (line.channel, line.web) == (Channel.WEB, "https://example.org/a:b")
    assert line.text == "posted it"


@pytest.mark.parametrize(
    ("text", "said", "topic"),
    [
        ("Ana > : hello #roof", "hello", "roof"),
        ('Ana > : hello #"two words"', "hello", "two words"),
        ("Ana > phone #roof yesterday: hello", "hello", "roof"),
        ('Ana > #"a: b" phone: hello', "hello", "a: b"),
        ("Ana > : see #12", "see #12", None),
        ("Ana > : a #b c", "a #b c", None),
        ("Ana > : hello; - [ ] send it #roof", "hello\n- [ ] send it", "roof"),
        ("Ana > : #屋根", None, None),
    ],
)
def test_the_topic_stands_before_the_colon_or_at_the_end(
    text: str, said: str | None, topic: str | None
) -> None:
    if said is None:
        with pytest.raises(LineError, match="missing after the colon"):
            parse(text)
    else:
        line = parse(text)
        assert (line.text, line.topic) == (said, topic)


def test_each_task_item_stands_on_a_line_of_its_own() -> None:
    line = parse("Ana > : - [ ] one; - [x] two - [ ] three; four - five")
    assert line.text == "- [ ] one\n- [x] two\n- [ ] three; four - five"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to log"),
        ("Ana phone: hello", "who spoke is missing"),
        ("> : hello", "a name is missing before the sign"),
        ("+ > : hello", "a name is missing after"),
        ("Ana > hello", "a colon is missing"),
        ("Ana > phone:", "what was said is missing"),
        ("Ana > phnoe: hello", "is phone meant"),
        ("Ana > yesterdax: hello", "channel"),
        ('Ana "x > : hello', "cannot be read"),
    ],
)
def test_what_is_missing_is_said_in_one_line(text: str, says: str) -> None:
    with pytest.raises(LineError, match=says) as error:
        parse(text)
    assert "\n" not in str(error.value)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from('Aa,+<>=:#"@. 1-[]x;\n\x1b\x9b\u202eé'), max_size=60))
def test_any_line_is_read_or_refused(text: str) -> None:
    try:
        line = parse(text)
    except LineError as error:
        shown = str(error)
        assert "\n" not in shown
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown)
    else:
        assert line.people
        assert line.text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("phone remind 4d", "2026-11-26"),
        ("phone yesterday, remind me in 4 days if no answer", "2026-11-26"),
        ("remind fri", "2026-11-27"),
        ("#roof remind on 2026-12-24", "2026-12-24"),
    ],
)
def test_a_reminder_stands_before_the_colon(head: str, day: str) -> None:
    line = parse(f"Ana > {head}: Which week?")
    assert (str(line.remind), line.text) == (day, "Which week?")


@pytest.mark.parametrize("words", ["remind", "remind soon", "remind yesterday", "remind today"])
def test_a_reminder_that_names_no_day_to_come_is_refused(words: str) -> None:
    with pytest.raises(LineError):
        parse(f"Ana > phone {words}: Which week?")


def test_a_reminder_needs_something_that_i_said() -> None:
    with pytest.raises(LineError, match="needs >"):
        parse("Ana < phone remind 4d: Which week?")
    assert parse("Ana < phone: remind her of the fence").remind is None


def test_a_topic_of_several_words_needs_no_quotes_where_it_is_known() -> None:
    def known(words: str) -> bool:
        return words.casefold() == "kyoto trip"

    def read(text: str) -> tuple[str | None, str, str]:
        line = parse_line(text, NOW, ZONE, known)
        return line.topic, line.text, line.tagged

    assert read("Ana > phone: hi #Kyoto trip") == ("Kyoto trip", "hi", "")
    assert read("Ana > phone: hi #Kyoto trip.") == ("Kyoto trip", "hi", "")
    assert read("Ana > phone #Kyoto trip yesterday: hi") == ("Kyoto trip", "hi", "")
    assert read('Ana > phone: hi #"Roof repair"') == ("Roof repair", "hi", "")
    assert read("Ana > phone: hi #Roof repair") == (None, "hi #Roof repair", "#Roof")
    assert read("Ana > phone: see #12 there") == (None, "see #12 there", "")


def test_a_note_is_private_and_its_marked_lines_stand_apart() -> None:
    line = parse("Ana > note yesterday: ! no calls until 1 Dec; ? her knee; really")
    assert (line.kind, line.text) == (Kind.NOTE, "! no calls until 1 Dec\n? her knee; really")
    assert said_at(line).startswith("2026-11-21")
    assert parse("Ana > phone: wow; ! really").text == "wow; ! really"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana < note: hi", "a note is yours"),
        ("Ana > note remind 4d: hi", "a note is yours"),
        ("Ana > note phone: hi", "goes over no channel"),
        ("Ana > forum.example.org/t/5: hi", "write it with https://"),
        ("Ana > mail remind: hi", "write for example remind 4d"),
        ("Ana > mail remind me: hi", "write for example remind 4d"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(LineError, match=said):
        parse(text)
