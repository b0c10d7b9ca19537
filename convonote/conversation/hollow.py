"""The forms of English that sound like asking and ask for nothing."""

import re

from .phrases import by_first_word

_TROUBLE = (
    r"(?:questions?|comments?|concerns?|problems?|issues?|queries|doubts?|trouble|difficult\w+)"
)
_REST = r"[^.!?\n]*"
_NEED = (
    r",?(?: please| at any time| anytime)? (?:if|should|in case) (?:"
    r"(?:you|u|there|we)(?: (?:should|do|ever|still|happen to))*"
    r" (?:have|has|is|are|be|see|find|run into|encounter|experience|get) (?:\w+ ){0,4}?"
    rf"(?:{_TROUBLE}|stuck|(?:any|some|no)thing (?:else|more|wrong|unclear|missing))|"
    r"(?:you|u)(?: (?:should|do|ever|still))* (?:(?:need|require)\b|want (?:any|anything|something|"
    r"more|further|help|additional|assistance))|"
    r"(?:anything|something)\b(?! (?:you|works|suits))|theres anything|"
    r"(?:i|we) can (?:help|do|be|assist)|"
    rf"(?:ive |i have |i |weve |we have |we )(?:missed|forgot|forgotten|overlooked)){_REST}"
)
_WITHDRAWN = rf"(?: about)? (?:that|this|it|me|my|the|previous|last|what)\b{_REST}"
_AT_EASE = rf"(?:worry|bother|mind|mention it|be sorry|apologi\w+|reply|respond|answer){_REST}"
_AND_THEN = r"(?:(?! and (?:please |then |kindly )?(?:let|tell|send|give|get|call)\b)[^.!?\n])*"
"""The rest of a sentence, up to where it goes on to ask."""
_ATTACHED = r"(?: \w+)?(?: \w+)? (?:attached|enclosed|below|attachment)" + _AND_THEN

HOLLOW = by_first_word(
    # What is offered in case of need wants no answer.
    (
        "if should in",
        r"(?: case)? (?:you|u|there|anyone|anybody)(?: (?:should|do|still|ever|happen to))?"
        rf" (?:have|is|are|be|run into|see|find|encounter|"
        rf"experience) (?:\w+ ){{0,4}}{_TROUBLE}{_REST}",
    ),
    (
        "if should",
        r" (?:you|u)(?: (?:should|do|ever))? (?:need|want|require) "
        rf"(?:anything|something|more|further|additional|any|help|me to){_REST}",
    ),
    (
        "if",
        r" (?:theres|there is|youve got|you get stuck|you have any|i can (?:help|be of)|"
        r"we can (?:help|be of)|"
        rf"anything (?:else|changes|comes up|is unclear)){_REST}",
    ),
    ("if", rf" (?:not|so)(?: just| then|,|please| )*(?:let (?:me|us) know|tell me){_REST}"),
    ("otherwise", rf",? (?:please |just )*(?:let (?:me|us) know|tell me){_REST}"),
    ("if", rf" you (?:do not|dont|no longer) (?:want|wish){_REST}"),
    ("let", " (?:me|us) know" + _NEED),
    ("tell contact call email text ping", " (?:me|us)" + _NEED),
    ("give", " (?:me|us) a (?:call|shout|ring)" + _NEED),
    ("write reach get", " (?:to|out to|in touch with) (?:me|us)" + _NEED),
    ("shout", _NEED),
    ("reach get", " (?:out|in touch)" + _NEED),
    ("feel", " free" + _REST),
    ("please", " feel free" + _REST),
    ("do dont never please", rf"(?: do)?(?: not| dont)? (?:\w+ )?hes[ti]\w+{_REST}"),
    ("please", "(?: kindly)? (?:find|see)" + _ATTACHED),
    ("find see", _ATTACHED),
    ("attached enclosed", " please find" + _REST),
    # Who withdraws or reassures asks for nothing.
    ("ignore disregard forget", _WITHDRAWN, "dont not"),
    ("please pls", " (?:ignore|disregard|forget)" + _WITHDRAWN),
    ("do", " not " + _AT_EASE),
    ("dont", " " + _AT_EASE),
    ("please pls", " (?:do not|dont) " + _AT_EASE),
    ("please", " accept (?:my|our)" + _REST),
    ("please pls", " (?:note|be advised|be aware)"),
    ("no", " need (?:to|for)" + _REST),
    ("consider", " it done"),
    ("leave", " (?:it|that|this) (?:with|to) me"),
    ("go", " (?:for it|ahead)(?= ?(?:[.!,]|\\Z))"),
    ("tell give", " me (?:about it|a break|five)(?= ?(?:[.!,]|\\Z))"),
    ("lets", " (?:see|hope|face it|say|just say|be honest|not forget)"),
    # What somebody else does or asked is a report.
    (
        "he she they",
        "(?: also| just| then)? (?:asked|wanted to know|wondered)(?: me| us| him| her| them)?"
        rf" (?:if|whether|when|what|where|how|why|for)\b{_REST}",
    ),
    (
        "he she they somebody someone shell hell theyll",
        "(?: will| would| can| could| should| may| might| wanted to| promised to|"
        " asked if i could)*"
        " (?:give|send|call|email|mail|text|phone|ring|tell|show|help|join|discuss|meet)",
    ),
    ("can could", rf" you (?:believe|imagine){_REST}\??"),
)
"""Conditional, reassuring and set phrases that ask for nothing, with the rest of their sentence."""

