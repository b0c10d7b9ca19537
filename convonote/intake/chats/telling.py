"""What the name of an exported file or its folder tells: whom the chat is with, or its title."""

import re

_SPLIT = re.compile(r"[/\\]|(?<=\.zip)[:!]", re.I)
_ENDING = re.compile(r"\.(?:txt|zip|gz|json|md)$", re.I)
_COPY = re.compile(r"\s*\(\d{1,3}\)$")
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WITH = re.compile(
    r"whatsapp\b.*?[\s-](?:with|mit|con|com|avec|met|med|amb|cu|me|z|ze|s|se|so|su|til|dengan|với"
    r"|con|с|со|з|із|со|avec|uz|-|–)[:\s]\s*(?:контактом|użytkownikiem|uživatelem)?\s*(?P<who>\S.*)$",
    re.I,
)
_BEFORE = re.compile(
    r"(?:[与與和]\s*(?P<zh>.+?)\s*的|(?P<tr>.+?)\s+ile|(?P<ja>.+?)との|(?P<ko>.+?)님과의?)"
    r"\s*whatsapp",
    re.I,
)
_ALONE = re.compile(r"whats\s?app|\b(?:chat|export)\b|[_-]", re.I)


def telling_name(source: str) -> str:
    """Whom a WhatsApp chat is with, or the title of its group; empty where no name tells it."""
    for part in reversed(_SPLIT.split(source)):
        bare = _COPY.sub("", _ENDING.sub("", _ENDING.sub("", _MARKS.sub("", part)))).strip()
        if "whatsapp" not in bare.casefold().replace(" ", ""):
            continue
        if " " not in bare:
            bare = bare.replace("_", " ")
        if found := _WITH.search(bare):
            return found["who"].strip()
        if found := _BEFORE.search(bare):
            return str(next(filter(None, found.groups()))).strip()
        return " ".join(_ALONE.sub(" ", bare).split())
    return ""


def folder_name(source: str) -> str:
    """The name of the folder that a file lies in, as some programs write a chat to each."""
    parts = [part for part in _SPLIT.split(source) if part]
    return _ENDING.sub("", parts[-2]).strip() if len(parts) > 1 else ""
