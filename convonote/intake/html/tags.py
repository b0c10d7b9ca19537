"""The tags of a page and their attributes, found in time that grows with the length only.

The standard library's parser takes quadratic time on hostile input (a megabyte of `<!--` costs
minutes), so tags are found here by one pattern that never looks at a character twice.
"""

import re
from html import unescape

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<[!?][^<>]*+>"
    r"|<(/?)([a-zA-Z][\w:-]{0,30})((?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|</?[a-zA-Z][^<>]*+>",
    re.S,
)
_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s*+=\s*+(\"[^\"]*+\"?|'[^']*+'?|[^\s\"'>]++)")
_HIDDEN_STYLE = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|max-height\s*+:\s*+0|opacity\s*+:\s*+0(?![.\d])",
    re.I,
)
_HIDDEN = re.compile(r"(?:\A|[\s\"'])hidden(?=[\s/=]|\Z)(?!\s*=\s*[\"']?false)", re.I)
_HIDING = ("none", "hidden", "max-height", "opacity")

UNSEEN = {"script", "style", "head", "title", "textarea", "select", "svg", "noscript", "template"}
"""Elements whose content is not part of the text."""
VOID = {"br", "hr", "img", "input", "meta", "link", "base", "wbr", "area", "col", "source"}
"""Elements that have no end."""


def attribute(attributes: str, name: str) -> str:
    """The value of an attribute, or nothing."""
    if name not in attributes and name not in attributes.lower():
        return ""
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1].lower() == name:
            return unescape(match[2].strip("\"'")).strip()
    return ""


def hiding(small: str) -> bool:
    """Whether anything may be hidden in a page, given in small letters; told quickly."""
    return any(word in small for word in _HIDING)


def hides(attributes: str) -> bool:
    """Whether these attributes keep an element from being shown."""
    small = attributes.lower()
    if not any(word in small for word in _HIDING):
        return False
    return _HIDDEN_STYLE.search(attribute(attributes, "style")) is not None or (
        _HIDDEN.search(attributes) is not None
    )


def after(html: str, name: str, position: int, unclosed: set[str]) -> int:
    """Where that element ends; one that never does is looked for only once."""
    if name in unclosed:
        return position
    close = re.compile(rf"</{name}\s*+>", re.I).search(html, position)
    if close is None:
        unclosed.add(name)
        return position
    return close.end()
