"""The lines that programs put above what they quote: "On … wrote:", "From: … Sent: …"."""

import re
from collections.abc import Sequence

_LONGEST_LINE = 400
_MOST_LINES = 4
"""Lines over which "On … wrote:" may be broken."""

_WROTE = re.compile(
    r"\b(?:wrote|writes|said|schrieb|schrieben|a écrit|ecrit|écrit|escribió|escribio|ha scritto"
    r"|scrisse"
    r"|escreveu|schreef|skrev|skrifaði|kirjoitti|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?"
    r"|napísal(?:\(a\)|a)?"
    r"|írta|a scris|je napisa[ol]|rašė|rakstīja|kirjutas|написал(?:\(а\)|а)?|писал(?:\(а\)|а)?"
    r"|пише|пишет|pisze"
    r"|написав|έγραψε|yazdı|şunu yazdı|va escriure|escrigué|menulis|đã viết|כתב|كتب)"
    r"|写道|寫道|写到|のメール|さんは書きました|作成|작성|님이 작성",
    re.I,
)
_BLANK = " \t\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""White space, and the marks that turn the direction of what is written from right to left."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d年")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,255}\.[^\s<>@]{2,}")
_OPENS = re.compile(
    r"\s{0,6}(?:-{2,6}\s{0,2})?(?:on|at|am|le|el|il|in data|op|em|w dniu|dnia|den|dne|pada|vào|la"
    r"|dana|kl)\b",
    re.I,
)
_ENDS = re.compile(r"(?::|：|\bwrote|\ba écrit)\s{0,3}(?:-{2,6})?\s*\Z")

_FROM = (
    r"from|von|de|da|van|fra|från|lähettäjä|od|от|від|από|feladó|gönderen|kimden|frá|差出人|发件人|寄件者"
    r"|보낸 사람|מאת|من|de la|dari|từ"
)
_OTHERS = (
    r"sent|date|to|cc|bcc|subject|reply-to|importance|gesendet|datum|an|betreff|kopie"
    r"|envoyé|envoyé le|à|a|objet|date|copie à|cc|message du|enviado|enviado el|enviada em|fecha"
    r"|data|para|asunto|assunto"
    r"|inviato|a|oggetto|verzonden|aan|onderwerp|sendt|til|emne|dato|skickat|till|ämne|kopia"
    r"|lähetetty|vastaanottaja|aihe|wysłano|wysłane|do|dw|temat|odesláno|komu|předmět|kopie"
    r"|отправлено|дата|кому|копия|тема|надіслано|στάλθηκε|προς|θέμα|küldve|dátum|címzett|tárgy"
    r"|gönderilen|kime|konu|tarih|送信日時|宛先|件名|日時|发送时间|发送日期|收件人|主题|抄送|日期"
    r"|寄件日期|收件者|主旨|副本|보낸 날짜|받는 사람|제목"
    r"|trimis|către|subiect|נשלח|אל|נושא|أرسلت|إلى|الموضوع|terkirim|kepada|ke|subjek|đã gửi|tới"
    r"|chủ đề|efni"
)
_ADDRESS_ENDS = re.compile(r">\s?\w{0,20}\s?:\s*")
_LABEL = r"[\s>]{{0,8}}(?:\*{{1,2}}|\*\*)?(?:{})\s?(?:\*{{1,2}})?\s?[:：](?:\*{{1,2}})?(?:\s|\Z|\S)"
_FROM_LINE = re.compile(_LABEL.format(_FROM), re.I)
_OTHER_LINE = re.compile(_LABEL.format(_OTHERS), re.I)

_ORIGINAL = re.compile(
    r"\s{0,6}[-_*>]{2,20}\s{0,3}(?:original message|original appointment|reply message"
    r"|ursprüngliche nachricht|originalnachricht|message d'origine|message original"
    r"|mensaje original"
    r"|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig besked"
    r"|oprindelig meddelelse"
    r"|opprinnelig melding|ursprungligt meddelande|originalmeddelande|alkuperäinen viesti"
    r"|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|исходное сообщение|eredeti üzenet"
    r"|orijinal mesaj|原始邮件|原始郵件|元のメッセージ|원본 메시지)\s{0,3}[-_*]{0,20}\s*",
    re.I,
)
_FORWARDED = re.compile(
    r"\s{0,6}(?:[-_*]{2,20}\s{0,3}(?:forwarded message|weitergeleitete nachricht|message transféré"
    r"|message transmis|mensaje reenviado|mensagem encaminhada|messaggio inoltrato"
    r"|doorgestuurd bericht"
    r"|videresendt besked|videresendt melding|vidarebefordrat meddelande|vidarebefordrat brev"
    r"|välitetty viesti|wiadomość przekazana dalej|přeposlaná zpráva|пересылаемое сообщение"
    r"|пересылаемое письмо|转发的邮件|転送メッセージ)[^\n]{0,80}"
    r"|begin forwarded message:|anfang der weitergeleiteten nachricht:"
    r"|début du message réexpédié\s?:"
    r"|inizio messaggio inoltrato:|inicio del mensaje reenviado:)\s*",
    re.I,
)


