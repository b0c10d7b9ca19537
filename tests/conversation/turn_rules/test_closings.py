"""Closings and notices open nothing (T4)."""

from convonote.conversation.turn_records import Section, Turn, Why
from tests.conversation.builders import ANA, BOB, ME, Talk, day


class TestT4ClosingsAndNoticesOpenNothing:
    def test_thanks_rests_the_conversation(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        talk.say(ANA, (ME,), 1)
        talk.close(ME, (ANA,), 2)
        assert talk.place(3).section is Section.RESTING
        assert talk.place(3).turn is Turn.NOBODY

    def test_no_answer_needed_opens_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0, no_answer=True)
        assert talk.holders(1) == {}

    def test_a_withdrawal_ends_the_askers_own_wait(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.close(ANA, (ME,), 1)
        assert talk.holders(2) == {}

    def test_a_withdrawal_ends_it_only_for_those_it_is_sent_to(self, talk: Talk) -> None:
        talk.ask(ANA, (ME, BOB), 0, everyone=True)
        talk.close(ANA, (BOB,), 1)
        assert talk.holders(2) == {ME: 0}

    def test_a_withdrawal_leaves_the_waits_of_others(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(BOB, (ME,), 1)
        talk.close(ANA, (ME, BOB), 2)
        assert talk.holders(3) == {ME: 1}

    def test_who_accepts_goes_on_holding(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.accept(ME, (ANA,), 1)
        (holder,) = talk.place(2).holders
        assert (holder.person, holder.since) == (ME, day(0))
        assert (holder.reason.why, holder.reason.at) == (Why.ACCEPTED, day(1))

    def test_one_of_several_who_accepts_holds_alone(self, talk: Talk) -> None:
        talk.ask(ME, (ANA, BOB), 0)
        talk.accept(BOB, (ME,), 1, cc=(ANA,))
        assert talk.holders(2) == {BOB: 0}

    def test_with_everyone_the_others_still_hold(self, talk: Talk) -> None:
        talk.ask(ME, (ANA, BOB), 0, everyone=True)
        talk.accept(BOB, (ME,), 1)
        assert talk.holders(2) == {ANA: 0, BOB: 0}

    def test_doing_it_ends_what_was_accepted(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.accept(ME, (ANA,), 1)
        talk.say(ME, (ANA,), 2)
        assert talk.holders(3) == {ANA: 2}

    def test_accepting_with_a_question_holds_and_asks(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.accept(ME, (ANA,), 1, asks=True)
        assert talk.holders(2) == {ME: 0, ANA: 1}
