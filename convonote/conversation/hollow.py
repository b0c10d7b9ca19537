"""The forms of English that sound like asking and ask for nothing."""

import re

from .phrases import by_first_word

_TROUBLE = (
    r"(?:questions?|comments?|concerns?|problems?|issues?|queries|doubts?|trouble|difficult\w+)"
)
_REST = r"[^.!?\n]*"
_NEED = (
    rf",?(?: please)? (?:if|should|in case) "
    r"(?:you|u|there|anything|i can (?:help|do|be)|we can (?:help|do|be))"
    r"(?: (?:have|is|are|be|need|want|changes|comes up|else|run into|get stuck|any|anything|"
    r"something|more|"
    rf"should|see|find|further|a|\w*thing|help|with|do|for|of|you|other|{_TROUBLE}))+{_REST}"
)
_WITHDRAWN = rf"(?: about)? (?:that|this|it|me|my|the|previous|last|what)\b{_REST}"
_AT_EASE = rf"(?:worry|bother|mind|mention it|be sorry|apologi\w+|reply|respond|answer){_REST}"
_ATTACHED = r"(?: \w+)?(?: \w+)? (?:attached|enclosed|below|attachment)" + _REST

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
    ("please find see", "(?: find| see)?" + _ATTACHED),
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
    ("can could", rf" you (?:believe|imagine){_REST}\??"),
)
"""Conditional, reassuring and set phrases that ask for nothing, with the rest of their sentence."""

RHETORICAL = re.compile(
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
