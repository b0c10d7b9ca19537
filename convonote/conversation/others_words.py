"""Words of others in a text: where earlier mail begins, and notices that a machine put below."""

import re
from collections.abc import Sequence

_MESSAGE = r"message|nachricht|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|повідомлення"
FORWARDED = re.compile(
    rf"[ \t]*(?:[-=_]{{3,}} ?\w[\w’' ]{{2,30}}(?:{_MESSAGE})|[-=_]{{3,}} ?(?:{_MESSAGE}) \w|"
    r"begin forwarded message ?:|anfang der weitergeleiteten nachricht ?:|"
    r"début du message (?:réexpédié|transféré) ?:)",
    re.IGNORECASE,
)
"""The line above a message that is passed on or answered."""

_AUTHOR = re.compile(r"[ \t]*\**(?:from|von|de|da|van|od|от|від) ?:", re.IGNORECASE)
_FURTHER = re.compile(
    r"[ \t]*\**(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|"
    r"asunto|fecha|inviato|data|oggetto|verzonden|aan|onderwerp|wysłano|do|temat|отправлено|дата|"
    r"кому|тема|надіслано) ?:",
    re.IGNORECASE,
)


def begins_earlier_mail(lines: Sequence[str], at: int) -> bool:
    """Whether a line begins the headers of an earlier message, as Outlook puts them above it."""
    if ":" not in lines[at] or not _AUTHOR.match(lines[at]):
        return False
    below = lines[at + 1 : at + 4]
    return sum(bool(_FURTHER.match(line)) for line in below) >= 2


_MAIL = r"(?:e-?mail|mail|message|communication|transmission)"
_NOTICE = re.compile(
    r"confidentiality (?:notice|note|warning)|legal (?:notice|disclaimer) ?:|"
    rf"(?:this|the information (?:contained )?in this) {_MAIL}[^.!?]{{0,120}}"
    r"(?:confidential|privileged|intended (?:only|solely)|solely intended)|"
    r"if you (?:are not|were not)[^.!?]{0,20} (?:the )?intended (?:recipient|addressee)|"
    rf"if you (?:have )?received? this {_MAIL}[^.!?]{{0,20}} (?:in error|by mistake)|"
    r"(?:please )?(?:consider|think of) the environment|think before (?:you print|printing)|"
    r"if you (?:no longer|do not|don['’]?t) (?:wish|want) to (?:receive|get|hear)|"
    r"to (?:unsubscribe|opt out)|unsubscribe (?:here|from|at)|"
    r"diese (?:e-?mail|nachricht|mail)[^.!?]{0,80}vertraulich|nicht der (?:richtige|beabsichtigte)|"
    r"ce (?:message|courriel|mail|e-mail)[^.!?]{0,80}confidentiel|"
    r"este (?:mensaje|correo|mensagem|e-?mail)[^.!?]{0,80}confiden[ct]ia|"
    r"(?:questo messaggio|questa e-?mail|il presente messaggio)[^.!?]{0,80}riservat|"
    r"dit (?:bericht|e-?mail)[^.!?]{0,80}vertrouwelijk"
)
_NOTICE_WORDS = (
    *("confiden", "recipient", "addressee", "in error", "by mistake", "the environment"),
    *("printing", "you print", "unsubscribe", "opt out", "you no longer", "legal ", "privileged"),
    *("you do not w", "you don", "vertraulich", "nicht der", "riservat", "vertrouwelijk"),
    "intended",
)
"""One of these stands in every such notice."""
_GAP = re.compile(r"\n[ \t]*\n")


def without_notices(text: str) -> str:
    """A text without confidentiality notices and the like, each to the end of its paragraph."""
    low = text.lower()
    if len(low) != len(text) or not any(word in low for word in _NOTICE_WORDS):
        return text
    # A notice is wrapped anywhere; a space as long as a line's end keeps the places.
    flat = _GAP.sub(lambda gap: "." * len(gap[0]), low).replace("\n", " ")
    parts: list[str] = []
    kept = 0
    for found in _NOTICE.finditer(flat):
        if found.start() >= kept:
            parts.append(text[kept : found.start()])
            gap = _GAP.search(text, found.end())
            kept = gap.start() if gap else len(text)
    return "".join([*parts, text[kept:]])
