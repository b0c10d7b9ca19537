"""What is measured inside one process: the notebook's own answers."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.figures import Figure
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook

FILTERS = (
    *("from:a", "from:me", "to:me", "on:phone", "after:2026-01", "before:2026-01"),
    *("turn:me", "turn:them", "turn:nobody", "has:promise", "has:attachment"),
)


def find_as_you_type(path: Path, runs: int) -> list[Figure]:
    """Each letter from the third one on, of words that are in the texts."""
    took = []
    with Notebook(path) as notebook:
        words = _some_words(notebook)
        for _ in range(runs):
            for word in words:
                for end in range(3, len(word) + 1):
                    took.append(ms(partial(notebook.find, word[:end], limit=30)))
    return [
        Figure("find, a letter", took, "ms", "≤ 30", at_most=30),
        Figure("find, a letter, the slowest", [max(took)], "ms", "≤ 30", at_most=30),
    ]


def find_by_filters(path: Path, runs: int) -> list[Figure]:
    """Each filter by itself and with a word that is in most of the texts."""
    took = {}
    with Notebook(path) as notebook:
        word = _some_words(notebook)[0]
        (someone,) = notebook.people(offset=1, limit=1)
        for each in (f'from:"{someone.name}"', *FILTERS):
            for line in (each, f"{each} {word}"):
                took[line] = [
                    ms(partial(notebook.find, line, limit=30)) for _ in range(max(runs, 2))
                ]
    slowest = max(took, key=lambda line: min(took[line]))
    return [
        Figure("find, a filter", [min(each) for each in took.values()], "ms", "≤ 30", at_most=30),
        Figure(f"the slowest: {slowest}", took[slowest], "ms", "≤ 30", at_most=30),
    ]


def open_a_conversation(path: Path, runs: int) -> list[Figure]:
    """The longest conversation there is, where it opens, in its middle and at its end."""
    took, longest = [], 0
    with Notebook(path) as notebook:
        # The generator writes the longest one last.
        long = notebook.conversation(sum(notebook.counts().values()))
        assert long is not None
        longest = long.exchanges
        for _ in range(runs):
            for start in (None, longest // 2, -1):
                took.append(ms(partial(notebook.timeline, long.id, start=start)))
    return [Figure(f"open a conversation of {longest:,}", took, "ms", "≤ 60", at_most=60)]


def a_window_of_the_queue(path: Path, runs: int) -> list[Figure]:
    """Sixty-four rows at the beginning, in the middle and at the end of the longest section."""
    took = []
    with Notebook(path) as notebook:
        counts = notebook.counts()
        section = max(counts, key=lambda section: counts[section])
        for _ in range(runs):
            for offset in (0, counts[section] // 2, max(0, counts[section] - 64)):
                took.append(ms(partial(notebook.turns, section, offset=offset, limit=64)))
    return [Figure(f"64 rows of {counts[section]:,}", took, "ms", "—")]


def a_person(path: Path, runs: int) -> list[Figure]:
    """All about whoever said most or has most open: the briefing before a call, who spoke when."""
    took: dict[str, list[float]] = {}
    with Notebook(path) as notebook:
        base = notebook._base
        with base.reading():
            person, said = base.rows(
                "SELECT author, count(*) FROM exchange WHERE author <> ? GROUP BY author"
                " ORDER BY 2 DESC LIMIT 1",
                (base.me,),
            )[0]
            busy, open_ = base.rows(
                "SELECT p.person, count(*) FROM conversation AS c JOIN participant AS p"
                " ON p.conversation = c.id WHERE c.section IN ('mine', 'nudge', 'theirs', 'later')"
                " AND p.person <> ? AND c.deleted_at IS NULL AND c.merged_into IS NULL"
                " GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
                (base.me,),
            )[0]
        asked: dict[str, Callable[[], object]] = {
            f"briefing, who said {said:,}": partial(notebook.briefing, person),
            f"briefing, {open_:,} open conversations": partial(notebook.briefing, busy),
            f"what matters before writing, who said {said:,}": partial(
                notebook.before_writing, [person]
            ),
            f"picture, who said {said:,}": partial(notebook.picture, person=person),
        }
        for what, ask in asked.items():
            took[what] = [ms(ask) for _ in range(max(runs, 2))]
    return [Figure(what, values, "ms", "≤ 100", at_most=100) for what, values in took.items()]


def _some_words(notebook: Notebook) -> list[str]:
    """Words of a text somewhere, long enough to be typed."""
    for section in Section:
        for conversation in notebook.turns(section, limit=5):
            for entry in notebook.timeline(conversation.id).entries:
                words = [word for word in entry.text.split() if word.isalpha() and len(word) > 4]
                if len(words) >= 8:
                    return words[:8]
    return []


def ms(call: Callable[[], object]) -> float:
    """Milliseconds of processor time that a call takes, whatever else the machine does."""
    began = time.process_time()
    call()
    return (time.process_time() - began) * 1e3


MEASURES: tuple[Callable[[Path, int], list[Figure]], ...] = (
    find_as_you_type,
    find_by_filters,
    open_a_conversation,
    a_window_of_the_queue,
    a_person,
)
