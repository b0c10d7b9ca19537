"""The briefing on the user, who takes part in everything."""

from convonote.store.notebook import Notebook


def test_it_tells_what_waits_for_the_user_and_how_much_that_is(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana").id
    notebook.say("Which week?", topic="Kyoto", channel="email", author=ana)
    notebook.say("Which one?", topic="Bike", channel="email", to=[ana])
    briefing = notebook.briefing(notebook.me.id)
    assert briefing is not None
    assert [one.topic for one in briefing.conversations] == ["Kyoto"]
    assert briefing.open == 1
