"""What folders and labels are called in which mail programs keep sent, unsent and unwanted mail."""

import re

_PREFIX = r"\.?(?:inbox[./])?(?:\[g(?:oogle )?mail\][./])?"
_SENT = re.compile(
    _PREFIX + r"(?:sent(?:[ _-]?(?:items|mail|messages))?|gesendet(?:e[ _](?:objekte"
    r"|elemente|nachrichten))?"
    r"|(?:[eé]l[eé]ments )?envoy[eé]s|(?:messages )?envoy[eé]s|enviados?|elementos enviados"
    r"|itens enviados|correos enviados|e-?mails enviados"
    r"|posta inviata|inviat[ai]|verzonden(?: items| berichten)?|sendt(?:e elementer| e-post)?"
    r"|skickat|skickade? (?:objekt|mail)"
    r"|l[aä]hetetyt(?: viestit)?|wys[lł]ane|elementy wys[lł]ane|odeslan[aá](?: po[sš]ta)?"
    r"|odoslan[aá](?: po[sš]ta)?|elk[uü]ld[oö]tt(?: elemek)?|trimise|poslano"
    r"|отправленные|надіслані|απεσταλμένα|g[oö]nderilmiş(?: [oö]ğeler| postalar)?"
    r"|已发送(?:邮件)?|寄件備份|送信済み(?:トレイ|メール)?|보낸편지함|보낸 메일함)",
    re.I,
)
_DRAFTS = re.compile(
    _PREFIX + r"(?:drafts?|entw[uü]rfe|brouillons?|borradore?s?|bozze?|rascunhos?|concepten"
    r"|kladder|utkast|luonnokset|(?:wersje )?robocze|szkice|koncepty|rozepsan[eé]|piszkozatok"
    r"|ciorne|skice|черновики|чернетки|πρόχειρα|taslaklar"
    r"|草稿箱?|下書き|임시보관함|unsent(?: messages)?|outbox|postausgang)",
    re.I,
)
_DISCARDED = re.compile(
    _PREFIX + r"(?:spam(?:[ _-]?(?:mail|verdacht))?|junk(?:[ _-]?(?:e-?mail|mail))?|bulk mail"
    r"|trash|deleted[ _-](?:items|messages)|bin|papierkorb|gel[oö]schte (?:objekte|elemente)"
    r"|unerw[uü]nscht|corbeille|[eé]l[eé]ments supprim[eé]s|courrier ind[eé]sirable|ind[eé]sirables"
    r"|papelera|elementos eliminados|correo no deseado|lixeira|itens exclu[ií]dos"
    r"|lixo(?: eletr[oô]nico)?"
    r"|cestino|posta (?:eliminata|indesiderata)|prullenbak|verwijderde items|ongewenste e-mail"
    r"|papirkurv|slettet(?: post)?|s[oø]ppelpost|papperskorg(?:en)?|borttaget|skr[aä]ppost"
    r"|roskakori|poistetut|roskaposti|kosz|elementy usuni[eę]te|wiadomo[sś]ci-?[sś]mieci"
    r"|ko[sš]|odstran[eě]n[aá] po[sš]ta|nevy[zž][aá]dan[aá] po[sš]ta|kuka|lom[taá]r|coș de gunoi"
    r"|спам|корзина|удал[её]нные|кошик|видалені|ανεπιθύμητα|κάδος(?: απορριμμάτων)?"
    r"|[cç]öp(?: kutusu)?|gereksiz(?: e-posta)?|istenmeyen"
    r"|垃圾邮件|已删除(?:邮件)?|垃圾郵件|垃圾桶|迷惑メール|ゴミ箱|스팸(?:메일함)?|휴지통)",
    re.I,
)


def keeps_sent(name: str) -> bool:
    """Whether a folder or a label of that name keeps what its owner sent."""
    return _SENT.fullmatch(name) is not None


def keeps_drafts(name: str) -> bool:
    """Whether it keeps what was not sent yet."""
    return _DRAFTS.fullmatch(name) is not None


def keeps_unwanted(name: str) -> bool:
    """Whether it keeps what was deleted, or never wanted."""
    return _DISCARDED.fullmatch(name) is not None
