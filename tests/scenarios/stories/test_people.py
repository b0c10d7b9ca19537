"""I add Bo, complete her card, and see that a second Bo in the list is the same person."""

from pathlib import Path

from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world


async def test_a_person_is_added_and_the_card_completed(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with sitting_at(made) as jo:
        jo.sees("add a person")
        await jo.press("p")
        await jo.fill("Bo Berg bo@example.org")
        await jo.press("2")
        jo.sees("People  1", "Bo Berg", "bo@example.org")
        await jo.press("e", "tab")
        await jo.type("builds boats")
        await jo.press("ctrl+s")
        jo.sees("People  1", "builds boats")
    assert [one.value for one in made.notebook.contacts("Bo")[0].details] == ["builds boats"]


async def test_two_are_merged_and_undo_makes_them_two_again(tmp_path: Path) -> None:
    made = world(tmp_path)
    mail = made.notebook.add_person("Bo Berg", [("email", "bo@example.org")])
    phone = made.notebook.add_person("Bo Berg", [("phone", "+48 600 1")])
    made.hear(mail, "Which colour?", "Fence")
    made.hear(phone, "Are you there?", "Call")
    async with sitting_at(made) as jo:
        await jo.press("2")
        jo.sees("People  2")
        await jo.press("L")
        jo.sees("Who else is Bo Berg", "the same full name")
        await jo.press("enter")
        jo.sees("People  1", "bo@example.org", "+48 600 1", "CONVERSATIONS 2")
        await jo.press("u")
        jo.sees("People  2")
