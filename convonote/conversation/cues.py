"""The words by which a text asks for something.

English ones are looked for in text as `wording.plain` leaves it: in small letters, single spaces,
without apostrophes, so that `what's`, `whats` and `What’s` are one word.
"""

import re

from .asking_tongues import REQUEST_ENDS, REQUESTS
from .phrases import by_first_word

QUESTION_MARK = re.compile("(?<![$])[?？؟\u037e¿⁇⁈⁉‽⸮՞፧❓❔](?!>)")
"""A mark that makes a question in some script; `$?` and `?>` are code."""

ASKING_ENDS = re.compile(
    r"(?:ですか|ますか|ませんか|でしょうか|吗|嗎|습니까|나요|까요)(?=[。.!！\s]|\Z)|"
    r"[α-ωά-ώ]\s?;(?=\s|\Z)|" + REQUEST_ENDS
)
"""What asks without such a mark; the Greek question mark is often typed as a semicolon."""
ASKING_SCRIPT = re.compile("[でま吗嗎습나까α-ωά-ώ请請麻くだ願주부]")
"""A letter with which such an ending begins."""

_NAMELESS = (
    r"(?:you|u|ya|yall|ye|anyone|anybody|someone|somebody|one of you|both of you|any of you)"
)
_TALK = (
    r"(?:discuss|meet|talk|speak|chat|hear|know|ask|schedule|set up|arrange|invite|request|see if|"
    r"get together|catch up|check (?:if|whether|with you)|confirm|have you|get your|see you)"
)

ASKING = by_first_word(
    ("please pleas plase pls plz plse kindly", ""),
    ("can could would will wil cud coud culd wud woud cld wld", " " + _NAMELESS),
    ("can could may shall should", " (?:we|i)", "so nor neither"),
    ("let", " (?:me|us) know"),
    ("lmk asap rsvp", ""),
    # `She will call me` reports; `call me` asks.
    (
        "give send call email mail text ping phone ring tell show help forward get fax remind "
        "bring lend pass inform advise notify update keep join contact copy",
        " (?:me|us)(?! (?:wrong|started|thinking|through|down))",
        "ll will ill might may theyll shell hell they didnt would he she not to",
    ),
    ("want need like ask asking expect love encourage prefer get", " you (?:all |both |guys )?to"),
    ("you youll", "(?: will| may| really)? (?:need|have) to"),
    ("you", r" (?:should|must|could)(?! (?:be|have|know|hear|see|tell|imagine|say)\b)"),
    (
        "i we",
        r"(?: still| also| really| just| urgently)? (?:need|require) (?:your|to know|"
        r"an? (?:answer|reply|copy|response)|"
        r"the following|(?:it|this|that|them|these) (?:by|before|asap))",
    ),
    ("need", " (?:your|you)"),
    ("like love want wanted wish need hoping time chance available free", " to " + _TALK),
    ("suggest", " we to " + _TALK),
    (
        "appreciate grateful thankful",
        "(?: it)? (?:if|any|a|your (?:help|reply|answer|feedback|input))",
    ),
    ("be", " (?:much |greatly |very )?appreciated"),
    (
        "be its it is",
        r" (?:\w+ )?(?:great|good|nice|grateful|helpful|wonderful|lovely|awesome|glad|happy|"
        r"best|perfect)"
        r" if (?:you|we|i)",
    ),
    ("would", "(?: you)? mind"),
    ("wonder wondering", " (?:if|whether|when|what|how|about|who|where|why)"),
    # Told of oneself it is a story, asked of somebody it is a request.
    ("wondered", " (?:if|whether|when|what|how) (?:you|your|u|we|i could|i can|there|anyone)"),
    (
        "want wanted writing like trying",
        " to (?:ask|know|inquire|enquire|request|find out|check (?:if|in))",
    ),
    (
        "have had got",
        r" (?:a|another|one|some|two|a few) (?:\w+ )?(?:questions?|requests?|favou?rs?)",
    ),
    (
        "any",
        " (?:news|updates?|ideas?|thoughts?|luck|chance|word|progress|suggestions?|objections?|"
        "feedback)",
    ),
    (
        "your",
        " (?:thoughts|feedback|comments|input|opinion|views|advice|approval)",
        "for",
    ),
    ("grateful thankful", r" for an?(?:y)? (?:\w+ )?(?:answer|reply|response|hint|feedback)"),
    ("curious", " (?:what|whether|if|how|when|to (?:hear|know))"),
    ("comments feedback suggestions ideas thoughts", " (?:are |very |most )*(?:welcome|please)"),
    ("your", " turn(?= to |[.!]|\\Z)"),
    ("not havent", " (?:yet )?(?:heard|had) (?:back |anything |an? (?:answer|reply) )?from you"),
    ("thanks thank thx cheers", "(?: you)?(?: so much| very much| a lot)? in advance for"),
    ("your a", " (?:quick |prompt |early )?(?:reply|answer|response) (?:is|would|by|soon|asap)"),
    (
        "we",
        r" (?:can|could|should|need to|might|will need to|shall|may)"
        r"(?: (?:also|then|all|try to|just|maybe|perhaps|probably))? "
        r"(?:discuss|meet|talk|get together|chat|have (?:lunch|dinner|coffee)|schedule|set up|"
        r"go|do|try|speak|catch up|"
        r"get|plan|grab|arrange)",
    ),
    ("how what", " about"),
    (
        "what when where why how who which",
        " (?:do|does|did|are|is|r|will|would|can|could|shall|should|have) (?:you|u|we|i|ya)",
    ),
    ("why", " (?:dont|not) (?:we|you)"),
    ("what", r" (?:time|day|date) (?:\w+ )?(?:you|works|suits|is|would|should|shall|do)"),
    ("how", " (?:much|many|long|often|soon|far) (?:do|does|did|is|are|will|would|can|could)"),
    (
        "if",
        " (?:you|u|someone|anyone) (?:could|can|would(?! (?:like|prefer|rather|love|not)\\b)|"
        "wouldnt mind|"
        "dont mind|are (?:able|willing))",
    ),
    (
        "if",
        r" (?:youre|you are|thats|that is|this is|its|it is|your \w+ is) (?:available|free|ok|"
        r"okay|interested|around)",
    ),
    ("if", r" (?:that|this|it|those?|the \w+) (?:works|suits|is ok|fits|sounds)"),
    ("hope hoping trust", " (?:that )?(?:you|we) (?:can|could|will be able|might|may)"),
    (
        "when whenever",
        " you (?:get|have) (?:a |some |the )?(?:chance|time|minute|moment|second|sec)",
    ),
    ("at", r" your (?:\w+ )?convenience"),
    ("as", " soon as (?:possible|you can)"),
    ("get come write", " back to (?:me|us) (?:by|on|about|with|when|asap|if)"),
    ("hear hearing", " (?:back )?from you|hear your"),
    ("hear await awaiting", " your"),
    ("waiting forward", " (?:for|on|to) your"),
    ("i we", " (?:would )?(?:suggest|propose|recommend)"),
    ("do", " me a favou?r"),
    ("remember", " to", "i"),
    # Who is offered something and says so wants it: `Yes, please`.
    (
        "that thatd",
        r"(?: would)? be (?:great|lovely|wonderful|perfect|nice|awesome|helpful|fantastic|super|"
        r"good)(?= ?(?:[.!,]|\Z))",
    ),
    ("be", " sure to"),
    ("make", " sure", "ll ill well to will"),
    ("dont", " forget", "i wont"),
    ("set setting", " up an? (?:call|meeting|time)"),
    ("schedule", " an?"),
    ("works good", " for you"),
    ("take have", " a (?:quick )?(?:look|moment|minute|few minutes)", "ll ill will well"),
    ("what", " you (?:think|want|would|need)"),
    ("do did", " u"),
    (
        "need",
        " (?:it|this|that|them|these|to know|an answer) (?:by|before|asap|today|tomorrow|from)",
    ),
    *REQUESTS,
)
"""Words that ask wherever they stand."""

