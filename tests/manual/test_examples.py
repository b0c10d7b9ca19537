"""Every example of the manual prints what the manual says it prints."""

from pathlib import Path

import pytest

from tests.manual.pages import ROOT, fits, pages
from tests.manual.running import run_page


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
async def test_a_page_says_what_its_examples_print(page: Path, tmp_path: Path) -> None:
    wrong = [
        "\n".join([f"{page.name}:{one.start + 1}: {one.what}", *one.got])
        async for one in run_page(page.read_text("utf-8"), tmp_path)
        if not one.fits
    ]
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize(
    ("expected", "printed", "fit"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a",), ["a", "b"], False),
        (("a", "..."), ["a"], True),
        (("a", "...", "d"), ["a", "b", "c", "d"], True),
        (("id ... by (me)",), ["id 0193 by (me)"], True),
        (("id ... by me",), ["id 0193", "by me"], False),
    ],
)
def test_three_dots_stand_for_anything(
    expected: tuple[str, ...], printed: list[str], fit: bool
) -> None:
    assert fits(expected, printed) is fit


def test_the_table_of_contents_names_every_page() -> None:
    contents = (ROOT / "docs/manual.md").read_text("utf-8")
    listed = [path.name for path in sorted((ROOT / "docs/manual").glob("*.md"))]
    assert listed == sorted(name for name in listed if f"](manual/{name})" in contents)
