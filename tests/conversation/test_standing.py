"""Which waits and questions are looked at when somebody speaks."""

from convonote.conversation.standing import Questions, Standing
from convonote.conversation.turn_records import Question, Reason, Wait, Why

LIST = 100


def wait(asker: int | None, *awaited: int, **more: object) -> Wait:
    reason = Reason(Why.ASKED, "T2", 0)
    return Wait(asker, awaited, 0, reason, **more)  # type: ignore[arg-type]  # By name, as given.


def looked_at(standing: Standing, hearers: set[int], enders: set[int]) -> list[Wait]:
    seen: list[Wait] = []

    def after(one: Wait) -> Wait:
        seen.append(one)
        return one

    standing.revise(hearers, enders, after)
    return seen


def test_only_waits_that_are_heard_and_concern_the_speaker_are_looked_at() -> None:
    by_bob, by_eve, over_list = wait(2, 1), wait(3, 1), wait(4, 1, lists=(LIST,))
    reads_along, by_nobody = wait(2, 5, cc=(1,)), wait(None, 1)
    standing = Standing([by_bob, by_eve, over_list, reads_along, by_nobody, wait(2, 6)])
    assert looked_at(standing, {2}, {1}) == [by_bob, reads_along, by_nobody]
    assert looked_at(standing, {LIST}, {1}) == [over_list, by_nobody]


def test_what_is_left_stands_where_the_wait_stood() -> None:
    first, both, last = wait(2, 1), wait(2, 1, 3, everyone=True), wait(2, 4)
    standing = Standing([first, both, last])
    split = (wait(2, 3, everyone=True), wait(2, 1, asks=True))
    standing.revise({2}, {3}, lambda _: split)
    assert list(standing) == [first, *split, last]
    standing.revise({2}, {4}, lambda _: None)
    assert list(standing) == [first, *split]


def test_the_same_asked_again_is_found_among_many() -> None:
    standing = Standing(wait(2, number) for number in range(5, 50))
    assert standing.alike(wait(2, 7)) == wait(2, 7)
    assert standing.alike(wait(3, 7)) is None
    standing.replace(wait(2, 7), wait(2, 7, asks=True))
    assert [each.asks for each in standing].index(True) == 2


def test_questions_end_between_those_who_speak() -> None:
    first, other = Question(1, 2, 10), Question(1, 3, 11)
    questions = Questions([first, other])
    questions.end({1}, {2})
    assert list(questions) == [other]
