"""HTML as mail has it, to text that reads as markdown."""

from collections.abc import Callable
from html import unescape

from convonote.intake.html.escaping import BOLD, CODE, ITALIC, RESERVED
from convonote.intake.html.links import is_base
from convonote.intake.html.page import Page
from convonote.intake.html.quoting import Quotation, marked, quotation
from convonote.intake.html.tables import data_tables
from convonote.intake.html.tags import TAG, UNSEEN, VOID, after, attribute, hides, hiding

_MARKS = {
    "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "code": CODE, "tt": CODE, "samp": CODE,
    "kbd": CODE,
}  # fmt: skip
_BLOCKS = {
    "section", "article", "header", "footer", "main", "tbody", "form", "center", "address",
    "dt", "dd", "fieldset", "caption", "thead", "nav", "aside", "figcaption", "body", "option",
}  # fmt: skip
_SPACED = {"p", "dl", "figure", "details"}
_LAID_OUT_PROSE = ("moz-quote-pre", "k9mail", "wrap")
_MOST_HIDDEN = 500
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u00ad\u2060\ufeff\u034f"))


def readable(html: str) -> str:
    """The text that a reader of the page would see: paragraphs, lists, links, emphasis."""
    text = _Reader(html).read()
    if not text and "<!--" in html and "-->" not in html:
        return _Reader(html.replace("<!--", " ")).read()  # A comment that never ends hid it all.
    return text


class _Reader:
    """A page on its way from tags to lines."""

    def __init__(self, html: str) -> None:
        if not html.isascii():
            html = RESERVED.sub("\ufffd", html.translate(_INVISIBLE))
        self.html = html
        self.page = Page()
        self.hidden: list[str] = []
        """The elements that are open inside one that is not shown."""
        small = html.lower()
        self.may_hide = hiding(small)
        self.may_quote = marked(html)
        self.divs: list[Quotation | None] = []
        """For each open div what it quotes."""
        self.blockquotes: list[Quotation] = []
        self.data = data_tables(html, small)
        self.tables = 0
        """Tables of data that are open: one, as none holds another."""
        self.laid_out: list[str] | None = None
        """The text of the open `pre`."""
        self.prose = False

    def read(self) -> str:
        html = self.html
        position = 0
        unclosed: set[str] = set()
        for tag in TAG.finditer(html):
            begin = tag.start()
            if begin < position:
                continue
            if begin > position and not self.hidden:
                raw = html[position:begin]
                if self.page.line or self.laid_out is not None or not raw.isspace():
                    self.text(raw)
            position = tag.end()
            end, name, attributes = tag.groups()
            if name is None:
                continue
            name = name.lower()
            if end:
                self.end(name)
            elif name in UNSEEN:
                if name == "head":
                    self.find_base(html[position : position + 4000])
                position = after(html, name, position, unclosed)
            elif self.hidden:
                if name not in VOID and attributes[-1:] != "/" and len(self.hidden) < _MOST_HIDDEN:
                    self.hidden.append(name)
            else:
                self.start(name, attributes, begin)
        if not self.hidden:
            self.text(html[position:])
        self.end_pre()
        return self.page.finished()

    def find_base(self, head: str) -> None:
        if "<base" in head.lower():
            for tag in TAG.finditer(head):
                if tag[2] and tag[2].lower() == "base":
                    self.set_base(tag[3])

    def set_base(self, attributes: str) -> None:
        target = attribute(attributes, "href")
        if not self.page.base and is_base(target):
            self.page.base = target

    def text(self, raw: str) -> None:
        text = unescape(raw) if "&" in raw else raw
        if self.laid_out is not None:
            self.laid_out.append(text)
        elif text:
            self.page.text(text)

    def start(self, name: str, attributes: str, begin: int) -> None:
        if self.may_hide and attributes and name not in VOID and hides(attributes):
            self.hidden.append(name)
        elif self.laid_out is not None:
            if name in ("br", "div", "p", "li", "tr"):
                self.laid_out.append("\n")
        elif (mark := _MARKS.get(name)) is not None:
            self.page.begin_mark(mark)
        elif name in _BLOCKS:
            self.page.end_line()
        elif name in _SPACED:
            self.page.paragraph()
        elif name == "table":
            self.start_table(begin)
        elif (starts := _STARTS.get(name)) is not None:
            starts(self, attributes)

    def start_div(self, attributes: str) -> None:
        found = quotation(attributes) if self.may_quote and attributes else None
        self.divs.append(found)
        if found is None:
            self.page.end_line()
        else:
            self.page.begin_quotation(found)

    def start_blockquote(self, _attributes: str) -> None:
        self.blockquotes.append(found := Quotation())
        self.page.begin_quotation(found)

    def start_numbered(self, attributes: str) -> None:
        first = attribute(attributes, "start")
        number = int(first) if first.isascii() and first.isdigit() and len(first) < 9 else 1
        self.page.begin_list(numbered=True, first=number)

    def start_table(self, begin: int) -> None:
        if begin in self.data and not self.tables:
            self.tables = 1
            self.page.begin_table()
        else:
            self.page.paragraph()

    def start_row(self, _attributes: str) -> None:
        self.page.begin_row() if self.tables else self.page.end_line()

    def start_pre(self, attributes: str) -> None:
        self.page.paragraph()
        self.laid_out = []
        self.prose = any(word in attributes for word in _LAID_OUT_PROSE)

    def start_picture(self, attributes: str) -> None:
        alt = attribute(attributes, "alt")
        if not alt.startswith("cid:"):  # That names a part, and says nothing.
            self.page.text(alt)

    def start_input(self, attributes: str) -> None:
        if attribute(attributes, "type").lower() == "checkbox":
            self.page.box("checked" in attributes.lower())

    def end(self, name: str) -> None:
        page = self.page
        if self.hidden:
            if name in self.hidden:
                while self.hidden.pop() != name:
                    pass
        elif self.laid_out is not None:
            if name == "pre":
                self.end_pre()
        elif (mark := _MARKS.get(name)) is not None:
            page.end_mark(mark)
        elif name in _BLOCKS:
            page.end_line()
        elif name in _SPACED:
            page.paragraph()
        elif (ends := _ENDS.get(name)) is not None:
            ends(self)

    def end_div(self) -> None:
        found = self.divs.pop() if self.divs else None
        self.page.end_line() if found is None else self.page.end_quotation(found)

    def end_blockquote(self) -> None:
        if self.blockquotes:
            self.page.end_quotation(self.blockquotes.pop())

    def end_table(self) -> None:
        self.tables = 0
        self.page.end_table()
        self.page.paragraph()

    def end_pre(self) -> None:
        if self.laid_out is not None:
            text, self.laid_out = "".join(self.laid_out), None
            self.page.code(text, prose=self.prose)


