"""Words that say a promise is kept or let go: `done`, `here it is`, `I can't make it`, `forget it`.

These are the moves by which a conversation for action ends (Winograd and Flores, Understanding
Computers and Cognition): who promised reports it done or withdraws; who was promised declares it
kept or cancels. Guesses only, for the user to take.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from .own_words import own_words
from .records import PromiseState
from .wording import APOSTROPHE, BREAK, EMPHASIS

SHORT = 2_000
"""Characters beyond which a text says such a thing in passing at most."""
BEGINNING = 12
"""Clauses that are looked at."""
_LIKE = 4
"""The shortest word by which a promise is known again."""

_LEAD = (
    r"(?:(?:ok|okay|hi|hello|hey|yes|so|and|well|also|sorry|thanks|thank you|great|good|perfect|"
    r"just|all|quick update|as promised|as agreed|unfortunately|im sorry|im afraid|its|it is|thats|"
    r"leider|also|hallo|bonjour|hola|oi|ciao|cześć|niestety|malheureusement|lamentablemente|"
    r"purtroppo|infelizmente|but|i think) )*"
)


def _words(*phrases: str) -> str:
    return rf"{_LEAD}(?:{'|'.join(phrases)})(?!\w)"


@cache
def _compiled(words: str) -> re.Pattern[str]:
    """A pattern, made when it is first needed; few programs run as long as that takes."""
    return re.compile(words)


_OWNER_KEPT = _words(
    r"(?:all |its |it is |that is |thats |everything is )?(?:done|finished|sorted|ready)(?= ?\Z|"
    r" now| "
    r"at last| finally| and | for you)",
    r"(?:ive |i have |i )?(?:just |now |finally |already )*(?:sent|mailed|emailed|posted|paid|"
    r"booked|"
    r"ordered|bought|called|finished|signed|fixed|repaired|uploaded|delivered|forwarded|brought|"
    r"returned|transferred|submitted|shared) (?:it|them|that|this|you|the|her|him|your|everything|"
    r"off)",
    r"(?:ive|i have) (?:just |now |finally |already )*(?:done|made|written|prepared|checked|"
    r"reviewed|"
    r"asked|spoken|talked)",
    r"(?:here it is|here (?:they|you) (?:are|go)|here(?:s| is| are) (?:the|your|my|what)|"
    r"please find|find attached|attached (?:is|are|please|you)|enclosed)",
    r"(?:see|its in|it is in) the attach\w+",
    r"(?:ist |schon |alles )?(?:erledigt|gemacht|abgeschickt|ist raus|fertig)(?= ?\Z)",
    r"(?:ich )?(?:habe|hab) .{0,40}(?:geschickt|gesendet|bezahlt|gebucht|bestellt|erledigt|"
    r"gemacht)",
    r"(?:hier (?:ist|sind|kommt|kommen)|anbei|im anhang)",
    r"(?:cest fait|voici|voil[àa] (?:le|la|les)|ci-joint|je (?:lai|viens de l?) ?envoy)",
    r"(?:hecho|listo|aqu[íi] (?:est[áa]|tienes|va)|adjunto|ya (?:lo|la|te) (?:envi[ée]|mand[ée]|"
    r"he)|"
    r"te (?:lo |la )?(?:he enviado|envi[ée]))",
    r"(?:feito|pronto(?= ?\Z)|aqui est[áa]|segue|j[áa] (?:enviei|mandei|paguei))",
    r"(?:fatto(?= ?\Z)|ecco|in allegato|(?:te l)?ho (?:mandat|inviat|spedit|pagat|fatt)\w)",
    r"(?:zrobione|gotowe|wys[łl]a[łl][ea]m|w za[łl][ąa]czniku|zap[łl]aci[łl][ea]m|oto)",
)
_OWNER_LET_GO = _words(
    r"i (?:cant|cannot|can not|wont|couldnt|will not) (?:make it|do (?:it|that|this)|manage|"
    r"be able to|come|get to it|get it)",
    r"i (?:wont|will not|am not going to|am not) be able to|im not (?:going to be )?able to",
    r"i (?:have|need|had) to (?:cancel|pass|withdraw|back out)|(?:it|that) (?:wont|will not) work",
    r"(?:ich )?(?:schaffe|schaff) (?:es|das) nicht|(?:ich )?kann (?:doch |leider |es |das )*nicht",
    r"je ne (?:pourrai|peux) (?:pas|finalement)|je ny arriverai pas",
    r"no (?:podr[ée]|puedo)|no me (?:va|ser[áa])",
    r"n[ãa]o (?:vou conseguir|consigo|posso|poderei)",
    r"non (?:riesco|posso|potr[òo]|ce la faccio)",
    r"nie (?:dam rady|mog[ęe]|zd[ąa][żz][ęe])",
)
_OTHER_KEPT = _words(
    r"(?:ive |i have |i |we )?(?:got|received) (?:it|them|the|your|everything|all)",
    r"(?:it|they|the \w+|your \w+) (?:has |have )?(?:just )?(?:arrived|came|works|is here)",
    r"(?:for )?(?:sending|bringing|doing|fixing|mailing|forwarding|booking|paying|sharing)",
    r"(?:erhalten|angekommen|ist da|bien re[çc]u|recibido|recebido|ricevuto|otrzyma[łl][ea]m|"
    r"dotar[łl])",
)
_OTHER_LET_GO = _words(
    r"(?:please )?(?:forget (?:it|about it|that|about that)|never ?mind|nevermind|dont bother|"
    r"dont worry about (?:it|that))",
    r"(?:it |that |this )?(?:is |its |thats )?(?:no longer|not) (?:needed|"
    r"necessary)(?: any ?more)?|"
    r"(?:i|we) (?:dont|no longer) need (?:it|that|them|this)(?: any ?more)?|no need (?:any ?more|"
    r"to)",
    r"(?:vergiss es|hat sich erledigt|nicht mehr n[öo]tig|brauche ich nicht mehr)",
    r"(?:laisse tomber|laissez tomber|oublie|oubliez|plus besoin)",
    r"(?:olv[íi]da(?:lo|te)|d[ée]jalo|ya no (?:hace falta|es necesario|lo necesito))",
    r"(?:esquece|deixa (?:pra l[áa]|estar)|j[áa] n[ãa]o [ée] preciso)",
    r"(?:lascia perdere|lascia stare|non serve pi[ùu]|non importa)",
    r"(?:zapomnij|niewa[żz]ne|ju[żz] nie (?:trzeba|potrzeb))",
)
_BY_WHOM = {
    True: ((_OWNER_LET_GO, PromiseState.LET_GO), (_OWNER_KEPT, PromiseState.KEPT)),
    False: ((_OTHER_LET_GO, PromiseState.LET_GO), (_OTHER_KEPT, PromiseState.KEPT)),
}
_WORD = re.compile(rf"[^\W\d_]{{{_LIKE},}}")


def outcome(text: str, *, by_owner: bool) -> tuple[PromiseState, str] | None:
    """What a text says of what was promised, and the clause that says it; None where nothing.

    `by_owner`: who promised speaks; else somebody to whom it was promised.
    """
    if len(text) > SHORT:
        return None
    for clause in _clauses(own_words(text)):
        for pattern, state in _BY_WHOM[by_owner]:
            if _compiled(pattern).match(clause):
                return state, clause
    return None


def _clauses(own: str) -> Iterator[str]:
    """The first clauses that ask nothing, as they are compared."""
    compared = EMPHASIS.sub("", APOSTROPHE.sub("", own.lower()))
    asked = re.sub(r"[^.!?\n]*\?", "\n", compared)
    for number, clause in enumerate(BREAK.split(asked)):
        if number == BEGINNING:
            return
        if words := " ".join(clause.split()):
            yield words


def about(clause: str, promises: Collection[tuple[int, str]]) -> int | None:
    """The promise that a clause speaks of, of (id, what): by their words, else the only one."""
    said = _stems(clause)
    like = [id for id, what in promises if said & _stems(what)]
    if len(like) == 1:
        return like[0]
    if not like and len(promises) == 1:
        return next(iter(promises))[0]
    return None


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text, by which `list` and `lists` are alike."""
    return {word[: _LIKE + 1] for word in _WORD.findall(text.lower())} - _COMMON


_COMMON = {"send", "sent", "bring", "with", "this", "that", "have", "your", "them", "will", "from"}
