"""Talks and chats, what comes before what, and who is who (T15, T16, T17)."""

import pytest

from convonote.conversation.records import Channel
from convonote.conversation.who import same_people
from tests.conversation.builders import ANA, BOB, DAN, ME, Talk


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
