"""Each turn rule, under its number."""

from datetime import date

import pytest

from convonote.conversation.records import (
    Channel,
    Kind,
    Origin,
    Pace,
    PromiseState,
    Rank,
    Section,
    Turn,
    Why,
)
from convonote.conversation.who import same_people
from tests.conversation.builders import (
    ANA,
    BOB,
    CHI,
    DAN,
    KYOTO_LIST,
    ME,
    Talk,
    day,
)

DAY_OF_START = date(2024, 10, 4)
"""The date of the day that tests call 0."""


@pytest.fixture
def talk() -> Talk:
    return Talk()


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


class TestT6APromiseHoldsItsOwner:
    def test_without_a_due_date_at_once(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0)
        assert talk.holders(1) == {ME: 0}

    def test_with_a_due_date_from_that_day(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, due=DAY_OF_START.replace(day=9))
        before, after = talk.place(4.9), talk.place(5.1)
        assert (before.section, before.until) == (Section.LATER, day(5))
        assert (after.section, after.rank) == (Section.MINE, Rank.DUE_TODAY)
        assert before.changes_at == day(5)

    def test_since_is_its_day_so_that_an_older_question_stays_the_reason(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, due=DAY_OF_START.replace(day=9))
        assert talk.holders(6) == {ME: 5}
        talk.ask(ANA, (ME,), 3)
        (holder,) = talk.place(6).holders
        assert (holder.since, holder.reason.why) == (day(3), Why.ASKED)
        assert talk.place(6).rank is Rank.OVERDUE

    def test_overdue_leads(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, due=DAY_OF_START.replace(day=9))
        assert talk.place(6.1).rank is Rank.OVERDUE

    @pytest.mark.parametrize(
        "state", [state for state in PromiseState if state is not PromiseState.OPEN]
    )
    def test_only_an_open_one_holds(self, talk: Talk, state: PromiseState) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, state=state)
        assert talk.holders(1) == {}

    def test_the_day_begins_in_the_users_zone(self, talk: Talk) -> None:
        from zoneinfo import ZoneInfo

        talk.zone = ZoneInfo("Asia/Tokyo")
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, due=DAY_OF_START.replace(day=9))
        assert talk.place(1).until == day(5 - 9 / 24)

    def test_theirs_holds_them(self, talk: Talk) -> None:
        talk.close(ANA, (ME,), 0)
        talk.promise(ANA, 0)
        assert talk.place(1).section is Section.THEIRS


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


