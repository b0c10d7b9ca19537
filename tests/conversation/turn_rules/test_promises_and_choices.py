"""What holds somebody but words: promises, and the user's own choice (T6, T8)."""

from datetime import date

import pytest

from convonote.conversation.records import PromiseState
from convonote.conversation.turn_records import Rank, Section, Why
from tests.conversation.builders import ANA, BOB, DAN, ME, Talk, day

DAY_OF_START = date(2024, 10, 4)
"""The date of the day that tests call 0."""


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
