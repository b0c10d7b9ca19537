"""What asks and what accepts a request in languages other than English, beside a question mark."""

import re

from .phrases import Rule

_MORE = r"(?= (?!schön|sehr|gerne?\b|bardzo|не за|нема за|אין)\w)"
"""Something follows; alone, and in set phrases, such a word also means "you're welcome"."""


def _please(word: str) -> Rule:
    return (word, rf"(?:(?<=\w {word})|(?<=\w, {word})|{_MORE})")


REQUESTS: tuple[Rule, ...] = (
    *map(_please, ("bitte", "alsjeblieft", "alstublieft", "proszę", "prosze", "пожалуйста")),
    *map(_please, ("plis", "lütfen", "lutfen", "בבקשה", "رجاء", "رجاءً")),
    ("por", " favor"),
    ("per", " (?:favore|piacere|cortesia)"),
    ("sil", " (?:te|vous) pla[iî]t"),
    ("stp svp", ""),
    ("будь", r" ласка(?:(?<=\w будь ласка)|(?<=, будь ласка)|(?= (?!нема)\w))"),
    ("من", " فضلك"),
    ("لو", " سمحت"),
    # Who is offered something and says so wants it.
    ("ja", ",? (?:gerne?|graag)"),
    ("oui", ",? (?:avec plaisir|volontiers)"),
    ("sì si", ",? grazie"),
    ("tak", ",? poproszę"),
    ("sag gib schick ruf meld", " (?:mir|uns|mich|dich|bescheid)\\b"),
    ("melde", " dich"),
    ("dis dites", "[ -](?:moi|nous)"),
    ("envoie envoyez rappelle rappelez", "[ -](?:moi|nous|le|la|les)"),
    ("tiens tenez", "[ -](?:moi|nous) au courant"),
    ("avísame avisame dime dígame mándame mandame envíame enviame llámame llamame", ""),
    ("me", " (?:avisa|avise|diz|diga|manda|mande|envia|envie|liga|ligue)(?= |\\Z|[.!,])"),
    ("fammi fatemi mi", " (?:sapere|sapete)"),
    ("dimmi mandami inviami chiamami", ""),
    ("laat", " (?:me|ons|het me) (?:even )?weten"),
    ("daj dajcie", " (?:mi |nam )?znać"),
    ("дай дайте", " (?:мне |нам )?знать"),
)
"""Rules as those of `cues.ASKING`."""

REQUEST_ENDS = (
    r"(?<![邀申聘宴])[请請](?![客假教安])|麻[烦煩][你您]|"
    r"(?<!了承)(?<!安心)(?<!つけて)(?<!ないで)(?:ください|下さい)|"
    r"(?<!よろしく)(?<!宜しく)(?<!願いし)お願い(?:します|いたします|致します)|"
    r"주세요|주시겠|(?<!잘 )부탁(?:드|해|합)"
)
"""Requests in scripts that write without spaces, wherever they stand."""

_SPACED = (
    # German
    r"(?:das |dies |es )?mach(?:e|en)? (?:ich|wir)|wird (?:gemacht|erledigt)|"
    r"(?:das )?erledige? (?:ich|wir)|(?:ich |da |wir )?kümmere? (?:mich|ich mich)|"
    r"schick(?:e)? ich|ich (?:mach|erledig|schick|bring|melde|prüf|schau|frag|ruf)e?\b",
    # French
    r"(?:ok )?je (?:men (?:occupe|charge)|(?:le|la|les) (?:fais|prends|cherche)|"
    r"(?:te|vous) (?:lenvoie|lapporte|(?:le|la|les) \w+e|envoie|tiens|rappelle|dis)|"
    r"lenvoie|regarde|vérifie|vais (?:le|la|les|voir|regarder|men|vous|te|demander|vérifier))",
    # Spanish
    r"(?:yo |ya |ahora )?(?:me (?:encargo|ocupo)|lo (?:hago|miro|reviso)|"
    r"(?:te|os|le|se) (?:lo|la|los|las) (?:mando|envío|envio|digo|paso|traigo|llevo|doy))",
    # Portuguese
    r"(?:eu |já )?(?:trato disso|pode deixar|deixa comigo|vou (?:fazer|ver|enviar|mandar|"
    r"perguntar|verificar)|(?:eu|já) (?:faço|envio|mando))",
    # Italian
    r"(?:ok |te |glie)?(?:l[oaie] (?:faccio|mando|invio|porto|dico|controllo))|ci penso io|"
    r"me ne occupo|(?:ti|vi|le) (?:mando|invio|faccio sapere|porto)|provvedo|volentieri",
    # Dutch
    r"(?:dat )?(?:doe ik|ga ik doen|zal ik doen)|komt (?:in orde|voor elkaar)|"
    r"ik (?:doe het|regel|stuur|kijk|zorg|zal|bel|vraag)\b",
    # Polish
    r"(?:już |to )?(?:zrobię|wyślę|sprawdzę|prześlę|zajmę się|załatwię|oddzwonię|zapytam|"
    r"przyniosę|zadzwonię)",
    # Russian
    r"(?:я |сейчас |уже |обязательно )*(?:сделаю|пришлю|отправлю|посмотрю|проверю|позвоню|"
    r"напишу|принесу|узнаю|спрошу|займусь|будет сделано)",
    # Ukrainian
    r"(?:я |зараз )*(?:зроблю|надішлю|відправлю|подивлюся|перевірю|зателефоную|принесу|"
    r"дізнаюся|запитаю|буде зроблено)",
    # Turkish
    r"(?:hemen |ben )*(?:yaparım|gönderirim|gönderiyorum|bakarım|bakıyorum|hallederim|"
    r"hallediyorum|ararım|sorarım|yapacağım|göndereceğim)",
    # Arabic
    r"حاضر|سأرسل\w*|سأفعل\w*|سأتصل|سأسأل\w*",
    # Hebrew
    r"(?:אני )?(?:אעשה|אשלח|אבדוק|אתקשר|אשאל|אביא)|בטיפול",
)
_UNSPACED = (
    r"我(?:来|會|会|马上|这就|明天|今天|今晚|稍后|等下)(?:就|再|会|會)?"
    r"(?:发|發|寄|做|办|辦|看|查|问|問|打|带|帶|弄|处理|處理|联系|聯繫|准备|準備|送|安排)",
    r"\S{0,12}(?:送ります|お送りします|やります|確認します|対応します|調べます|"
    r"聞いてみます|持っていきます)\Z",
    r"(?:\S+ ){0,3}\S*(?:할게요|하겠습니다|보낼게요|보내드릴게요|보내겠습니다|해볼게요|"
    r"가져갈게요)\Z",
)
_ACCEPTS = re.compile("(?:" + "|".join(_SPACED) + r")(?!\w)")
_ACCEPTS_UNSPACED = re.compile("|".join(_UNSPACED))


def accepted(clause: str) -> re.Match[str] | None:
    """The words at the head of a clause by which it takes on a request."""
    found = _ACCEPTS.match(clause)
    return found if found or clause.isascii() else _ACCEPTS_UNSPACED.match(clause)
