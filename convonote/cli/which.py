"""What a name on the command line means: one person or conversation, else why not."""

from convonote.cli import stop
from convonote.cli.stop import Stop
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Match

ME = "me"
"""What the user is called everywhere."""


def which(notebook: Notebook, what: str) -> Match:
    """The one person or conversation that is meant."""
    if _is_me(what):
        return Match(person=notebook.me)
    found = notebook.match(what)
    if not found:
        raise Stop(stop.NOT_ALL, f"nobody and nothing is called {what!r}{_nearest(notebook, what)}")
    if len(found) > 1:
        _several(what, [_name(one) for one in found])
    return found[0]


def which_conversation(notebook: Notebook, what: str) -> Conversation:
    """The one conversation that is meant; a person stands for the only one with them."""
    found = which(notebook, what)
    if found.conversation is not None:
        return found.conversation
    if found.person is None:
        raise ValueError("a match is a person or a conversation")
    with_them = notebook.with_person(found.person.id)
    if not with_them:
        raise Stop(stop.NOT_ALL, f"there is no conversation with {found.person.name} yet")
    if len(with_them) > 1:
        _several(what, [_name(Match(conversation=one)) for one in with_them])
    return with_them[0]


def which_person(
    notebook: Notebook, what: str, among: tuple[Person, ...] = (), hint: str = ""
) -> Person:
    """The one person that is meant, of those in the conversation if one of them fits.

    `hint` says what to do instead, where nobody is called so.
    """
    if _is_me(what):
        return notebook.me
    here = notebook.match(what, among=[person.id for person in among]) if among else []
    found = here or notebook.match(what, people_only=True)
    people = [one.person for one in found if one.person is not None]
    if not people:
        near = _nearest(notebook, what, otherwise="")
        raise Stop(stop.NOT_ALL, f"nobody is called {what!r}{near}{hint}")
    if len(people) > 1:
        _several(what, [_name(Match(person=person)) for person in people])
    return people[0]


def _is_me(what: str) -> bool:
    return what.strip().casefold() == ME


def _several(what: str, choices: list[str]) -> None:
    raise Stop(
        stop.USAGE,
        f"{what!r} fits several; name one in full, or by the id at its end:",
        tuple(choices),
    )


def _nearest(
    notebook: Notebook, what: str, otherwise: str = "; convonote turns --all lists what there is"
) -> str:
    """The names that are nearest, to be said at the end of a line."""
    near = notebook.nearest(what)
    return f"; nearest: {', '.join(near)}" if near else otherwise


def _name(one: Match) -> str:
    """What was found, with the id that tells it from the others."""
    if one.person is not None:
        return f"{one.person.with_address}  {one.person.uid}"
    if one.conversation is None:
        raise ValueError("a match is a person or a conversation")
    people = ", ".join(person.name for person in one.conversation.people)
    topic = one.conversation.topic or "(no topic)"
    return f"{topic} ({people})  {one.conversation.uid}"
