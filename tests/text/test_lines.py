"""Markdown as lines: nothing lost, nothing too wide, nothing that could drive a terminal."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from convonote.text.clean import clean
from convonote.text.lines import DEEPEST, LONGEST, Line, Span, Style, lines, plain
from convonote.text.width import width
from convonote.text.wrapping import parted, rejoined, wrap
from tests.text.corpora import markdown_examples, naughty_strings
from tests.text.test_clean import CONTROLS, any_text

WIDTHS = (1, 2, 7, 20, 80)
TABLE = """\
| Name | Days | Notes |
|:-----|-----:|-------|
| 陈伟 | 12 | likes the mountains |
| Ana | 3 | |
"""


def shown(text: str, cells: int = 60) -> list[str]:
    return [plain(line) for line in lines(text, cells)]


def styles(text: str) -> set[tuple[str, Style]]:
    return {(span.text, span.style) for line in lines(text, 60) for span in line}


def hold(text: str, cells: int) -> list[Line]:
    """Check what holds for all lines, and return them."""
    made = lines(text, cells)
    for line in made:
        assert width(plain(line)) <= cells
        assert "\n" not in plain(line)
        assert not CONTROLS.search(plain(line))
        assert all(span.text for span in line)
    return made


def letters(tokens: list[Token] | None) -> str:
    """Return all letters and digits of text and code, in order."""
    found = []
    for token in tokens or []:
        if token.type == "image":
            found.append(clean(token.content))
        elif token.children is not None:
            found.append(letters(token.children))
        else:
            found.append(token.content)
    return re.sub(r"\W", "", "".join(found).casefold())


def test_every_example_of_markdown_fits_any_width_and_loses_nothing() -> None:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable(["lheading", "html_block", "html_inline"])
    for text in markdown_examples():
        for cells in WIDTHS:
            made = hold(text, cells)
        kept = iter(re.sub(r"\W", "", "".join(map(plain, made)).casefold()))
        assert all(letter in kept for letter in letters(parser.parse(text))), text


def test_naughty_strings_fit_any_width() -> None:
    for text in naughty_strings():
        for cells in WIDTHS:
            hold(text, cells)


MARKS = st.text(
    st.sampled_from("ab *_~`[]()<>!|-+#1.>\n\n  \\&:/陈👩\u200d\u0301\u202e\t"), max_size=80
)


@settings(max_examples=100, deadline=None)
@given(any_text | MARKS, st.integers(1, 40))
def test_any_text_fits_any_width(text: str, cells: int) -> None:
    hold(text, cells)


def test_nothing_gives_no_lines() -> None:
    assert lines("", 40) == []
    assert lines(" \n\n", 40) == []


def test_emphasis_has_names_of_styles() -> None:
    text = "a *b* **c** ***d*** ~~e~~ `f`"
    assert styles(text) >= {
        ("b", Style.EMPHASIS),
        ("c", Style.STRONG),
        ("d", Style.STRONG_EMPHASIS),
        ("e", Style.STRIKE),
        ("f", Style.CODE),
    }
    assert shown(text) == ["a b c d e f"]


def test_words_are_not_broken_where_they_change_their_style() -> None:
    assert shown("one twen**ty** three", 9) == ["one", "twenty", "three"]


def test_a_heading_keeps_its_mark() -> None:
    assert lines("## Roof *and* fence", 60) == [
        (
            Span("## Roof ", Style.HEADING),
            Span("and", Style.EMPHASIS),
            Span(" fence", Style.HEADING),
        )
    ]


def test_hyphens_under_a_line_are_a_signature_not_a_heading() -> None:
    assert shown("Best\n-- \nAna") == ["Best", "--", "Ana"]


def test_items_hang_under_their_first_word() -> None:
    assert shown("- one two three four\n  1. five six seven\n  1. eight\n\n- nine", 14) == [
        "- one two",
        "  three four",
        "  1. five six",
        "     seven",
        "  2. eight",
        "",
        "- nine",
    ]


def test_marks_stand_above_the_text_where_there_is_no_room_beside_it() -> None:
    assert shown("- one two", 7) == ["- ", "one two"]


def test_an_empty_item_keeps_its_mark() -> None:
    assert shown("a\n\n- \n- b") == ["a", "", "- ", "- b"]


def test_numbers_are_shown_as_typed_unless_all_are_one() -> None:
    assert shown("3. a\n5. b") == ["3. a", "5. b"]
    assert shown("1) a\n1) b") == ["1) a", "2) b"]


def test_task_items_are_boxes() -> None:
    made = lines("- [ ] send it\n- [x] book\n- [y] no", 40)
    assert [plain(line) for line in made] == ["[ ] send it", "[x] book", "- [y] no"]
    assert made[0][0] == Span("[ ]", Style.TASK_OPEN)
    assert made[1][0] == Span("[x]", Style.TASK_DONE)


def test_quotations_have_a_bar_at_every_line() -> None:
    assert shown("> one two three\n>\n> > four", 13) == ["│ one two", "│ three", "│ ", "│ │ four"]


def test_code_stays_as_it_is_and_continues_under_its_indent() -> None:
    assert shown("```py\nif a:\n    return b * c * d\n\nx\n```", 16) == [
        "  py",
        "  if a:",
        "      return b *",
        "       c * d",
        "  ",
        "  x",
    ]


def test_a_table_is_aligned_with_wide_characters() -> None:
    assert shown(TABLE) == [
        "Name │ Days │ Notes",
        "─────┼──────┼────────────────────",
        "陈伟 │   12 │ likes the mountains",
        "Ana  │    3 │ ",
    ]


def test_a_table_folds_within_its_columns() -> None:
    assert shown(TABLE, 24) == [
        "Name │ Days │ Notes",
        "─────┼──────┼───────────",
        "陈伟 │   12 │ likes the",
        "     │      │ mountains",
        "─────┼──────┼───────────",
        "Ana  │    3 │ ",
    ]


def test_a_table_too_wide_for_columns_is_read_row_by_row() -> None:
    assert shown(TABLE, 15) == [
        "Name: 陈伟",
        "Days: 12",
        "Notes: likes",
        "the mountains",
        "───────────────",
        "Name: Ana",
        "Days: 3",
        "Notes:",
    ]


def test_a_link_shows_where_it_leads() -> None:
    assert shown("[my bank](http://evil.example/a_b)") == ["my bank <http://evil.example/a_b>"]
    assert shown("[https://bank.example](http://evil.example)") == [
        "https://bank.example <http://evil.example>"
    ]
    assert shown("![cat](http://a.example/c.png)") == ["cat <http://a.example/c.png>"]
    assert shown('[a](http://b.example "said aside")') == ['a <http://b.example> "said aside"']
    assert shown("[](http://b.example)") == ["<http://b.example>"]


def test_an_address_that_says_itself_is_shown_once_and_whole() -> None:
    assert shown("<https://a.example/x>") == ["https://a.example/x"]
    assert shown("<ana@example.org>") == ["ana@example.org"]
    assert styles("see https://a.example/_b_/*c*, ok") >= {("https://a.example/_b_/*c", Style.LINK)}
    assert shown("(see https://a.example/b_(c).) **https://d.example**") == [
        "(see https://a.example/b_(c).) https://d.example"
    ]
    assert styles("(see https://a.example/b_(c).)") >= {("https://a.example/b_(c)", Style.LINK)}


def test_what_markdown_would_hide_is_shown() -> None:
    assert shown("[1]: http://a.example 'b'") == ["[1]: http://a.example 'b'"]
    assert shown("<b onclick=x>hi</b> <!-- aside -->") == ["<b onclick=x>hi</b> <!-- aside -->"]


def test_entities_cannot_bring_hidden_characters_back() -> None:
    assert shown("a&#x202e;b&#9;c&#10;d&#xad; `&#27;`") == ["a‹U+202E›b c d‹U+00AD› &#27;"]


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    assert shown("我住在北京。很好", 10) == ["我住在北", "京。很好"]


def test_deep_nesting_is_wrapped_and_nothing_is_lost() -> None:
    for text in (">" * 10_000 + "end", "- " * (DEEPEST + 1) + "end", "[" * 10_000 + "end"):
        made = hold(text, 40)
        assert plain(made[-1]).endswith("end")
        assert "".join(map(plain, made)).replace(" ", "") == text.replace(" ", "")


def test_huge_text_is_wrapped_as_it_is() -> None:
    text = "*word* " * (LONGEST // 7 + 1)
    assert " ".join(shown(text, 50)) == text.strip()
    assert "".join(shown("x" * 1_000_000, 77)) == "x" * 1_000_000


@pytest.mark.parametrize("cells", [0, -3])
def test_no_room_is_taken_for_one_cell(cells: int) -> None:
    assert shown("ab", cells) == ["a", "b"]


@settings(max_examples=40, deadline=None, database=None)
@given(any_text, st.integers(-9, 3))
def test_a_line_has_one_cell_at_least_however_few_are_left(text: str, cells: int) -> None:
    for row in wrap([Span(clean(text))], cells):
        assert width(plain(row)) <= max(1, cells)


@settings(max_examples=40, deadline=None, database=None)
@given(st.text(alphabet="ab 陈伟。\n", max_size=200), st.integers(4, 30))
def test_a_line_that_is_parted_reads_as_the_one_it_was(text: str, longest: int) -> None:
    pieces = iter(parted(text, longest).split("\n"))
    for line in text.split("\n"):
        whole = next(pieces)
        while whole != line:
            whole = rejoined([whole, next(pieces)])
    assert not list(pieces)
