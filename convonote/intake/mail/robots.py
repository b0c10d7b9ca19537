"""Who or what made a message, as far as the turn is concerned: rule T5."""

import re
from collections.abc import Sequence
from functools import lru_cache

from convonote.conversation.records import Origin
from convonote.intake.mail.addresses import parties
from convonote.intake.mail.headers import Headers
from convonote.intake.mail.reports import Report
from convonote.intake.parts.calendar import Invitation
from convonote.intake.records import Party

_ROBOT = re.compile(
    r"(?:.*[-_.+])?(?:no|do[-_.]?not|dont|never)[-_.]?(?:reply|respond|answer)(?:(?:[-_+]|\.?[0-9]).*)?"
    r"|mailer[-_. ]?daemon|mail[-_.]daemon|mdaemon|postmaster|bounces?(?:[-_.+].*)?|nobody"
    r"|microsoftexchange[0-9a-f]{8,}|auto[-_.]?(?:reply|responder|confirm|mailer|notify)"
    r"|(?:.*[-_.])?notifications?|newsletters?"
    # Programs that run lists, and the addresses at which they are run.
    r"|mailman(?:-.*)?|listserv|list-?proc|majordomo|sympa|ezmlm|mlmmj|listmaster|smartlist"
    r"|.+-(?:bounces?|request|owner|admin|subscribe|unsubscribe|confirm|help)(?:\+.*)?|owner-.+",
    re.I,
)
_ROBOT_NAME = re.compile(
    r"(?:internet )?mail(?:er)?[- ]?(?:delivery (?:sub)?system|delivery service|delivery|daemon"
    r"|administrator)|\(?cron daemon\)?",
    re.I,
)
_MACHINE_FIELDS = frozenset(
    (
        # Programs that write in the name of many people, or of nobody.
        "x-github-reason", "x-github-sender", "x-gitlab-project", "x-gitlab-project-id",
        "x-gitlab-notificationreason", "x-bugzilla-type", "x-jira-fingerprint", "x-redmine-host",
        "x-launchpad-notification-type", "x-phabricator-sent-this-message", "x-cron-env",
        "x-facebook-notify", "x-linkedin-id", "x-failed-recipients", "x-autoreply-from",
        "x-mail-autoreply", "x-autorespond-to", "x-vacation",
    )
)  # fmt: skip
_ANSWERED_BY = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")
_MARKED = _MACHINE_FIELDS | {
    *_ANSWERED_BY, "auto-submitted", "precedence", "x-auto-response-suppress", "x-loop",
    "return-path", "feedback-id", "list-id", "list-unsubscribe",
}  # fmt: skip
"""Without any of these, only its author and its subject can tell that a machine wrote."""
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
    if report.delivery or report.receipt or _is_report(headers):
        return Origin.MACHINE
    if invitation is not None and invitation.method in ("REPLY", "COUNTER"):
        # Somebody pressed a key, whoever their calendar says has written.
        return Origin.ACCEPTANCE if invitation.accepts else Origin.PERSON
    if author is not None and _is_robot(author.address, author.name):
        return Origin.MACHINE
    if _AUTOMATIC_SUBJECT.fullmatch(headers.text("subject")[:300]):
        return Origin.MACHINE
    if not headers.any_of(_MARKED):
        return Origin.PERSON
    if _automatic(headers, invited=invitation is not None):
        return Origin.MACHINE
    if on_list:
        return Origin.PERSON
    for_many = (
        "list-id" in headers
        or "list-unsubscribe" in headers
        or _precedence(headers) in _BULK
        or _counted(headers)
        or _loops(headers)
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


@lru_cache(maxsize=4096)
def _is_robot(address: str, name: str) -> bool:
    local, at, _ = address.partition("@")
    if _ROBOT_NAME.fullmatch(name or local):
        return True
    return bool(at) and _ROBOT.fullmatch(local) is not None


def _is_report(headers: Headers) -> bool:
    return headers.get("content-type")[:40].lower().replace(" ", "").startswith("multipart/report")


def _automatic(headers: Headers, *, invited: bool) -> bool:
    """Whether its headers say that nobody wrote it; `invited`: it invites to something."""
    submitted = headers.get("auto-submitted").partition(";")[0].partition("(")[0].strip().lower()
    if submitted not in ("", "no") or headers.any_of(_MACHINE_FIELDS):
        return True
    if _precedence(headers) in ("auto_reply", "auto-reply"):
        return True
    # An empty sender is for what must never be answered.
    if headers.get("return-path").replace(" ", "") == "<>":
        return True
    suppressed = headers.get("x-auto-response-suppress").lower()
    if suppressed not in ("", "none") and not invited:
        return True
    return any(headers.get(name).lower() not in ("", "no", "false") for name in _ANSWERED_BY)


def _counted(headers: Headers) -> bool:
    """Whether it was sent by one of the services that count complaints about bulk mail."""
    counted = headers.get("feedback-id").lower()
    # One of them marks what its users write themselves, too.
    return bool(counted) and "fastmail" not in counted and "in-reply-to" not in headers


def _loops(headers: Headers) -> bool:
    """Whether a program marked it as its own, not as what it forwarded to me."""
    mark = headers.get("x-loop").strip(" <>").lower()
    forwarded = (headers.get(name).lower() for name in ("to", "delivered-to", "x-original-to"))
    return bool(mark) and not any(mark in address for address in forwarded)