_PROUD = (
    r"(?:great|lovely|wonderful|beautiful|amazing|awesome|nice|fantastic|cool|funny|sweet|cute|"
    r"gorgeous|crazy|awful|terrible|strange|odd|weird|ironic|exciting|ridiculous)"
)
_SALE = (
    r"(?:save|earn|win|boost|lose (?:weight|\d)|make (?:more )?money|get (?:rich|paid|more)|"
    r"learn more|know more|upgrade|cut (?:your )?costs|look (?:younger|your best)|see more)"
)
RHETORICAL = re.compile(
    r"(?:\A|(?<=[.!?\n,;:)])) ?(?:(?:and|but|so|anyway|well),? )*(?:"
    r"why (?:on earth )?(?:would|should) (?:any|some)(?:one|body)|"
    r"who (?:would|could|wouldve|couldve|would have|could have) (?:ever )?(?:have )?(?:thought|"
    r"guessed|known|believed|imagined|expected)|"
    r"who (?:doesnt|does not|wouldnt) (?:love|like|want|enjoy)|"
    r"who am i (?:kidding|to)|who else|"
    r"how (?:hard|difficult|bad) (?:can|could) (?:it|that|this) (?:possibly )?be|"
    r"where did (?:the|all the) (?:time|day|year|summer|weekend|week) go|"
    r"(?:what|where) (?:would|should|could) (?:i|we) (?:ever )?(?:do|be) without|"
    r"what more (?:could|can) (?:you|i|we|one|anyone)|what are the odds|"
    r"what(?:s| is) the worst|what kind of (?:person|idiot|fool)|"
    r"did i (?:mention|tell you|say)|have i (?:mentioned|told you)|"
    r"guess (?:who|what|where)|remember (?:when|the time|how (?:we|you|i))|"
    rf"(?:is|was|are)nt (?:it|that|this|she|he|they) (?:just |so |an? |\w+ly )*{_PROUD}|"
    rf"(?:want|ready|looking|do you want|would you like) to {_SALE}|wanna {_SALE}|"
    r"looking for|how did we do|(?:are you )?(?:tired|sick) of|"
    r"(?:have you )?ever (?:wondered|wished|dreamed)|"
    r"what are you waiting for|why (?:wait|pay (?:more|full))|sound familiar|"
    r"did you know(?= ?\?)|(?:have|having) trouble \w+ing"
    r")\b[^.!?\n]*\?+|"
    r"(?:\A|[ ,;\n])(?:"
    r"(?:is|are|was|were|does|do|did|has|have|would|will|could|ca|wo|ai)nt (?:it|that|this|"
    r"there|they|he|she)|innit|"
    r"(?:but )?who knows|who cares|guess what|you know(?: what i mean)?|know what i mean|"
    r"what can i say|"
    r"what else is new|whats not to (?:like|love)|"
    r"how (?:cool|great|nice|awesome|sweet|crazy|weird|funny|good|lucky|cute) (?:is|"
    r"was) (?:that|this|it)|"
    r"how could (?:i|we|anyone) (?:forget|resist|refuse|say no|not)\b[^.!?\n]*|why not|"
    r"what could (?:possibly )?go wrong) ?\?+"
)
"""Questions that expect no answer; `aren't you?` and `right?` do."""

PLEASANTRY = re.compile(
    r"\b(?:"
    r"(?:and )?how (?:are|r) (?:you|u|ya|things|we)(?: (?:doing|all|both|guys|today|keeping|"
    r"these days|going))*|"
    r"hows (?:it going|it|life|everything|things|everyone|all|your (?:day|week) going)(?: going|"
    r" with you)?|"
    r"how (?:have you|ve you|you|is everything|is it going|is life|do you do|goes it)(?: been|"
    r" doing)?(?: lately)?|"
    r"whats up|wassup|sup|"
    r"(?:are you|i hope you are|hope youre|hope you are|hope all is|all|you) (?:well|ok|okay|"
    r"good)) ?\?+"
)
"""Questions that open a letter out of courtesy."""
