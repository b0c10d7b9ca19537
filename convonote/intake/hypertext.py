"""HTML as mail has it, to text that reads as markdown.

The standard library's parser takes quadratic time on hostile input (a megabyte of `<!--` costs
minutes), so tags are found here by one pattern that never looks at a character twice.
"""

import re
from html import unescape

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<[!?][^<>]*+>"
    r"|<(/?)([a-zA-Z][\w:-]{0,30})((?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>"
    r"|</?[a-zA-Z][^<>]*+>",
    re.S,
)
_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s*+=\s*+(\"[^\"]*+\"?|'[^']*+'?|[^\s\"'>]++)")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINK_TEXT = re.compile(r"[\s/]+")

_UNSEEN = {"script", "style", "head", "title", "textarea", "select", "svg", "noscript", "template"}
_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "main", "table", "tbody", "tr", "form",
    "center", "address", "dl", "dt", "dd", "fieldset", "figure", "caption", "thead", "nav", "aside",
}  # fmt: skip
_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "pre", "figure"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "base", "wbr", "area", "col", "source"}
_DEEPEST = 8


def readable(html: str) -> str:
    """The text that a reader of the page would see: paragraphs, lists, links, emphasis."""
    page = _Page()
    position = 0
    unclosed: set[str] = set()
    for tag in _TAG.finditer(html):
        if tag.start() < position:
            continue
        page.text(html[position : tag.start()])
        position = tag.end()
        name = (tag[2] or "").lower()
        if not name:
            continue
        if tag[1]:
            page.end(name)
        elif name in _UNSEEN:
            position = _after(html, name, position, unclosed)
        else:
            page.start(name, tag[3])
    page.text(html[position:])
    return page.finished()


def _after(html: str, name: str, position: int, unclosed: set[str]) -> int:
    """Where that element ends; one that never does is looked for only once."""
    if name in unclosed:
        return position
    close = re.compile(rf"</{name}\s*>", re.I).search(html, position)
    if close is None:
        unclosed.add(name)
        return position
    return close.end()


