"""Invitations and the answers to them, as calendars send them by mail (RFC 5545, RFC 5546)."""

import re
from dataclasses import dataclass, field

from convonote.intake.html.escaping import escaped
from convonote.intake.parts.moments import repeated, span

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"^([\w-]{1,40})((?:;[^:;\"\n]*+(?:\"[^\"\n]*+\"[^:;\"\n]*+)*+)*+):([^\n]*+)$", re.M
)
_PARAMETER = re.compile(r";([\w-]{1,40})=(\"[^\"]*+\"|[^;:\"]*+)")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LONGEST = 256 * 1024
_MOST_LINES = 5_000
_LONGEST_VALUE = 300
_LONGEST_DESCRIPTION = 5_000
_MOST_NAMED = 12

_ANSWERS = {
    "ACCEPTED": "Accepted",
    "DECLINED": "Declined",
    "TENTATIVE": "Perhaps",
    "DELEGATED": "Handed on",
}
_METHODS = {
    "REQUEST": "Invitation",
    "CANCEL": "Cancelled",
    "COUNTER": "Another time proposed",
    "DECLINECOUNTER": "Other time declined",
    "ADD": "Added to a series",
    "REFRESH": "Asks for the latest invitation",
}
_COMPONENTS = ("VEVENT", "VTODO")


@dataclass(slots=True)
class _Line:
    """A line of a calendar: its parameters, and its value as written."""

    params: dict[str, str]
    value: str


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
    who: tuple[str, ...] = ()
    """Who invites, and who is invited."""
    comment: str = ""
    """What somebody wrote beside an answer."""
    description: str = ""

    @property
    def accepts(self) -> bool:
        """It accepts an invitation."""
        return self.method == "REPLY" and self.status == "ACCEPTED"

    @property
    def kind(self) -> str:
        """What it is, in words."""
        answer = _ANSWERS.get(self.status, "Answer") if self.method == "REPLY" else None
        return answer or _METHODS.get(self.method, "Event")

    def block(self) -> str:
        """What it says, in a few lines of markdown."""
        named = self.who[:_MOST_NAMED]
        if len(self.who) > _MOST_NAMED:
            named = (*named, f"and {len(self.who) - _MOST_NAMED} more")
        lines = [
            (self.kind, self.summary),
            ("When", self.when),
            ("Where", self.place),
            ("Who", ", ".join(named)),
            ("Comment", self.comment),
        ]
        said = [f"**{label}:** {escaped(value)}" for label, value in lines if value]
        return "\n".join(said) or f"**{self.kind}**"


@dataclass(slots=True)
class _Calendar:
    """The lines that matter: of the calendar, and of its first event."""

    method: str = ""
    event: dict[str, _Line] = field(default_factory=dict)
    attendees: list[_Line] = field(default_factory=list)
    offsets: dict[str, str] = field(default_factory=dict)
    """For each time zone described there, how far it is from UTC in winter, such as `+0100`."""
    events: int = 0


def read_invitation(text: str) -> Invitation | None:
    """The first event of a calendar part; None where it holds none."""
    calendar = _read(text)
    if not calendar.events and calendar.method not in _METHODS:
        return None
    event = calendar.event
    own = [line for line in calendar.attendees if "PARTSTAT" in line.params]
    start, end = event.get("DTSTART"), event.get("DTEND") or event.get("DUE")
    duration = event.get("DURATION")
    when = ""
    if start is not None:
        zone = start.params.get("TZID", "")
        when = span(
            start.value,
            end.value if end else "",
            duration.value if duration else "",
            zone,
            calendar.offsets.get(zone, ""),
        )
        if "RECURRENCE-ID" in event:
            when += ", one of a series"
    if "RRULE" in event:
        when += repeated(event["RRULE"].value)
    return Invitation(
        method=calendar.method,
        status=own[0].params["PARTSTAT"].upper() if own else "",
        summary=_plain(event, "SUMMARY"),
        when=when,
        place=_plain(event, "LOCATION"),
        who=_who(calendar),
        comment=_plain(event, "COMMENT") if calendar.method in ("REPLY", "COUNTER") else "",
        description=_unescaped(event, "DESCRIPTION")[:_LONGEST_DESCRIPTION].strip(),
    )


def _read(text: str) -> _Calendar:
    found = _Calendar()
    within: list[str] = []
    zone = ""
    for number, line in enumerate(_LINE.finditer(_FOLD.sub("", text[:_LONGEST]))):
        if number == _MOST_LINES:
            break
        name, value = line[1].upper(), line[3].strip()
        if name == "BEGIN":
            within.append(value.upper())
            found.events += within[-1] in _COMPONENTS
        elif name == "END":
            within = within[:-1][:20]
        elif name == "METHOD":
            found.method = found.method or value.upper()[:40]
        elif within[-1:] and within[-1] in _COMPONENTS and found.events == 1:
            params = {one[1].upper(): one[2].strip('"') for one in _PARAMETER.finditer(line[2])}
            if name == "ATTENDEE":
                found.attendees.append(_Line(params, value))
            found.event.setdefault(name, _Line(params, value))
        elif name == "TZID":
            zone = value
        elif name == "TZOFFSETTO" and within[-1:] == ["STANDARD"]:
            found.offsets.setdefault(zone, value)
    return found


def _who(calendar: _Calendar) -> tuple[str, ...]:
    """The names of those concerned, each once; of an answer, who gave it."""
    named: dict[str, str] = {}
    organiser = calendar.event.get("ORGANIZER")
    if organiser is not None and calendar.method != "REPLY":
        named[_address(organiser)] = f"{_name(organiser)} (organiser)"
    for line in calendar.attendees[:1000]:
        if line.params.get("CUTYPE", "").upper() not in ("ROOM", "RESOURCE"):
            named.setdefault(_address(line), _name(line))
    return tuple(name for name in named.values() if name.strip())


def _address(line: _Line) -> str:
    scheme, colon, rest = line.value.partition(":")
    return (rest if colon and scheme.lower() == "mailto" else line.value).strip().lower()


def _name(line: _Line) -> str:
    name = " ".join(line.params.get("CN", "").strip("'\" ").split())
    return (name or _address(line))[:100]


def _unescaped(event: dict[str, _Line], name: str) -> str:
    line = event.get(name)
    if line is None:
        return ""
    return _ESCAPED.sub(lambda found: found[1].replace("n", "\n").replace("N", "\n"), line.value)


def _plain(event: dict[str, _Line], name: str) -> str:
    return " ".join(_unescaped(event, name).split())[:_LONGEST_VALUE]
