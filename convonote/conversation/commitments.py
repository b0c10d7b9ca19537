"""The words by which somebody says what they will do, or asks another to do something.

Each tongue has the words that lead in, and the verbs that make it a promise: `I'll send` is one,
`I'll be glad` is none. They are looked for in small letters without apostrophes.
"""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Tongue:
    """How promises are worded in one language.

    What is promised begins with the first group that is there. The patterns are made when they are
    first needed, for that takes longer than most verbs run.
    """

    triggers: tuple[str, ...]
    """One of these stands in every text that the patterns fit."""
    own: str
    asked: str
    negated: str
    """Before or behind the verb, they say that it is not done."""

    @cached_property
    def commits(self) -> re.Pattern[str]:
        """What somebody says they will do."""
        return re.compile(rf"(?<!\w)(?:{self.own})(?!\w)")

    @cached_property
    def requests(self) -> re.Pattern[str]:
        """What somebody asks another to do."""
        return re.compile(rf"(?<!\w)(?:{self.asked})(?!\w)")

    @cached_property
    def denies(self) -> re.Pattern[str]:
        """What makes the opposite of both."""
        return re.compile(rf"(?<!\w)(?:{self.negated})(?!\w)")


def _tongue(triggers: str, commits: str, requests: str, negated: str) -> Tongue:
    return Tongue(tuple(triggers.split("|")), commits, requests, negated)


_OFTEN = (
    r"(?:(?:also|then|just|definitely|certainly|gladly|happily|personally|still|now|soon|try to|"
    r"go ahead and|make sure to|be sure to|and|be happy to|quickly|surely) )*"
)
_BACK = (
    r"back|at|on|in|when|once|as|today|tonight|tomorrow|later|this|next|before|after|by|about|if|"
    r"and|to|from|again|asap|first|\w+day"
)
_WHOM = r"(?:me|us|him|her|them|you)"
_ACT = (
    rf"send|bring|call(?! (?:it|that|this)\b| {_WHOM} (?!(?:{_BACK})\b)\w)|"
    rf"ring(?= (?:{_WHOM}|back)\b)|phone|write|forward|prepare|book|order|buy|"
    r"pick (?:(?:you|him|her|them|it|(?:the|your|my|our) \w+) )?up|"
    rf"fix(?! {_WHOM} (?:a|some)\b)|pay|finish|"
    r"review|sign(?! (?:in|up|petition))|upload|share|email|e-mail|mail|text|"
    r"print(?! (?:on|in|with|from|at)\b)|arrange|organi[sz]e|"
    r"return(?= (?:it|them|this|that|these|those|the|your|his|her|their|our|my|all|an?)\b)|"
    r"deliver|draft|submit|translate|transfer|invite|schedule|set up|"
    r"put together|complete|provide|look into|look it up|take care of|drop off|scan|post|"
    r"hand in|lend|repair|cancel|reserve|"
    r"update|copy|pass on|follow up"
)
_OWN_ACT = (
    rf"{_ACT}|check(?! (?:in|out)\b)|ask|get back to|come back to|let you know|get you|give you|"
    rf"tell (?:him|her|"
    rf"them)|"
    r"talk to|speak (?:to|with)|reply|answer(?! (?:to|for)\b)|do (?:it|that|this)|investigate|"
    r"read (?:it|through)|"
    r"remind|add|confirm|keep you (?:posted|updated|informed)|have (?:it|that|this) (?:done|ready)|"
    r"report back|get (?:the|your) (?!hang\b|point\b|idea\b|feeling\b|chance\b|message\b|job\b)\w+|"
    r"make (?:the|an?) (?:reservation|booking|appointment|payment|transfer|list|call|phone call|"
    r"copy|order|offer)"
)
_ON_A_DAY = (
    r"(?= .*\b(?:today|tonight|tomorrow|by|(?:on|this|next) (?:\w+day|week|weekend|month))\b)"
)
_DOING = (
    r"(?:sending|bringing|calling|mailing|emailing|forwarding|booking|ordering|buying|paying|"
    r"returning|sharing|printing|preparing|reviewing|finishing|lending|picking up)"
)

