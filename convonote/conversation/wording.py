"""What a text asks, closes or accepts, told by its wording: rules T4, T13 and T14.

English is known by its cues. Of other languages a question mark and the commonest requests ask,
and the commonest closings and acceptances are known; what is not recognised does none of these.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from . import asking_tongues, cues, farewells, hollow, tongues
from .heard_wishes import without_wishes
from .leaning import LEARNT, Table, leaning
from .own_words import own_words
from .phrases import any_of, question, without_questions

SHORT = 400
"""Characters beyond which a text closes and accepts nothing."""
CLOSING_WORDS = 25
"""The longest closing, in words."""
ACCEPTING_WORDS = 40
"""The longest acceptance, in words."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text does to the turn, as far as its wording tells."""

    asks: bool = False
    """It wants an answer or an action."""
    closes: bool = False
    """It is a closing, a farewell, a withdrawal, or says that it wants no answer."""
    accepts: bool = False
    """Its author says that they will do what was asked."""
    words: tuple[str, ...] = ()
    """The words by which that was told, in small letters and without apostrophes."""


WRAPPED = 55
"""A line longer than this was wrapped, and its sentence goes on."""

NOTHING = Judgement()

# Each begins with the letters it looks for, which is many times as fast as looking back first.
APOSTROPHE = re.compile(r"[’'ʼ´`‘](?<=\w.)(?=\w)")
EMPHASIS = re.compile(r"[*~]+|_(?<!\w_)|_(?!\w)")
MARK = re.compile("[’'ʼ´`‘*~_]")
"""What an apostrophe or an emphasis is written with."""
RULES = {
    first: (farewells.NO_ANSWER.get(first), hollow.HOLLOW.get(first), cues.ASKING.get(first))
    for first in {*farewells.NO_ANSWER, *hollow.HOLLOW, *cues.ASKING}
}
"""What may begin with a word: a notice, what only sounds like asking, and what asks."""
FIRST_WORD = any_of(RULES)
EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u2752\u2756-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3\u200d"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
EMOTICON = re.compile(
    r"(?:[:;=](?<!\w.)['’]?-?[)(DPpO|/*3]+|<3+|\^\^|\+1|:(?<!\w:)\w{2,20}:)(?!\w)"
)
EMOTICON_MARK = re.compile(r"[:;=<^+]")
"""What every emoticon holds."""
BREAK = re.compile(
    r"[\n!?¡¿«»,;:…。！，、；：؛،()–—|/\"]+|\.(?!\w)\.*|\.(?=[^\W\d_])|\s-+\s|\A[-\s]+"
)


def judge(text: str, table: Table | None = LEARNT) -> Judgement:
    """Tell what a text asks, closes and accepts, from its author's own words alone.

    Where no cue tells anything, its words are weighed by the table.
    """
    own = own_words(text)
    found = _judged(own, table)
    # No wish is a question.
    if found.asks and "?" not in found.words[0] and (left := without_wishes(own)) != own:
        return _judged(left, table)  # How to reach somebody is to be heeded, not answered.
    return found


def _judged(own: str, table: Table | None) -> Judgement:
    """The same of the author's own words."""
    if not own.strip():
        return NOTHING
    said = plain(own)
    asked, notice, meant = _asked(said)
    if asked and (notice or len(own) > SHORT):
        return Judgement(asks=True, words=(asked,))
    if notice:
        return Judgement(closes=True, words=(notice,))
    if len(own) > SHORT:
        return _leaning(said, meant, table)
    clauses = list(_clauses(own))
    accepted = _accepted(clauses, bool(asked))
    words = tuple(word for word in (asked, accepted) if word)
    if words:
        return Judgement(asks=bool(asked), accepts=bool(accepted), words=words)
    if closed := _closed(clauses, own):
        return Judgement(closes=True, words=closed)
    return _leaning(said, meant, table)


def _leaning(said: str, meant: str, table: Table | None) -> Judgement:
    """What the words weigh in sentences without a phrase that only sounds like asking."""
    words = leaning(said, meant, table) if table else ()
    return Judgement(asks=True, words=words) if words else NOTHING


def plain(text: str) -> str:
    """A text as its words are compared: small letters, single spaces, no apostrophes."""
    return _unwrapped(_unmarked(text.lower()))


def _unmarked(text: str) -> str:
    return EMPHASIS.sub("", APOSTROPHE.sub("", text)) if MARK.search(text) else text


def _unwrapped(text: str) -> str:
    """A text with single spaces, a long line joined to the next one."""
    if "\n" not in text:
        return " ".join(text.split())
    lines = [" ".join(line.split()) for line in text.split("\n")]
    parts = [lines[0]]
    for before, line in pairwise(lines):
        parts.append(" " if len(before) > WRAPPED and line else "\n")
        parts.append(line)
    return "".join(parts)


def _asked(said: str) -> tuple[str, str, str]:
    """The words by which a text asks, by which it wants no answer, and what it means seriously."""
    left, cue, notice = _cues(said)
    if cues.QUESTION_MARK.search(left):
        courtesy = question(hollow.PLEASANTRY, left)
        left = without_questions(hollow.RHETORICAL, left)
        left = without_questions(hollow.PLEASANTRY, left)
        if mark := cues.QUESTION_MARK.search(left):
            return mark[0], notice, left
        if courtesy and _is_only_greeting(left):
            return courtesy[0], notice, left
        cue = _cues(left)[1]
    return cue or _opening(left) or _ending(left), notice, left


