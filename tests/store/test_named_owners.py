"""Whose promise a task item is that names somebody behind `@`."""

import pytest

from convonote.conversation.records import PromiseState
from convonote.store.errors import Refused
from convonote.store.notebook import Notebook
from convonote.store.promises.records import PromiseRow

OPEN, SUGGESTED, DISMISSED = PromiseState.OPEN, PromiseState.SUGGESTED, PromiseState.DISMISSED


@pytest.fixture
def mareks(notebook: Notebook) -> tuple[int, int]:
    return notebook.add_person("Marek Nowak").id, notebook.add_person("Marek Kowal").id


def promised(notebook: Notebook, mareks: tuple[int, int], item: str) -> PromiseRow:
    nowak, kowal = mareks
    said = notebook.say(
        f"- [ ] {item}", topic="Roof", channel="email", author=nowak, to=[notebook.me.id, kowal]
    )
    (promise,) = said.promises
    return promise


@pytest.mark.parametrize(
    "item", ["@Marek Kowal rings", "@marek  KOWAL: rings", '@"Marek Kowal" rings']
)
def test_a_full_name_is_told_from_the_first_name_that_another_shares(
    notebook: Notebook, mareks: tuple[int, int], item: str
) -> None:
    promise = promised(notebook, mareks, item)
    assert (promise.owner.name, promise.what, promise.state) == ("Marek Kowal", "rings", OPEN)
    assert not promise.unowned


@pytest.mark.parametrize(
    "item", ["@Marek rings", "@Nobody flies", '@"Marek Zielny" rings', "@Marek: rings"]
)
def test_a_name_of_nobody_or_of_several_stays_in_a_suggestion_that_is_nobodys(
    notebook: Notebook, mareks: tuple[int, int], item: str
) -> None:
    promise = promised(notebook, mareks, item)
    assert (promise.what, promise.state) == (item.replace(":", ""), SUGGESTED)
    assert promise.unowned
    with pytest.raises(Refused, match="write in the text who is meant"):
        notebook.set_promise(promise.id, OPEN)
    notebook.set_promise(promise.id, DISMISSED)
    assert notebook.promises(states=[OPEN, SUGGESTED]) == []


def test_naming_them_in_full_makes_it_theirs(notebook: Notebook, mareks: tuple[int, int]) -> None:
    promise = promised(notebook, mareks, "@Marek rings")
    assert promise.exchange is not None
    notebook.edit(promise.exchange, "- [ ] @Marek Kowal rings")
    (edited,) = notebook.promises(states=[OPEN, SUGGESTED])
    assert (edited.owner.name, edited.what, edited.unowned) == ("Marek Kowal", "rings", False)
