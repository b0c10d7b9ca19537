"""The words by which an English text closes a matter, withdraws a question or accepts a request.

Each pattern is matched at the beginning of a clause in text as `wording.plain` leaves it.
"""

import re

from .phrases import by_first_word


def _head(*phrases: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(phrases) + r")(?!\w)")


GREETING = _head(
    r"(?:hi|hello|hey|hiya|dear|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|"
    r"morning|evening)",
    r"(?:hallo|liebe[rs]?|moin|servus|guten (?:tag|morgen|abend)|bonjour|salut|coucou|"
    r"ch[eè]re?s?|hola|querid[oa]s?)",
    r"(?:buenos dias|buenas|ol[aá]|oi|bom dia|boa tarde|ciao|salve|buongiorno|car[oa]|beste|hoi|"
    r"dag|cze[sś][cć]|witaj)",
    r"(?:dzie[nń] dobry|привет|здравствуйте|добрый день|привіт|добрий день|merhaba|selam|مرحبا|"
    r"السلام عليكم|שלום|היי)",
)
"""How a letter opens; says nothing about what it wants."""

VALEDICTION = _head(
    r"(?:with )?(?:(?:best|kind|warm|kindest|warmest|many) )?(?:regards|rgds|wishes)|best|"
    r"all the best|all best",
    r"yours(?: (?:truly|sincerely|faithfully))?|sincerely(?: yours)?|love|lots of love|hugs|"
    r"x{1,5}|xo(?:xo)*|warmly",
    r"(?:viele |liebe |beste |herzliche |schöne )?gr(?:üße|üsse|uesse|uss|uß)|"
    r"mit freundlichen grüßen|lg|vg|mfg",
    r"cordialement|amicalement|bises|bisous|saludos|un abrazo|abrazos|abraços|abs|"
    r"cordiali saluti|saluti|un abbraccio",
    r"groet(?:en|jes)?|met vriendelijke groet(?:en)?|pozdrawiam|pozdrowienia|с уважением|"
    r"з повагою|sevgiler|saygılar",
)
"""How a letter ends before its name."""

LEAD = re.compile(
    r"(?:(?:ok|okay|okey|k|great|super|perfect|awesome|cool|yes|yep|yeah|yup|alright|all right|"
    r"right|good|fine|nice|"
    r"sure|sure thing|no problem|no worries|np|ah|oh|aha|haha|lol|wow|well|and|but|so|then|also|"
    r"anyway|again|just|"
    r"thanks|thank you|thx|excellent|brilliant|lovely|of course|certainly|absolutely|hmm|hm|"
    r"hey)[ ,]+)+"
)
"""Little words before what a clause is about."""

THANKS = _head(
    r"(?:(?:many|much|big|huge|a big|a huge|so many|lots of|ok|okay|great|perfect|cool|super|"
    r"awesome|a|with|"
    r"no|yes|and|once again|again) )*"
    r"(?:thanks|thanx|thanks?you|thank (?:you|u|ya|god)|thankyou|thanku|thnks|thnx|thx|thks|"
    r"thans|thnaks|tahnks|"
    r"thankx|tks|tnx|tx|ty|tysm|tyvm|ta|cheers|kudos|bravo|well done|good job|nice one|great job)"
    r"(?: (?:so much|very much|a lot|a million|a bunch|again|indeed|ever so much|both|all|"
    r"everyone|guys))*",
    r"(?:much|greatly|very much|really|so|most|highly) (?:appreciated|obliged)|appreciated|"
    r"grateful",
    r"(?:i |we )?(?:really |do |so |very much |truly |greatly )*appreciate",
    r"(?:i am |im |were |we are )?(?:so |very |really |most )*grateful",
)
"""Thanks and praise, with what they are for."""

