"""Which conversations may be one."""

from convonote.conversation.likeness import Reason, Sketch, called, in_words, likely, words
from convonote.conversation.records import DAY

ANA, BOB, CHI = 2, 3, 4


def sketch(people: set[int], day: float, text: str, length: float = 0) -> Sketch:
    return Sketch(frozenset(people), int(day * DAY), int((day + length) * DAY), words(text))


FENCE = sketch({ANA}, 10, "The fence: green paint for the boards")


def test_the_same_people_at_the_same_time_about_the_same_thing_come_first() -> None:
    found = likely(
        FENCE,
        {
            "paint": sketch({ANA, BOB}, 12, "which paint shall we buy"),
            "call": sketch({ANA}, 11, "we talked about the fence and the boards"),
            "cake": sketch({ANA}, 12, "cake for sunday"),
        },
    )
    assert [key for key, _ in found] == ["call", "paint", "cake"]
    assert found[0][1].same_people
    assert set(found[0][1].words) == {"boards", "fence"}


def test_nobody_in_common_or_long_ago_is_never_proposed() -> None:
    assert not likely(
        FENCE,
        {
            "others": sketch({BOB}, 10, "the fence and the boards"),
            "last year": sketch({ANA}, 400, "the fence and the boards"),
        },
    )


def test_the_same_people_alone_are_reason_enough_only_when_it_was_just_now() -> None:
    assert likely(FENCE, {"call": sketch({ANA}, 11, "")})
    assert not likely(FENCE, {"call": sketch({ANA}, 20, "")})
    assert not likely(FENCE, {"group": sketch({ANA, BOB}, 11, "")})


def test_a_word_that_stands_everywhere_tells_nothing() -> None:
    others = {number: sketch({ANA, BOB}, 12, f"paint {'x' * number}word") for number in range(20)}
    assert not likely(FENCE, others)


def test_the_reason_is_said_in_words() -> None:
    assert (
        in_words(Reason(True, 2 * DAY, ("kyoto",))) == "same people, 2 days apart, both say kyoto"
    )
    assert in_words(Reason(False, 0, ())) == "some of the same people, at the same time"
    assert in_words(Reason(True, DAY, ())) == "same people, 1 day apart"


def test_words_of_any_script_are_known_again() -> None:
    assert words("Der Zaun, 木の塀, αυλή") >= {"zaun", "αυλή"}
    assert words("a to the") == frozenset()


LIST = 9


def listed(text: str, topic: str = "") -> Sketch:
    return Sketch(frozenset(), 0, DAY, words(text), called(topic), frozenset({LIST}))


def test_on_one_list_two_like_words_or_the_same_topic_are_reason_enough() -> None:
    found = likely(
        listed("green paint for the boards", "(1) Zoo"),
        {
            "boards": listed("paint the boards"),
            "named": listed("nothing alike", "1 zoo"),
            "one word": listed("paint alone"),
            "elsewhere": Sketch(frozenset(), 0, DAY, words("paint the boards")),
        },
    )
    assert {key for key, _ in found} == {"boards", "named"}
    assert in_words(dict(found)["named"]) == "on the same list, at the same time, called the same"


def test_numbers_tell_topics_apart() -> None:
    assert called("Invoice 2024-11") != called("Invoice 2024-12")
    assert called("Re:  Kyoto, trip!") == called("re kyoto trip")


def test_rare_words_weigh_more_than_common_ones() -> None:
    others = {
        number: sketch({ANA, BOB}, 12, "paint green boards" if number < 3 else "something else")
        for number in range(12)
    } | {"rare": sketch({ANA, BOB}, 12, "trellis clematis wisteria")}
    one = sketch({ANA}, 11, "paint green boards trellis clematis wisteria")
    assert likely(one, others)[0][0] == "rare"


def test_without_a_date_the_same_people_are_near_to_nothing() -> None:
    one = Sketch(frozenset({1}), None, None, words("roof"))
    assert likely(one, {"other": Sketch(frozenset({1}), None, None, words("party"))}) == []
    ((_, reason),) = likely(one, {"other": Sketch(frozenset({1}), DAY, DAY, words("roof"))})
    assert in_words(reason) == "same people, both say roof"
