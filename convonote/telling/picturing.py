"""Pictures of conversations and people, with the same in words, for screens and verbs alike."""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta, timezone, tzinfo

from convonote.conversation.explain import by_channel, day_in_words
from convonote.conversation.pace import long_time
from convonote.conversation.records import DAY, Channel
from convonote.conversation.zones import day_at, day_begins, day_of
from convonote.store.rhythm.picture_records import LastSpoken, Picture, SpokenLane, Tie, Weeks
from convonote.text.clean import clean
from convonote.text.pictures import strips
from convonote.text.pictures.axis import ticks
from convonote.text.pictures.glyphs import Glyphs, fitting, legend, scale
from convonote.text.spans import Line, Span, Style
from convonote.text.times import long_day
from convonote.text.width import width
from convonote.text.wrapping import wrap

NARROW = 80
"""Columns under which names get less room."""
LETTERS: Mapping[str, str] = {
    Channel.EMAIL: "E",
    Channel.PHONE: "P",
    Channel.VIDEO: "V",
    Channel.CHAT: "C",
    Channel.SMS: "S",
    Channel.LETTER: "L",
    Channel.IN_PERSON: "I",
    Channel.WEB: "W",
}
OTHER, SEVERAL = "O", "+"
_SILENT = 2 * DAY
"""The shortest silence that is told."""
_PLAIN = ("C", "POSIX")
"""Locales that promise no more than ASCII."""
LONG_AGO = "Nothing was said in the past year; this is the year up to the last time."


def glyphs_here() -> Glyphs:
    """The characters that this terminal can show.

    Python writes UTF-8 where the locale is that of C too, so the environment is asked as well.
    """
    encoding = getattr(sys.__stdout__, "encoding", None) or ""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, settings), "")
    unicode = encoding.lower().replace("-", "") == "utf8" and locale not in _PLAIN
    return fitting(unicode=unicode, terminal=os.environ.get("TERM", ""))


def parts(cells: int) -> int:
    """The parts into which a picture of a width divides its time."""
    return max(10, cells - _margin(cells) - 1)


def picture_lines(
    picture: Picture, cells: int, glyphs: Glyphs, now: int, zone: tzinfo
) -> list[Line]:
    """Who spoke when, week by week, and how it moved; each with its words."""
    if not any(any(lane.counts) for lane in picture.lanes):
        return _words(_nothing(picture, now, zone), cells)
    before = _words(LONG_AGO, cells) if picture.long_ago else []
    return [
        *before,
        *_lanes(picture, cells, glyphs, now, zone),
        (),
        *weeks_lines("Week by week", picture.weeks, cells, glyphs, now, zone),
        *_moved(picture, cells, now),
    ]


def _nothing(picture: Picture, now: int, zone: tzinfo) -> str:
    """Why there is nothing to draw."""
    if not picture.lanes:
        return "Nothing is written down here yet."
    first, last = _window(picture, now, zone)
    return f"From {first} to {last} nobody said anything; notes and automatic mail do not count."


