"""HTML to markdown: what a page shows, and that what was written in it stays what it was."""

from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convonote.intake.html.hypertext import readable
from convonote.intake.quotation.reply import new_part
from convonote.text.lines import lines, plain


def shown(markdown: str) -> str:
    """A text as the screens show it, in one line."""
    return " ".join(" ".join(plain(line) for line in lines(markdown, 500)).split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<div>Three</div>", "One\nTwo\nThree"),
        ("One<br><br><br>Two", "One\n\nTwo"),
        ("<ul><li>a<li>b<ol><li>c</li></ol></ul>d", "- a\n- b\n  1. c\n\nd"),
        ("<ol start=3><li>a<ul><li>b</ul><li>c</ol>", "3. a\n   - b\n4. c"),
        ("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n- c"),
        ("<ul><li><ol><li>a</ol></ul>", "- 1. a"),
        ("<ul><li></li></ul><p>a</p>", "a"),
        ("<ul><li><input type=checkbox checked> a</ul>", "- [x] a"),
        ('<a href="https://x.org/a">here</a>', "[here](https://x.org/a)"),
        ('<a href="https://x.org">x.org</a>', "x.org"),
        ('<a href="mailto:a@x.org">a@x.org</a>', "a@x.org"),
        ('<a href="javascript:x()">here</a>', "here"),
        ('<a href="https://x.org/a b(c)">here</a>', "[here](https://x.org/a%20b%28c%29)"),
        ('<base href="https://x.org/y/"><a href="a">here</a>', "[here](https://x.org/y/a)"),
        ('<b><a href="https://x.org/">a</a> b</b>', "[**a**](https://x.org/) **b**"),
        ('<a href="https://x.org/"><div></div><div>a</div></a>', "[a](https://x.org/)"),
        ("go<b> now</b>!", "go **now**!"),
        ("<b>a<br>b</b>", "**a**\n**b**"),
        ("<b>a</b><b>b</b>", "**ab**"),
        ("<b>a</b><i>b</i>", "**a**b"),
        ("<b>a <i>b</b> c</i>", "**a *b*** *c*"),
        ('x<b>"a"</b>y', 'x"a"y'),
        ("<b></b><i> </i>x", "x"),
        ("<code>a*b</code>", "`a*b`"),
        ("<code>a`b</code>", "`` a`b ``"),
        ("<style>p{}</style><script>alert('<p>')</script>x", "x"),
        ('<div style="display:none">secret</div>x', "x"),
        ('<p style="Max-Height: 0; overflow:hidden">secret</p>x', "x"),
        ("<p hidden>secret</p>x", "x"),
        ('<p style="opacity:0.9;line-height:0">not secret</p>', "not secret"),
        ("<blockquote>q<br>r</blockquote>own", "> q\n> r\n\nown"),
        ("<blockquote>q<blockquote>r</blockquote>s</blockquote>", "> q\n>\n> > r\n>\n> s"),
        ("<p>x</p><pre>a\n  b\n</pre>", "x\n\n```\na\n  b\n```"),
        ("<p>x</p><pre>a```b</pre>", "x\n\n````\na```b\n````"),
        ("<pre>A letter.\n  As it was *typed*.</pre>", "A letter.\n  As it was \\*typed\\*."),
        ("<h2>Head</h2>x", "## Head\n\nx"),
        ("<h2></h2>x", "x"),
        ("1 &lt; 2 &amp;&nbsp;3", "1 < 2 & 3"),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC"),
        ("a<!-- hidden -->b<!DOCTYPE x>c", "abc"),
        ("a<!--b", "a"),
        ("<!--b", "b"),
        ('<img alt="Logo" src="x"> a < b', "Logo a < b"),
        ('<img alt="cid:image001.png@1">a', "a"),
        ('<p class="a > b">x</p>', "x"),
        ("unclosed <b", "unclosed <b"),
        ("a\ufdd0b", "a\ufffdb"),
    ],
)
def test_html_reads_as_markdown(html: str, expected: str) -> None:
    assert readable(html) == expected


