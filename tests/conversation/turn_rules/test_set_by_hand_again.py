"""The turn is set by hand again, or with a day on which to be reminded (T8, T13)."""

from dataclasses import replace

from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Section
from convonote.store.turns.packing import pack, unpack
from tests.conversation.builders import ANA, BOB, ME, Talk, day


def test_of_the_same_people_it_is_open_since_the_first_time() -> None:
    talk = Talk()
    talk.ask(ME, (ANA, BOB), 0)
    talk.choose(1, BOB)
    talk.choose(3, BOB, reason="he has one")
    assert talk.holders(4) == {BOB: 1}
    (wait,) = talk.waits().open
    assert (wait.reason.at, wait.reason.note) == (day(3), "he has one")


def test_of_others_it_begins_then() -> None:
    talk = Talk()
    talk.ask(ME, (ANA, BOB), 0)
    talk.choose(1, BOB)
    talk.choose(3, ANA, BOB)
    assert talk.holders(4) == {ANA: 3, BOB: 3}


def test_after_it_was_answered_it_begins_anew() -> None:
    talk = Talk()
    talk.ask(ME, (ANA,), 0)
    talk.choose(1, ANA)
    talk.close(ANA, (ME,), 2)
    talk.choose(3, ANA)
    assert talk.holders(4) == {ANA: 3}


def test_what_was_asked_before_it_begins_then_too() -> None:
    talk = Talk()
    talk.ask(ME, (ANA,), 0)
    talk.choose(2, ANA)
    assert talk.holders(4) == {ANA: 2}


def reminded(*holders: int) -> Talk:
    """Handed over on day 1, to be reminded on day 5."""
    talk = Talk()
    talk.ask(ME, (ANA, BOB), 0)
    talk.choices.append(replace(talk.choose(1, *holders), id=9, until=day(5)))
    return talk


def test_they_are_nudged_from_the_day_that_was_set() -> None:
    talk = reminded(BOB)
    assert [talk.place(now).section for now in (4.9, 5)] == [Section.THEIRS, Section.NUDGE]
    assert talk.place(4.9).changes_at == day(5)


def test_an_answer_on_any_channel_cancels_it() -> None:
    talk = reminded(BOB)
    talk.close(BOB, (ME,), 2, channel=Channel.SMS)
    assert talk.place(5).section is Section.RESTING


def test_once_i_have_written_after_it_what_is_usual_counts() -> None:
    talk = reminded(BOB)
    talk.say(ME, (BOB,), 5.5)
    assert talk.place(6).section is Section.THEIRS


def test_what_i_wrote_before_the_day_leaves_it() -> None:
    talk = reminded(BOB)
    talk.say(ME, (BOB,), 2)
    assert talk.place(5).section is Section.NUDGE


def test_of_my_own_turn_i_am_not_reminded() -> None:
    assert [wait.remind for wait in reminded(ME).waits().open] == [None]


def test_the_day_comes_back_from_packing() -> None:
    waits = reminded(BOB).waits()
    assert unpack(pack(waits)).open == waits.open
