"""What changes by itself, and where it stands in the queue (T11, T13, T14)."""

from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Pace, Section, Turn
from tests.conversation.builders import ANA, BOB, ME, Talk, day


class TestT11Later:
    def test_it_leaves_the_queue_until_its_date(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.later(1, until=5)
        before = talk.place(4)
        assert (before.section, before.until, before.changes_at) == (
            Section.LATER,
            day(5),
            day(5),
        )
        assert talk.place(5).section is Section.MINE

    def test_a_person_brings_it_back_at_once(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.later(1, until=5)
        talk.say(ANA, (ME,), 2)
        assert talk.place(3).section is Section.MINE

    def test_a_person_reopens_what_was_closed(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.archive(1)
        assert talk.place(2).section is Section.CLOSED
        talk.say(ANA, (ME,), 3)
        assert talk.place(4).section is Section.MINE

    def test_machines_and_closings_do_neither(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.archive(1)
        talk.machine(ANA, (ME,), 2)
        talk.close(ANA, (ME,), 3)
        assert talk.place(4).section is Section.CLOSED


class TestT13Nudge:
    def test_after_twice_their_usual_pace(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        pace = Pace(by_channel={(ANA, Channel.EMAIL): (3, day(3) - day(0))})
        assert talk.place(5.9, pace).section is Section.THEIRS
        assert talk.place(5.9, pace).changes_at == day(6)
        assert talk.place(6, pace).section is Section.NUDGE
        assert talk.place(6, pace).turn is Turn.THEM

    def test_never_before_two_days(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        pace = Pace(by_channel={(ANA, Channel.EMAIL): (9, 60)})
        assert talk.place(1.9, pace).section is Section.THEIRS
        assert talk.place(2, pace).section is Section.NUDGE

    def test_fewer_than_three_answers_fall_back_on_any_channel(self) -> None:
        pace = Pace({(ANA, "email"): (2, 1)}, {ANA: (3, 2)}, 3)
        assert pace.usual(ANA, "email") == 2
        assert pace.usual(BOB, "email") == 3
        assert Pace().usual(ANA, "email") == Pace.UNKNOWN == day(7) - day(0)

    def test_only_where_my_last_word_asked(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        talk.say(ME, (ANA,), 1)
        assert talk.place(80).section is Section.THEIRS

    def test_since_my_last_word(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        talk.ask(ME, (ANA,), 10)
        assert talk.place(23.9).section is Section.THEIRS
        assert talk.place(24).section is Section.NUDGE

    def test_answer_time_is_from_opening_to_ending(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        talk.ask(ME, (ANA,), 2)
        talk.machine(ANA, (ME,), 3)
        talk.say(ANA, (ME,), 5, channel=Channel.PHONE)
        (answer,) = talk.waits().answers
        assert (answer.person, answer.channel, answer.took) == (ANA, "email", day(5) - day(0))

    def test_my_own_answers_are_not_timed(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.close(ME, (ANA,), 5)
        assert talk.waits().answers == ()


class TestT14GoneQuiet:
    def test_what_asks_nothing_lapses_after_14_days(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0)
        assert talk.place(13.9).section is Section.MINE
        quiet = talk.place(14)
        assert (quiet.section, quiet.turn, quiet.holders) == (Section.QUIET, Turn.NOBODY, ())
        assert [holder.person for holder in quiet.lapsed] == [ME]

    def test_what_asks_lapses_after_90_days(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        assert talk.place(89.9).section is Section.MINE
        assert talk.place(90).section is Section.QUIET

    def test_silence_is_broken_by_anybody(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0)
        talk.close(BOB, (ANA,), 10)
        assert talk.place(20).section is Section.MINE

    def test_speaking_again_brings_it_back(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0)
        talk.say(ANA, (ME,), 100)
        assert talk.holders(101) == {ME: 0}

    def test_promises_never_lapse(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0)
        assert talk.place(5000).section is Section.MINE


def test_my_turn_is_ordered_by_the_askers_usual_pace() -> None:
    slow, quick = Talk(), Talk()
    slow.ask(ANA, (ME,), 0)
    quick.ask(BOB, (ME,), 1)
    pace = Pace(by_person={ANA: (5, day(9) - day(0)), BOB: (5, day(1) - day(0))})
    assert quick.place(2, pace).order < slow.place(2, pace).order
