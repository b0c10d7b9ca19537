"""Which commands a footer names first; the others follow as the registry has them."""

from collections.abc import Mapping

from convonote.commands import Command, Where, commands

LIKELIEST: Mapping[Where, tuple[str, ...]] = {
    Where.HOME: ("down", "answer", "say", "hear", "set-turn", "later", "find", "undo"),
    Where.TIMELINE: ("down", "back", "answer", "say", "hear", "set-turn", "later", "undo"),
    Where.PEOPLE: ("down", "back", "briefing", "say", "hear", "edit-card", "filter", "add-person"),
    Where.PROMISES: ("down", "back", "keep-promise", "let-go", "change-due", "whose-promises"),
    Where.RHYTHM: ("down", "back", "say", "hear", "briefing", "edit-rhythm", "set-quiet"),
    Where.READER: ("down", "back"),
    Where.WELCOME: ("add-person", "new-conversation", "import-first", "demo"),
    Where.FIND: ("next-line", "open-found", "leave", "complete"),
    Where.COMPOSER: ("save", "leave-draft", "cycle-mode", "edit-outside"),
    Where.FORM: ("save", "leave"),
    Where.TURN: ("down", "choose", "set-turn", "mark", "back"),
}
"""By their ids; each has a word for the footer, or is called by its title there."""
_WORDS = {
    "keep-promise": "kept",
    "let-go": "let go",
    "filter": "filter",
    "add-person": "person",
    "new-conversation": "conversation",
}
"""Words of commands that only some footers name."""


def hinted(where: Where) -> list[tuple[Command, str]]:
    """The commands of a footer with their words, the likeliest first."""
    here = {command.id: command for command in commands(where)}
    first = [here[id] for id in LIKELIEST.get(where, ()) if id in here]
    rest = [command for command in here.values() if command.hint and command not in first]
    return [
        (command, command.hint or _WORDS.get(command.id, command.title.casefold()))
        for command in (*first, *rest)
    ]
