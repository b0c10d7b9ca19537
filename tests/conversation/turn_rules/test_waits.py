"""What opens a wait and what ends it (T1, T2, T3, T7, T9, T10)."""

from convonote.conversation.records import Channel, Kind
from convonote.conversation.turn_records import Turn, Why
from tests.conversation.builders import ANA, BOB, KYOTO_LIST, ME, Talk, day


class TestT1AnsweringEndsTheWait:
    def test_an_answer_to_the_asker_ends_the_wait(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.close(ME, (ANA,), 1)
        assert talk.holders(1) == {}

    def test_answering_only_ana_leaves_bob_waiting(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(BOB, (ME,), 1)
        talk.close(ME, (ANA,), 2)
        assert talk.holders(2) == {ME: 1}

    def test_an_answer_that_the_asker_reads_in_cc_ends_the_wait(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.close(ME, (BOB,), 1, cc=(ANA,))
        assert talk.holders(1) == {}

    def test_what_the_asker_does_not_hear_ends_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.close(ME, (BOB,), 1)
        assert talk.holders(1) == {ME: 0}

    def test_an_answer_on_the_same_list_is_heard(self, talk: Talk) -> None:
        talk.ask(ANA, (ME, KYOTO_LIST), 0)
        talk.close(ME, (KYOTO_LIST,), 1)
        assert talk.holders(1) == {}


class TestT2BeingAddressedOpensOne:
    def test_who_is_addressed_holds_the_turn(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 3)
        assert talk.holders(4) == {ME: 3}
        assert talk.place(4).turn is Turn.ME

    def test_who_reads_along_holds_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (BOB,), 0, cc=(ME,))
        assert talk.holders(1) == {BOB: 0}

    def test_speaking_again_keeps_the_oldest_since(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(ANA, (ME,), 5)
        assert talk.holders(6) == {ME: 0}

    def test_asking_after_writing_gives_the_question_as_the_reason(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0)
        asked = talk.ask(ANA, (ME,), 5)
        (holder,) = talk.place(6).holders
        assert (holder.reason.why, holder.reason.exchange) == (Why.ASKED, asked.id)
        assert holder.since == day(0)

    def test_an_answer_passes_the_turn_to_whom_it_addresses(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.say(ME, (ANA,), 1)
        assert talk.holders(2) == {ANA: 1}

    def test_a_note_to_oneself_opens_nothing(self, talk: Talk) -> None:
        talk.ask(ME, (ME,), 0)
        assert talk.holders(1) == {}


class TestT3AnyOneOfSeveral:
    def test_the_first_answer_ends_a_wait_for_several(self, talk: Talk) -> None:
        talk.ask(ANA, (ME, BOB), 0)
        talk.close(BOB, (ANA,), 1)
        assert talk.holders(2) == {}

    def test_somebody_in_cc_may_answer(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0, cc=(BOB,))
        talk.say(BOB, (ANA,), 1)
        assert talk.holders(2) == {ANA: 1}

    def test_a_bystanders_closing_ends_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0, cc=(BOB,))
        talk.close(BOB, (ANA,), 1)
        assert talk.holders(2) == {ME: 0}

    def test_everyone_waits_for_each(self, talk: Talk) -> None:
        talk.ask(ANA, (ME, BOB), 0, everyone=True)
        talk.close(BOB, (ANA,), 1)
        assert talk.holders(2) == {ME: 0}
        talk.close(ME, (ANA,), 3)
        assert talk.holders(4) == {}


class TestT7AQuestionMayAnswerAQuestion:
    def test_it_passes_the_turn_and_leaves_the_first_open(self, talk: Talk) -> None:
        first = talk.ask(ANA, (ME,), 0)
        talk.ask(ME, (ANA,), 1)
        assert talk.holders(2) == {ANA: 1}
        (question,) = talk.waits().questions
        assert (question.asker, question.asked, question.exchange) == (ANA, ME, first.id)

    def test_it_stays_listed_until_answered(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(ME, (ANA,), 1)
        talk.say(ANA, (ME,), 2)
        assert len(talk.waits().questions) == 1
        talk.say(ME, (ANA,), 3)
        assert talk.waits().questions == ()

    def test_it_ends_when_the_asker_closes(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(ME, (ANA,), 1)
        talk.close(ANA, (ME,), 2)
        assert talk.waits().questions == ()


class TestT9AnyChannelCounts:
    def test_a_call_answers_a_mail(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0, channel=Channel.EMAIL)
        talk.close(ME, (ANA,), 1, channel=Channel.PHONE)
        assert talk.holders(2) == {}


class TestT10ADraftPassesNothing:
    def test_what_is_queued_passes_nothing(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.say(ME, (ANA,), 1, queued=True)
        assert talk.holders(2) == {ME: 0}


def test_a_note_changes_nothing(talk: Talk) -> None:
    talk.ask(ANA, (ME,), 0)
    before = talk.waits()
    talk.note(1)
    assert talk.exchanges[-1].kind is Kind.NOTE
    assert talk.waits() == before
