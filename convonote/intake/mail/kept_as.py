"""What the headers that mail programs add say of a message: a draft, sent by me, thrown away."""

from dataclasses import dataclass

from convonote.intake.mail.folder_names import keeps_drafts, keeps_sent, keeps_unwanted
from convonote.intake.mail.headers import Headers

_DRAFT_MARKS = frozenset(("x-mozilla-draft-info", "x-unsent", "x-uniform-type-identifier"))
_DRAFT_TYPE = "com.apple.mail-draft"
_MOST_LABELS = 100


@dataclass(frozen=True, slots=True)
class Flags:
    """What the place where a message was kept says about it."""

    draft: bool = False
    mine: bool = False
    unwanted: bool = False
    """It lies with what was deleted, or with what is no mail to its owner."""


UNKNOWN = Flags()
"""The place says nothing."""


def kept_as(headers: Headers, around: Flags) -> Flags:
    """The flags of a message: those of the place around it, and those in its own headers."""
    draft = headers.any_of(_DRAFT_MARKS) and _is_draft(headers, around)
    labels = _labels(headers) if "x-gmail-labels" in headers else []
    if not draft and not labels:
        return around
    return Flags(
        draft=around.draft or draft or any(map(keeps_drafts, labels)),
        mine=around.mine or any(map(keeps_sent, labels)),
        unwanted=around.unwanted or any(map(keeps_unwanted, labels)),
    )


def _is_draft(headers: Headers, around: Flags) -> bool:
    # Programs forget to take these away when they send: what has travelled was sent.
    if around.mine or "received" in headers:
        return False
    return (
        "x-mozilla-draft-info" in headers
        or headers.get("x-unsent") == "1"
        or headers.get("x-uniform-type-identifier") == _DRAFT_TYPE
    )


def _labels(headers: Headers) -> list[str]:
    labels = headers.text("x-gmail-labels").split(",")[:_MOST_LABELS]
    return [label.strip(" \"'") for label in labels]
