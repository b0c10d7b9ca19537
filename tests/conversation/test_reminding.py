"""T13, the other half: a date set while writing, which an answer on any channel cancels."""

from convonote.conversation.records import Channel, Kind
from convonote.conversation.turn_records import Section, Wait, Why
from convonote.store.turns.packing import pack, unpack
from tests.conversation.builders import ANA, BOB, ME, Talk, day


def test_it_is_nudged_from_the_date_and_not_before(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    assert talk.place(3.9).section is Section.THEIRS
    assert talk.place(3.9).changes_at == day(4)
    assert talk.place(4).section is Section.NUDGE


def test_a_date_stands_in_the_place_of_what_is_usual(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(40))
    assert talk.place(30).section is Section.THEIRS
    assert talk.place(40).section is Section.NUDGE


def test_an_answer_on_another_channel_cancels_it(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.say(None, (), 1, kind=Kind.TALK, channel=Channel.PHONE, speakers=(ME, ANA))
    assert talk.place(5).section is Section.RESTING


def test_who_only_accepts_has_answered(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.say(ANA, (ME,), 1, accepts=True)
    assert talk.place(4.5).section is Section.THEIRS


def test_an_answer_by_somebody_else_cancels_nothing_of_each_of_them(talk: Talk) -> None:
    talk.ask(ME, (ANA, BOB), 0, remind=day(4), everyone=True)
    talk.say(BOB, (ME,), 1, no_answer=True)
    assert talk.place(4).section is Section.NUDGE


def test_what_asks_nothing_is_nudged_and_does_not_lapse_before_the_date(talk: Talk) -> None:
    talk.close(ME, (ANA,), 0, remind=day(30))
    assert talk.place(29).section is Section.THEIRS
    assert talk.place(30).section is Section.NUDGE


def test_writing_again_after_the_date_begins_anew(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.ask(ME, (ANA,), 5)
    assert talk.place(6).section is Section.THEIRS


def test_writing_again_before_the_date_keeps_it(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.say(ME, (ANA,), 1)
    assert talk.place(4).section is Section.NUDGE


def test_only_the_user_is_reminded(talk: Talk) -> None:
    talk.ask(ANA, (ME,), 0, remind=day(4))
    assert talk.place(5).section is Section.MINE


def test_a_setting_by_hand_lifts_it(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.choose(1, ANA)
    assert all(wait.remind is None for wait in talk.waits().open)


def test_waits_come_back_from_their_packing_with_the_date(talk: Talk) -> None:
    talk.ask(ME, (ANA,), 0, remind=day(4))
    talk.ask(BOB, (ME,), 1)
    waits = talk.waits()
    assert unpack(pack(waits)).open == waits.open
    first: Wait = waits.open[0]
    assert (first.reason.why, first.remind) == (Why.ASKED, day(4))
