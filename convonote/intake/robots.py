"""Who or what made a message, as far as the turn is concerned: rule T5."""

import re
from collections.abc import Sequence

from convonote.conversation.records import Origin
from convonote.intake.addresses import parties
from convonote.intake.calendar import Invitation
from convonote.intake.headers import Headers
from convonote.intake.records import Party
from convonote.intake.reports import Report

_ROBOT = re.compile(
    r"(?:.*[-_.+])?(?:no|do[-_.]?not|dont|never)[-_.]?(?:reply|respond|answer)(?:(?:[-_+]|\.?[0-9]).*)?"
    r"|mailer[-_.]?daemon|mail[-_.]daemon|mdaemon|postmaster|bounces?(?:[-_.+].*)?"
    # Programs that run lists, and the addresses at which they are run.
    r"|mailman(?:-.*)?|listserv|list-?proc|majordomo|sympa|ezmlm|mlmmj|listmaster|smartlist"
    r"|.+-(?:bounces?|request|owner|admin|subscribe|unsubscribe|confirm|help)(?:\+.*)?|owner-.+",
    re.I,
)
_AUTOMATIC_SUBJECT = re.compile(
    r"(?:out[ -]of[ -](?:the[ -])?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response"
    r"|responder)"
    r"|vacation (?:reply|response|message)|away from (?:the |my )?(?:office|mail)"
    r"|i am out of (?:the )?office"
    r"|abwesenheit(?:snotiz|sbenachrichtigung|smeldung)?|automatische (?:antwort|r[eé]ponse)"
    r"|r[eé]ponse automatique|absence du bureau|message d'absence"
    r"|respuesta autom[aá]tica|fuera de (?:la )?oficina|risposta automatica|fuori ufficio"
    r"|resposta autom[aá]tica|automatisch antwoord|automatische beantwoording|afwezigheid"
    r"|autosvar|automatiskt? svar|fravær|frånvaro|automaattinen vastaus|poissaoloviesti"
    r"|odpowied[zź] automatyczna|automatyczna odpowied[zź]|automatick[aá] odpov[eě][dď]"
    r"|автоответ|автоматический ответ|自动回复|自動回覆|自動返信|자동 회신)\b\s*(?:[:：(\-–—].*)?",
    re.I,
)
_LIST_ID = re.compile(r"<\s*([^<>\s]{1,255})\s*>\s*\Z")
_POST = re.compile(r"<\s*mailto:([^<>?\s]{1,320})", re.I)
_VIA = re.compile(r"\s+(?:via|über|par|por|przez)\s+.*\Z", re.I | re.S)
_BULK = ("bulk", "list", "junk")


def origin(
    headers: Headers,
    author: Party | None,
    report: Report,
    invitation: Invitation | None,
    *,
    on_list: bool,
) -> Origin:
    """Tell people from machines (T5); `on_list`: it came over a discussion list."""
    if report.failed:
        return Origin.BOUNCE
    if report.delivery or report.receipt:
        return Origin.MACHINE
    if invitation is not None and invitation.accepts:
        return Origin.ACCEPTANCE
    if _automatic(headers) or (author is not None and _robot(author)):
        return Origin.MACHINE
    if on_list:
        return Origin.PERSON
    for_many = (
        "list-id" in headers or "list-unsubscribe" in headers or _precedence(headers) in _BULK
    )
    return Origin.MACHINE if for_many else Origin.PERSON


def discussion_lists(headers: Headers, addressed: Sequence[Party]) -> tuple[Party, ...]:
    """The discussion lists that a message came over: its people are people (T5)."""
    list_id = headers.text("list-id")
    found = _LIST_ID.search(list_id)
    bare = list_id if "." in list_id and " " not in list_id else ""
    identity = (found[1] if found else bare).lower()
    name = list_id[: found.start()].strip(" \"'") if found else ""
    post = headers.get("list-post")
    posting = _POST.search(post)
    posts = bool(post) and not post.strip(" <>").upper().startswith("NO")
    address = posting[1].lower() if posting and posts else ""
    standing = tuple(
        Party(party.address, name or party.name)
        for party in addressed
        if party.address.lower() == address or _is_list(party.address.lower(), identity)
    )
    if standing or not posts:
        return standing
    local, dot, domain = identity.partition(".")
    address = address or (f"{local}@{domain}" if dot else "")
    return (Party(address, name),) if address else ()


def list_words(headers: Headers, lists: Sequence[Party]) -> set[str]:
    """The words by which lists mark subjects, such as `kyoto` in `[Kyoto] Trains`."""
    words = {party.address.partition("@")[0] for party in lists} | {party.name for party in lists}
    if lists and (found := _LIST_ID.search(headers.get("list-id"))):
        words.add(found[1].partition(".")[0])
    return words


def behind_list(headers: Headers, author: Party | None, lists: Sequence[Party]) -> Party | None:
    """Who wrote it, where a list put its own address in From ("Ana via Kyoto")."""
    if author is None:
        return None
    own = {party.address.lower() for party in lists}
    if author.address.lower() not in own:
        return author
    name = _VIA.sub("", author.name)
    for header in ("x-original-from", "reply-to", "cc"):
        for party in parties(headers.all(header)):
            named = header != "cc" or (name and party.name == name)
            if named and party.address.lower() not in own:
                return Party(party.address, party.name or name)
    return Party(author.address, name)


def _is_list(address: str, identity: str) -> bool:
    """Whether `kyoto@lists.example.org` belongs to `kyoto.lists.example.org`, or nearly so."""
    local, _, domain = address.partition("@")
    label, _, rest = identity.partition(".")
    if not domain or not rest or local != label:
        return identity == address
    # Some lists are named after the machine that runs them, or carry more in their name.
    return rest.endswith(domain) or domain.endswith(rest) or _site(domain) == _site(rest)


def _site(domain: str) -> str:
    return ".".join(domain.split(".")[-2:])


def _precedence(headers: Headers) -> str:
    return headers.get("precedence").strip().lower()


def _robot(author: Party) -> bool:
    local, at, _ = author.address.partition("@")
    return _ROBOT.fullmatch(local) is not None and bool(at or local.lower() == "mailer-daemon")


def _automatic(headers: Headers) -> bool:
    submitted = headers.get("auto-submitted").partition(";")[0].partition("(")[0].strip().lower()
    if submitted not in ("", "no"):
        return True
    if _precedence(headers) in ("auto_reply", "auto-reply"):
        return True
    for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply"):
        if headers.get(name).lower() not in ("", "no", "false"):
            return True
    return _AUTOMATIC_SUBJECT.fullmatch(headers.text("subject")[:300]) is not None