def test_a_table_of_data_stays_a_table_and_one_that_lays_out_does_not() -> None:
    rows = "<tr><td>Tea|coffee</td><td><p>3</p></td></tr><tr><td>Cake</td><td></td></tr>"
    head = "<tr><th>What</th><th>Much</th></tr>"
    assert readable(f"<table>{head}{rows}</table>x") == (
        "| What | Much |\n| --- | --- |\n| Tea\\|coffee | 3 |\n| Cake |  |\n\nx"
    )
    assert readable(f"<table border=1>{rows}</table>") == (
        "| Tea\\|coffee | 3 |\n| --- | --- |\n| Cake |  |"
    )
    assert readable(f"<table>{rows}</table>") == "Tea|coffee\n\n3\n\nCake"
    assert "---" not in readable(f'<table border="1" role="presentation">{rows}</table>')


MARKUP = "*_`#-+>~|[]()!<&;:\\=1.ax \n"


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.text(MARKUP, max_size=12), min_size=1, max_size=4))
@example(["- a", "# b", "1. c", "***", "[x](y)", "&amp;", "|a|b|", "--- | ---"])
@example(["https://x.org/_a_b*c*/_", "a_b_c", "~~x~~", "``` x", "\\*", "a\\"])
@example(["---", "___", "- - -", "<https://x.org/_>", "[ ] a", "- [ ] a", "![x](y)"])
def test_no_text_becomes_markdown_that_it_was_not(typed: list[str]) -> None:
    page = "<br>".join(escape(line) for line in typed)
    # A `>` at the start of a line is a quotation, and a row of one sign is a rule, in HTML too.
    kept = [line for line in typed if not line.strip().startswith(">") and len(set(line)) > 1]
    if len(kept) == len(typed):
        assert shown(readable(page)) == " ".join(" ".join(typed).split())
        item = f"<ul><li>{page}</ul>"
        assert shown(readable(item)).lstrip("•- ") == " ".join(" ".join(typed).split()).lstrip("- ")


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Hm 3. nov. kl. 10 Bo:<br></div>'
        '<blockquote class="gmail_quote"><div>Which week?</div></blockquote></div>',
        '<div class="moz-cite-prefix">Bo sanoi:<br></div><blockquote type="cite">Which week?'
        "</blockquote>",
        '<div class="protonmail_quote">Bo sanoi:<br><blockquote class="protonmail_quote"'
        ' type="cite">Which week?</blockquote></div>',
        '<div id="ydp1yahoo_quoted_1" class="ydp1yahoo_quoted"><div>Bo sanoi:</div><div><br></div>'
        "<div>Which week?</div></div>",
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><b>Sendandi:</b> Bo<br>'
        "<b>Efni:</b> Re</div><div>Which week?</div>",
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Saatja:</b> Bo<br>'
        "<b>Saadetud:</b> esm<br><b>Teema:</b> Re</p></div><p>Which week?</p>",
    ],
)
def test_what_programs_mark_as_quoted_is_left_out_in_any_language(quoted: str) -> None:
    text = readable(f"<div>April is fine.</div>{quoted}")
    assert "Which week?" in text
    assert new_part(text) == "April is fine."


@pytest.mark.parametrize(
    "passed_on",
    [
        '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------'
        "<br>From: Bo &lt;bo@example.org&gt;<br>Subject: Re<br></div><p>Which week?</p></div>",
        '<div class="yahoo_quoted"><div>----- Välitetty viesti -----</div><p>Which week?</p></div>',
        '<blockquote type="cite"><div>Begin forwarded message:</div><br>Which week?</blockquote>',
    ],
)
def test_what_is_passed_on_stays(passed_on: str) -> None:
    text = new_part(readable(f"<div>See below.</div>{passed_on}"))
    assert text.startswith("See below.")
    assert "Which week?" in text


@pytest.mark.parametrize(
    "bait",
    [
        "<ul>" * 50_000 + "x" + "</ul>" * 50_000,
        "<blockquote>" * 40_000 + "x" + "</blockquote>" * 40_000,
        "<b><i>" * 80_000 + "x",
        '<a href="https://x.org/">' * 20_000 + "x",
        "<table><tr><td>" * 30_000 + "x",
        "<div style=display:none>" * 20_000 + "</p>" * 20_000,
        "&#x41" * 100_000,
        "<!--" * 100_000,
        '<p a="' * 100_000,
        "<a " + "b " * 200_000,
        "*_`[" * 100_000,
        "&" * 400_000,
        "<pre>" + "`" * 300_000,
    ],
)
def test_broken_and_deep_pages_give_bounded_text(bait: str) -> None:
    assert len(readable(bait)) <= 4 * len(bait)