_STARTS: dict[str, Callable[[_Reader, str], None]] = {
    "br": lambda reader, _: reader.page.end_line(asked=True),
    "a": lambda reader, attributes: reader.page.begin_link(attribute(attributes, "href")),
    "td": lambda reader, _: reader.page.begin_cell(),
    "th": lambda reader, _: reader.page.begin_cell(),
    "img": _Reader.start_picture,
    "ul": lambda reader, _: reader.page.begin_list(numbered=False),
    "li": lambda reader, _: reader.page.begin_item(),
    "hr": lambda reader, _: reader.page.rule(),
    "div": _Reader.start_div,
    "tr": _Reader.start_row,
    "ol": _Reader.start_numbered,
    "blockquote": _Reader.start_blockquote,
    "pre": _Reader.start_pre,
    "base": _Reader.set_base,
    "input": _Reader.start_input,
    "h1": lambda reader, _: reader.page.begin_heading(1),
    "h2": lambda reader, _: reader.page.begin_heading(2),
    "h3": lambda reader, _: reader.page.begin_heading(3),
    "h4": lambda reader, _: reader.page.begin_heading(4),
    "h5": lambda reader, _: reader.page.begin_heading(5),
    "h6": lambda reader, _: reader.page.begin_heading(6),
}
_ENDS: dict[str, Callable[[_Reader], None]] = {
    "a": lambda reader: reader.page.end_link(),
    "li": lambda reader: reader.page.end_line(),
    "tr": lambda reader: reader.page.end_line(),
    "ul": lambda reader: reader.page.end_list(),
    "ol": lambda reader: reader.page.end_list(),
    "div": _Reader.end_div,
    "blockquote": _Reader.end_blockquote,
    "table": _Reader.end_table,
    **{f"h{level}": lambda reader: reader.page.end_heading() for level in range(1, 7)},
}
