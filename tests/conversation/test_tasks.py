"""Task items of markdown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.tasks import Task, boxed, tasks

SUNDAY = date(2026, 11, 22)


def test_every_kind_of_list_item_with_a_box_is_a_task() -> None:
    text = "- [ ] a\n* [ ] b\n+ [ ] c\n1. [ ] d\n2) [x] e\n- [X] f\n\t- [ ] g"
    assert [(task.line, task.what, task.done) for task in tasks(text, SUNDAY)] == [
        (0, "a", False),
        (1, "b", False),
        (2, "c", False),
        (3, "d", False),
        (4, "e", True),
        (5, "f", True),
        (6, "g", False),
    ]


@pytest.mark.parametrize(
    ("item", "owner", "what"),
    [
        ("send it", "", "send it"),
        ("@Ana sends it", "Ana", "sends it"),
        ("@Ana: sends it", "Ana", "sends it"),
        ('@"Ana Lima" sends it', "Ana Lima", "sends it"),
        ("@“Ana Lima” sends it", "Ana Lima", "sends it"),
        ("@陈伟 寄书", "陈伟", "寄书"),
        ("@ana@example.org sends it", "ana@example.org", "sends it"),
        ("@O'Neill-Smith sends it", "O'Neill-Smith", "sends it"),
        ("send it to @Ana", "", "send it to @Ana"),
        ('@"Ana sends it', "", '@"Ana sends it'),
    ],
)
def test_the_name_behind_an_at_sign_owns_the_task(item: str, owner: str, what: str) -> None:
    assert tasks(f"- [ ] {item}", SUNDAY) == (Task(0, False, owner, what, None),)


@pytest.mark.parametrize(
    ("item", "owner", "what", "whole"),
    [
        ("@Olga Petrova paints", "Olga Petrova", "paints", "@Olga Petrova paints"),
        ("@olga  petrova: paints", "olga petrova", "paints", "@olga  petrova paints"),
        ("@Olga paints", "Olga", "paints", "@Olga paints"),
        ("@Olga Petrovas paints", "Olga", "Petrovas paints", "@Olga Petrovas paints"),
        ("@Bo (Berg) sings", "Bo (Berg)", "sings", "@Bo (Berg) sings"),
        ("@Zoe sings", "Zoe", "sings", "@Zoe sings"),
    ],
)
def test_the_longest_name_of_the_people_there_counts(
    item: str, owner: str, what: str, whole: str
) -> None:
    (task,) = tasks(f"- [ ] {item}", SUNDAY, ["Olga", "Olga Petrova", "Bo (Berg)"])
    assert (task.owner, task.what, task.whole) == (owner, what, whole)


def test_a_date_at_the_end_is_the_due_date_seen_from_the_day_it_was_said() -> None:
    (task,) = tasks('- [ ] @"Ana Lima" sends the quote by fri', SUNDAY)
    assert task == Task(0, False, "Ana Lima", "sends the quote", date(2026, 11, 27))


def test_a_task_that_is_only_a_date_keeps_its_words() -> None:
    (task,) = tasks("- [ ] by fri", SUNDAY)
    assert (task.what, task.due) == ("by fri", date(2026, 11, 27))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no list",
        "- []",
        "- [ ]",
        "- [ ]   ",
        "- [ ] @Ana",
        "- [ ]glued",
        "-[ ] glued",
        "- [y] other",
        "[ ] no list",
        "- a [ ] behind",
        "> - [ ] quoted",
        "```\n- [ ] code\n```",
        "~~~~\n- [ ] code\n~~~\n- [ ] code\n~~~~",
        "```\n- [ ] code to the end",
        "text\n\n    - [ ] indented code",
        "\t- [ ] indented code",
    ],
)
def test_what_is_quoted_code_or_malformed_is_no_task(text: str) -> None:
    assert tasks(text, SUNDAY) == ()


def test_items_inside_items_are_tasks_and_a_fence_ends_where_it_is_closed() -> None:
    text = "- a\n    - [ ] nested\n\n    - [ ] after a gap\n\n"
    text += "```\n- [ ] code\n```\n- [ ] after the code\n"
    assert [task.what for task in tasks(text, SUNDAY)] == [
        "nested",
        "after a gap",
        "after the code",
    ]


def test_windows_line_ends_change_nothing() -> None:
    text = "Hi\n\n- [ ] a by fri\n- [x] b\n"
    assert tasks(text.replace("\n", "\r\n"), SUNDAY) == tasks(text, SUNDAY)


def test_ticking_changes_the_box_alone() -> None:
    text = "Hi\r\n\r\n-  [ ] a [ ] by fri\r\n* [X] b"
    assert boxed(text, {2: True}) == "Hi\r\n\r\n-  [x] a [ ] by fri\r\n* [X] b"
    assert boxed(text, {3: False}) == "Hi\r\n\r\n-  [ ] a [ ] by fri\r\n* [ ] b"


@pytest.mark.parametrize("line", [-1, 0, 2, 9])
def test_a_line_without_a_box_stays_as_it_is(line: int) -> None:
    text = "text\n- [ ] a\n> - [ ] quoted"
    assert boxed(text, {line: True}) == text


@pytest.mark.parametrize(
    "piece", ["- [ ] @", "- [ ] a by fri\n", "`", "- ", "[ ] ", '@"', " ", "\t- [ ] a\n"]
)
def test_a_very_long_text_is_read_like_any_other(piece: str) -> None:
    assert isinstance(tasks(piece * 20_000, SUNDAY), tuple)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='-*+1.) [xX]\t\n`~>@"ab', max_size=120), st.booleans())
def test_ticking_is_seen_and_leaves_all_else(text: str, done: bool) -> None:
    before = tasks(text, SUNDAY)
    for task in before:
        ticked = boxed(text, {task.line: done})
        after = tasks(ticked, SUNDAY)
        assert len(ticked) == len(text)
        assert [(t.line, t.owner, t.what, t.due) for t in after] == [
            (t.line, t.owner, t.what, t.due) for t in before
        ]
        assert next(t.done for t in after if t.line == task.line) is done