SENTENCE = re.compile(r"[.!?:;\n)*–—-]+ ?\W{0,3}")
"""What stands between sentences, list items and clauses."""

_NAME = (
    r"(?:(?:hi|hey|hello|dear|yo) )?(?:\w{2,20}(?: \w{2,20})?[,:] ?|guys )?"
    r"(?:(?:and|so|then|also|just|ok|okay|or|but|now|finally|lastly|again|next|first|otherwise|"
    r"well|btw|yes|no),? ){0,2}(?:if [^.!?\n,]{3,60}, (?:please |then |just )?(?!click))?"
)
_OBJECT = (
    r"(?:me|us|it|them|him|her|this|that|the|a|an|your|my|our|their|these|those|all|any|some|"
    r"every|everything|"
    r"if|to|in|by|on|at|up|out|off|over|with|back|for|what|whether|when|where|how|from|both|one|"
    r"each|sure|"
    r"here|there|around|through|ahead|and|please|asap|only|no|as|\d\w*)"
)

OPENING_ASKS = re.compile(
    _NAME + r"(?:"
    r"(?:lets(?! (?:you|me|us|them|people|users)\b)|let us)\b|"
    r"(?:do|does|did|are|is|have|has|was|were|will|would|could|can|should|shall|dont|isnt|arent|"
    r"cant|havent|didnt)"
    r" (?:you|u|it|we|they|he|she|there|this|that|the|anyone|anybody|your|my|our|i)\b|"
    r"(?:what|where|who|why|when|how) (?:is|are|was|were|do|does|did|can|could|will|would|"
    r"should|shall|"
    r"else|kind|type|much|many|(?<!how )(?:time|day))\b|"
    r"which (?:do|does|did|can|could|will|would|should|shall|kind|type|time|day)\b|"
    r"(?:whats|wheres|whens|hows|whos) (?:the|your|this|that|going|his|her|with|a)\b|"
    r"(?:do not|dont) (?:be|let|make|forget|send|tell|use|do|count|miss|call|write|buy|come|"
    r"open|wait)\b|"
    r"(?:call|send|forward|check|confirm|tell|ask|bring|review|reply|respond|return|contact|"
    r"email|fax|text|ping|"
    r"sign|print|provide|include|pick|choose|select|schedule|follow|explain|describe|advise|"
    r"submit|verify|"
    r"remove|delete|copy|add|use|complete|fill|find|get|give|go|help|hold|join|keep|leave|look|"
    r"make|meet|move|"
    r"plan|prepare|remind|save|set|share|show|stay|take|talk|try|update|visit|wait|write|"
    r"discuss|consider|"
    r"compare|arrange|attach|book|order|post|put|pass|start|stop|think|turn|watch|buy|come|drop|"
    r"change|log|click)"
    rf" {_OBJECT}\b(?! (?:you|forward to)\b)|"
    r"(?:call|discuss|reply|respond|rsvp|confirm|advise|comments|thoughts|ideas|"
    r"suggestions)(?= ?(?:[.!,]|\Z))|"
    r"(?:need|looking for|wanted|seeking) (?:a|an|some|your|the|any)\b|"
    r"you (?:need|should|must|have)\b(?! (?:been|a (?:point|great|nice)|my|made|done)))"
)
"""Sentences that begin as a question or a request does, with or without a name before."""
