"""The view over a timeline: what it shows equals a slice of everything laid end to end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.widgets.scroll_model import ScrollModel

HEIGHTS = st.lists(st.integers(1, 30), min_size=1, max_size=40)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from([-1, 1])),
        st.tuples(st.just("scroll"), st.integers(-40, 40)),
        st.tuples(st.just("select"), st.integers(0, 60)),
        st.tuples(st.just("resize"), st.integers(1, 25)),
        st.tuples(st.sampled_from(["first", "last"]), st.just(0)),
    ),
    max_size=25,
)


def _model(heights: list[int], view: int, selected: int = 0) -> ScrollModel:
    model = ScrollModel(lambda item: heights[item])
    model.reset(len(heights), selected, view)
    return model


def _apply(model: ScrollModel, what: str, value: int) -> None:
    match what:
        case "move":
            model.move(value)
        case "scroll":
            model.scroll(value)
        case "select":
            model.select(value)
        case "resize":
            model.remeasure(value)
        case "first":
            model.first()
        case "last":
            model.last()


@settings(max_examples=100, deadline=None)
@given(HEIGHTS, st.integers(1, 25), st.integers(0, 60), STEPS)
def test_whatever_is_done_the_view_is_full_and_the_selection_in_it(
    heights: list[int], view: int, selected: int, steps: list[tuple[str, int]]
) -> None:
    model = _model(heights, view, selected)
    everything = [(item, line) for item, height in enumerate(heights) for line in range(height)]
    for what, value in [("first look", 0), *steps]:
        _apply(model, what, value)
        place = sum(heights[: model.top]) + model.skip
        assert 0 <= place <= max(0, len(everything) - model.view)
        assert model.rows() == everything[place : place + model.view]
        assert model.selected in {item for item, _ in model.rows()}


@settings(max_examples=60, deadline=None)
@given(HEIGHTS, st.integers(1, 25))
def test_moving_to_the_end_and_back_shows_every_line(heights: list[int], view: int) -> None:
    model = _model(heights, view)
    seen = set(model.rows())
    while model.move(1):
        seen.update(model.rows())
    assert len(seen) == sum(heights)
    seen = set(model.rows())
    while model.move(-1):
        seen.update(model.rows())
    assert len(seen) == sum(heights)
    assert (model.top, model.skip, model.selected) == (0, 0, 0)


def test_a_move_scrolls_inside_a_long_item_before_it_goes_on() -> None:
    model = _model([20, 2], view=10)
    model.move(1)
    assert (model.selected, model.skip) == (0, 3)
    while model.selected == 0:
        model.move(1)
    assert model.rows()[-1] == (1, 1)


def test_moving_up_enters_a_long_item_at_its_end() -> None:
    model = _model([20, 2, 2], view=10)
    model.last()
    model.move(-1)
    model.move(-1)
    assert model.selected == 0
    assert (0, 19) in model.rows()


def test_it_opens_with_the_selected_item_at_the_top() -> None:
    model = _model([5] * 30, view=12, selected=7)
    assert model.rows()[0] == (7, 0)


def test_it_leaves_no_empty_lines_when_it_opens_on_the_last() -> None:
    model = _model([5] * 30, view=12, selected=29)
    assert len(model.rows()) == 12


def test_it_measures_only_what_is_near_the_view() -> None:
    asked: set[int] = set()

    def measure(item: int) -> int:
        asked.add(item)
        return 3

    model = ScrollModel(measure)
    model.reset(1_000_000, 500_000, 20)
    model.move(1)
    model.scroll(200)
    model.last()
    model.select(12)
    assert len(asked) < 400


def test_nothing_to_show_takes_every_step() -> None:
    model = _model([], view=5)
    for what in ("move", "scroll", "select", "resize", "first", "last"):
        _apply(model, what, 1)
    assert model.rows() == []
