"""What stands below a message and says nothing: signatures, list footers, device lines."""

import re
from collections.abc import Sequence

from convonote.intake.quotation.fences import fenced

_LONGEST_SIGNATURE = 25
"""Lines; more than that below a `--` is text."""
_LONGEST_FOOTER = 40
_LONGEST_LINE = 300

_DELIMITER = re.compile(r"--[ \u00a0]?\s*")
_DASHES = re.compile(r"\s*[—–]{1,12}\s*|\s*[-_=*~]{2,}\s*|\s*[─━]{3,}\s*")
_DEVICE = re.compile(
    r"\s{0,4}(?:\*{1,2}|\[)?(?:"
    r"sent (?:from|via|with|by|using) (?:my |the |a |an )?(?=[A-Z\d\[*])"
    r"|(?:get|download) \[?(?:outlook|boxer|bluemail)\b"
    r"|gesendet (?:von|mit|über) |von meinem [\w -]{2,30} gesendet|diese nachricht wurde von meinem"
    r"|envoyé (?:de|depuis|à partir de|avec|via) |télécharger outlook|obtenez outlook"
    r"|enviado (?:desde|do|de|a partir) |obtener outlook|inviato (?:da|con) |scarica outlook"
    r"|verzonden (?:vanaf|met|vanuit) |verstuurd vanaf |sendt (?:fra|med) |skickat (?:från|med) "
    r"|lähetetty |wysłane z |wysłano z |odesláno z |odoslané z |отправлено (?:с|из) |надіслано з "
    r"|στάλθηκε από |iphone'umdan gönderildi|发自我的|從我的|來自我的|iPhoneから送信|나의 iPhone"
    r").{0,80}",
    re.I,
)
_SENTENCE = re.compile(r"[,;]\s|[.!?]\s*\Z|[.!?]\s+\S")
_FOOTER = re.compile(
    r"\s{0,4}(?:"
    r"_{2,}\s*\Z|-{20,}\s*\Z"
    r"|you (?:are receiving|received) this (?:message|e-?mail|because)"
    r"|to unsubscribe (?:from this|or|send|,|please|visit|e-?mail)"
    r"|reply to this email directly"
    r"|[\w.-]{2,60} mailing list\s*\Z"
    r")",
    re.I,
)
_LISTED = re.compile(
    r"mailing list|mailman|listinfo|unsubscribe|subscri|@[\w.-]*lists?\.|lists\.|groups\.google|"
    r"reply to this email|view it on github|archive",
    re.I,
)


def without_signature(lines: Sequence[str]) -> list[str]:
    """The lines above the signature; quoted lines are not looked at."""
    said = False
    code = fenced(lines)
    for at, line in enumerate(lines):
        if code[at]:
            said = True
            continue
        if said and _DELIMITER.fullmatch(line) and _ends_there(lines, at):
            return list(lines[:at])
        if _is_device(lines, at):
            rest = lines[at + 1 :]
            return list(lines[:at]) if not _goes_on(rest) else [*lines[:at], *rest]
        said = said or bool(line.strip())
    return list(lines)


def without_footer(lines: Sequence[str]) -> list[str]:
    """The lines above the footer that a list or a forum put there."""
    for at in range(max(0, len(lines) - _LONGEST_FOOTER), len(lines)):
        line = lines[at]
        if len(line) > _LONGEST_LINE:
            continue
        if _FOOTER.match(line) and _is_footer(lines[at : at + 8]):
            return without_rules(lines[:at])
    return list(lines)


def without_rules(lines: Sequence[str]) -> list[str]:
    """The lines without blank ones and rules of dashes at the end."""
    kept = list(lines)
    while kept and (not kept[-1].strip() or _DASHES.fullmatch(kept[-1])):
        kept.pop()
    return kept


def _ends_there(lines: Sequence[str], at: int) -> bool:
    """Whether only a signature stands below the delimiter."""
    left = _LONGEST_SIGNATURE
    for below in range(at + 1, len(lines)):
        if lines[below].strip() and not lines[below].startswith(">"):
            left -= 1
            if left < 0:
                return False
    return not _goes_on(lines[at + 1 :])


def _is_device(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    if len(line) > 120 or not _DEVICE.fullmatch(line):
        return False
    # A sentence that begins so ("Sent from my desk, which …") is none.
    shown = re.sub(r"<[^<>]*>|\([^()]*\)", "", line)
    return not _SENTENCE.search(shown) and (
        at == 0 or not lines[at - 1].strip() or at + 1 == len(lines)
    )


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether answers stand between quoted lines further down."""
    quoted = False
    for line in lines:
        if line.startswith(">"):
            quoted = True
        elif quoted and line.strip():
            return True
    return False


def _is_footer(lines: Sequence[str]) -> bool:
    return _LISTED.search("\n".join(line[:_LONGEST_LINE] for line in lines)) is not None
