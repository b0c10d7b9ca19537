"""Words that say a promise is kept or let go: `done`, `here it is`, `I can't make it`, `forget it`.

These are the moves by which a conversation for action ends (Winograd and Flores, Understanding
Computers and Cognition): who promised reports it done or withdraws; who was promised declares it
kept or cancels. Guesses only, for the user to take.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from .outcome_words import ACTS, ALIKE, BARE, THINGS_ASIDE
from .own_words import own_words
from .records import PromiseState
from .wording import APOSTROPHE, BREAK, EMPHASIS

SHORT = 2_000
"""Characters beyond which a text says such a thing in passing at most."""
BEGINNING = 12
"""Clauses that are looked at."""
_LIKE = 3
"""The shortest word by which a promise is known again."""
_STEM = 5
"""Letters by which longer words are alike, whatever their endings."""

_LEAD = (
    r"(?:(?:ok|okay|hi|hello|hey|yes|so|and|well|also|sorry|thanks|thank you|great|good|perfect|"
    r"just|all|quick update|as promised|as agreed|unfortunately|im sorry|im afraid|its|it is|thats|"
    r"leider|also|hallo|bonjour|hola|oi|ciao|cześć|niestety|malheureusement|lamentablemente|"
    r"purtroppo|infelizmente|but|i think) )*"
)


def _words(*phrases: str) -> str:
    return rf"{_LEAD}(?P<said>{'|'.join(phrases)})(?!\w)"


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
    r"i (?:just |finally |already )*(?:rang|wrote|got|picked up|(?:spoke|talked) (?:to|with)) "
    r"(?:it|them|the|her|him|your|up)",
    r"(?:all )?(?:the|your|my|our|both) (?:\w+ ){1,4}?(?:is|are|was|were|has been|have been|went) "
    r"(?:now |just |already |finally )*(?:sent|mailed|emailed|posted|paid|booked|ordered|bought|"
    r"signed|fixed|repaired|uploaded|delivered|forwarded|returned|transferred|submitted|shared|"
    r"printed|finished|done|on (?:its|the|their) way|in the post|out)(?= ?\Z| (?:to|for|by|at|with|"
    r"now|today|this|last|yesterday|already|finally|and)\b)",
    r"(?:ive|i have) (?:just |now |finally |already )*(?:done|made|written|prepared|checked|"
    r"reviewed|"
    r"asked|spoken|talked)",
    r"(?:here it is|here (?:they are|you go)|here(?:s| is| are) (?:the|your|my|what)|"
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
    r"i (?:cant|cannot|can not|wont|will not) (?:(?:make|manage|do|get to) (?:it|that|this)|manage)"
    r"(?: after all| any ?more| sorry)*(?= ?\Z)",
    r"i (?:have|need|had) to (?:cancel|pass|withdraw|back out)(?= ?\Z)",
    r"(?:ich )?(?:schaffe|schaff) (?:es|das) nicht|(?:ich )?kann (?:doch |leider |es |das )*nicht",
    r"je ne (?:pourrai|peux) (?:pas|finalement)|je ny arriverai pas",
    r"no (?:podr[ée]|puedo)",
    r"n[ãa]o (?:vou conseguir|consigo|posso|poderei)",
    r"non (?:riesco|posso|potr[òo]|ce la faccio)",
    r"nie (?:dam rady|mog[ęe]|zd[ąa][żz][ęe])",
)
_OWNER_CANNOT = _words(
    r"i (?:cant|cannot|can not|wont|will not|couldnt)",
    r"i (?:am not going to|am not) be able to|im not (?:going to be )?able to",
    r"i (?:have|need|had) to (?:cancel|pass on|withdraw)",
)
_OTHER_KEPT = _words(
    r"(?:ive |i have |i |we )?(?:got|received) (?:it|them|the|your|everything|all)",
    r"(?:it|they|the \w+|your \w+) (?:has |have )?(?:just )?(?:arrived|came|works|is here)",
    r"(?:thanks|thank you)(?: so much| very much| a lot)? for (?:sending|bringing|doing|fixing|"
    r"mailing|forwarding|booking|paying|sharing)",
    r"(?:erhalten|angekommen|ist da|bien re[çc]u|recibido|recebido|ricevuto|otrzyma[łl][ea]m|"
    r"dotar[łl])",
)
_OTHER_LET_GO = _words(
    r"(?:please )?(?:forget (?:it|about it|that|about that)|never ?mind|nevermind|dont bother)",
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
    True: (
        (_OWNER_LET_GO, PromiseState.LET_GO, False),
        (_OWNER_CANNOT, PromiseState.LET_GO, True),
        (_OWNER_KEPT, PromiseState.KEPT, False),
    ),
    False: (
        (_OTHER_LET_GO, PromiseState.LET_GO, False),
        (_OTHER_KEPT, PromiseState.KEPT, False),
    ),
}
"""By whether the owner speaks: words, what they say, whether they must name the thing."""
_NEGATED = (
    r"(?<!\w)(?:not|no|never|nothing|nobody|none|(?:do|does|did|is|are|was|were|has|"
    r"have|had|wo|ca|could|would)nt|nicht|nichts|nie|kein\w*|pas|rien|jamais|"
    r"nada|nunca|n[ãa]o|non|niente|nic)(?!\w)"
)
_AHEAD = (
    r"(?<!\w)(?:tomorrow|will|ill|shall|going to|next|soon|tonight|morgen|bald|werde|demain|"
    r"bient[ôo]t|ma[ñn]ana|pronto|amanh[ãa]|domani|presto|jutro)(?!\w)"
)
_NOT_YET = (
    r"(?<!\w)(?:but|however|until|till|before|yet|today|tonight|tomorrow|later|this|next|on|"
    r"right now|at the moment|\w+day|aber|erst|heute|morgen|vor|bis|mais|avant|demain|"
    r"aujourd\w*|pero|hoy|ma[ñn]ana|antes|hasta|mas|hoje|amanh[ãa]|ma|oggi|domani|prima|ale|"
    r"dzisiaj|jutro|i need it)(?!\w)"
)
"""By what somebody puts a thing off, and does not let go of it."""
_SENTENCE_END = re.compile(r"[.!?\n](?!\w)|\n")
_WORD = re.compile(r"[^\W\d_]+")
_DOINGS = frozenset(ACTS.values())
_ENDINGS = frozenset({"", "s", "es", "ed", "d", "ing", "n", "e"})


def outcome(
    text: str,
    promises: Collection[tuple[int, str]],
    *,
    by_owner: bool,
    topics: Mapping[int, str] | None = None,
) -> tuple[PromiseState, int] | None:
    """What a text says of one of the promises of (id, what), and of which; None where nothing.

    `by_owner`: who promised speaks; else somebody to whom it was promised. Where a thing is named
    that was done or given, it is one that was promised; words that name none mean the only promise
    there is. With `topics`, those of the promises, words must be clear by themselves: all that is
    named stands in the promise, or in its topic as well.
    """
    if len(text) > SHORT or not promises:
        return None
    for clause, sentence in _clauses(own_words(text)):
        for pattern, state, names in _BY_WHOM[by_owner]:
            said = _compiled(pattern).match(clause)
            if said is None or not _means(state, clause, sentence):
                continue
            words = clause[said.start("said") :]
            if topics is None:
                promise = _about(words, promises, names=names)
            else:
                promise = _clearly_about(words, promises, topics)
            if promise is not None:
                return state, promise
    return None


def traces(what: str) -> tuple[set[str], set[str]]:
    """By what a text is found that names a promise: how words of it begin, and whole words."""
    apart = (APOSTROPHE.sub(between, what.lower()) for between in ("", " "))
    promised = {word for words in apart for word in _WORD.findall(words)}
    known = {word for word in promised - THINGS_ASIDE if len(word) >= _LIKE}
    bare = {word.removesuffix(ending) for word in known for ending in _ENDINGS} | known
    beginnings = {word[:_STEM] for word in bare if len(word) >= _LIKE}
    return beginnings, {word for word, act in ACTS.items() if act in promised}


def _means(state: PromiseState, clause: str, sentence: str) -> bool:
    """Whether it is said to be so now: neither denied nor announced nor put off."""
    if state is PromiseState.KEPT:
        return not any(_compiled(words).search(clause) for words in (_NEGATED, _AHEAD))
    return not _compiled(_NOT_YET).search(sentence)


def _clauses(own: str) -> Iterator[tuple[str, str]]:
    """The first clauses that ask nothing, as they are compared, each with its sentence."""
    compared = EMPHASIS.sub("", APOSTROPHE.sub("", own.lower()))
    asked = re.sub(r"[^.!?\n]*\?", "\n", compared)
    number = 0
    for sentence in _SENTENCE_END.split(asked):
        for clause in BREAK.split(sentence):
            if words := " ".join(clause.split()):
                yield words, sentence
                number += 1
                if number == BEGINNING:
                    return


def _about(said: str, promises: Collection[tuple[int, str]], *, names: bool) -> int | None:
    """The promise that words speak of: by the things in them, else by what is done, else the
    only one."""
    acts, things = _spoken_of(said)
    if names and not things:
        return None
    like = [id for id, what in promises if _named(what, acts, things)]
    return like[0] if len(like) == 1 else None


def _clearly_about(
    said: str, promises: Collection[tuple[int, str]], topics: Mapping[int, str]
) -> int | None:
    """The only promise in which things stand that are named, all others being in its topic."""
    acts, things = _spoken_of(said)
    like = [
        id
        for id, what in promises
        if any(_named(what, acts, {thing}) for thing in things)
        and all(_named(f"{what} {topics[id]}", acts, {thing}) for thing in things)
    ]
    return like[0] if len(like) == 1 else None


def _spoken_of(said: str) -> tuple[set[str], set[str]]:
    """What was done, and the things that are named."""
    words = set(_WORD.findall(said)) - BARE
    acts = {ACTS[word] for word in words if word in ACTS}
    things = {word for word in words if word not in ACTS} - THINGS_ASIDE
    # What names a thing here may be but something that can be done elsewhere: `you can call`.
    return acts, things - _DOINGS or things


def _named(what: str, acts: Collection[str], things: Collection[str]) -> bool:
    promised = set(_WORD.findall(APOSTROPHE.sub("", what.lower())))
    if not things:
        return not acts or not promised.isdisjoint(acts)
    if acts and not _is_done(acts, promised):
        return False
    known = [word for word in promised - THINGS_ASIDE if len(word) >= _LIKE]
    return any(_alike(word, other) for word in things for other in known)


def _is_done(acts: Collection[str], promised: Collection[str]) -> bool:
    """Whether something that was done is what was promised: who checked it has not sent it."""
    verbs = {*promised, *(word.removesuffix("s") for word in promised)}
    meant = {*acts, *(other for some in ALIKE if not some.isdisjoint(acts) for other in some)}
    return not verbs.isdisjoint(meant)


def _alike(word: str, other: str) -> bool:
    """Whether two words are one, but for how they end."""
    short, long = sorted((word, other), key=len)
    if len(short) >= _STEM and short[:_STEM] == long[:_STEM]:
        return True
    return len(short) >= _LIKE and long.startswith(short) and long[len(short) :] in _ENDINGS
