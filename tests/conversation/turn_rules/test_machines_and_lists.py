"""Machines open and end nothing, and lists are nobody (T5)."""

from convonote.conversation.records import Origin
from convonote.conversation.turn_records import Turn, Why
from tests.conversation.builders import ANA, BOB, CHI, DAN, KYOTO_LIST, ME, Talk


class TestT5MachinesAndLists:
    def test_a_machine_opens_and_ends_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.machine(ANA, (ME,), 1)
        talk.machine(ME, (ANA,), 2)
        assert talk.holders(3) == {ME: 0}

    def test_list_mail_between_others_is_no_concern_of_mine(self, talk: Talk) -> None:
        talk.ask(ANA, (BOB,), 0, cc=(KYOTO_LIST,), via_list=True)
        talk.ask(CHI, (KYOTO_LIST,), 1, via_list=True)
        assert talk.holders(2) == {}

    def test_list_mail_to_me_waits_for_me(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0, cc=(KYOTO_LIST,), via_list=True)
        assert talk.holders(1) == {ME: 0}

    def test_what_i_ask_a_list_waits_for_anybody_on_it(self, talk: Talk) -> None:
        mine = talk.ask(ME, (KYOTO_LIST,), 0)
        assert talk.holders(1) == {KYOTO_LIST: 0}
        assert talk.place(1).turn is Turn.THEM
        talk.say(DAN, (KYOTO_LIST,), 2, via_list=True, answers=mine.id)
        assert talk.holders(3) == {}

    def test_what_i_tell_a_list_waits_for_nobody(self, talk: Talk) -> None:
        talk.say(ME, (KYOTO_LIST,), 0)
        assert talk.holders(1) == {}

    def test_a_list_only_answer_that_asks_waits_for_me(self, talk: Talk) -> None:
        mine = talk.say(ME, (KYOTO_LIST,), 0)
        talk.ask(DAN, (KYOTO_LIST,), 1, via_list=True, answers=mine.id)
        assert talk.holders(2) == {ME: 1}

    def test_a_list_answer_to_somebody_else_does_not_end_my_question(self, talk: Talk) -> None:
        other = talk.ask(ANA, (KYOTO_LIST,), 0, via_list=True)
        talk.ask(ME, (KYOTO_LIST,), 1)
        talk.say(DAN, (KYOTO_LIST,), 2, via_list=True, answers=other.id)
        assert talk.holders(3) == {KYOTO_LIST: 1}

    def test_a_failed_delivery_hands_the_turn_back_to_me(self, talk: Talk) -> None:
        mine = talk.ask(ME, (ANA,), 0)
        talk.say(DAN, (ME,), 1, origin=Origin.BOUNCE, answers=mine.id)
        (holder,) = talk.place(2).holders
        assert (holder.person, holder.reason.why) == (ME, Why.BOUNCED)

    def test_a_failure_for_one_leaves_the_other_waited_for(self, talk: Talk) -> None:
        mine = talk.ask(ME, (ANA, BOB), 0)
        talk.say(DAN, (ME,), 1, origin=Origin.BOUNCE, answers=mine.id, named=(ANA,))
        assert talk.holders(2) == {BOB: 0, ME: 1}

    def test_writing_again_ends_what_a_failure_opened(self, talk: Talk) -> None:
        mine = talk.ask(ME, (ANA,), 0)
        talk.say(DAN, (ME,), 1, origin=Origin.BOUNCE, answers=mine.id)
        talk.ask(ME, (ANA,), 2)
        assert talk.holders(3) == {ANA: 2}

    def test_the_failure_of_somebody_elses_message_is_nothing_to_me(self, talk: Talk) -> None:
        theirs = talk.ask(ANA, (BOB,), 0)
        talk.say(DAN, (ANA,), 1, origin=Origin.BOUNCE, answers=theirs.id)
        assert talk.holders(2) == {BOB: 0}

    def test_a_calendar_acceptance_ends_the_wait_and_opens_nothing(self, talk: Talk) -> None:
        talk.ask(ME, (ANA,), 0)
        talk.say(ANA, (ME,), 1, origin=Origin.ACCEPTANCE)
        assert talk.holders(2) == {}
