"""The verbs there are: where each lives and what it does, in a line."""

from typing import NamedTuple


class Verb(NamedTuple):
    """One verb, without its code."""

    module: str
    """The module below `convonote.cli` whose `run(arguments, notebook)` it is."""
    does: str


VERBS = {
    "import": Verb("import_", "take in mail, cards, chats or an export"),
    "turns": Verb("turns", "whose turn it is, in every conversation"),
    "turn": Verb("turn", "say whose turn it is"),
    "show": Verb("show", "a conversation from its beginning, or a person's conversations"),
    "people": Verb("people", "the contact list; who may be one, and making two people one"),
    "find": Verb("find", "search everything said, newest first"),
    "log": Verb("log", "write down what was said, in one line"),
    "undo": Verb("undo", "take back what you did last"),
    "redo": Verb("redo", "do again what was undone"),
    "export": Verb("export", "everything, as lines of JSON"),
    "doctor": Verb("doctor", "check the notebook and say what is wrong"),
    "paths": Verb("paths", "where the notebook and the settings are"),
    "demo": Verb("demo", "the screens on a sample notebook"),
}
