"""Whose mail it is that comes in: said by the user, or guessed from it; or nobody's."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from convonote.config import Address, address
from convonote.conversation.records import Channel, Kind
from convonote.importing.result import ImportResult
from convonote.intake.identity import guess_me
from convonote.intake.records import Incoming
from convonote.store.notebook import Notebook

NAMELESS = "me"
"""What the user is called in a notebook that knows no name of theirs."""

_SHOWN = frozenset({"whatsapp", "telegram", "signal", "instagram", "video"})
"""Channels on which people stand by the name or the number that is shown."""


class WhoseMailError(Exception):
    """Nobody can be taken for the user; the message is one line that says what to do."""

    def __init__(self, reason: str, among: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.among = among
        """Who speaks in a chat, of whom one is the user."""


class Sought:
    """Addresses and names that are said to be the user's, until they occur in what comes in."""

    def __init__(self, said: Iterable[Address]) -> None:
        """A name, as chats show it, has an empty channel."""
        self.missing = {_key(value): (channel, value) for channel, value in said}
        """Those that were not seen yet."""
        self.found: list[Address] = []
        self._met: dict[str, Address] = {}
        """Those that were seen, and may be the user's on other channels too."""
        self._taken: set[Address] = set()
        self._chats: set[str] = set()

    def look_at(self, one: Incoming) -> None:
        """Note which of them it was written by, to, or got at."""
        if not (self.missing or self._met):
            return
        parties = [one.author]
        if not one.chat or one.chat not in self._chats:
            # Who hears one line of a chat hears them all.
            parties += [*one.to, *one.cc, *one.named]
            self._chats |= {one.chat} if one.chat else set()
        for party in parties:
            if party is not None:
                self._meet(party.channel, party.address, party.name)
        for delivered in one.delivered_to:
            self._meet("", delivered, "")

    def _meet(self, channel: str, address: str, name: str) -> None:
        for key in (_key(address), _key(name)):
            said = self.missing.pop(key, None)
            if said is not None and said[0]:
                self._take(said)
            if said is not None:
                self._met[key] = said
            # A name, or a number, is an address on each channel where it is shown.
            if channel in _SHOWN and key in self._met:
                self._take((channel, address))

    def _take(self, mine: Address) -> None:
        if mine not in self._taken:
            self._taken.add(mine)
            self.found.append(mine)

    def take_found(self) -> list[Address]:
        """Those that occurred since this was last asked."""
        found, self.found = self.found, []
        return found

    @property
    def values(self) -> tuple[str, ...]:
        """Those that were not seen yet, as they were said."""
        return tuple(value for _, value in self.missing.values())


def find_out(
    notebook: Notebook,
    sought: Sought,
    sample: Sequence[Incoming],
    behind: Callable[[], Iterator[Incoming]],
    result: ImportResult,
) -> None:
    """Tell the notebook who the user is: by what is said, else by a guess from the sample.

    Where nobody is known yet, what is said is looked for also in what comes `behind` the sample,
    and kept though it is nowhere. Raises WhoseMailError where that looks like a slip of the pen.
    """
    if not sample:
        return
    if not sought.missing:
        _guess(notebook, sample, result)
        return
    for one in sample:
        sought.look_at(one)
    if not sought.found and not notebook.me.addresses:
        for one in behind():
            sought.look_at(one)
            if sought.found:
                break
        else:
            _keep(notebook, sought, sample, result)
    notebook.set_me(None, sought.take_found())


def _guess(notebook: Notebook, sample: Sequence[Incoming], result: ImportResult) -> None:
    """Take whom the sample shows for the user; no chat and no talk needs that beforehand."""
    if all(one.kind is Kind.TALK or one.chat for one in sample):
        return
    guess = guess_me(sample, notebook.me.name)
    result.nobody = not guess.mail
    if guess.addresses:
        result.guess = guess
        notebook.set_me(guess.name or None, guess.addresses)


def _keep(
    notebook: Notebook, sought: Sought, sample: Sequence[Incoming], result: ImportResult
) -> None:
    """Take what is said for the user's though it is nowhere: one may only have read, or listened.

    Raises WhoseMailError where the mail shows somebody else, or there are only chats.
    """
    guess = guess_me(sample)
    chats = all(one.chat for one in sample)
    likely = [value for channel, value in guess.addresses if chats or channel == Channel.EMAIL]
    if likely or chats:
        among = guess.among if chats else ()
        perhaps = likely[0] if likely else ", ".join(among)
        raise WhoseMailError(
            f"--me {', '.join(sought.values)} is in none of the messages; "
            + (f"is it {'' if likely else 'one of '}{perhaps}? " if perhaps else "")
            + "import again with one that is, or put yours into the settings as me.addresses",
            among,
        )
    said = list(sought.missing.values())
    kept = [one for one in said if one[0]]
    names = [value for channel, value in said if not channel]
    if notebook.me.name != NAMELESS:
        # They are called otherwise already.
        names = []
    notebook.set_me(names[0] if names else None, kept)
    result.kept = (*(value for _, value in kept), *names[:1])


def own_address(written: str) -> Address:
    """An address of the user's, or with an empty channel their name as chats show it.

    Raises ValueError, whose message goes on behind what was written.
    """
    try:
        return address(written.strip())
    except ValueError:
        if "@" in written or not any(map(str.isalpha, written)):
            raise
        return "", written.strip()


@lru_cache(maxsize=4_096)
def _key(shown: str) -> str:
    """An address or a name as it is compared: case apart, and a number by its digits."""
    digits = "".join(mark for mark in shown if mark.isdecimal())
    return digits if len(digits) > 5 and not any(map(str.isalpha, shown)) else shown.casefold()
