"""Which conversations may be one."""

from convonote.conversation.likeness import Reason, Sketch, in_words, likely, words
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