_MARKS = ("-", "_", "*", ">")
"""One of these stands at the beginning of a line that says what follows without a colon."""
_BEHIND = "".join(map(chr, filter(lambda code: chr(code).isspace(), range(0x3001)))) + _BLANK + "-"
"""What may stand behind the end of an attribution."""


def telling(lines: Sequence[str]) -> list[bool]:
    """For each line whether anything here may begin with it; of most lines this tells at once."""
    found = [False] * len(lines)
    for at, line in enumerate(lines):
        if ":" in line or "：" in line or line.lstrip().startswith(_MARKS):
            found[at] = True
        end = line.rstrip(_BEHIND)
        if not end or end.endswith((":", "：", "wrote", "écrit")):
            start = max(0, at - _MOST_LINES + 1)
            found[start : at + 1] = [True] * (at + 1 - start)
    return found


def attribution(lines: Sequence[str], at: int) -> int:
    """How many lines from there say who wrote what is quoted next; 0 where none do."""
    first = lines[at].lstrip()
    if not first or len(first) > _LONGEST_LINE:
        return 0
    joined = ""
    for count, line in enumerate(lines[at : at + _MOST_LINES], start=1):
        quoted = line.startswith(">") and not _ADDRESS_ENDS.fullmatch(line)
        if not line.strip() or len(line) > _LONGEST_LINE or quoted:
            return 0
        joined = f"{joined} {line.strip(_BLANK)}".strip()
        if count == 1 and not _may_begin(joined):
            return 0
        if _ENDS.search(joined) and _says_who(joined, lines, at + count):
            return count
    return 0


def _may_begin(line: str) -> bool:
    if _DIGIT.search(line, 0, 40):
        return True
    if "," in line and _OPENS.match(line):
        return True
    return line.endswith((":", "：")) and _WROTE.search(line) is not None


def _says_who(joined: str, lines: Sequence[str], after: int) -> bool:
    dated = bool(_YEAR.search(joined))
    timed = bool(_CLOCK.search(joined))
    known = bool(_ADDRESS.search(joined))
    if not _WROTE.search(joined):
        # No word known to mean "wrote": a day, a time and an address, and the day comes first.
        early = _DIGIT.search(joined, 0, 30) is not None
        return dated and timed and known and joined.endswith((":", "：")) and early
    following = next((line for line in lines[after : after + 3] if line.strip()), "")
    if following.lstrip().startswith(">"):
        return True
    opens = _OPENS.match(joined) is not None
    return (known and (dated or timed or opens)) or (opens and dated) or (dated and timed)


def header_block(lines: Sequence[str], at: int) -> bool:
    """Whether a block of headers as Outlook quotes them begins there."""
    if not (_FROM_LINE.match(lines[at]) or _OTHER_LINE.match(lines[at])):
        return False
    near = [line for line in lines[at : at + 9] if line.strip()][:7]
    senders = sum(1 for line in near if _FROM_LINE.match(line))
    others = sum(1 for line in near if _OTHER_LINE.match(line) and not _FROM_LINE.match(line))
    # Three labels, or two right after each other with an address.
    return senders >= 1 and (others >= 2 or (others == 1 and bool(_ADDRESS.search(lines[at]))))


def separator(lines: Sequence[str], at: int) -> bool:
    """Whether a line says that the original message begins ("-----Original Message-----")."""
    return len(lines[at]) < _LONGEST_LINE and _ORIGINAL.fullmatch(lines[at]) is not None


def forwarded(lines: Sequence[str], at: int) -> bool:
    """Whether a line says that a forwarded message begins."""
    return len(lines[at]) < _LONGEST_LINE and _FORWARDED.fullmatch(lines[at]) is not None
