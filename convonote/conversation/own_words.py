"""What somebody says in a text themselves: without quotation, code, signature and footer."""

import re
from collections.abc import Iterator

from .others_words import FORWARDED, begins_earlier_mail, without_notices

HEAD, TAIL = 20_000, 4_000
"""Characters judged at the beginning and at the end of a text; the middle is passed over."""

QUOTED = re.compile(r"[ \t]{0,3}(?:>|\|[ \t](?!.*\|[ \t]*\Z))")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)", re.DOTALL)
SIGNATURE = re.compile(r"--[ \t]*\Z")
RULE = re.compile(r"[ \t]*(?:_{20,}|-{20,}|={20,})[ \t]*\Z")
FOOTER = re.compile(
    r"mailing list|unsubscribe|listinfo|list info|manage (?:your )?subscription", re.I
)
ATTRIBUTION = re.compile(
    r"(?:on|am|le|el|il|op) .{6,150}\b(?:wrote|schrieb|écrit|escribió|scritto) ?:\s*\Z", re.I
)
SENT_FROM = re.compile(
    r"[ \t]*(?:sent from (?:my |outlook|mail for |yahoo|proton)|get outlook for |"
    r"von meinem .{1,40} gesendet)",
    re.I,
)
TASK = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\[[ xX]\](?:[ \t]|\Z)")
CODE_LIKE = re.compile(r"[{}=;\\]|\)\s*\Z|\A\s*[$#%]\s|\[[yY]/[nN]\]")

# Most lines are told by their first letter; a pattern that ignores case takes three times as long.
_BEGINNINGS = (
    *("on ", "am ", "le ", "el ", "il ", "op ", "sent from ", "get outlook for ", "von[ :]"),
    *("from ?:", "de ?:", "da ?:", "van ?:", "od ?:", "от ?:", "від ?:", "begin ", "anfang "),
    "début ",
)
MARKED = re.compile(
    r"[ \t]*(?:[>|`~_=*+-]|[0-9]{1,9}[.)]|(?=[aAbBdDeEfFgGiIlLoOsSvVоОвВ])(?:"
    + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _BEGINNINGS)
    + r"))|    |\t"
)
"""How a line begins that may be something else than its author's own words."""

INLINE_CODE = re.compile(r"`[^`\n]*`")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>?!.,;:)\]]")
SPEECH = re.compile(r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»")

ASIDE = re.compile(r"(?<!\w)['‘](?:[^'‘’\n]|(?<=\w)['’](?=\w)){2,200}\?['’](?!\w)")
"""What somebody else asked, in single marks."""

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
    if "?'" in own or "?’" in own:
        own = ASIDE.sub(" ", own)
    own = own if own.isascii() and '"' not in own else SPEECH.sub(" ", own)
    return without_notices(own)


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
        if SIGNATURE.match(line) or FORWARDED.match(line) or begins_earlier_mail(lines, number):
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
