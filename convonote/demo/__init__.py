"""The sample notebook: a few weeks of somebody's conversations, with dates relative to today."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from importlib.resources import files
from pathlib import Path

from convonote.conversation.records import DAY, Kind
from convonote.conversation.zones import day_begins, day_of
from convonote.store.notebook import Notebook

ME = "Jo Meyer"
_ADDRESSES = {
    "Ana Lima": "ana.lima@example.org",
    "陈伟": "chen.wei@example.org",
    "José Núñez": "jose@nunez.example",
    "Marek Dąbrowski": "marek@example.org",
    "Li Na": "li.na@houses.example",
    "Олена Коваль": "olena@choir.example",
    "Priya Nair": "priya@example.org",
    "נועה לוי": "noa@example.org",
}
_TOPIC = re.compile(r"## (?P<topic>[^|]+) \| (?P<people>.+)")
_SAID = re.compile(
    r"(?P<sign>[<>=!]) (?P<channel>email|phone|video|chat|sms|letter|in person|note)"
    r" (?P<age>\d+) (?P<time>\d\d:\d\d)(?: (?P<who>.+))?"
)
_LATER = re.compile(r"later (?P<days>\d+)")
_DUE = re.compile(r"\{due:(-?\d+)\}")


@dataclass(slots=True)
class _Spoken:
    sign: str
    channel: str
    age: int
    time: str
    who: list[str]
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Sample:
    topic: str
    people: list[str]
    spoken: list[_Spoken] = field(default_factory=list)
    later: int | None = None
    closed: bool = False


def build(path: Path, now: int, zone: tzinfo) -> None:
    """Write the sample notebook into a new file, as if it had been kept until `now`.

    What would lie in the future of `now` is said a moment before it.
    """
    with Notebook(path, clock=lambda: now, zone=zone) as notebook:
        notebook.set_me(ME, [("email", "jo@example.net")])
        people = {
            name: notebook.add_person(name, [("email", address)]).id
            for name, address in _ADDRESSES.items()
        }
        for sample in _samples():
            _write(notebook, sample, people, now, zone)


def _write(
    notebook: Notebook, sample: _Sample, people: dict[str, int], now: int, zone: tzinfo
) -> None:
    me = notebook.me.id
    everybody = [people[name] for name in sample.people]
    conversation: int | None = None
    for spoken in sample.spoken:
        who = [people[name] for name in spoken.who] or everybody
        kind = {"=": Kind.TALK, "!": Kind.NOTE}.get(spoken.sign, Kind.SAID)
        author = {"<": who[0], "=": None}.get(spoken.sign, me)
        to = [person for person in (me, *everybody) if person != author]
        said = notebook.say(
            _DUE.sub(lambda due: _day(now, zone, int(due[1])), "\n".join(spoken.lines).strip()),
            conversation=conversation,
            topic=sample.topic,
            kind=kind,
            channel="other" if spoken.channel == "note" else spoken.channel,
            author=author,
            to=to if kind is Kind.SAID else (),
            speakers=(me, *who) if kind is Kind.TALK else (),
            at=min(_moment(now, zone, spoken.age, spoken.time), now),
        )
        conversation = said.conversation
    if conversation is not None and sample.later is not None:
        notebook.set_later(conversation, day_begins(day_of(now, zone), zone) + sample.later * DAY)
    if conversation is not None and sample.closed:
        notebook.set_closed(conversation)


def _moment(now: int, zone: tzinfo, age: int, time: str) -> int:
    day = day_of(now, zone) - timedelta(days=age)
    hour, minute = map(int, time.split(":"))
    said = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
    return round(said.timestamp()) * 1_000_000


def _day(now: int, zone: tzinfo, days: int) -> str:
    return (day_of(now, zone) + timedelta(days=days)).isoformat()


def _samples() -> Iterator[_Sample]:
    """The conversations in `sample.txt`, in its format."""
    sample: _Sample | None = None
    for line in files(__package__).joinpath("sample.txt").read_text("utf-8").splitlines():
        if topic := _TOPIC.fullmatch(line):
            if sample is not None:
                yield sample
            sample = _Sample(topic["topic"], topic["people"].split(", "))
        elif sample is None:
            continue
        elif said := _SAID.fullmatch(line):
            who = said["who"].split(", ") if said["who"] else []
            sample.spoken.append(
                _Spoken(said["sign"], said["channel"], int(said["age"]), said["time"], who)
            )
        elif later := _LATER.fullmatch(line):
            sample.later = int(later["days"])
        elif line == "closed":
            sample.closed = True
        else:
            sample.spoken[-1].lines.append(line)
    if sample is not None:
        yield sample


__all__ = ["ME", "build"]
