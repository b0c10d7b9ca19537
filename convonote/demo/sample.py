"""`sample.txt` as records, in the format that it describes at its beginning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

_TOPIC = re.compile(r"## (?P<topic>[^|]+) \| (?P<people>.+)")
_SAID = re.compile(
    r"(?P<sign>[<>=!]) (?P<channel>email|phone|video|chat|sms|letter|in person|web|note)"
    r" (?P<age>\d+) (?P<time>\d\d:\d\d)(?: (?P<people>[^|]+?))?"
    r"(?: \| (?:(?P<everyone>everyone)|remind (?P<remind>-?\d+)))?"
)
_ENDING = re.compile(r"(?P<what>later|closed|turn|left|joins|linked|let go)(?: (?P<value>.+))?")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a card says."""

    name: str
    """Whose; a tag with its # before it."""
    kind: str
    value: str
    extra: str


@dataclass(slots=True)
class Spoken:
    """One thing said."""

    sign: str
    channel: str
    age: int
    """Days before today."""
    time: str
    people: list[str]
    """Who spoke, where it is not everybody."""
    everyone: bool
    remind: int | None
    """Days after today."""
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was said."""
        return "\n".join(self.lines).strip()


@dataclass(slots=True)
class Sample:
    """One conversation."""

    topic: str
    people: list[str]
    spoken: list[Spoken] = field(default_factory=list)
    endings: list[tuple[str, str]] = field(default_factory=list)
    """What becomes of it, and with what."""


def facts() -> Iterator[Fact]:
    """All that the cards say."""
    for line in _lines():
        if line.startswith("@ "):
            name, kind, value, *extra = line.removeprefix("@ ").split(" | ")
            yield Fact(name, kind, value, "".join(extra))


def samples() -> Iterator[Sample]:
    """The conversations."""
    sample: Sample | None = None
    for line in _lines():
        if topic := _TOPIC.fullmatch(line):
            if sample is not None:
                yield sample
            sample = Sample(topic["topic"], topic["people"].split(", "))
        elif sample is not None:
            _take(sample, line)
    if sample is not None:
        yield sample


def _take(sample: Sample, line: str) -> None:
    """Take a line of a conversation."""
    if said := _SAID.fullmatch(line):
        sample.spoken.append(
            Spoken(
                said["sign"],
                said["channel"],
                int(said["age"]),
                said["time"],
                said["people"].split(", ") if said["people"] else [],
                said["everyone"] is not None,
                int(said["remind"]) if said["remind"] else None,
            )
        )
    elif ending := _ENDING.fullmatch(line):
        sample.endings.append((ending["what"], ending["value"] or ""))
    else:
        sample.spoken[-1].lines.append(line)


def _lines() -> list[str]:
    return files(__package__).joinpath("sample.txt").read_text("utf-8").splitlines()
