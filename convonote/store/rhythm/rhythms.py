"""The part of `Notebook` that is about rhythm: whom to reach out to, and pictures."""

from datetime import date
from typing import TYPE_CHECKING

from convonote.store.reader import Reader

if TYPE_CHECKING:
    from convonote.store.rhythm.picture_records import Picture, Weeks
    from convonote.store.rhythm.records import GroupRhythm, Quiet, ReachOut, Rhythm, UsualPace


class Rhythms(Reader):
    """What can be asked and said of rhythm; each change is one that `undo` takes back."""

    def reach_out(self, offset: int = 0, limit: int | None = None) -> "list[ReachOut]":
        """A window of those whose rhythm is due (T12), the most overdue over their rhythm first."""
        from convonote.store.rhythm import reaching

        with self._base.reading():
            return reaching.reach_out(self._base, offset=offset, limit=limit)

    def in_touch(self, offset: int = 0, limit: int | None = None) -> "list[Rhythm]":
        """A window of those whose rhythm is not due yet, the next one due first."""
        from convonote.store.rhythm import reaching

        with self._base.reading():
            return reaching.in_touch(self._base, offset=offset, limit=limit)

    def rhythm_counts(self) -> tuple[int, int]:
        """How many `reach_out` gives, and how many `in_touch`."""
        from convonote.store.rhythm import reaching

        with self._base.reading():
            return reaching.counts(self._base)

    def rhythm(self, person: int) -> "Rhythm | None":
        """How often the user wants to be in touch with somebody; None where nothing says so."""
        from convonote.store.rhythm import reaching

        with self._base.reading():
            return reaching.rhythm(self._base, person)

    def quiet(self, person: int) -> "Quiet | None":
        """Until when somebody is to be left alone, as the user means or they asked; None if not."""
        from convonote.store.rhythm import quieting

        with self._base.reading():
            return quieting.quiet(self._base, person)

    def group_rhythms(self) -> "list[GroupRhythm]":
        """The rhythms of tags, the shortest first."""
        from convonote.store.rhythm import reaching

        with self._base.reading():
            return reaching.groups(self._base)

    def usual_pace(self, person: int) -> "tuple[UsualPace, ...]":
        """How long somebody usually takes to answer, on any channel and on each one.

        Where there are fewer than three answers nothing is said.
        """
        from convonote.store.rhythm import usual

        with self._base.reading():
            return usual.usual_pace(self._base, person)

    # Pictures

    def picture(
        self, *, conversation: int | None = None, person: int | None = None, parts: int = 60
    ) -> "Picture | None":
        """Who spoke when in a conversation, or with somebody in the past year, in so many parts.

        None where the one that is named is not there.
        """
        from convonote.store.rhythm import pictures

        with self._base.reading():
            if conversation is not None:
                return pictures.of_conversation(self._base, conversation, parts)
            return None if person is None else pictures.of_person(self._base, person, parts)

    def weeks(self) -> "Weeks":
        """How much was said in each week of the past year, by everybody."""
        from convonote.store.rhythm import year

        with self._base.reading():
            return year.everybody(self._base)

    # Changes

    def set_rhythm(self, person: int, days: int | None) -> None:
        """Say how often one wants to be in touch with somebody.

        0 is never, whatever their tags say; None is what their tags say. Raises NotebookError.
        """
        from convonote.store.rhythm import setting

        setting.set_rhythm(self._base, person, days)

    def set_group_rhythm(self, tag: str, days: int | None) -> None:
        """Say how often one wants to be in touch with all who have a tag; None takes it back."""
        from convonote.store.rhythm import setting

        setting.set_group_rhythm(self._base, tag, days)

    def set_quiet_until(self, person: int, until: date | None, reason: str = "") -> None:
        """Let somebody rest: nobody reaches out to them before a day; None takes it back."""
        from convonote.store.rhythm import setting

        setting.set_quiet_until(self._base, person, until, reason)