PARTING = _head(
    r"(?:(?:i|we|and|will|ill|well|hope to|until|looking forward to|cant wait to) )*"
    r"(?:see|seeing|c|catch|meet|meeting) (?:you|u|ya|yall)",
    r"cu|cya|bye(?: bye)?|goodbye|good bye|farewell|so long|later|laters|ttyl|ttys|tty|l8r",
    r"(?:talk|speak|chat) (?:to (?:you|u) )?(?:soon|later|then|tomorrow|again|next|on)",
    r"(?:good ?night|night|nite|sleep well|sweet dreams|take care|be well|stay safe|stay well|"
    r"get well|get better)",
    r"(?:have|hav) (?:a|an) (?:\w+ ){0,2}(?:day|night|evening|weekend|week|time|one|trip|flight|"
    r"holiday|vacation|"
    r"journey|party|rest|afternoon|morning|year|break|easter|christmas|summer|stay)|have (?:fun|"
    r"a blast|a good one)",
    r"(?:enjoy|safe travels|safe trip|bon voyage|good luck|best of luck|fingers crossed|"
    r"happy travels)",
    r"(?:i |we |am |im |were |are |so |really |very |much )*(?:look|looking|lookin) (?:so |"
    r"very )?forward(?: to)?",
    r"(?:i |we )?(?:cant|can not|cannot) wait|(?:till|until|til) (?:then|tomorrow|monday|"
    r"tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|next|later|soon|the)|(?:be|am|ill be|well be|will be|"
    r"i will be) there|count me in|im in",
)
"""Farewells and what is looked forward to."""

ACKNOWLEDGED = _head(
    r"(?:(?:ok|okay|oh|ah|yes|yep|yeah|its|it is|thats|that is|that was|that sounds|sounds|"
    r"sound|looks|look|this is|"
    r"all|is|it looks|it sounds|just|so|very|really|absolutely|simply|much|pretty|works|how|"
    r"youre|you are|"
    r"everything is|alls|everything looks|quite|most|what|a|an|such) )*"
    r"(?:ok|okay|okey|okie|okidoki|okey-dokey|oki|kk|k|alright|perfect|great|excellent|super|"
    r"superb|wonderful|"
    r"fantastic|awesome|brilliant|lovely|cool|nice|fine|fab|fabulous|amazing|neat|sweet|"
    r"terrific|splendid|marvellous|"
    r"good|gr8|beautiful|ideal|delightful|helpful|very kind|kind|useful|correct|exactly|indeed|"
    r"right|love it|"
    r"the best|star|legend|lifesaver|angel|gem)(?! (?:news|thing|part|luck with|morning|to see|"
    r"question))",
    r"(?:i(?:ve)? |we(?:ve)? )?(?:have )?(?:got|received|gotten|found) (?:it|them|that|your|"
    r"this|everything|all|both)",
    r"(?:all |safely |well |just )*received|(?:it |they |everything |the \w+ |has |have |"
    r"just )*arrived",
    r"(?:got|received) the|gotcha|i see|(?:all |it is |its )?(?:understood|noted|clear|sorted|"
    r"set|settled|solved|fixed|resolved|agreed|done)",
    r"well noted|duly noted|roger(?: that)?|copy that|10-4|makes (?:perfect |total |"
    r"a lot of )?sense|fair enough|deal",
    r"(?:it |that |this |now |everything )*(?:works|worked|helps|helped|fixed|solved|explains|"
    r"did|does|makes|clears|"
    r"suits)(?: (?:now|it|me|us|a lot|a bit|the trick|everything|perfectly|fine|great|well|"
    r"again|for (?:me|us)|"
    r"sense|perfect|things|that|up|the problem|like a charm|immensely|my (?:day|question)|day|a|"
    r"treat))*",
    r"no (?:worries|problem|problems|prob|probs|rush|hurry|need|biggie|thanks|thank you|trouble|"
    r"bother|further)|np|nw",
    r"(?:youre|your|you are|ur|yw|very)(?: most| very)? welcome(?! to)|yw|(?:its |it was )?"
    r"my pleasure|"
    r"anytime|any time",
    r"(?:dont|do not) (?:mention it|worry)|(?:you|me|us|same)(?: guys| all)? (?:too|here|"
    r"to you)|likewise|ditto",
    r"(?:glad|good|happy|nice|great|lovely|relieved|pleased) (?:to (?:hear|know|see|help|be)|it|"
    r"that|you|we)",
    r"(?:thats |that is |that was )?(?:just |exactly |precisely )?(?:what|all) i "
    r"(?:needed|wanted|was (?:looking|hoping) for|meant|"
    r"thought)",
    r"(?:\w+ ){1,3}(?:works|is fine|is good|is perfect|suits|is great)(?: (?:for|with) (?:me|"
    r"us)| me| us| well| fine)",
    r"(?:haha)+h?|(?:ha )*ha|lol|rofl|lmao|hehe|yay|hurray|hooray|woohoo|wow|whew|phew|congrats|"
    r"congratulations",
    r"will miss you|miss you|love you|ok (?:then|great)|fyi|sorry (?:for|about|to) (?:the|"
    r"bother|that|trouble|noise)",
)
"""What is received, understood, agreed or found good."""