class TestT8TheUserDecides:
    def test_a_setting_replaces_all_waits(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.choose(1, ANA, reason="she knows better")
        (holder,) = talk.place(2).holders
        assert (holder.person, holder.since) == (ANA, day(1))
        assert (holder.reason.why, holder.reason.note) == (Why.SET, "she knows better")

    def test_nobody_is_a_choice(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.choose(1)
        assert talk.place(2).section is Section.RESTING

    def test_what_comes_after_goes_on_by_the_rules(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.choose(1)
        talk.ask(BOB, (ME,), 2)
        assert talk.holders(3) == {ME: 2}

    def test_what_arrives_later_counts_as_said_after_whatever_its_date(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 5)
        talk.choose(6)
        talk.ask(BOB, (ME,), 1)
        assert talk.holders(7) == {ME: 1}

    def test_who_was_set_answers_by_speaking(self, talk: Talk) -> None:
        talk.close(ANA, (ME,), 0)
        talk.choose(1, ME)
        talk.close(ME, (ANA,), 2)
        assert talk.holders(3) == {}

    def test_several_set_by_hand_each_speak(self, talk: Talk) -> None:
        talk.close(ANA, (ME, BOB), 0)
        talk.choose(1, ANA, BOB)
        talk.close(ANA, (ME,), 2)
        assert talk.holders(3) == {BOB: 1}

    def test_it_lifts_promises_without_a_date(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0)
        talk.choose(1)
        assert talk.holders(2) == {}

    def test_it_lifts_a_dated_promise_until_its_day(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.promise(ME, 0, due=DAY_OF_START.replace(day=9))
        talk.choose(1)
        assert talk.holders(2) == {}
        assert talk.holders(5.5) == {ME: 5}

    def test_a_promise_made_after_it_holds(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0)
        talk.choose(1)
        talk.close(ME, (ANA,), 2)
        talk.promise(ME, 2)
        assert talk.holders(3) == {ME: 2}

    def test_it_never_goes_quiet(self, talk: Talk) -> None:
        talk.close(ANA, (ME,), 0)
        talk.choose(1, ME)
        assert talk.place(900).section is Section.MINE

    def test_somebody_outside_cannot_be_set(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.choose(1, DAN)
        assert talk.holders(2) == {}


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


class TestT15TalksAndChats:
    def test_a_talk_ends_the_waits_among_those_present(self, talk: Talk) -> None:
        talk.ask(ANA, (ME,), 0)
        talk.ask(BOB, (ME,), 1)
        talk.meet((ME, ANA), 2)
        assert talk.holders(3) == {ME: 1}

    def test_a_talk_opens_nothing_but_what_is_marked(self, talk: Talk) -> None:
        talk.meet((ME, ANA), 0)
        assert talk.holders(1) == {}
        talk.promise(ANA, 0)
        assert talk.holders(1) == {ANA: 0}

    def test_in_a_group_chat_a_line_addresses_only_whom_it_names(self, talk: Talk) -> None:
        talk.ask(ANA, (ME, BOB), 0, channel=Channel.CHAT)
        assert talk.holders(1) == {}
        talk.ask(ANA, (ME, BOB), 2, channel=Channel.CHAT, named=(ME,))
        assert talk.holders(3) == {ME: 2}

    def test_in_a_group_chat_a_line_addresses_whom_it_replies_to(self, talk: Talk) -> None:
        mine = talk.say(ME, (ANA, BOB), 0, channel=Channel.CHAT)
        talk.ask(BOB, (ME, ANA), 1, channel=Channel.CHAT, answers=mine.id)
        assert talk.holders(2) == {ME: 1}

    def test_a_chat_of_two_is_a_conversation_like_any_other(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0, channel=Channel.CHAT)
        assert talk.holders(1) == {ME: 0}


class TestT16Order:
    def test_an_answer_with_a_slow_clock_still_answers(self, talk: Talk) -> None:
        asked = talk.ask(ANA, (ME,), 1)
        talk.close(ME, (ANA,), 0.9, answers=asked.id)
        assert talk.holders(2) == {}

    def test_of_one_moment_the_place_in_the_source_decides(self, talk: Talk) -> None:
        talk.close(ME, (ANA,), 0, place=1)
        talk.ask(ANA, (ME,), 0, place=0)
        assert talk.holders(1) == {}

    def test_answers_in_a_circle_end(self, talk: Talk) -> None:
        talk.say(ANA, (ME,), 0, answers=2)
        talk.say(ME, (ANA,), 1, answers=1)
        assert talk.holders(2) == {ANA: 1}


class TestT17WhoIsWho:
    def test_an_answer_from_a_second_address_counts(self, talk: Talk) -> None:
        talk.same = same_people({ME: "Me", ANA: "Ana Lima", DAN: "Lima, Ana"}, ME)
        talk.ask(ME, (ANA,), 0)
        talk.close(DAN, (ME,), 1)
        assert talk.holders(2) == {}

    def test_my_own_second_address_is_me(self) -> None:
        assert same_people({ME: "Jo Meyer", BOB: "Jo Meyer (work)"}, ME) == {BOB: ME}

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Ana Lima", "ana lima via Kyoto list", True),
            ("José Núñez", "Jose Nunez", True),
            ("陈伟", "陈伟", True),
            ("Ana", "Ana", False),
            ("ana@example.org", "ana@example.org", False),
            ("", "", False),
            ("Ana Lima", "Ana Luna", False),
        ],
    )
    def test_only_a_full_name_is_the_same(self, one: str, other: str, same: bool) -> None:
        assert same_people({ME: "me", ANA: one, BOB: other}, ME) == ({BOB: ANA} if same else {})


def test_a_note_changes_nothing(talk: Talk) -> None:
    talk.ask(ANA, (ME,), 0)
    before = talk.waits()
    talk.note(1)
    assert talk.exchanges[-1].kind is Kind.NOTE
    assert talk.waits() == before


def test_my_turn_is_ordered_by_the_askers_usual_pace() -> None:
    slow, quick = Talk(), Talk()
    slow.ask(ANA, (ME,), 0)
    quick.ask(BOB, (ME,), 1)
    pace = Pace(by_person={ANA: (5, day(9) - day(0)), BOB: (5, day(1) - day(0))})
    assert quick.place(2, pace).order < slow.place(2, pace).order