_INFINITIVES_DE = (
    r"schicken|senden|bringen|mitbringen|anrufen|schreiben|besorgen|kaufen|machen|erledigen|"
    r"pr[üu]fen|bestellen|buchen|weiterleiten|melden|k[üu]mmern|bezahlen|nachsehen|nachschauen|"
    r"fragen|vorbereiten|reparieren|zur[üu]ckgeben|[üu]berweisen"
)
_INFINITIVES_FR = (
    r"(?:envoyer|apporter|appeler|rappeler|[ée]crire|acheter|r[ée]server|commander|pr[ée]parer|"
    r"v[ée]rifier|payer|transmettre|transf[ée]rer|demander|terminer|faire suivre|signer|"
    r"r[ée]pondre)"
)
_INFINITIVES_ES = (
    r"(?:enviar|mandar|traer|llevar|llamar|escribir|comprar|reservar|pedir|preparar|revisar|pagar|"
    r"reenviar|preguntar|terminar|firmar|avisar|confirmar)"
)
_INFINITIVES_PT = (
    r"(?:enviar|mandar|trazer|levar|ligar|escrever|comprar|reservar|pedir|preparar|verificar|pagar|"
    r"encaminhar|perguntar|terminar|assinar|avisar|confirmar)"
)
_INFINITIVES_IT = (
    r"(?:mandar|inviar|portar|chiamar|richiamar|scriver|comprar|prenotar|ordinar|preparar|"
    r"controllar|pagar|inoltrar|chieder|finir|firmar|confermar)"
)
_DONE_PL = (
    r"wy[śs]l[ęe]|prze[śs]l[ęe]|przynios[ęe]|przywioz[ęe]|zadzwoni[ęe]|napisz[ęe]|zrobi[ęe]|"
    r"sprawdz[ęe]|kupi[ęe]|dam (?:ci|wam|pani|panu)? ?zna[ćc]|oddam|zarezerwuj[ęe]|zam[óo]wi[ęe]|"
    r"przygotuj[ęe]|zap[łl]ac[ęe]|odpisz[ęe]|zapytam|dostarcz[ęe]"
)
_INFINITIVES_PL = (
    r"wys[łl]a[ćc]|przes[łl]a[ćc]|przynie[śs][ćc]|zadzwoni[ćc]|napisa[ćc]|zrobi[ćc]|sprawdzi[ćc]|"
    r"kupi[ćc]|odda[ćc]|zarezerwowa[ćc]|zam[óo]wi[ćc]|przygotowa[ćc]|zap[łl]aci[ćc]"
)

