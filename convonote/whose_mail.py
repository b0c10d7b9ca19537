"""Whose mail it is that comes in: said by the user, known to the notebook, or guessed from it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from convonote.config import Address, address
from convonote.conversation.records import Kind
from convonote.intake.identity import Guess, guess_me
from convonote.intake.records import Incoming

_SHOWN = frozenset({"whatsapp", "telegram", "signal", "instagram", "video"})
"""Channels on which people stand by the name or the number that is shown."""


class WhoseMailError(Exception):
    """Nothing says whose mail it is; the message is one line that says what to do."""

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


def guessed(sample: Sequence[Incoming], name: str = "") -> Guess | None:
    """Who the user is by what comes in; None where no mail in it depends on that.

    `name` is what they are called. Raises WhoseMailError where mail shows nothing.
    """
    if all(one.kind is Kind.TALK or one.chat for one in sample):
        return None
    guess = guess_me(sample, name)
    if not guess.mail:
        raise WhoseMailError(
            "nothing in it tells whose mail this is; say it with --me ADDRESS, or as"
            " me.addresses in the settings"
        )
    return guess


def look_for(
    sought: Sought,
    sample: Sequence[Incoming],
    behind: Callable[[], Iterator[Incoming]],
) -> None:
    """Look for one of the addresses where nobody is known as the user yet.

    Without any, the import would be for nobody: then also what comes `behind` the sample is looked
    through. Raises WhoseMailError where none occurs.
    """
    for one in sample:
        sought.look_at(one)
    if sought.found:
        return
    for one in behind():
        sought.look_at(one)
        if sought.found:
            return
    likely = guess_me(sample).first
    raise WhoseMailError(
        f"--me {', '.join(sought.values)} is in none of the messages; "
        + (f"is it {likely}? " if likely else "")
        + "import again with an address that is, or put yours into the settings as me.addresses"
    )


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