def weeks_lines(
    title: str, weeks: Weeks, cells: int, glyphs: Glyphs, now: int, zone: tzinfo
) -> list[Line]:
    """A year of weeks as a strip, with its words."""
    shown = weeks.counts[-max(1, cells - 2) :]
    left_out = len(weeks.counts) - len(shown)
    first = weeks.first + timedelta(7 * left_out)
    stretch = max(1, (cells - 2) // len(shown))
    levels = scale(shown)
    begin = day_begins(first, zone)
    end = day_begins(first + timedelta(7 * len(shown)), zone)
    bar = strips.strip(strips.Strip("", shown), 2, levels, glyphs, stretch)[1:]
    dates = strips.axis(ticks(begin, end, len(shown) * stretch, zone), 1, cells - 1, glyphs)
    busy = [number for number, count in enumerate(shown) if count]
    if not busy:
        said = f"Nothing was said in these {len(shown)} weeks."
    else:
        most = max(busy, key=lambda number: shown[number])
        week = day_in_words(first + timedelta(7 * most), now, zone)
        said = (
            f"Something was said in {len(busy)} of {len(shown)} weeks; most in the week of"
            f" {week}: {shown[most]}."
        )
    return [
        _heading(title),
        (Span(" "), *bar),
        dates,
        *_legend(legend(levels, glyphs), cells),
        *_words(said, cells),
    ]


# Who spoke when


def _lanes(picture: Picture, cells: int, glyphs: Glyphs, now: int, zone: tzinfo) -> Iterator[Line]:
    before, room = _margin(cells), parts(cells)
    levels = scale([count for lane in picture.lanes for count in lane.counts])
    yield _heading("Who spoke when")
    for lane in picture.lanes:
        yield strips.strip(strips.Strip(_name(lane), lane.counts), before, levels, glyphs)
    signs = [_sign(channels) for channels in picture.channels]
    yield strips.marks("by", signs, before)
    yield strips.axis(ticks(picture.start, picture.end, room, zone), before, room, glyphs)
    yield from _legend([*legend(levels, glyphs), *_letters(signs)], cells)
    yield from _words(_summary(picture, now, zone), cells)


def _summary(picture: Picture, now: int, zone: tzinfo) -> str:
    """The same in words, for who cannot see it."""
    first, last = _window(picture, now, zone)
    spoke = ", ".join(
        f"{_name(lane)} {_times(sum(lane.counts))}" for lane in picture.lanes if any(lane.counts)
    )
    words = f"From {first} to {last}: {spoke}."
    silence = picture.silence
    if silence is not None and silence.long >= _SILENT:
        since = day_in_words(day_of(silence.since, zone), now, zone)
        words += f" The longest silence was about {long_time(silence.long)}, from {since} on."
    if picture.last is not None:
        words += f" Last: {_last(picture.last, now, zone)}."
    return words


def _window(picture: Picture, now: int, zone: tzinfo) -> tuple[str, str]:
    """The first and the last day that it shows."""
    days = (day_of(at, zone) for at in (picture.start, picture.end - 1))
    first, last = (day_in_words(day, now, zone) for day in days)
    return first, last


def _last(last: LastSpoken, now: int, zone: tzinfo) -> str:
    if last.author is None:
        who = "a talk" if last.talk else "somebody unknown"
    else:
        who = "me" if last.author.me else clean(last.author.name)
    day = day_in_words(day_at(last.at, last.offset), now, zone)
    return f"{who} on {day}{by_channel(last.channel)}"


# How it moved


def _moved(picture: Picture, cells: int, now: int) -> Iterator[Line]:
    if not picture.moves and not picture.tied:
        return
    yield ()
    yield _heading("How it moved")
    only = picture.moves[0] if len(picture.moves) == 1 and not picture.earlier_moves else None
    if only is not None and not only.place:
        yield from _words(f"All of it{_by(only.channel)}.", cells)
    else:
        if picture.earlier_moves:
            yield from _words("Earlier moves are left out.", cells)
        for move in picture.moves:
            day = long_day(*_said_on(move.at, move.offset, now))
            to = clean(" ".join(filter(None, (move.channel, move.place))))
            head: tuple[Span, ...] = (Span(f" {day:<16}", Style.MUTED),)
            for line in wrap([Span(to)], cells - 18):
                yield (*head, *line)
                head = (Span(" " * 17),)
    for other in picture.tied:
        when = "" if other.at is None else f" on {long_day(*_said_on(other.at, 0, now))}"
        yield from _words(f"“{clean(other.topic)}” {_TIES[other.tie]}{when}.", cells)


_TIES = {
    Tie.JOINED: "became part of it",
    Tie.APART: "was taken apart from it",
    Tie.LINKED: "was linked to it",
}


# Small things


def _margin(cells: int) -> int:
    return 12 if cells < NARROW else 18


def _name(lane: SpokenLane) -> str:
    if lane.person is None:
        return "others"
    return "me" if lane.person.me else clean(lane.person.name)


def _times(count: int) -> str:
    return f"{count} time{'' if count == 1 else 's'}"


def _sign(channels: tuple[str, ...]) -> str:
    """The letter of the only channel; nothing where nothing was said."""
    if len(channels) > 1:
        return SEVERAL
    return LETTERS.get(channels[0], OTHER) if channels else ""


def _letters(signs: list[str]) -> list[str]:
    words = {letter: str(channel) for channel, letter in LETTERS.items()}
    words |= {OTHER: "other", SEVERAL: "several"}
    return [f"{sign} {word}" for sign, word in words.items() if sign in signs]


def _by(channel: str) -> str:
    return by_channel(channel) or f" by {clean(channel)}"


def _said_on(at: int, offset: int, now: int) -> tuple[date, date]:
    """The day on which something was said there, and the day it is there now."""
    there = timezone(timedelta(minutes=offset))
    return day_of(at, there), day_of(now, there)


def _heading(words: str) -> Line:
    return (Span(f" {words}", Style.HEADING),)


def _legend(items: list[str], cells: int) -> list[Line]:
    """What the signs mean, none of them parted from its word."""
    lines = [""]
    for item in items:
        longer = f"{lines[-1]}  {item}" if lines[-1] else item
        if width(longer) > cells - 2 and lines[-1]:
            lines.append(item)
        else:
            lines[-1] = longer
    return [(Span(" "), Span(line, Style.MUTED)) for line in lines]


def _words(words: str, cells: int) -> list[Line]:
    return [(Span(" "), *line) for line in wrap([Span(words)], cells - 2)]
