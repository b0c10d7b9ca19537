"""Invitations and the answers to them, as calendars send them by mail (RFC 5545, RFC 5546)."""

import re
from dataclasses import dataclass

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"^(?P<name>[\w-]{1,40})(?P<params>(?:;[^:\"\n]*+(?:\"[^\"\n]*+\")?)*+):(.*)$", re.M
)
_STATUS = re.compile(r"PARTSTAT=\"?([\w-]+)", re.I)
_WHEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LONGEST = 64 * 1024

_ANSWERS = {"ACCEPTED": "Accepted", "DECLINED": "Declined", "TENTATIVE": "Perhaps"}
_METHODS = {"REQUEST": "Invitation", "CANCEL": "Cancelled", "COUNTER": "Another time proposed"}


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a calendar part says."""

    method: str
    """Such as `REQUEST` or `REPLY`."""
    status: str
    """With `REPLY`: what its sender answered, such as `ACCEPTED`."""
    summary: str
    when: str
    place: str

    @property
    def accepts(self) -> bool:
        """It accepts an invitation."""
        return self.method == "REPLY" and self.status == "ACCEPTED"

    def sentence(self) -> str:
        """What it says in one line, for mail that has no text besides."""
        kind = _ANSWERS.get(self.status, "Answer") if self.method == "REPLY" else None
        kind = kind or _METHODS.get(self.method, "Event")
        rest = ", ".join(part for part in (self.summary, self.when, self.place) if part)
        return f"{kind}: {rest}" if rest else kind


def read_invitation(text: str) -> Invitation | None:
    """The first event of a calendar part."""
    seen: dict[str, str] = {}
    status = ""
    inside = ""
    for line in _LINE.finditer(_FOLD.sub("", text[:_LONGEST])):
        name, params, value = line["name"].upper(), line["params"], line[3].strip()
        if name == "BEGIN":
            inside = value.upper()
        elif name == "METHOD":
            seen.setdefault(name, value)
        elif inside == "VEVENT":
            seen.setdefault(name, value)
            if name == "ATTENDEE" and not status and (found := _STATUS.search(params)):
                status = found[1].upper()
    if not seen:
        return None
    when = _WHEN.match(seen.get("DTSTART", ""))
    clock = f" {when[4]}:{when[5]}" if when and when[4] else ""
    return Invitation(
        method=seen.get("METHOD", "").upper(),
        status=status,
        summary=_plain(seen.get("SUMMARY", "")),
        when=f"{when[1]}-{when[2]}-{when[3]}{clock}" if when else "",
        place=_plain(seen.get("LOCATION", "")),
    )


def _plain(value: str) -> str:
    return " ".join(_ESCAPED.sub(lambda found: found[1].replace("n", " "), value).split())[:300]
