"""The sample notebook: a few weeks of somebody's conversations, with dates relative to today."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from pathlib import Path

from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.zones import day_begins, day_of
from convonote.demo.sample import Fact, Sample, Spoken, facts, samples
from convonote.store.notebook import Notebook
from convonote.text.times import short_day

ME = "Jo Meyer"
_ADDRESSES = ("email", "phone", "chat")
_DAY = re.compile(r"\{(due|day):(-?\d+)\}")


def build(path: Path, now: int, zone: tzinfo) -> None:
    """Write the sample notebook into a new file, as if it had been kept until `now`.

    What would lie in the future of `now` is said a moment before it.
    """
    with Notebook(path, clock=lambda: now, zone=zone) as notebook:
        notebook.set_me(ME, [("email", "jo@example.net")])
        with notebook.from_the_start():
            _Building(notebook, now, zone).build()


class _Building:
    """A sample notebook that is being written."""

    def __init__(self, notebook: Notebook, now: int, zone: tzinfo) -> None:
        self._notebook = notebook
        self._now = now
        self._zone = zone
        self._people: dict[str, int] = {}
        self._conversations: dict[str, int] = {}

    def build(self) -> None:
        """Write all of it."""
        for name, some in groupby(facts(), key=lambda fact: fact.name):
            self._write_card(name, list(some))
        written = [(sample, self._write(sample)) for sample in samples()]
        for sample, conversation in written:
            for what, value in sample.endings:
                self._end(conversation, what, value)

    # People

    def _write_card(self, name: str, some: Iterable[Fact]) -> None:
        known = [fact for fact in some if fact.kind not in _ADDRESSES]
        if name.startswith("#"):
            for fact in known:
                self._notebook.set_group_rhythm(name.removeprefix("#"), int(fact.value))
            return
        addresses = [(fact.kind, fact.value) for fact in some if fact.kind in _ADDRESSES]
        person = self._people[name] = self._notebook.add_person(name, addresses).id
        for fact in known:
            self._write_fact(person, fact)

    def _write_fact(self, person: int, fact: Fact) -> None:
        notebook = self._notebook
        match fact.kind:
            case "rhythm":
                notebook.set_rhythm(person, int(fact.value))
            case "quiet":
                notebook.set_quiet_until(person, self._day(int(fact.value)), fact.extra)
            case "wish":
                notebook.add_wish(person, fact.value)
            case "birthday":
                day = self._day(int(fact.value))
                notebook.add_detail(person, "birthday", f"--{day:%m-%d}")
            case kind:
                notebook.add_detail(person, kind, fact.value, fact.extra)

    # What was said

    def _write(self, sample: Sample) -> int:
        conversation: int | None = None
        for spoken in sample.spoken:
            conversation = self._say(sample, spoken, conversation)
        assert conversation is not None
        self._conversations[sample.topic] = conversation
        return conversation

    def _say(self, sample: Sample, spoken: Spoken, conversation: int | None) -> int:
        me, everybody = self._notebook.me.id, [self._people[name] for name in sample.people]
        who = [self._people[name] for name in spoken.people] or everybody
        kind = {"=": Kind.TALK, "!": Kind.NOTE}.get(spoken.sign, Kind.SAID)
        author = {"<": who[0], "=": None}.get(spoken.sign, me)
        said = self._notebook.say(
            _DAY.sub(self._written, spoken.text),
            conversation=conversation,
            topic=sample.topic,
            kind=kind,
            channel="other" if spoken.channel == "note" else spoken.channel,
            author=author,
            to=[one for one in (me, *everybody) if one != author] if kind is Kind.SAID else (),
            speakers=(me, *who) if kind is Kind.TALK else (),
            at=min(self._moment(spoken.age, spoken.time), self._now),
            everyone=spoken.everyone,
            remind=None if spoken.remind is None else self._midnight(spoken.remind),
        )
        return said.conversation

    def _end(self, conversation: int, what: str, value: str) -> None:
        notebook = self._notebook
        match what:
            case "later":
                notebook.set_later(conversation, self._midnight(int(value)))
            case "closed":
                notebook.set_closed(conversation)
            case "turn":
                notebook.set_turn(conversation, self._named(value))
            case "left":
                notebook.set_left(conversation, self._named(value))
            case "joins":
                notebook.merge(self._conversations[value], conversation)
            case "linked":
                notebook.link(conversation, self._conversations[value])
            case _:
                for promise in notebook.promises(conversation=conversation):
                    if value in promise.what:
                        notebook.set_promise(promise.id, PromiseState.LET_GO)

    def _named(self, names: str) -> list[int]:
        return [self._people[name] for name in names.split(", ")]

    # Days

    def _day(self, days: int) -> date:
        """The date so many days after today."""
        return day_of(self._now, self._zone) + timedelta(days=days)

    def _written(self, found: re.Match[str]) -> str:
        """A day as one writes it: `2026-12-03` where something is due, else `3 Dec`."""
        day = self._day(int(found[2]))
        return day.isoformat() if found[1] == "due" else short_day(day)

    def _midnight(self, days: int) -> int:
        """The moment at which that date begins."""
        return day_begins(self._day(days), self._zone)

    def _moment(self, age: int, time: str) -> int:
        """A time on the day so many days before today."""
        day, (hour, minute) = self._day(-age), map(int, time.split(":"))
        said = datetime(day.year, day.month, day.day, hour, minute, tzinfo=self._zone)
        return round(said.timestamp()) * 1_000_000


__all__ = ["ME", "build"]
