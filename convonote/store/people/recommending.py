"""Recommendations filed from the lines of private notes; they go and come back with the note."""

from collections.abc import Iterator

from convonote.conversation.recommending import Recommended, recommended
from convonote.conversation.records import Kind
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.listening.filing import whom
from convonote.store.people import details, knowing, people
from convonote.store.people.records import RecommendedIn
from convonote.store.promises.filing import Setting


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Write what a new note says."""
    for person, topic, extra in _said(base, exchange, text, setting):
        knowing.insert(base, recording, person, topic, extra)


def refile(
    base: Base, recording: Recording, exchange: int, texts: tuple[str, str], setting: Setting
) -> None:
    """Bring what a note said in step with its new wording; `texts` are before and after."""
    if not any("%" in text for text in texts):
        return
    uid = base.value("SELECT uid FROM exchange WHERE id = ?", (exchange,))
    kept = {
        (person, value, extra): id
        for id, person, value, extra in base.rows(
            "SELECT id, person, value, extra FROM detail WHERE kind = ? AND deleted_at IS NULL"
            " AND substr(extra, instr(extra, ' ') + 1) = ?",
            (details.RECOMMENDED, uid),
        )
    }
    for said in _said(base, exchange, texts[1], setting):
        if kept.pop(said, None) is None:
            knowing.insert(base, recording, *said)
    for id in kept.values():
        recording.delete("detail", id)


def _said(
    base: Base, exchange: int, text: str, setting: Setting
) -> dict[tuple[int, str, str], None]:
    """(person, topic, source) of each line that names somebody who is known."""
    found: dict[tuple[int, str, str], None] = {}
    for each, person, by in _meant(base, text, setting):
        if person is not None:
            found[person, each.topic, knowing.source(base, by, exchange)] = None
    return found


def _meant(
    base: Base, text: str, setting: Setting
) -> Iterator[tuple[Recommended, int | None, int | None]]:
    """Each line of a note that recommends somebody: whom it means, and who said so."""
    for each in recommended(text) if setting.kind is Kind.NOTE else ():
        by = whom(base, each.by, setting) if each.by else None
        yield each, whom(base, each.name, setting), by


def recommended_in(base: Base, exchange: int, setting: Setting) -> list[RecommendedIn]:
    """What the lines of a note say of who is good for what, those too that mean nobody known."""
    text = base.value("SELECT text FROM exchange WHERE id = ?", (exchange,))
    meant = list(_meant(base, text, setting))
    known = people.named(base, [id for _, *ids in meant for id in ids if id is not None])
    return [
        RecommendedIn(
            topic=each.topic,
            name=each.name,
            person=None if person is None else known[person],
            by=None if by is None else known[by],
        )
        for each, person, by in meant
    ]
