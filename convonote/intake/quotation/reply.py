"""The new part of a message: without the earlier mail it quotes, and without signature."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.intake.quotation.attribution import (
    attribution,
    forwarded,
    header_block,
    separator,
    telling,
)
from convonote.intake.quotation.fences import fenced
from convonote.intake.quotation.signature import without_footer, without_rules, without_signature

_MOST_LINES = 20_000
"""Lines beyond which a text is a file that somebody pasted, and is kept as it is."""
_LONGEST_ANSWERED = 12
"""Quoted lines that are kept above an answer; of more, the last."""
_WRAPPED = 55
"""Characters of a quoted line from which it may have been wrapped."""
_GREETING = 40
"""Characters of a greeting above a quotation."""


@dataclass(slots=True)
class _Run:
    """Neighbouring lines that are all quoted, or none of them."""

    quoted: bool
    lines: list[str]


def new_part(text: str) -> str:
    """What the author says here; the whole text where nothing would be left.

    Lines that are answered one by one stay as quotations, and so does what is forwarded.
    """
    if text.count("\n") > _MOST_LINES:
        return text.strip("\n")
    lines = [line.rstrip() if line != "-- " else line for line in text.split("\n")]
    own, passed_on = _above_earlier_mail(lines)
    runs = _runs(without_signature(without_footer(own)))
    kept = without_rules(without_footer(_joined(_answered(runs))))
    while kept and not kept[0].strip():
        kept.pop(0)
    if passed_on:
        quotation = [f"> {line}".rstrip() for line in passed_on]
        kept = [*kept, "", *quotation] if kept else quotation
    return "\n".join(kept) if any(kept) else text.strip("\n")


def _above_earlier_mail(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines above earlier mail that no `>` marks, and the lines of what is forwarded."""
    own: list[str] = []
    at = 0
    code = fenced(lines)
    may_tell = telling(lines)
    while at < len(lines):
        line = lines[at]
        if not may_tell[at] or code[at] or _is_quoted(line) or not line.strip():
            own.append(line)
            at += 1
            continue
        if forwarded(lines, at):
            return own, without_rules(list(lines[at + 1 :]))
        if separator(lines, at) or header_block(lines, at):
            return without_rules(own), []
        if count := attribution(lines, at):
            at += count
            while at < len(lines) and not lines[at].strip():
                at += 1
            if at == len(lines) or not _is_quoted(lines[at]):
                return own, []
            continue  # What it quotes is marked: answers may stand below.
        own.append(line)
        at += 1
    return own, []


def _runs(lines: Sequence[str]) -> list[_Run]:
    """Quoted and own lines in turn; blank lines belong to what stands before."""
    runs: list[_Run] = []
    code = fenced(lines)
    for at, line in enumerate(lines):
        quoted = not code[at] and (_is_quoted(line) or _is_rest_of_quoted(lines, at))
        if runs and (runs[-1].quoted == quoted or not line.strip()):
            runs[-1].lines.append(line)
        elif line.strip():
            runs.append(_Run(quoted, [line]))
    return runs


def _is_quoted(line: str) -> bool:
    return line.startswith((">", " >"))


def _is_rest_of_quoted(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the end of the quoted line above, which was wrapped on the way."""
    if not lines[at][:1].islower():
        return False
    above = lines[at - 1] if at else ""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return len(above) >= _WRAPPED and _is_quoted(above) and _is_quoted(below)


def _answered(runs: list[_Run]) -> list[_Run]:
    """The runs without quotations that nobody answers."""
    while runs and runs[-1].quoted:
        runs.pop()
    quotations = [at for at, run in enumerate(runs) if run.quoted]
    if len(quotations) == 1:
        [at] = quotations
        before = "".join(line for run in runs[:at] for line in run.lines).strip()
        if len(before) <= _GREETING:
            return [run for run in runs if not run.quoted]
    return [_Run(True, _last(run.lines)) if run.quoted else run for run in runs]


def _last(lines: list[str]) -> list[str]:
    """The last lines of a quotation: those that the answer below is about."""
    said = list(lines)
    while said and not said[-1].strip(" >"):
        said.pop()
    said = said[-_LONGEST_ANSWERED:]
    while said and not said[0].strip(" >"):
        said.pop(0)
    return [*(line.lstrip() if _is_quoted(line) else f"> {line}" for line in said), ""]


def _joined(runs: list[_Run]) -> list[str]:
    return [line for run in runs for line in run.lines]
