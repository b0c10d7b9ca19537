"""Setting rhythms and quiet times, each as one change of the user's."""

from datetime import date

from convonote.conversation.rhythm import LONGEST, every
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import people
from convonote.store.storable import storable


def set_rhythm(base: Base, person: int, days: int | None) -> None:
    """Say how often one wants to be in touch with somebody; 0 never, None as their tags say."""
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        if one.me or one.is_list:
            raise Refused("a rhythm is for a person; choose somebody else")
        kept = base.row("SELECT id FROM rhythm WHERE person = ? AND deleted_at IS NULL", (one.id,))
        _keep(base, recording, kept, _days(days), person=one.id)
        how = "as their tags say" if days is None else every(days) if days else "never"
        recording.what = f"set the rhythm with {one.name}: {how}"


def set_group_rhythm(base: Base, tag: str, days: int | None) -> None:
    """Say how often one wants to be in touch with all who have a tag; None or 0 takes it back."""
    tag = " ".join(storable(tag).split()).removeprefix("#").strip()
    if not tag:
        raise Refused("a rhythm for a group needs its tag, such as #family")
    with base.writing(USER, "") as recording:
        kept = next(
            (
                (id,)
                for id, known in base.rows(
                    "SELECT id, tag FROM rhythm WHERE person IS NULL AND deleted_at IS NULL"
                )
                if known.casefold() == tag.casefold()
            ),
            None,
        )
        _keep(base, recording, kept, _days(days) or None, tag=tag)
        how = every(days) if days else "none"
        recording.what = f"set the rhythm of #{tag}: {how}"


def set_quiet_until(base: Base, person: int, until: date | None, reason: str) -> None:
    """Let somebody rest until a day, which is the first to reach out again; None takes it back."""
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        kept = base.row("SELECT id FROM quiet WHERE person = ? AND deleted_at IS NULL", (one.id,))
        reason = " ".join(storable(reason).split())
        if until is None:
            if kept is not None:
                recording.delete("quiet", kept[0])
            recording.what = f"took back until when to leave {one.name} alone"
            return
        if kept is None:
            recording.insert(
                "quiet",
                person=one.id,
                until=until.isoformat(),
                reason=reason,
                created_at=base.now(),
            )
        else:
            recording.set("quiet", kept[0], "until", until.isoformat())
            recording.set("quiet", kept[0], "reason", reason)
        recording.what = f"leave {one.name} alone until {until.isoformat()}"


def _keep(
    base: Base,
    recording: Recording,
    kept: tuple[int] | None,
    days: int | None,
    *,
    person: int | None = None,
    tag: str = "",
) -> None:
    if kept is not None and days is None:
        recording.delete("rhythm", kept[0])
    elif kept is not None:
        recording.set("rhythm", kept[0], "days", days)
    elif days is not None:
        recording.insert("rhythm", person=person, tag=tag, days=days, created_at=base.now())


def _days(days: int | None) -> int | None:
    if days is not None and not 0 <= days <= LONGEST:
        raise Refused(f"a rhythm has 1 to {LONGEST} days; say for example 21")
    return days


def merged(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """Make the rhythm and the quiet time of one person another's, unless that has their own."""
    for table in ("rhythm", "quiet"):
        sql = f"SELECT id FROM {table} WHERE person = ? AND deleted_at IS NULL"
        (theirs,) = base.row(sql, (gone,)) or (None,)
        if theirs is None:
            continue
        if base.row(sql, (kept,)) is not None:
            recording.delete(table, theirs)
        recording.set(table, theirs, "person", kept)