WITHDRAWN = _head(
    r"(?:please |pls )?(?:never ?mind|nvm|nm|nevermin|forget (?:it|that|about (?:it|that)|my|"
    r"what)|scratch (?:that|it)|"
    r"(?:ignore|disregard) (?:that|this|it|me|my|the|previous|last|what)|dont bother|"
    r"cancel that|false alarm)",
    r"(?:its |it is |this is |that is |thats |i )?(?:no longer|not) (?:needed|necessary|"
    r"relevant|required)",
    r"(?:its |it is |i |we |ive |have |weve |just |already |now |it |that |finally |managed to |"
    r"the |problem |issue |"
    r"question |myself |got |all |is |was |been |has )*"
    r"(?:found (?:it|them|(?:the|an) (?:answer|solution|problem|error|mistake))|figured (?:it|"
    r"that)|solved|resolved|"
    r"sorted|worked it out|fixed it|fixed now|fix it|find it|solve it)",
)
"""What takes a question back."""

NO_ANSWER = by_first_word(
    (
        "no",
        r" need (?:to|for (?:a|an|any)) (?:reply|answer|respond|response|write back|get back|"
        r"do anything|react|call back)",
    ),
    (
        "no",
        r" (?:reply|answer|response|action|reaction) (?:is )?(?:needed|necessary|required|"
        r"expected|wanted)",
    ),
    (
        "dont",
        " (?:need|have|bother) to (?:reply|answer|respond)(?! (?:to )?(?:him|her|them|the|my|his))",
    ),
    (
        "dont neednt",
        r" (?:reply|answer|respond)(?! (?:to )?(?:him|her|them|the|my|his))",
        "i we they you",
    ),
    (
        "do",
        r" not (?:need to |have to |bother to )?(?:reply|answer|respond)(?! (?:to )?(?:him|her|"
        r"them))",
        "i we they you",
    ),
    ("fyi", r"(?:(?<=\A...)|(?<=\Ajust ...))"),
    ("for", r" your information(?<=\A.{20})"),
)
"""A notice, which its author marks as wanting no answer, however long it is."""

ADVANCE = re.compile(
    r"\bin advance\b|\b(?:thanks?|thank you|thx|cheers|grateful|"
    r"appreciate \w+)(?: \w+){0,2} for (?:considering|"
    r"looking|checking|any|taking (?:a look|this|care|up|on)|sorting|your (?:consideration|"
    r"prompt|attention)|having a look|"
    r"seeing|reviewing (?:this|it|the)|chasing|investigating|bearing with|handling|following up)"
    r"|im voraus|d avance|davance|de antemano|por adelantado|antecipad|in anticipo|bij voorbaat|"
    r"alvast|z góry|заранее|"
    r"наперед|şimdiden|先谢|先謝|미리|よろしくお願い|مقدما|מראש"
)
"""Thanks for what is still to be done: no closing."""

