"""The inside of a paragraph: markdown's inline tokens to spans."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from convonote.text.clean import clean
from convonote.text.spans import Span, Style

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_SCHEME = re.compile(r"(?:^|[^a-z0-9])(https?|ftp)$", re.IGNORECASE)
_BARE = re.compile(r"://[^\s<>\"`\[\]\\]+")
_AFTER = ".,;:!?'*_~"
"""What belongs to the sentence when it stands after an address."""
_OPENS = {
    "strong_open": Style.STRONG,
    "em_open": Style.EMPHASIS,
    "s_open": Style.STRIKE,
    "link_open": Style.LINK,
}


def bare_address(state: "StateInline", silent: bool) -> bool:
    """Take an address that is written out as one piece, so that no `_` or `*` in it is lost."""
    scheme = _SCHEME.search(state.pending[-6:])
    found = _BARE.match(state.src, state.pos)
    if scheme is None or found is None or state.linkLevel:
        return False
    rest = found[0].rstrip(_AFTER)
    while rest.endswith(")") and rest.count(")") > rest.count("("):
        rest = rest[:-1].rstrip(_AFTER)
    if not silent:
        address = scheme[1] + rest
        state.pending = state.pending[: -len(scheme[1])]
        state.push("link_open", "a", 1).attrSet("href", address)
        state.push("text", "", 0).content = address
        state.push("link_close", "a", -1)
    state.pos += len(rest)
    return True


def rows(tokens: Iterable["Token"], ground: Style = Style.PLAIN) -> list[list[Span]]:
    """Return the tokens' text as spans, a list for each line that its writer ended."""
    lines: list[list[Span]] = [[]]
    open_styles: list[Style] = []
    links: list[tuple[Token, int]] = []
    for token in tokens:
        if token.type in _OPENS:
            open_styles.append(_OPENS[token.type])
            if token.type == "link_open":
                links.append((token, len(lines[-1])))
        elif token.nesting == -1:
            open_styles.pop()
            if token.type == "link_close":
                link, start = links.pop()
                words = "".join(span.text for span in lines[-1][start:])
                lines[-1] += _address(words, str(link.attrs["href"]), link.attrs.get("title"))
        elif token.type in {"softbreak", "hardbreak"}:
            if links:
                lines[-1].append(Span(" ", _style(open_styles, ground)))
            else:
                lines.append([])
        elif token.type == "image":
            words = clean(token.content)
            lines[-1].append(Span(words, Style.LINK))
            lines[-1] += _address(words, str(token.attrs["src"]), token.attrs.get("title"))
        else:
            style = Style.CODE if token.type == "code_inline" else _style(open_styles, ground)
            lines[-1].append(Span(clean(token.content), style))
    return [[span for span in line if span.text] for line in lines]


def _style(open_styles: list[Style], ground: Style) -> Style:
    """Return the one style of text within these, the most telling first."""
    for style in (Style.LINK, Style.STRIKE):
        if style in open_styles:
            return style
    if Style.STRONG in open_styles and Style.EMPHASIS in open_styles:
        return Style.STRONG_EMPHASIS
    return open_styles[-1] if open_styles else ground


def _address(words: str, address: str, title: object) -> list[Span]:
    """Return where a link leads, unless its words say just that; nothing of it stays hidden."""
    address = clean(address)
    said = {words, f"mailto:{words}", f"http://{words}", f"https://{words}"}
    shown = [] if not title else [Span(f' "{clean(str(title))}"', Style.MUTED)]
    if address and address not in said:
        shown.insert(0, Span(f" <{address}>" if words else f"<{address}>", Style.ADDRESS))
    return shown
