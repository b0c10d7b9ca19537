"""The part of `Notebook` that listens: wishes, remarks, and what matters before writing again."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from convonote.store.reader import Reader

if TYPE_CHECKING:
    from convonote.store.listening.last_said import LastSaid
    from convonote.store.listening.records import Before, Remark, Warning, WishRow


class Listening(Reader):
    """What people asked for and told; each change is one that `undo` takes back."""

    def before_writing(self, people: Collection[int], conversation: int | None = None) -> "Before":
        """All that matters before writing to some people, in a conversation or a new one."""
        from convonote.store.listening import before

        with self._base.reading():
            return before.before_writing(self._base, people, conversation)

    def warnings(
        self,
        people: Collection[int],
        channel: str,
        at: int,
        offset: int,
        *,
        answers: int | None = None,
    ) -> "tuple[Warning, ...]":
        """What a message to some people on a channel at a moment goes against.

        `answers` is the exchange it replies to: who has just written on a channel does not mind an
        answer there, whatever their card prefers.
        """
        from convonote.store.listening import warnings

        with self._base.reading():
            return warnings.warnings(self._base, people, channel, at, offset, answers)

    def wishes(self, person: int) -> "list[WishRow]":
        """What somebody asked for, the latest first; what holds no more is at the end.

        Wishes that were written down as such, and those that stand in what they said within a year.
        """
        from convonote.store.listening import remarks

        with self._base.reading():
            return remarks.wishes(self._base, person)

    def remarks(self, person: int, *, used: bool = False) -> "list[Remark]":
        """What somebody volunteered and what is for next time, the latest first.

        With `used` those that were used up, else those that were not.
        """
        from convonote.store.listening import remarks

        with self._base.reading():
            return remarks.remarks(self._base, person, used=used)

    def remarks_in(self, note: int) -> "list[Remark]":
        """What was filed from the lines of a private note: what they told and asked for, and
        what is for next time."""
        from convonote.store.listening import remarks

        with self._base.reading():
            return remarks.remarks_in(self._base, note)

    def last_said_to(self, people: Collection[int]) -> "LastSaid | None":
        """How the user last said something to exactly these people, and whose turn it was then."""
        from convonote.store.listening import last_said

        with self._base.reading():
            return last_said.last_said_to(self._base, people)

    # Changes

    def add_wish(self, person: int, text: str) -> "WishRow":
        """Write down something that somebody asked for, such as "no calls until 1 Dec"."""
        from convonote.store.listening import remarks

        return remarks.add_wish(self._base, person, text)

    def remove_wish(self, wish: "WishRow") -> None:
        """Take a wish away, or note that what was read as one in somebody's words is none."""
        from convonote.store.listening import remarks

        remarks.remove_wish(self._base, wish)

    def use_remark(self, remark: int, used: bool = True) -> None:
        """Note that a remark was brought up and need not be shown again, or that it was not."""
        from convonote.store.listening import remarks

        remarks.use(self._base, remark, used)