TONGUES = (
    _tongue(
        "'ll |’ll | ill |i will|i shall|going to|i promise|we will|let me |could you|can you|"
        "would you|will you|please|pls|plz|kindly|i can |will |i'm |i’m |i am |forget to ",
        rf"(?:ill|i will|i shall|im going to|i am going to|i promise (?:to|that ill|ill)|well|"
        rf"we will) {_OFTEN}(?P<what>(?:{_OWN_ACT}))|"
        rf"let me (?P<let>(?:{_ACT}|check(?! (?:in|out)\b)|ask(?! (?:you|something|one|this)\b)))|"
        rf"\A(?:(?:ok|okay|sure|yes|yep|thanks|great|perfect)[,!]? )?will {_OFTEN}"
        rf"(?P<bare>(?:{_ACT}))|"
        r"i can (?P<can>bring|lend|send|drop off|pick (?:(?:you|him|her|them|it) )?up)|"
        rf"(?:youll|you will) (?:have|get) (?P<theirs>(?:the|your|my|our|it) ?\w*){_ON_A_DAY}|"
        rf"(?:im|i am) (?P<doing>{_DOING}){_ON_A_DAY}",
        rf"(?:could|can|would|will) you (?:please |pls |kindly |also |just |maybe |possibly |"
        rf"perhaps |then )*(?P<what>(?:{_ACT}))|"
        rf"(?:please|pls|plz|kindly) (?:also |just |do |then |could you |can you )*"
        rf"(?P<let>(?:{_ACT}))|would you mind (?P<doing>{_DOING})|"
        rf"(?:dont|do not) forget to (?P<also>(?:{_ACT}))",
        "not|no|never|nothing|nobody|none|neither|dont",
    ),
    _tongue(
        "ich |du |sie |bitte",
        r"ich (?P<what>(?:schicke|sende|bringe|rufe|schreibe|besorge|kaufe|mache|erledige|"
        r"pr[üu]fe|bestelle|buche|leite|"
        r"gebe(?= (?:dir|ihnen|euch|bescheid)\b)|melde|k[üu]mmere|bezahle|frage(?! mich)|schaue|"
        r"sehe(?= (?:\w+ ){0,2}nach\b))"
        r"(?= (?:dir|ihnen|euch|es|das|sie|ihn|dich|mich|den|die|dann|morgen|heute|noch|gleich|"
        r"bescheid|nach)\b)(?! (?:mir|mich gerade|(?:das|es) (?:anders|immer|gerne?|auf))\b))|"
        rf"ich werde (?P<let>(?:\S+ ){{0,6}}(?:{_INFINITIVES_DE}))",
        rf"(?:kannst|k[öo]nntest|w[üu]rdest) du (?P<what>(?:\S+ ){{0,7}}(?:{_INFINITIVES_DE}))|"
        rf"(?:k[öo]nnen|k[öo]nnten|w[üu]rden) sie (?P<let>(?:\S+ ){{0,7}}(?:{_INFINITIVES_DE}))|"
        r"bitte (?P<bitte>(?:schicke?|sende|bringe?|rufe?|schreibe?|besorge?|kaufe?|bestelle?|"
        r"buche|"
        r"bezahle?|pr[üu]fe?|melde|frage?|gib)(?: sie)?"
        r"(?= (?:mir|uns|ihm|ihr|ihnen|das|die|den|es|dich|mich|noch|morgen|heute)\b))",
        r"nicht|nichts|nie|niemals|niemand|kein\w*|kaum",
    ),
    _tongue(
        "je |tu |vous ",
        r"je (?P<what>(?:(?:te|vous|le|la|les|lui|leur|t|l|m|en|y) ?)*(?:envoie|enverrai|"
        r"apporterai|"
        r"appellerai|rappelle(?! qu)|rappellerai|[ée]crirai|ach[èe]terai|r[ée]serverai|commanderai|"
        r"pr[ée]parerai|v[ée]rifierai|paierai|transmettrai|demanderai|men occupe|occupe|"
        r"ferai suivre|ferai [çc]a|r[ée]pondrai))|"
        rf"je vais (?P<let>(?:(?:te|vous|le|la|les|lui|t|l) ?)*{_INFINITIVES_FR})",
        rf"(?:peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|tu peux|tu pourrais) "
        rf"(?P<what>(?:(?:me|nous|le|la|les|lui|m|l) ?)*{_INFINITIVES_FR})|"
        rf"(?:merci de|pri[èe]re de) (?P<let>(?:(?:me|nous|m) ?)*{_INFINITIVES_FR})",
        "pas|rien|jamais|personne|aucune?",
    ),
    _tongue(
        "aré|iré|eré|voy a|env|mando|llamo|aviso|pued|podr",
        r"(?P<what>(?:(?:te|os|le|les|se|lo|la|los|las) )*(?:enviar[ée]|mandar[ée]|traer[ée]|"
        r"llevar[ée]|llamar[ée]|escribir[ée]|comprar[ée]|reservar[ée]|preparar[ée]|revisar[ée]|"
        r"pagar[ée]|preguntar[ée]|avisar[ée]|confirmar[ée]))|"
        r"(?P<env>(?:te|os|le|les) (?:lo |la |los |las )?(?:env[íi]o|mando|llamo|"
        r"aviso(?! (?:de )?que\b)))|"
        rf"(?:te |os |le )?voy a (?P<let>{_INFINITIVES_ES}(?:te|le|os|les|lo|la|selo)?)",
        rf"(?:puedes|podr[íi]as|puede|podr[íi]a|pod[ée]is) (?P<what>{_INFINITIVES_ES}"
        r"(?:me|nos|le|lo|la|melo|mela)?)",
        "no|nada|nunca|jamás|tampoco|nadie",
    ),
    _tongue(
        "rei|vou |envio|mando|ligo|aviso|pode|podes",
        r"(?P<what>(?:(?:te|lhe|lhes|vos|o|a) )?(?:enviarei|mandarei|trarei|levarei|ligarei|"
        r"escreverei|comprarei|reservarei|prepararei|verificarei|pagarei|perguntarei|avisarei|"
        r"confirmarei))|"
        r"(?P<env>(?:(?:eu )?(?:te|lhe|vos) )(?:envio|mando|ligo|aviso(?! (?:de )?que\b)))|"
        rf"(?:eu )?vou (?:te |lhe |vos )?(?P<let>{_INFINITIVES_PT}(?:-te|-lhe)?)",
        rf"(?:podes|pode|poderia|poderias|voc[êe] pode) (?:me |nos )?"
        rf"(?P<what>{_INFINITIVES_PT}(?:-me|-nos)?)",
        "não|nao|nada|nunca|jamais|nem|ninguém",
    ),
    _tongue(
        "rò|mando|invio|porto|chiamo|faccio|puoi|potresti|può|potrebbe",
        r"(?P<what>(?:(?:ti|vi|le|gli|lo|la|te lo|te la|ve lo|ve la) )*(?:mander[òo]|invier[òo]|"
        r"porter[òo]|chiamer[òo]|richiamer[òo]|scriver[òo]|comprer[òo]|prenoter[òo]|ordiner[òo]|"
        r"preparer[òo]|controller[òo]|pagher[òo]|inoltrer[òo]|chieder[òo]|confermer[òo]|"
        r"far[òo] sapere))|"
        r"(?P<env>(?:ti|vi|le|te lo|te la|ve lo) (?:mando|invio|porto|chiamo|faccio sapere))",
        rf"(?:puoi|potresti|pu[òo]|potrebbe|potete|potreste) "
        rf"(?P<what>{_INFINITIVES_IT}(?:e|mi|ci|lo|la|melo|mela))",
        "non|niente|nulla|nessuno",
    ),
    _tongue(
        "ę|am |dam |wysle|przesle|zrobie|zadzwonie|napisze|sprawdze|kupie|może|moze|mógł|mogła|"
        "prosz",
        rf"(?P<what>(?:{_DONE_PL}))",
        rf"(?:(?:czy )?mo[żz]esz|m[óo]g[łl]by[śs]|mog[łl]aby[śs]|czy mo[żz]e (?:pan|pani)) "
        rf"(?P<what>(?:\S+ ){{0,3}}(?:{_INFINITIVES_PL}))",
        "nie|nigdy|nic|nikt",
    ),
)
