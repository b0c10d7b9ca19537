"""A line about how somebody wants to be reached, put from other tongues into English word by word.

Only the commonest words are known. A clause with any other word in it is then not understood, as
in English, so what is half read asks for nothing.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial

_MONTHS = {
    "german": "januar februar märz april mai juni juli august september oktober november dezember",
    "spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "french": "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre",
    "portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
    " listopada grudnia",
}
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_DAYS = {
    "german": "montags dienstags mittwochs donnerstags freitags samstags sonntags",
    "spanish": "los lunes|los martes|los miércoles|los jueves|los viernes|los sábados|los domingos",
    "french": "le lundi|le mardi|le mercredi|le jeudi|le vendredi|le samedi|le dimanche",
    "portuguese": "às segundas|às terças|às quartas|às quintas|às sextas|aos sábados|aos domingos",
    "polish": "w poniedziałki|we wtorki|w środy|w czwartki|w piątki|w soboty|w niedziele",
}
_WEEK = ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "german": {
        "don't call": r"(?:bitte )?(?:rufen? (?:sie )?mich|ruft mich) nicht an",
        "please": r"bitte", "no": r"keine?n?", "not": r"nicht", "only": r"nur",
        "prefers": r"(?:ich )?bevorzuge|bevorzugt|lieber|am liebsten",
        "instead of": r"(?:an)?statt",
        "calls": r"anrufen?|telefonate", "by phone": r"telefonisch|am telefon",
        "email": r"e-mails?|mails", "write": r"schreiben|schriftlich", "texts": r"sms",
        "mornings": r"vormittags|morgens|am vormittag|am morgen",
        "afternoons": r"nachmittags|am nachmittag", "evenings": r"abends|am abend",
        "weekends": r"(?:am wochenende|an wochenenden)", "weekdays": r"werktags",
        "before": r"vor(?= [0-9])", "after": r"nach(?= [0-9])", "until": r"bis(?: zum)?",
        "": r"uhr|per|mehr", "or": r"oder", "and": r"und",
    },
    "spanish": {
        "no calls": r"no (?:me )?llam(?:ar|es?|en)|sin llamadas", "calls": r"llamadas",
        "please": r"por favor", "only": r"s[oó]lo|solamente", "prefers": r"prefiero|prefiere",
        "email": r"correo(?: electrónico)?|correos|por e-?mail", "messages": r"mensajes",
        "mornings": r"por las? mañanas?", "afternoons": r"por las? tardes?",
        "nights": r"por las? noches?", "weekends": r"los fines de semana",
        "before": r"antes de las", "after": r"después de las", "until": r"hasta(?: el)?",
        "": r"(?<=[0-9] )de|por(?= correo)",
    },
    "french": {
        "no calls": r"pas d'appels?|pas de coups? de fil"
        r"|ne (?:m'appelez|m'appelle|pas appeler)(?: pas)?",
        "calls": r"appels", "please": r"s'il (?:te|vous) plaît|svp|stp",
        "only": r"seulement|uniquement", "prefers": r"(?:je )?préfère|plutôt",
        "email": r"courriels?|par (?:e-?)?mail|les (?:e-?)?mails", "texts": r"textos?|les sms",
        "mornings": r"les? matins?", "afternoons": r"l'après-midi", "evenings": r"les? soirs?",
        "weekends": r"les? week-?ends?", "before": r"avant(?= [0-9])", "after": r"après(?= [0-9])",
        "until": r"jusqu'(?:au|à)", "1": r"1er",
    },
    "portuguese": {
        "no calls": r"não (?:me )?lig(?:ar|ues?|uem)|sem chamadas", "calls": r"chamadas",
        "please": r"por favor", "only": r"só|apenas|somente", "prefers": r"prefiro|prefere",
        "email": r"correio eletrónico|por e-?mail", "messages": r"mensagens",
        "mornings": r"de manhã|pelas? manhãs?", "afternoons": r"[àd]e? tarde", "nights": r"à noite",
        "weekends": r"a(?:o fim|os fins) de semana", "before": r"antes das",
        "after": r"depois das", "until": r"até(?: a)?", "": r"(?<=[0-9] )de",
    },
    "polish": {
        "no calls": r"(?:proszę )?nie dzwo(?:nić|ń|ńcie)|bez telefonów", "please": r"proszę",
        "only": r"tylko", "prefers": r"wolę|woli|najlepiej", "email": r"e?-?maile?m?|mailowo",
        "texts": r"sms-?y|smsem", "mornings": r"rano", "afternoons": r"po południu",
        "evenings": r"wieczor(?:em|ami)", "weekends": r"w weekendy?", "before": r"przed(?= [0-9])",
        "after": r"po(?= [0-9])", "until": r"do(?= [0-9])", "or": r"albo|lub",
    },
}  # fmt: skip


def in_english(line: str) -> Iterator[str]:
    """A line in small letters out of each tongue of which it has a word."""
    for pattern, english in _TONGUES:
        put = pattern.sub(partial(_put, english), line)
        if put != line:
            yield re.sub(r"(?<=[0-9])(?:\.(?= [a-z])| ?h\b)", "", " ".join(put.split()))


def _put(english: Mapping[str, str], found: re.Match[str]) -> str:
    return english[found.lastgroup or ""]


def _tongue(tongue: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds the words of a tongue, and what each is in English."""
    days = _DAYS[tongue].split("|" if "|" in _DAYS[tongue] else " ")
    pairs = [
        *((pattern, english) for english, pattern in _WORDS[tongue].items()),
        *zip(map(re.escape, days), _WEEK, strict=True),
        *zip(_MONTHS[tongue].split(), _ENGLISH, strict=True),
    ]
    named = [f"(?P<w{number}>{pattern})" for number, (pattern, _) in enumerate(pairs)]
    found = re.compile(rf"(?<![\w-])(?:{'|'.join(named)})(?![\w-])")
    return found, {f"w{number}": english for number, (_, english) in enumerate(pairs)}


_TONGUES = tuple(map(_tongue, _WORDS))
