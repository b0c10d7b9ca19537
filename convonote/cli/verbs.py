"""The verbs there are: where each lives and what it does, in a line."""

from typing import NamedTuple


class Verb(NamedTuple):
    """One verb, without its code."""

    module: str
    """The module below `convonote.cli` whose `run(arguments, notebook)` it is."""
    does: str
    within: tuple[tuple[str, str], ...] = ()
    """Words that may stand behind it, such as `people merge`, and what each does."""


VERBS = {
    "import": Verb("import_", "take in mail, cards, chats or an export"),
    "turns": Verb("turns", "whose turn it is, in every conversation"),
    "turn": Verb("turn", "say whose turn it is"),
    "show": Verb("show", "a conversation from its beginning, or a person's conversations"),
    "later": Verb("later", "take a conversation out of the queue until a day"),
    "close": Verb("close", "put a conversation away, or open it again"),
    "merge": Verb("merge", "make one conversation of several"),
    "split": Verb("split", "make a conversation of its own of part of one"),
    "link": Verb("link", "what a conversation has to do with, and what may be one with it"),
    "people": Verb(
        "people",
        "the contact list; who may be one, and making two people one",
        within=(
            ("duplicates", "who may be one person"),
            ("merge", "make two people one"),
            ("distinct", "say that two are two"),
        ),
    ),
    "find": Verb("find", "search everything said, newest first"),
    "rhythm": Verb("rhythm", "how often to be in touch, and whom to reach out to"),
    "who": Verb("who", "who knows about something, who recommended them, what was said of it"),
    "promises": Verb("promises", "what is owed, in both directions"),
    "kept": Verb("kept", "say that a promise is kept, let go, or open again"),
    "log": Verb("log", "write down what was said, in one line"),
    "undo": Verb("undo", "take back what you did last"),
    "redo": Verb("redo", "do again what was undone"),
    "export": Verb("export", "everything, as pages for people or as lines of JSON"),
    "backup": Verb("backup", "a copy of the notebook that was checked"),
    "restore": Verb("restore", "put a copy in the place of the notebook"),
    "doctor": Verb("doctor", "check the notebook and say what is wrong"),
    "paths": Verb("paths", "where the notebook and the settings are"),
    "completions": Verb("completions", "what a shell needs to complete a command"),
    "demo": Verb("demo", "the screens on a sample notebook"),
}
