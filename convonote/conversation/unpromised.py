"""What is worded like a promise, or asks for something, and yet makes nobody owe anything."""

import re
from functools import cache

_CONDITIONAL = (
    r"(?<!\w)(?:if|unless|in case|whether|maybe|perhaps|might|probably|dont think|doubt|not sure|"
    r"would be|used to|wenn|falls|vielleicht|ob|si|peut-être|quizás|tal vez|se|talvez|forse|"
    r"jeśli|jeżeli|gdyby|może|czy ja|whenever|when(?:ever)? you|when im|in (?:the )?future|"
    r"any ?time|"
    r"feel free|for (?:more |further )?(?:details|information|info)|always|never|as needed|"
    r"immer|toujours|siempre|sempre|zawsze)(?!\w)"
)
_WISHED = (
    r"(?<!\w)(?:abrazos?|besos?|saludos|recuerdos|abra[çc]os?|beijos?|beijinhos?|abbracc[io]o?|"
    r"bac[io]o?|saluti|bises|bisous|condolences|love|regards|greetings|hugs?|kiss(?:es)?|"
    r"best wishes|gr[üu](?:ß|ss)e?|kuss|pozdrowienia|buziaki?)(?!\w)"
)
"""What one sends in words alone."""
_REPORTED = (
    r"(?:(?<!\w)(?:said|says|told|thought|hope|wish|promised|when|until|after|before|once|that|"
    r"who|which|what|how|why|where|so that|dass|que|che|że) (?:\S+ ){0,2})\Z"
)
"""What makes of a promise a part of something that is told."""
_OWN_LIFE = (
    r"\A(?:going to (?:buy|order|book|finish|pay|write|repair|fix|cancel|sign|reserve|draft|"
    r"return|call|text|invite|read|add) (?:a|an|some|another|my|our)(?!\w)(?!.*\b(?:you|your)\b)|"
    r"(?:\w+ ){0,4}?(?:send|bring|call|phone|ring|text|email|mail|write|invite|buy|pick up|"
    r"calling|sending|bringing|inviting|picking up)(?: to)? (?:my|our) (?:\w+ )?(?:kids?|child|"
    r"children|sons?|daughters?|boys?|girls?|bab(?:y|ies)|wife|husband|partner|girlfriend|"
    r"boyfriend|mum|mom|mother|dad|father|parents?|brothers?|sisters?|family|dogs?|cats?)(?!\w)"
    r"(?!.*\b(?:you|your)\b))"
)
"""What somebody plans for themselves: a house to buy, children to send to camp."""
_ASKS_WHETHER = (
    r"\A(?:can|could|would|will) you (?!.*\b(?:me|us|my|our|him|her|them|please|it|this|these|"
    r"those|your)\b).*\b(?:online|(?:on|in|over|out)? ?there|abroad|without|in advance|in cash|"
    r"by card|at all|anywhere|these days)\b"
)
"""`Can you book online there?` asks what is possible there, of anybody."""
_TO_ANYBODY = (
    r"(?:\A|[.:;!] |and )(?:in order )?to (?:learn|contact|reach|unsubscribe|opt|no longer|find "
    r"out|see how|receive|subscribe|register|speak (?:to|with)|change your|update your|manage|"
    r"stop|cancel your|let us know|send us|ask)(?!\w).*\b(?:please|kindly)\b|"
    r"(?<!\w)for (?:a (?:free )?copy|(?:any |more |further |all |your |technical )*(?:questions?|"
    r"assistance|help|support|enquir\w+|inquir\w+|issues?|problems?|feedback))(?!\w).*"
    r"\b(?:please|kindly|can you|could you)\b|"
    r"\b(?:please|kindly) (?:\w+ ){0,5}\S*[@\d]\S* .*\bto (?:find out|learn|speak (?:to|with)|"
    r"subscribe|unsubscribe|register|receive|get (?:more|help|started))\b|"
    r"\b(?:our|the|your) (?:\w+ )*(?:privacy policy|terms (?:of|and)|preferences|subscription)\b|"
    r"\bproduct information\b|"
    r"\bto find out (?:more|how)\b|"
    r"\bcopy and paste\b|\bprint this (?:page|email|e-mail) for your records\b|"
    r"\bcomplete your (?:profile|registration|purchase|order)\b|"
    r"\b(?:our|the) (?:customer service|support|sales|help ?desk)(?: team)? (?:at|on)\b|"
    r"\b(?:support|help|info|sales|contact|feedback|questions|customer\.?service|"
    r"[\w.-]*-(?:un)?subscribe)@"
)
"""What is written to everybody who may read it: whom to call for help, what to review."""


def is_conditional(low: str) -> bool:
    """Whether a sentence says on what it hangs, or speaks of what is done again and again."""
    return _compiled(_CONDITIONAL).search(low) is not None


def is_unmeant(low: str, start: int, begin: int, denies: re.Pattern[str], *, asked: bool) -> bool:
    """Whether words are told of somebody, denied, a mere greeting, or mean nobody who reads them.

    They start at `start` in a sentence as it is compared, and what they promise at `begin`.
    """
    before, behind = low[:start], low[begin:]
    if _compiled(_REPORTED).search(before):
        return True
    whole = low[start:]
    if asked and (_compiled(_ASKS_WHETHER).search(whole) or _compiled(_TO_ANYBODY).search(low)):
        return True
    if not asked and _compiled(_OWN_LIFE).search(_without_lead(whole)):
        return True
    before, behind = re.split(r"[,:;]", before)[-1], re.split(r"[,:;]", behind)[0]
    denied = denies.search(before) or denies.search(behind)
    return denied is not None or _compiled(_WISHED).search(behind) is not None


def _without_lead(whole: str) -> str:
    """What somebody says of themselves, without `I am` and the like."""
    return re.sub(r"\A(?:im|i am|ill|i will|i shall|well|we will|were|we are) ", "", whole)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed."""
    return re.compile(words)