class _Page:
    """Text as it is written out, line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.blank = True
        """The last line is blank, or there is none."""
        self.quotes = 0
        self.lists: list[int] = []
        """For each open list the number of its next item, or -1 where items have none."""
        self.prefix = ""
        """What the next line begins with: the mark of a list item, a heading."""
        self.pre = 0
        self.links: list[tuple[str, int]] = []
        """For each open link its address, and where its text begins in the line."""
        self.hidden: list[str] = []
        """The elements that are open inside one that is not shown."""
        self.wanted: list[str] = []
        """Marks of emphasis that begin with the next word."""
        self.opened: list[str] = []
        """Marks of emphasis that stand in this line and are not closed."""

    def text(self, raw: str) -> None:
        if not raw or self.hidden:
            return
        text = unescape(raw) if "&" in raw else raw
        if self.pre:
            first, *rest = text.split("\n")
            self.line.append(first)
            for line in rest:
                self.break_line(keep=True)
                self.line.append(line)
            return
        text = _SPACE.sub(" ", text.replace("\u200b", "").replace("\u00ad", ""))
        if text == " " and (not self.line or self.line[-1].endswith(" ")):
            return
        if self.wanted and not text.isspace():
            bare = text.lstrip(" ")
            spaced = bare == text or (self.line and self.line[-1].endswith(" "))
            self.line.extend(("" if spaced else " ", *self.wanted))
            self.opened += self.wanted
            self.wanted = []
            text = bare
        self.line.append(text)

    def start(self, name: str, attributes: str) -> None:
        if self.hidden:
            if name not in _VOID and not attributes.endswith("/") and len(self.hidden) < 500:
                self.hidden.append(name)
            return
        if "style" in attributes and name not in _VOID and _hides(attributes):
            self.hidden.append(name)
        elif name == "br":
            self.break_line(keep=True)
        elif name in _MARKS:
            if not self.pre and _MARKS[name] not in self.opened + self.wanted:
                self.wanted.append(_MARKS[name])
        elif name == "a" and len(self.links) < _DEEPEST:
            self.links.append((_attribute(attributes, "href"), len(self.line)))
        elif name == "img":
            self.text(_attribute(attributes, "alt"))
        elif name in ("td", "th"):
            self.text(" ")
        else:
            self.start_block(name)

    def start_block(self, name: str) -> None:
        if name == "hr":
            self.paragraph()
            self.line.append("---")
            self.paragraph()
        elif name in ("ul", "ol"):
            self.paragraph() if not self.lists else self.break_line()
            self.lists.append(1 if name == "ol" else -1)
        elif name == "li":
            self.break_line()
            self.prefix = self.item_mark()
        elif name == "blockquote":
            self.paragraph()
            self.quotes += 1
        elif name in _SPACED:
            self.paragraph()
            if name == "pre":
                self.pre += 1
                self.lines.append(f"{self.quotation()}```")
            elif name[0] == "h":
                self.prefix = "#" * int(name[1]) + " "
        elif name in _BLOCKS:
            self.break_line()

    def end(self, name: str) -> None:
        if self.hidden:
            if name in self.hidden:
                while self.hidden.pop() != name:
                    pass
        elif name in _MARKS:
            self.close_mark(_MARKS[name])
        elif name == "a" and self.links:
            self.close_link(*self.links.pop())
        elif name in ("ul", "ol"):
            self.lists = self.lists[:-1]
            self.break_line() if self.lists else self.paragraph()
        elif name == "blockquote":
            self.break_line()
            self.quotes = max(0, self.quotes - 1)
            while self.lines and not self.lines[-1].strip("> "):
                self.lines.pop()
            self.blank = not self.lines
            self.paragraph()
        elif name == "pre" and self.pre:
            self.break_line()
            self.pre -= 1
            self.lines.append(f"{self.quotation()}```")
            self.blank = False
            self.paragraph()
        elif name in _SPACED:
            self.paragraph()
        elif name in _BLOCKS or name == "li":
            self.break_line()

    def close_mark(self, mark: str) -> None:
        if mark in self.wanted:
            self.wanted.remove(mark)  # Nothing stood between: no emphasis.
        elif mark in self.opened:
            self.opened.remove(mark)
            last = self.line.pop()
            bare = last.rstrip(" ")
            self.line.extend((bare, mark, last[len(bare) :]))

    def close_link(self, target: str, begin: int) -> None:
        shown = "".join(self.line[begin:]).strip()
        plain = target.removeprefix("mailto:").partition("?")[0]
        if not target.startswith(("http:", "https:", "mailto:")) or not shown:
            return
        bare = _LINK_TEXT.sub("", shown).lower()
        if bare in (_LINK_TEXT.sub("", target).lower(), plain.lower(), _short(target)):
            return  # What is shown is the address already.
        self.line[begin:] = [f"[{shown}]({target.replace(' ', '%20').replace(')', '%29')})"]

    def item_mark(self) -> str:
        indent = "  " * (min(len(self.lists), _DEEPEST) - 1)
        if not self.lists or self.lists[-1] < 0:
            return f"{indent}- "
        number = self.lists[-1]
        self.lists[-1] += 1
        return f"{indent}{number}. "

    def quotation(self) -> str:
        return "> " * min(self.quotes, _DEEPEST)

    def break_line(self, *, keep: bool = False) -> None:
        """End the line; a blank one is kept only where the page itself asks for it."""
        wanted = self.opened + self.wanted  # Emphasis goes on in the next line.
        self.wanted = []
        while self.opened:
            self.close_mark(self.opened[-1])
        self.wanted = wanted
        text = "".join(self.line)
        text = text.rstrip() if self.pre else text.strip(" ")
        self.line.clear()
        self.links = [(target, 0) for target, _ in self.links]
        if not text and not keep:
            return
        if not text and self.blank and not self.pre:
            return
        prefix, self.prefix = (self.prefix, "") if text else ("", self.prefix)
        self.lines.append(f"{self.quotation()}{prefix}{text}".rstrip())
        self.blank = not text

    def paragraph(self) -> None:
        """End the line, and leave a blank one before whatever comes."""
        self.break_line()
        if not self.blank:
            self.lines.append(self.quotation().rstrip())
            self.blank = True

    def finished(self) -> str:
        self.break_line()
        if self.pre:
            self.lines.append("```")
        return "\n".join(self.lines).strip("\n").replace("\u00a0", " ")


def _hides(attributes: str) -> bool:
    return _HIDDEN_STYLE.search(_attribute(attributes, "style")) is not None


def _attribute(attributes: str, name: str) -> str:
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1].lower() == name:
            return unescape(match[2].strip("\"'")).strip()
    return ""


def _short(target: str) -> str:
    return _LINK_TEXT.sub("", target.partition("://")[2]).lower()