def _cues(said: str) -> tuple[str, str, str]:
    """A text without the phrases that only sound like asking, the first that asks, and a notice."""
    cue = notice = ""
    parts = []
    kept = 0
    for word in FIRST_WORD.finditer(said):
        start = word.start()
        if start < kept:
            continue
        refuses, sounds, asks = RULES[word[0]]
        if refuses and (found := refuses.match(said, start)):
            notice = notice or found[0]
        if sounds and (found := sounds.match(said, start)):
            parts.append(said[kept:start])
            kept = found.end()
        elif asks and not cue and (found := asks.match(said, start)):
            cue = found[0]
    return " ".join([*parts, said[kept:]]) if parts else said, cue, notice


def _opening(said: str) -> str:
    """The words by which a sentence begins as a question or a request does."""
    start = 0
    for end in [*(gap.end() for gap in cues.SENTENCE.finditer(said)), len(said)]:
        if found := cues.OPENING_ASKS.match(said, start):
            return found[0].strip()
        start = end
    return ""


def _ending(said: str) -> str:
    if said.isascii() or not cues.ASKING_SCRIPT.search(said):
        return ""
    found = cues.ASKING_ENDS.search(said)
    return found[0].strip() if found else ""


def _is_only_greeting(rest: str) -> bool:
    """Whether nothing but a greeting and a name is left: then `How are you?` is the question."""
    words = EMOJI.sub(" ", rest).split()
    return len(words) <= 1 or (len(words) <= 4 and bool(farewells.GREETING.match(rest.strip())))


def _clauses(own: str) -> Iterator[tuple[str, str]]:
    """The clauses of a short text: as written, and as compared."""
    shown = own if own.isascii() else EMOJI.sub(" ", own)
    bare = _unmarked(EMOTICON.sub(" ", shown) if EMOTICON_MARK.search(shown) else shown)
    for clause in BREAK.split(_unwrapped(bare)):
        if clause and (written := " ".join(clause.split())):
            yield written, written.lower()


def _accepted(clauses: list[tuple[str, str]], asks: bool) -> str:
    """The words by which a text takes on what was asked, or nothing."""
    if sum(len(low.split()) for _, low in clauses) > ACCEPTING_WORDS:
        return ""
    said = [low for _, low in clauses if not farewells.GREETING.fullmatch(low)]
    # Who asks something and then says what they will do with it has accepted nothing.
    for low in said[:2] if asks else said:
        lead = farewells.LEAD.match(low)
        rest = low[lead.end() :] if lead else low
        for found in (
            farewells.ACCEPTS.match(low),
            farewells.COMMITS.match(rest),
            asking_tongues.accepted(low),
        ):
            if found and not farewells.PARTING.match(rest):
                return found[0]
    weak = [found[0] for low in said if (found := farewells.WEAK_ACCEPTS.fullmatch(low))]
    others = [low for low in said if not farewells.WEAK_ACCEPTS.fullmatch(low)]
    if weak and not asks and not any(len(low.split()) > 2 or _head(low) for low in others):
        # Alone, `no problem` answers thanks.
        return "" if weak in (["no problem"], ["np"]) else weak[0]
    return ""


def _closed(clauses: list[tuple[str, str]], own: str) -> tuple[str, ...]:
    """The words by which a text that asks and accepts nothing closes the matter, or none."""
    if not clauses:
        return tuple(EMOJI.findall(own)[:1] or EMOTICON.findall(own)[:1])
    if sum(len(low.split()) for _, low in clauses) > CLOSING_WORDS:
        return ()
    if farewells.ADVANCE.search(" ".join(low for _, low in clauses)):
        return ()
    heads: list[str] = []
    names = strange = 0
    for number, (written, low) in enumerate(clauses):
        if farewells.GREETING.match(low) and len(low.split()) <= 4:
            continue
        if farewells.VALEDICTION.fullmatch(low):
            continue
        if not heads and (back := farewells.WITHDRAWN.match(low)):
            return (back[0],)
        if head := _head(low):
            heads.append(head)
        elif heads and _is_comment(low):
            continue
        elif names < 2 and _is_name(written, last=number == len(clauses) - 1):
            names += 1
        else:
            strange += len(low.split()) + len(tongues.UNSPACED.findall(low))
    return tuple(heads) if strange <= 2 else ()


def _head(low: str) -> str:
    """The closing words at the head of a clause that holds little else."""
    for table in (farewells.THANKS, farewells.PARTING, farewells.ACKNOWLEDGED, tongues.CLOSINGS):
        if not (found := table.match(low)):
            continue
        rest = low[found.end() :]
        words = rest.split()
        if farewells.TURNS.intersection(words):
            continue
        if tongues.UNSPACED.search(low):
            fits = len(rest.strip()) <= 4
        else:
            goes_on = (bool(words) and words[0] in farewells.FOLLOWS) or bool(
                tongues.FOR.match(rest)
            )
            fits = len(words) <= (9 if goes_on else 2)
        if fits:
            return found[0].strip()
    lead = farewells.LEAD.match(low)
    return _head(low[lead.end() :]) if lead else ""


def _is_comment(low: str) -> bool:
    words = low.split()
    return (
        words[0] in farewells.COMMENT
        and len(words) <= 9
        and bool(farewells.PRAISE.intersection(words))
    )


def _is_name(written: str, *, last: bool) -> bool:
    """Whether a clause may be the name of who is spoken to or who signs."""
    words = written.split()
    if tongues.UNSPACED.search(written):
        return len(written) <= 6
    lone = last and len(words) == 1 and written.replace("-", "").isalpha()
    return len(words) <= 3 and (lone or all(word[:1].isupper() for word in words))
