"""Telegram's formatted texts as markdown."""

from collections.abc import Callable, Iterator, Mapping

from convonote.intake.chats.lines import party
from convonote.intake.records import Party

_MOST_NAMED = 50


def _around(mark: str) -> Callable[[str], str]:
    def marked(text: str) -> str:
        # The marks stand at the words, for beside white space they would be none.
        inner = text.strip()
        before, _, after = text.partition(inner)
        return f"{before}{mark}{inner}{mark}{after}"

    return marked


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if "\n" not in text else f"\n```\n{text}\n```\n"


def _quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.strip("\n").split("\n"))


_MARKED: Mapping[str, Callable[[str], str]] = {
    "bold": _around("**"),
    "italic": _around("*"),
    "strikethrough": _around("~~"),
    "code": _code,
    "blockquote": _quoted,
}


def markdown(text: object, known: Mapping[str, Party]) -> tuple[str, tuple[Party, ...]]:
    """A text of a Telegram export, and whom it mentions.

    `known` gives people by their user names. Of others the export does not tell who goes by a
    user name, so that a mention of one is no more than text.
    """
    if isinstance(text, str):
        return text, ()
    said, named = [], dict[str, Party]()
    for part in _parts(text):
        kind, words = str(part.get("type", "")), part.get("text")
        if not isinstance(words, str):
            continue
        said.append(_written(kind, words, part))
        user = part.get("user_id")
        if kind == "mention_name" and isinstance(user, int | str) and len(named) < _MOST_NAMED:
            id = str(user) if str(user).startswith("user") else f"user{user}"
            named[id] = party("telegram", words.removeprefix("@"), id)
        elif kind == "mention" and (one := known.get(user_name(words))):
            named[one.address] = one
    return "".join(said), tuple(named.values())


def user_name(written: str) -> str:
    """A user name as it is compared."""
    return written.strip().removeprefix("@").casefold()


def _written(kind: str, words: str, part: Mapping[str, object]) -> str:
    if kind == "pre":
        language = part.get("language")
        return f"\n```{language if isinstance(language, str) else ''}\n{words}\n```\n"
    if kind == "text_link" and isinstance(part.get("href"), str):
        return f"[{words}]({part['href']})"
    marked = _MARKED.get(kind)
    return words if marked is None or not words.strip() else marked(words)


def _parts(text: object) -> Iterator[Mapping[str, object]]:
    for part in text if isinstance(text, list) else ():
        if isinstance(part, str):
            yield {"type": "plain", "text": part}
        elif isinstance(part, dict):
            yield part