_HOW = (
    r"(?: (?:definitely|certainly|gladly|try to|also|just|then|try and|have to|go and|of course|"
    r"be able to|need to|"
    r"happily|do my best to|be sure to|make sure to|probably|soon|now|happy to|glad to))*"
)
COMMITS = re.compile(
    r"(?:(?:so|then|and|but|thanks|ok|yes|well|hopefully|perhaps|maybe) )*"
    + "(?:"
    + r"(?:i will|i shall|we will|ill|i ll|well|i am going to|im going to|will|gonna|"
    r"let me|allow me to|happy to|"
    r"glad to|id be (?:happy|glad|delighted) to|will be (?:happy|glad) to)"
    + _HOW
    + r" (?:do|send|call|check|look|get (?:it|that|this|them|you|back)|"
    r"take (?:a|care|it|that|this|on)|try|"
    r"see (?:what|if|whether|to)|find|ask|let you|let u|write|bring|fix|review|read|forward|"
    r"ring|phone|text|prepare|"
    r"update|make (?!it\b)|book|order|pay|tell|share|add|change|sort|handle|email|mail|"
    r"come back|reply|answer|"
    r"think (?:about|it)|give|put|post|upload|arrange|set|confirm|finish|pick|drop|follow|deal|"
    r"investigate|print|sign|"
    r"ship|have (?:a|it|them|that)|report|keep you|be in touch|be back|ping|pass|talk to|"
    r"speak to|work on|start|test|"
    r"run|buy|clean|return|remind|complete|provide|draft|translate|scan|measure|be (?:doing|"
    r"sending|checking|calling))\b"
    r"|(?:im|i am|were|we are)(?: just| now| already)? (?:doing|sending|checking|looking into|"
    r"asking|fixing|reviewing|"
    r"working on|calling|getting|preparing|writing)\b"
    r"(?! (?:to you|you|about|because|regarding|concerning|with regard))"
    r"|i can" + _HOW + r" (?:do (?:that|it|this|so)|send|check|look|ask|bring|forward|write|"
    r"call|find|have a look|take a look)\b" + ")"
)
"""A clause in which its author undertakes something."""

ACCEPTS = _head(
    r"(?:ok |okay |yes |sure |yep |yeah |great |thanks |alright |of course |and )*"
    r"(?:will do|wilco|shall do|on it|im on it|i am on it|doing it now|consider it done|"
    r"leave (?:it|that|this) (?:with|to) me|"
    r"leave it|you(?:ve| have) got it|you got it|with pleasure|gladly|happy to(?: help|"
    r" do (?:it|that|so))?|glad to|"
    r"i will(?=\Z)|ill do (?:it|that|so)|i (?:promise|accept)|no problem ill|working on it|"
    r"in the works|as you wish)",
)
"""Set phrases that accept a request."""

WEAK_ACCEPTS = _head(
    r"(?:yes |yeah |yep |ok |okay |oh |but |why )*"
    r"(?:sure(?: thing)?|of course|certainly|absolutely|definitely|naturally|surely|"
    r"by all means|for sure|np|no problem|"
    r"no prob|can do|sure can|consider it)",
)
"""What accepts a request when it stands alone, and agrees to a proposal when more follows."""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


FOLLOWS = _words(
    "for to from with on until till at in next then by about as that this and so of again you it "
    "all the both everybody everyone"
)
"""With one of these a closing goes on."""
TURNS = _words(
    "but why what when where how who which need needs not however except although unless though"
)
"""With one of these a closing turns into something else."""
PRAISE = _words(
    "great perfect helpful help helps helped exactly works worked needed lovely kind kindness best "
    "star good fine clear useful saved nice wonderful received appreciate appreciated amazing "
    "fantastic awesome love loved fun glad happy pleasure worry problem sense"
)
"""A comment that holds one of these belongs to a closing."""
COMMENT = _words("that thats this it its youre you everything all was very really so i im we")
"""A comment begins with one of these."""
