"""What somebody says in a text themselves: without quotation, code, signature and footer."""

import re
from collections.abc import Iterator

HEAD, TAIL = 20_000, 4_000
"""Characters judged at the beginning and at the end of a text; the middle is passed over."""

QUOTED = re.compile(r"[ \t]{0,3}>")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)", re.DOTALL)
SIGNATURE = re.compile(r"--[ \t]*\Z")
RULE = re.compile(r"[ \t]*(?:_{20,}|-{20,}|={20,})[ \t]*\Z")
FOOTER = re.compile(
    r"mailing list|unsubscribe|listinfo|list info|manage (?:your )?subscription", re.I
)
FORWARDED = re.compile(r"[ \t]*-{3,} ?(?:original message|forwarded message)", re.IGNORECASE)
ATTRIBUTION = re.compile(
    r"(?:on|am|le|el|il|op) .{6,150}\b(?:wrote|schrieb|écrit|escribió|scritto) ?:", re.I
)
SENT_FROM = re.compile(
    r"[ \t]*(?:sent from my |get outlook for |von meinem .{1,40} gesendet)", re.I
)
TASK = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\[[ xX]\](?:[ \t]|\Z)")
CODE_LIKE = re.compile(r"[{}=;\\]|\)\s*\Z|\A\s*[$#%]\s")

MARKED = re.compile(
    r"[ \t]*(?:[>`~_=*+-]|[0-9]{1,9}[.)]|on|am|le|el|il|op|sent from my |get outlook for |"
    r"von meinem )|    |\t",
    re.I,
)
"""How a line begins that may be something else than its author's own words."""

INLINE_CODE = re.compile(r"`[^`\n]*`")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>?!.,;:)\]]")
SPEECH = re.compile(r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»")

FOOTER_LINES = 12
"""A footer below a ruled line is no longer than this."""


def own_words(text: str) -> str:
    """The words of a text that are its author's own, without the middle of a very long one."""
    if len(text) > HEAD + TAIL:
        text = text[:HEAD] + "\n" + text[-TAIL:]
    own = "\n".join(_own_lines(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    if "`" in own:
        own = INLINE_CODE.sub(" ", own)
    if "http" in own or "www." in own:
        own = ADDRESS.sub(" ", own)
    return own if own.isascii() and '"' not in own else SPEECH.sub(" ", own)


def _own_lines(lines: list[str]) -> Iterator[str]:
    fence = ""
    blank = True  # whether the line before was empty, so that an indented one may be code
    for number, line in enumerate(lines):
        if not MARKED.match(line):
            if not fence:
                yield line
                blank = not line.strip()
            continue
        mark = FENCE.match(line)
        if fence:
            # A fence ends with the same mark, as long at least, and nothing behind it.
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
            continue
        if mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            continue
        if SIGNATURE.match(line) or FORWARDED.match(line):
            return
        if RULE.match(line) and _is_footer(lines[number + 1 :]):
            return
        code = blank and line.startswith(("    ", "\t")) and CODE_LIKE.search(line)
        if not (code or _is_foreign(line)):
            yield line
        blank = bool(code) or not line.strip()


def _is_foreign(line: str) -> bool:
    """Whether a line is a quotation, what introduces one, a task item or a device's boast."""
    return bool(
        QUOTED.match(line) or TASK.match(line) or ATTRIBUTION.match(line) or SENT_FROM.match(line)
    )


def _is_footer(rest: list[str]) -> bool:
    return len(rest) <= FOOTER_LINES and bool(FOOTER.search("\n".join(rest)[:4_000]))
